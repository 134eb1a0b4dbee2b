"""Word's DOCX: its paragraphs, each a line. Headers, footers and notes are left out, and what was
deleted under tracked changes is, too."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from sayso.model.trace import Problem
from sayso.read import xml
from sayso.read.base import Page, Stated
from sayso.read.formats.zips import BROKEN, member
from sayso.read.times import moment
from sayso.read.xml import Element

_TEXT, _SPACE = "document.xml", {"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "-"}
_SKIPPED = frozenset({"del", "movefrom", "ppr", "rpr", "instrtext", "fallback", "sectpr"})


def read(raw: bytes, source: str) -> Page | Problem:
    """The page of a document. Raises TooMuchError."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            body = xml.parse(member(archive, f"word/{_TEXT}"))
            names = archive.namelist()
            core = "docProps/core.xml"
            about = xml.parse(member(archive, core)) if core in names else None
    except BROKEN as error:
        why = " ".join(str(error).split())[:100]
        return Problem("broken", f"this DOCX cannot be read: {why}", source)
    if body is None:
        return Problem("broken", "this DOCX cannot be read: its text is not XML", source)
    found = [
        (line, heading)
        for node in _paragraphs(body)
        if (line := _line(node).strip())
        for heading in [_is_title(node)]
    ]
    if not found:
        return Problem("no-text", "this DOCX holds no text", source)
    title = next((line for line, heading in found if heading), None)
    text = "\n\n".join(line for line, _ in found)
    return Page(source, text, _stated(about, title))


def _paragraphs(body: Element) -> Iterator[Element]:
    return (node for node in body.iter() if xml.name(node) == "p")


def _line(paragraph: Element) -> str:
    """The text of a paragraph without those in it, as text boxes have them."""
    pieces: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        name = xml.name(node)
        if name == "t":
            pieces.append(node.text or "")
        elif name in _SPACE:
            pieces.append(_SPACE[name])
        elif name != "p" and name not in _SKIPPED:
            waiting.extend(reversed(node))
    return "".join(pieces)


def _is_title(paragraph: Element) -> bool:
    """By its own properties: broken files hold paragraphs in each other, many deep."""
    for node in (node for held in xml.children(paragraph, "ppr") for node in held):
        if xml.name(node) == "pstyle":
            style = "".join(value for key, value in node.attrib.items() if key.endswith("val"))
            return style.lower() in ("title", "heading1")
    return False


def _stated(about: Element | None, title: str | None) -> Stated:
    """Its properties name an author and the last change; they are no day of printing."""
    if about is None:
        return Stated(title=title)
    changed = moment(xml.first(about, "modified", "created") or "")
    return Stated(
        title=title or xml.first(about, "title"),
        byline=xml.first(about, "creator"),
        seen=changed.day if changed and len(changed.day) == 10 else None,
    )
