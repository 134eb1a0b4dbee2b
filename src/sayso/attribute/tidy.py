"""From stretches of word pieces to spans of the text that a reader would mark.

The encoder decides piece by piece; words, quotation marks and clauses do not. What it breaks is
joined here, and what it cuts off is grown, by rules that see the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from sayso.model.span import Span

_LEADING = " \u00a0,;:.–—"
_TRAILING = " \u00a0,;:–—"
# "CITY, March 3", "CITY (AGENCY)", "CITY —": what follows tells it from a word in capitals.
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’/-]{2,40}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}\.?|(?= ?\([A-Z]| [—–-] ))"
)
_SPACE = re.compile(r"\s+")
_LONGEST_WORD = 100  # characters: longer runs of letters are no words, or not of English


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution on its way: places in the text, and the scores of its parts (log)."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    parts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Habits:
    """How far tidying goes.

    gap: characters between two pieces of one content that are joined over.
    """

    gap: int = 25


def whole_words(text: str, start: int, end: int) -> Span:
    """Grow a stretch so that it cuts no word of usual length."""
    first, last = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while end < last and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start > first and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    return Span(start, end)


def within_lines(text: str, span: Span, quotes: Sequence[Span]) -> tuple[Span, ...]:
    """Cut a stretch where a line ends, unless one closed quotation runs over the break."""
    found = []
    start = span.start
    for match in _SPACE.finditer(text, span.start, span.end):
        if "\n" not in match.group():
            continue
        if any(quote.start < match.start() < quote.end for quote in quotes):
            continue
        if match.start() > start:
            found.append(Span(start, match.start()))
        start = match.end()
    if start < span.end:
        found.append(Span(start, span.end))
    return tuple(found)


def joined(
    text: str, content: Sequence[Span], others: Sequence[Span], habits: Habits
) -> tuple[Span, ...]:
    """Join pieces of one content that nothing else parts. others: spans of any other role or
    attribution near by."""
    found: list[Span] = []
    for span in sorted(content):
        if found and _joins(text, found[-1], span, others, habits):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _joins(text: str, left: Span, right: Span, others: Iterable[Span], habits: Habits) -> bool:
    if right.start <= left.end:
        return True
    between = Span(left.end, right.start)
    if any(other.overlaps(between) for other in others):
        return False
    gap = between.cut(text)
    if "\n" in gap:
        return False
    return len(gap) <= habits.gap or not any(mark.isalnum() for mark in gap)


def trimmed(text: str, span: Span) -> Span | None:
    """Leave off the commas and dashes that lead into a stretch or out of it; none if no word is
    left, or a dateline only. A comma inside quotation marks stays."""
    start, end = span.start, span.end
    while start < end and text[start] in _LEADING:
        start += 1
    while start < end and text[end - 1] in _TRAILING:
        end -= 1
    if not any(mark.isalnum() for mark in text[start:end]):
        return None
    dateline = _DATELINE.match(text, start)
    return None if dateline and dateline.end() >= end else _with_doubled(text, start, end)


def _with_doubled(text: str, start: int, end: int) -> Span:
    """Two single marks stand for a double one in some papers: ''so'', and are not parted."""
    before, behind = text[max(0, start - 2) : start + 1], text[end - 1 : end + 2]
    start -= 2 if before[:2] == "''" else before[-2:] == "''"
    end += 2 if behind[-2:] == "''" and len(behind) == 3 else behind[:2] == "''"
    return Span(start, end)


def outside(span: Span, furniture: Sequence[Span]) -> list[Span]:
    """What is left of a stretch without the furniture in it. furniture: in order."""
    left = []
    start = span.start
    for item in furniture:
        if item.end <= start or item.start >= span.end:
            continue
        if item.start > start:
            left.append(Span(start, item.start))
        start = item.end
    if start < span.end:
        left.append(Span(start, span.end))
    return left


def whole_quote(span: Span, marks: Sequence[Span], closed: Container[Span]) -> Span:
    """Grow a piece that begins or ends beside a quotation's edge to that edge."""
    start, end = span.start, span.end
    for edge in marks:
        if edge.start < start <= edge.start + 1:
            start = edge.start
        if edge.end - 1 <= end < edge.end and edge in closed:
            end = edge.end
    return Span(start, end)


class Shelf:
    """Spans in order, so that those near a place are found without looking at all.

    They stand in rows by length, in powers of two: one long span makes no search long.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._rows: defaultdict[int, list[Span]] = defaultdict(list)
        for span in sorted(spans):
            self._rows[len(span).bit_length()].append(span)

    def near(self, place: Span, margin: int = 0) -> list[Span]:
        """The spans that overlap a place, or come within a margin (characters) of it; in order."""
        low, high = place.start - margin, place.end + margin
        found = []
        for bits, row in self._rows.items():
            first = bisect_left(row, low - (1 << bits), key=_start)
            last = bisect_left(row, high, lo=first, key=_start)
            found += [span for span in row[first:last] if span.end > low]
        return sorted(found)


def _start(span: Span) -> int:
    return span.start
