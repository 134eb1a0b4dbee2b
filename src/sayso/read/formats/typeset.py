"""Lines with their places on a page: what the parts of PDF reading hand each other.

Lengths are in points, places from the top left of the page as its text is read, however the page
lies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

SOFT = "\u00ad"
_SAME_ROW = 0.3  # of the type's size: what lies closer stands in one row


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line. page: from 0. left, top, right, bottom: its box. size: of its type. height: of the
    page. turned: whether it runs another way than the rest of the page."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    height: float
    turned: bool = False


def rows(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """The lines that stand side by side, from top to bottom, each row from left to right."""
    row: list[TextLine] = []
    for line in sorted(lines, key=lambda line: line.bottom):
        if row and line.bottom - row[0].bottom > _SAME_ROW * max(line.size, row[0].size):
            yield sorted(row, key=lambda line: line.left)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=lambda line: line.left)


def merged(lines: Sequence[TextLine]) -> list[TextLine]:
    """Top to bottom; pieces that stand side by side in one line are one."""
    found: list[TextLine] = []
    for row in rows(lines):
        held = row[0]
        for line in row[1:]:
            if line.left < held.right - 1:  # one over the other
                found.append(held)
                held = line
                continue
            held = replace(
                held,
                text=f"{held.text} {line.text}",
                top=min(held.top, line.top),
                right=line.right,
                bottom=max(held.bottom, line.bottom),
            )
        found.append(held)
    return found
