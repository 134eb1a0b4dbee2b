"""PDF: the lines that pdfium finds, put in reading order and joined to paragraphs (`layout`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.model.span import Span
from sayso.model.trace import Problem
from sayso.read.base import Page, Stated
from sayso.read.formats.layout import Paragraph, TextLine, laid_out
from sayso.read.limits import PAGES
from sayso.read.times import moment

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_MOST_CHARACTERS = 5_000_000  # of all pages
_HYPHENS = str.maketrans({"\x02": "\u00ad", "\ufffe": "\u00ad", "\x00": ""})  # at the end of lines
_BREAK = re.compile(r"\r\n|\r|\n")
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_GAP = "\n\n"


def read(raw: bytes, source: str) -> Page | Problem:
    """The page of a PDF. What is only a picture of text is not read."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        message = "it is locked with a password" if locked else "it cannot be read: it is broken"
        return Problem("locked" if locked else "broken", f"this PDF: {message}", source)
    try:
        return _read(document, source)
    finally:
        document.close()


def _read(document: pdfium.PdfDocument, source: str) -> Page | Problem:
    problems: list[Problem] = []
    lines: list[TextLine] = []
    count, room = len(document), _MOST_CHARACTERS
    for number in range(min(count, PAGES)):
        try:
            found = list(_lines(document, number))
        except Exception as error:  # pdfium's own, of one page: the others may be whole
            why = " ".join(str(error).split())[:80]
            message = f"page {number + 1} cannot be read: {why}"
            problems.append(Problem("broken", message, source))
            continue
        room -= sum(len(line.text) for line in found)
        if room < 0:
            count = PAGES + 1
            break
        lines += found
    if count > PAGES:
        message = f"more than {PAGES:,} pages or {_MOST_CHARACTERS:,} characters: the rest was cut"
        problems.append(Problem("too-many", message, source))
    paragraphs = laid_out(lines)
    if not paragraphs:
        message = "no text was found in this PDF; if its pages are pictures, run OCR on it first"
        return Problem("no-text", message, source)
    return _assembled(paragraphs, _stated(document, paragraphs), source, problems)


def _lines(document: pdfium.PdfDocument, number: int) -> Iterator[TextLine]:
    """The lines of a page as pdfium finds them, each with its box."""
    from pypdfium2.raw import FPDFText_GetFontSize

    page = document[number]
    text_page = page.get_textpage()
    height = page.get_height()
    at = 0
    text = text_page.get_text_range(errors="replace") if text_page.count_chars() else ""
    for line in _BREAK.split(text):
        start, end = at, at + len(line)
        at = end + (2 if text[end : end + 2] == "\r\n" else 1)
        shown = line.translate(_HYPHENS).strip(" \t\u00a0")
        if not shown.strip("\u00ad"):
            continue
        first = start + len(line) - len(line.lstrip())
        last = start + len(line.rstrip()) - 1
        boxes = [text_page.get_charbox(i, loose=True) for i in {first, (first + last) // 2, last}]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        left, bottom, right, top = min(lefts), min(bottoms), max(rights), max(tops)
        size = FPDFText_GetFontSize(text_page, (first + last) // 2)
        yield TextLine(number, shown, left, height - top, right, height - bottom, size, height)
    text_page.close()
    page.close()


def _assembled(
    paragraphs: Sequence[Paragraph], stated: Stated, source: str, problems: Sequence[Problem]
) -> Page:
    """One text, with the places of its pages and of what is not the report."""
    pieces: list[str] = []
    aside: list[Span] = []
    starts: dict[int, int] = {}
    at = 0
    for paragraph in paragraphs:
        for offset, number in paragraph.pages:
            starts.setdefault(number, at + offset)
        if paragraph.aside:
            aside.append(Span(at, at + len(paragraph.text)))
        pieces.append(paragraph.text)
        at += len(paragraph.text) + len(_GAP)
    text = _GAP.join(pieces)
    return Page(source, text, stated, tuple(problems), _pages(starts, len(text)), tuple(aside))


def _pages(starts: dict[int, int], end: int) -> tuple[Span, ...]:
    """The places of the pages; an empty page has that of the next one's first character."""
    found: list[Span] = []
    for number in reversed(range(max(starts) + 1)):
        start = starts.get(number)
        if start is None or start >= end:
            found.append(found[-1] if found else Span(end - 1, end))
        else:
            found.append(Span(start, end))
            end = start
    return tuple(reversed(found))


def _stated(document: pdfium.PdfDocument, paragraphs: Sequence[Paragraph]) -> Stated:
    """Headline, from the largest type; and the day on which the file was made, by which it was
    there. Its own title is often that of a template: it counts only where the text has it."""
    about = document.get_metadata_dict()
    title = next((p.text for p in paragraphs if p.title), None)
    named = " ".join(about.get("Title", "").split())
    if title is None and named and any(p.text == named for p in paragraphs[:10]):
        title = named
    day = _DATE.match(about.get("CreationDate", ""))
    made = moment(f"{day[1]}-{day[2]}-{day[3]}") if day else None
    return Stated(title=title, seen=made.day if made else None)
