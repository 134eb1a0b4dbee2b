"""Stretches of a text, asked by place, in logarithmic time: a document of any length is resolved in
time that grows with its length and no faster."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sayso.model.span import Span


class Sentences:
    """Sentences or paragraphs, which do not overlap: which of them a place falls into."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self._starts = [span.start for span in spans]

    def number(self, at: int) -> int:
        return (bisect_right(self._starts, at) or 1) - 1

    def at(self, at: int) -> Span | None:
        if not self.spans:
            return None
        return self.spans[self.number(at)]


class Covered:
    """What some spans cover together, overlaps merged."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._merged: list[Span] = []
        for span in sorted(spans):
            last = self._merged[-1] if self._merged else None
            if last is not None and span.start <= last.end:
                self._merged[-1] = Span(last.start, max(last.end, span.end))
            else:
                self._merged.append(span)
        self._starts = [span.start for span in self._merged]

    def around(self, at: int) -> Span | None:
        """The covered stretch that a character stands in."""
        number = bisect_right(self._starts, at) - 1
        if number < 0 or self._merged[number].end <= at:
            return None
        return self._merged[number]

    def covers(self, span: Span) -> bool:
        found = self.around(span.start)
        return found is not None and found.covers(span)
