"""The lines of a page of a PDF, each with its box, as the page is read however it lies."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sayso.read.formats.letters import Box, Letters
from sayso.read.formats.typeset import SOFT, TextLine

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_HYPHENS = str.maketrans({"\x02": SOFT, "\ufffe": SOFT, "\x00": ""})  # at the end of lines
_QUARTER = math.pi / 2
_STRAIGHT = 0.1  # of a quarter turn, up to which a line is straight
_LOOKED_AT = 3000  # letters of a page by which its code is judged


def lines(document: pdfium.PdfDocument, number: int, *, anew: bool) -> list[TextLine]:
    """The lines of a page, in the order of the file. Those that run another way than most of its
    text are marked as turned. anew: whether spaces are told by the room between letters."""
    page = document[number]
    room = page.get_cropbox()
    page.close()
    with _text(document, number) as text_page:
        found = list(_pieces(text_page, anew=anew))
    weights = [sum(len(text) for text, _, _, turn in found if turn == way) for way in range(4)]
    upright = weights.index(max(weights))
    _, bottom, _, top = _turned(room, upright)
    placed = []
    for text, box, size, turn in found:
        left, low, right, high = _turned(box, upright)
        odd = turn != upright
        placed.append(
            TextLine(number, text, left, top - high, right, top - low, size, top - bottom, odd)
        )
    return placed


def badly_spaced(document: pdfium.PdfDocument, number: int) -> bool:
    """See `Letters`."""
    with _text(document, number) as text_page:
        return Letters(text_page).badly_spaced()


def unknown(document: pdfium.PdfDocument, number: int) -> float:
    """The share of a page's first letters of which the file does not tell which they are."""
    from pypdfium2.raw import FPDFText_HasUnicodeMapError

    with _text(document, number) as text_page:
        count = min(text_page.count_chars(), _LOOKED_AT)
        wrong = sum(FPDFText_HasUnicodeMapError(text_page, at) == 1 for at in range(count))
    return wrong / count if count else 0.0


def pictured(document: pdfium.PdfDocument, number: int) -> bool:
    """Whether there is a picture on a page."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    page = document[number]
    try:
        return any(True for _ in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=3))
    finally:
        page.close()


@contextmanager
def _text(document: pdfium.PdfDocument, number: int) -> Iterator[pdfium.PdfTextPage]:
    page = document[number]
    text_page = page.get_textpage()
    try:
        yield text_page
    finally:
        text_page.close()
        page.close()


def _pieces(
    text_page: pdfium.PdfTextPage, *, anew: bool
) -> Iterator[tuple[str, Box, float, int | None]]:
    """Each line's text, box, size of type, and by how many quarters it is turned clockwise; None
    for a slanted one."""
    from pypdfium2.raw import FPDFText_GetCharAngle

    letters = Letters(text_page)
    for start, end in letters.lines():
        middle = letters.middle(start, end)
        turns = FPDFText_GetCharAngle(text_page, middle) / _QUARTER
        turn = round(turns) % 4 if abs(turns - round(turns)) < _STRAIGHT else None
        text = letters.spaced(start, end) if anew and turn == 0 else letters.text[start:end]
        shown = text.translate(_HYPHENS).strip(" \t\u00a0")
        if shown.strip(SOFT):
            boxes = [letters.box(at) for at in {start, middle, end - 1}]
            lefts, lows, rights, highs = zip(*boxes, strict=True)
            box = (min(lefts), min(lows), max(rights), max(highs))
            yield shown, box, letters.size(middle), turn


def _turned(box: Box, turn: int) -> Box:
    """A box in a page that is turned back by so many quarters."""
    left, low, right, high = box
    if turn == 1:
        return -high, left, -low, right
    if turn == 2:
        return -right, -high, -left, -low
    if turn == 3:
        return low, -right, high, -left
    return box
