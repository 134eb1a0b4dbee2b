"""From stretches of word pieces to spans of the text that a reader would mark.

The encoder decides piece by piece; words, quotation marks and clauses do not. What it breaks is
joined here, and what it cuts off is grown, by rules that see the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from sayso.model.span import Span


_LEADING = " \u00a0,;:.–—"
_TRAILING = " \u00a0,;:–—"
_DATELINE = re.compile(r"[A-Z][A-Z .'’/-]{2,40}, [A-Z][a-z]{2,8}\.? \d{1,2}\.?")
_BREAK = re.compile(r"\s*\n\s*")


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
    """Grow a stretch so that it cuts no word."""
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    return Span(start, end)


def within_lines(text: str, span: Span, quotes: Sequence[Span]) -> tuple[Span, ...]:
    """Cut a stretch where a line ends, unless one closed quotation runs over the break."""
    found = []
    start = span.start
    for match in _BREAK.finditer(text, span.start, span.end):
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


def _joins(
    text: str, left: Span, right: Span, others: Iterable[Span], habits: Habits
) -> bool:
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
    return None if _DATELINE.fullmatch(text, start, end) else Span(start, end)


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
    """Spans in order, so that those near a place are found without looking at all."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._longest = max((len(span) for span in self._spans), default=0)

    def near(self, place: Span, margin: int = 0) -> list[Span]:
        """The spans that overlap a place, or come within a margin (characters) of it."""
        low, high = place.start - margin, place.end + margin
        first = bisect_left(self._spans, low - self._longest, key=lambda span: span.start)
        found = []
        for at in range(first, len(self._spans)):
            span = self._spans[at]
            if span.start >= high:
                break
            if span.end > low:
                found.append(span)
        return found
