"""Which lines of printed pages run along on all of them: heads, feet, page numbers, stamps."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.read.formats.typeset import TextLine

_EDGE = 0.25  # share of the page's height at top and bottom where they stand
_RIM = 0.14  # and where a number alone is one
_ROOM = 0.5  # of the type's size, at least, between them and the text
_MOST_LINES = 8  # at one edge of a page
_SAME_PLACE = 4.0  # points
_MANY = 6  # pages from which two that are alike may be chance
_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite)?\s?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\W*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_FIRST_OR_LAST = re.compile(r"^(\d{1,4})\b|\b(\d{1,4})$")

Place = tuple[object, int]


def running(lines: Sequence[TextLine]) -> set[int]:
    """The `id` of each line that runs along: that stands in the same place on several pages, with
    the same words or with numbers that count the pages; that is a page number only; or that runs
    another way than the page.

    Nothing that runs along lies inside of a line that does not.
    """
    orders = list(_orders(lines))
    pages = len({line.page for line in lines})
    seen = {
        (place, line.page) for order in orders for line in _outer(order) for place in _places(line)
    }
    on_pages = Counter(place for place, _ in seen)
    enough = 2 if pages <= _MANY else 3
    found = {id(line) for line in lines if line.turned}
    for order in orders:
        along = 0
        for count, line in enumerate(_outer(order), start=1):
            alike = any(on_pages[place] >= enough for place in _places(line))
            if not alike and not _is_number(line):
                break
            if _apart(line, order[count:]):
                along = count
        found.update(id(line) for line in order[:along])
    return found


def _orders(lines: Iterable[TextLine]) -> Iterator[list[TextLine]]:
    """The lines of each page from the top down, and from the bottom up."""
    by_page: dict[int, list[TextLine]] = defaultdict(list)
    for line in lines:
        if not line.turned:
            by_page[line.page].append(line)
    for held in by_page.values():
        yield sorted(held, key=lambda line: line.bottom)
        yield sorted(held, key=lambda line: -line.top)


def _outer(order: Sequence[TextLine]) -> Iterator[TextLine]:
    """The first lines from an edge of the page, as far as heads and feet may reach."""
    down = order[0].bottom <= order[-1].bottom
    for line in order[:_MOST_LINES]:
        depth = line.bottom if down else line.height - line.top
        if depth > line.height * _EDGE:
            return
        yield line


def _apart(line: TextLine, inner: Sequence[TextLine]) -> bool:
    """Whether a line is set smaller than the next one, or with more room between them than a
    paragraph has."""
    for other in inner:
        if other.left < line.right and line.left < other.right:
            room = max(other.top - line.bottom, line.top - other.bottom)
            return line.size < 0.9 * other.size or room > _ROOM * other.size
    return bool(inner) or _is_number(line)


def _is_number(line: TextLine) -> bool:
    """Whether a line is a page number alone."""
    rim = min(line.bottom, line.height - line.top) < line.height * _RIM
    return rim and _NUMBER.fullmatch(line.text) is not None


def _places(line: TextLine) -> set[Place]:
    """By which a line is known again on other pages: its words or its number, and its height."""
    known: list[object] = [_DIGITS.sub("#", line.text)]
    for match in _FIRST_OR_LAST.finditer(line.text):
        known.append(int(match[1] or match[2]) - line.page)
    step = line.top / _SAME_PLACE
    return {(what, place) for what in known for place in (int(step), int(step + 0.5) + 1_000_000)}
