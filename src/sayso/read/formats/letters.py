"""The letters of a page of a PDF with their places: where its lines and its words end.

pdfium tells both for files that hold lines and spaces. Others place each piece of a line by itself:
there words run together, or spaces stand inside of them, and the room between letters tells.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_BREAK = re.compile(r"\r\n|\r|\n")
_HYPHEN = re.compile("[\x02\ufffe]")  # at the end of a line, as pdfium gives it
_COVERED = 0.3  # of a space's width that the next letter leaves, where none is meant
_WORD_GAP = 0.18  # of the type's size: room between two letters that makes two words
_TRACKED = 0.4  # share of a line's letters with room between them: they are set apart on purpose
_LOOKED_AT = 100  # lines of a page by which its spaces are judged
_WRONG = 0.004  # share of letters with a wrong space from which spaces are made anew

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left of the page."""


class Letters:
    """The letters of one page. text: all of them, as pdfium gives them."""

    def __init__(self, page: pdfium.PdfTextPage) -> None:
        from pypdfium2.raw import (
            FS_MATRIX,
            FS_RECTF,
            FPDFText_GetFontSize,
            FPDFText_GetLooseCharBox,
            FPDFText_GetMatrix,
        )

        self.text = page.get_text_range(errors="replace") if page.count_chars() else ""
        self._page = page
        self._get_box: Any = FPDFText_GetLooseCharBox
        self._get_size: Any = FPDFText_GetFontSize
        self._get_matrix: Any = FPDFText_GetMatrix
        self._held, self._scale = FS_RECTF(), FS_MATRIX()
        self._where, self._scale_at = ctypes.byref(self._held), ctypes.byref(self._scale)

    def box(self, at: int) -> Box:
        """Of one letter, with the room above and below it."""
        self._get_box(self._page, at, self._where)
        held = self._held
        return held.left, held.bottom, held.right, held.top

    def size(self, at: int) -> float:
        """Of its type, as it is shown."""
        self._get_matrix(self._page, at, self._scale_at)
        scale = self._scale
        size = float(self._get_size(self._page, at))
        return size * math.sqrt(abs(scale.a * scale.d - scale.b * scale.c))

    def middle(self, start: int, end: int) -> int:
        """A letter in the middle of a line, no space: those that pdfium adds have no type."""
        middle = (start + end) // 2
        return next((at for at in range(middle, end) if not self.text[at].isspace()), start)

    def lines(self) -> Iterator[tuple[int, int]]:
        """Where each line begins and ends, without the white space around it."""
        at = 0
        for line in _BREAK.split(self.text):
            end = at + len(line)
            # pdfium joins the halves of a broken word; they stand on two lines.
            cuts = [at + match.end() for match in _HYPHEN.finditer(line[:-1])]
            edges = [at, *(cut for cut in cuts if self._is_elsewhere(cut)), end]
            for first, last in pairwise(edges):
                text = self.text[first:last]
                if text.strip():
                    yield last - len(text.lstrip()), first + len(text.rstrip())
            at = end + (2 if self.text[end : end + 2] == "\r\n" else 1)

    def _is_elsewhere(self, at: int) -> bool:
        """Whether a letter stands on another line than the one before the hyphen before it."""
        if at < 2:
            return False
        before, after = self.box(at - 2), self.box(at)
        return abs(before[1] - after[1]) > 0.5 * (before[3] - before[1]) or after[0] < before[0]

    def badly_spaced(self) -> bool:
        """Whether many spaces are missing, or stand where there is no room for them."""
        wrong = total = 0
        for (start, end), _ in zip(self.lines(), range(_LOOKED_AT), strict=False):
            total += end - start
            wrong += sum(
                (letter == " ") != roomy
                for letter, roomy in zip(
                    self.text[start + 1 : end], self._room(start, end), strict=True
                )
            )
        return wrong > max(2.0, _WRONG * total)

    def spaced(self, start: int, end: int) -> str:
        """The letters of a line with a space where there is room for one, and nowhere else."""
        pieces = [self.text[start]]
        for letter, roomy in zip(self.text[start + 1 : end], self._room(start, end), strict=True):
            pieces.append(" " * roomy if letter == " " else " " * roomy + letter)
        return "".join(pieces)

    def _room(self, start: int, end: int) -> list[bool]:
        """For each letter of a line but the first, whether there is room for a space: at a space
        whether the next letter leaves it some, before another letter whether one is missing."""
        boxes = [self.box(at) for at in range(start, end)]
        text, least = self.text[start:end], _WORD_GAP * self.size(self.middle(start, end))
        found, missing = [], 0
        for at in range(1, len(text)):
            here, before = boxes[at], boxes[at - 1]
            if text[at] == " ":
                width = here[2] - here[0]
                covered = 0 <= boxes[at + 1][0] - here[0] < _COVERED * width
                found.append(not covered)
            else:
                # The second is for what is written from right to left.
                apart = max(here[0] - before[2], before[0] - here[2])
                found.append(not text[at - 1].isspace() and apart > least)
                missing += found[-1]
        if missing > _TRACKED * len(text):
            return [letter == " " for letter in text[1:]]
        return found
