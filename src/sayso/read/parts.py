"""The lines of a text by where they stand: above the headline, below it, in the report, aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.document import Furniture, FurnitureKind
from sayso.read.lines import Line

_HEAD = 30  # lines among which dates, bylines and the dateline are sought


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines that provenance looks at.

    above: before the headline. below: from the headline to the first paragraphs. report: lines
    that are no furniture, without the headline. marked: furniture, with its kind.
    """

    above: tuple[Line, ...]
    below: tuple[Line, ...]
    report: tuple[Line, ...]
    marked: tuple[tuple[Line, FurnitureKind], ...]


def split(rows: Sequence[Line], title: Line | None, furniture: Sequence[Furniture]) -> Parts:
    """The lines by where they stand."""
    kinds = {item.span.start: item.kind for item in furniture}
    at = rows.index(title) if title is not None else -1
    report = tuple(row for i, row in enumerate(rows) if row.span.start not in kinds and i != at)
    marked = tuple((row, kinds[row.span.start]) for row in rows if row.span.start in kinds)
    return Parts(tuple(rows[: max(at, 0)]), tuple(rows[at + 1 : at + 1 + _HEAD]), report, marked)


def top(parts: Parts) -> list[Line]:
    """Lines around the headline, up to the second paragraph of the report."""
    paragraphs = [row for row in parts.report if row.prose]
    end = paragraphs[1].span.start if len(paragraphs) > 1 else None
    return [row for row in (*parts.above, *parts.below) if end is None or row.span.start < end]
