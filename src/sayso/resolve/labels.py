"""What the name finder says of a place in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.model.parsed import Mention
from sayso.model.span import Span

_SURE = 0.5  # below this a mention tells nothing


class Labels:
    """Mentions by place. They do not overlap, so both ends are in order."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = sorted(
            (m for m in mentions if m.score >= _SURE), key=lambda mention: mention.span
        )
        self._starts = [m.span.start for m in self.mentions]
        self._ends = [m.span.end for m in self.mentions]

    def within(self, span: Span) -> list[Mention]:
        """Mentions that touch a span, in order."""
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        return self.mentions[first:last]

    def label(self, span: Span) -> str | None:
        """The label of the mention that covers most of a span, if one covers half of it."""
        best, most = None, len(span) / 2 - 1
        for mention in self.within(span):
            shared = min(span.end, mention.span.end) - max(span.start, mention.span.start)
            if shared > most:
                best, most = mention.label, shared
        return best

    def inside_one(self, at: int) -> bool:
        """Whether a character stands inside a name, as the "and" of "Food and Health Agency"."""
        return any(m.span.start < at < m.span.end - 1 for m in self.within(Span(at, at + 1)))
