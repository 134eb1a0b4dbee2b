"""PDF: the lines that pdfium finds (`pdf_lines`), put in reading order and joined to paragraphs
(`layout`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.model.span import Span
from sayso.model.trace import Problem
from sayso.read.base import Page, Stated
from sayso.read.formats.layout import Paragraph, laid_out
from sayso.read.formats.pdf_lines import badly_spaced, lines, pictured, unknown
from sayso.read.formats.typeset import TextLine
from sayso.read.limits import PAGES
from sayso.read.times import moment

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_MOST_CHARACTERS = 5_000_000  # of all pages
_JUDGED = 3  # pages with text by which the file's code and spaces are judged
_UNKNOWN = 0.5  # share of letters that are not told from which some are surely missing
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_GAP = "\n\n"


def read(raw: bytes, source: str) -> Page | Problem:
    """The page of a PDF. What is only a picture of text is not read."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        message = (
            "this PDF is locked with a password; save a copy without one and add that"
            if locked
            else "this PDF is broken; if a program still shows it, print it to a new PDF from there"
        )
        return Problem("locked" if locked else "broken", message, source)
    try:
        return _read(document, source)
    finally:
        document.close()


def _read(document: pdfium.PdfDocument, source: str) -> Page | Problem:
    problems: list[Problem] = []
    found: list[TextLine] = []
    without: list[int] = []
    count, room = len(document), _MOST_CHARACTERS
    judged, anew, untold = 0, False, 0.0
    for number in range(min(count, PAGES)):
        try:
            mine = lines(document, number, anew=anew)
            if mine and judged < _JUDGED:
                judged += 1
                untold = max(untold, unknown(document, number))
                if not anew and badly_spaced(document, number):
                    anew = True
                    mine = lines(document, number, anew=True)
            if not mine and pictured(document, number):
                without.append(number + 1)
        except Exception as error:  # pdfium's own, of one page: the others may be whole
            why = " ".join(str(error).split())[:80]
            message = f"page {number + 1} cannot be read: {why}"
            problems.append(Problem("broken", message, source))
            continue
        room -= sum(len(line.text) for line in mine)
        if room < 0:
            count = PAGES + 1
            break
        found += mine
    if count > PAGES:
        message = f"more than {PAGES:,} pages or {_MOST_CHARACTERS:,} characters: the rest was cut"
        problems.append(Problem("too-many", message, source))
    paragraphs = laid_out(found)
    if not paragraphs:
        message = "no text was found in this PDF; if its pages are pictures, run OCR on it first"
        return Problem("no-text", message, source)
    problems += _doubts(without, untold, source)
    return _assembled(paragraphs, _stated(document, paragraphs), source, problems)


def _doubts(without: Sequence[int], untold: float, source: str) -> list[Problem]:
    """What a reader cannot see from the text: pages that are pictures only, with their numbers, and
    letters that may be missing."""
    found = []
    if without:
        some = ", ".join(f"{number:,}" for number in without[:10])
        pages = f"page {some}" if len(without) == 1 else f"pages {some}"
        more = f" and {len(without) - 10:,} more" if len(without) > 10 else ""
        message = f"{pages}{more}: a picture without text; run OCR on it first if it shows some"
        found.append(Problem("no-text", message, source))
    if untold >= _UNKNOWN:
        message = (
            "this PDF does not tell what its letters are; joined letters (fi, ff) and quotation"
            " marks may be missing from the text"
        )
        found.append(Problem("encoding", message, source))
    return found


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
