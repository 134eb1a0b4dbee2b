"""The lines of a page → columns in reading order.

A gutter is a place where lines end on one side and begin on the other, for several lines that stand
side by side. Lines across it (headlines, tables) part the page into bands, each read for itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from sayso.read.formats.typeset import TextLine, merged, rows

_SLACK = 3.0  # points that a line may stick out into a gutter
_GUTTER = 6.0  # points between two columns, at least
_FEWEST = 3  # lines on each side that make a gutter one
_WORDS = 3  # in a line of a column, in the middle; cells of tables have fewer
_SIDE_BY_SIDE = 0.5  # share of the height of the lower column that lies beside the other
_TRIED = 24  # places where a column may begin
_DEEPEST = 6  # gutters beside each other

Sides = tuple[list[TextLine], list[TextLine]]


def columns(lines: Sequence[TextLine], depth: int = 0) -> Iterator[tuple[TextLine, ...]]:
    """The lines of a page in columns, in reading order; pieces of one line are joined."""
    bands = _bands(lines) if depth < _DEEPEST else None
    if bands is None:
        if lines:
            yield tuple(merged(lines))
        return
    for band in bands:
        for side in band:
            yield from columns(side, depth + 1)


def _bands(lines: Sequence[TextLine]) -> list[Sides] | None:
    """The bands that the best gutter makes, what is no column all on the left; None without one."""
    # Lines of a column begin at one place, so that the gutter is left of a place that is common.
    starts = Counter(round(line.left / 2) for line in lines)
    best, most = None, 0
    for place, count in starts.most_common(_TRIED):
        if count < _FEWEST:
            break
        edge = min(line.left for line in lines if round(line.left / 2) == place) - _SLACK
        bands = list(_parted(lines, edge))
        size = sum(min(len(left), len(right)) for left, right in bands)
        if size > most:
            best, most = bands, size
    return best


def _parted(lines: Sequence[TextLine], edge: float) -> Iterator[Sides]:
    """The lines in bands by a gutter that ends at a place."""
    plain: list[TextLine] = []
    for stretch in _stretches(lines, edge):
        left = [line for line in stretch if line.right <= edge]
        right = [line for line in stretch if line.left >= edge]
        if len(left) + len(right) == len(stretch) and _are_columns(left, right):
            if plain:
                yield plain, []
            plain = []
            yield left, right
        else:
            plain += stretch
    if plain:
        yield plain, []


def _stretches(lines: Sequence[TextLine], edge: float) -> Iterator[list[TextLine]]:
    """Lines that cross a place, and those between them, from top to bottom."""
    held: list[TextLine] = []
    crossed = False
    for row in rows(lines):
        crosses = any(line.left < edge < line.right for line in row)
        if held and crosses != crossed:
            yield held
            held = []
        held += row
        crossed = crosses
    if held:
        yield held


def _are_columns(left: Sequence[TextLine], right: Sequence[TextLine]) -> bool:
    if min(len(left), len(right)) < _FEWEST:
        return False
    if min(line.left for line in right) - sorted(line.right for line in left)[-1] < _GUTTER:
        return False
    if any(median(line.text.count(" ") + 1 for line in side) < _WORDS for side in (left, right)):
        return False
    top = max(min(line.top for line in side) for side in (left, right))
    bottom = min(max(line.bottom for line in side) for side in (left, right))
    lower = min(
        max(line.bottom for line in side) - min(line.top for line in side) for side in (left, right)
    )
    return bottom - top >= _SIDE_BY_SIDE * lower
