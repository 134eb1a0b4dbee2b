"""What the name finder says of a place in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from sayso.model.parsed import Mention, Parsed
from sayso.model.span import Span
from sayso.resolve.glued import datelines
from sayso.resolve.headlines import headlines
from sayso.resolve.mentions import refine
from sayso.resolve.misread import reread
from sayso.resolve.states import standing_in, states
from sayso.resolve.stretches import Covered


class Labels:
    """Mentions by place. They do not overlap, so both ends are in order. headlines: lines in which
    a capital tells no name. datelines: the places and agencies that open a report. openings: where
    sentences begin. states: names and adjectives of states that no library knows → the name."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        headlines: Covered | None = None,
        datelines: Sequence[Span] = (),
        openings: Sequence[int] = (),
        states: Mapping[str, str] | None = None,
        lines: Sequence[int] = (),
    ) -> None:
        self.mentions = sorted(mentions, key=lambda mention: mention.span)
        self.headlines = headlines or Covered(())
        self.datelines = Covered(datelines)
        self.openings = frozenset(openings)
        self.states = states or {}
        self._lines = sorted(lines)
        self._starts = [m.span.start for m in self.mentions]
        self._ends = [m.span.end for m in self.mentions]

    @classmethod
    def of(cls, parsed: Parsed) -> Labels:
        """What a document's mentions tell, put right."""
        lines = headlines(parsed)
        opened = datelines(parsed.document.text, parsed.paragraphs)
        starts = [s.start for s in parsed.sentences] + [line.end for line in opened]
        placed = standing_in(parsed.document.text)
        told = states(parsed.document.text, parsed.mentions, placed)
        known = reread(parsed, refine(parsed, lines), told, placed)
        begun = [line.start for line in parsed.paragraphs]
        return cls(known, lines, opened, starts, told, begun)

    def state(self, words: str) -> str | None:
        """The state that some words name, shouted or not, or whose adjective they are."""
        shouted = words.capitalize() if words.isupper() else words
        return self.states.get(words) or self.states.get(shouted)

    def opening(self, span: Span) -> int:
        """Where a span begins, without a paragraph or dateline that ends in it."""
        last = bisect_left(self._lines, span.end) - 1
        at = max(span.start, self._lines[last]) if last >= 0 else span.start
        return self.after_dateline(at)

    def after_dateline(self, at: int) -> int:
        """The place, or where the dateline that it stands in ends."""
        line = self.datelines.around(at)
        return line.end if line is not None else at

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

    def begins(self, at: int, label: str) -> bool:
        """Whether a longer name of this label begins at a place."""
        return any(m.span.start == at and m.label == label for m in self.within(Span(at, at + 1)))

    def inside_one(self, at: int) -> bool:
        """Whether a character stands inside a name, as the "and" of "Food and Health Agency"."""
        return any(m.span.start < at < m.span.end - 1 for m in self.within(Span(at, at + 1)))
