"""Markdown: the text as it would be shown, and what its front matter states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.model.document import KnownFrom, When
from sayso.model.trace import Problem
from sayso.read import text as plain
from sayso.read.base import Page, Stated
from sayso.read.times import moment

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(
    r"\A---[ \t]*\r?\n(?P<matter>.{0,5000}?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.M | re.S
)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_]{2,20}):[ \t]+(?P<value>\S.{0,500})$", re.M)
_NESTING = 40  # quotes and lists within each other


def read(raw: bytes, source: str) -> Page | Problem:
    """The page of a Markdown file."""
    page = plain.read(raw, source)
    if isinstance(page, Problem):
        return page
    front = _FRONT.match(page.text)
    fields = dict(_FIELD.findall(front["matter"])) if front else {}
    lines = list(_lines(page.text[front.end() :] if front else page.text))
    if not lines:
        return Problem("empty", "the file is empty", source)
    title = _value(fields, "title") or next((line for line, level in lines if level == 1), None)
    text = "\n\n".join(line for line, _ in lines)
    if title and title not in text[: len(title) + 200]:
        text = f"{title}\n\n{text}"
    told = moment(_value(fields, "date", "published") or "")
    stated = Stated(
        title=title,
        outlet=_value(fields, "outlet", "publisher", "site"),
        byline=_value(fields, "author", "byline", "authors"),
        published=When(told.day, KnownFrom.META) if told else None,
        time=told.time if told else None,
        url=_value(fields, "url", "canonical", "link"),
    )
    return Page(source, text, stated, page.problems)


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """The blocks as lines, each with the level of its heading, 0 where it is none."""
    from markdown_it import MarkdownIt

    level = 0
    for token in MarkdownIt("commonmark", {"maxNesting": _NESTING}).parse(text):
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline":
            for line in _inline(token.children or []).splitlines():
                if line.strip():
                    yield " ".join(line.split()), level
        elif token.type in ("fence", "code_block"):
            yield token.content.strip("\n"), 0
        elif token.type == "html_block":
            from sayso.read.blocks import text_of

            for line in text_of(token.content).splitlines():
                yield line, 0


def _inline(tokens: list[Token]) -> str:
    pieces = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            pieces.append(token.content)
        elif token.type == "softbreak":
            pieces.append(" ")
        elif token.type == "hardbreak":
            pieces.append("\n")
        elif token.type == "image":
            pieces.append(f"\n{token.content}\n")  # the picture's caption
    return "".join(pieces)


def _value(fields: dict[str, str], *names: str) -> str | None:
    found = (fields.get(name, "").strip().strip("\"'").strip() for name in names)
    return next((value for value in found if value), None)
