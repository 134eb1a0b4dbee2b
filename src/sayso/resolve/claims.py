"""Attributions → claims: split joint sources, resolve in reading order, put together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity
from sayso.model.parsed import Parsed
from sayso.model.span import Evidence, Span
from sayso.model.trace import Problem
from sayso.resolve.anaphora import Anaphora, Place, SameScorer
from sayso.resolve.context import Context, Surroundings
from sayso.resolve.known import Known, own_words
from sayso.resolve.labels import Labels
from sayso.resolve.register import Register
from sayso.resolve.relative import last_two
from sayso.resolve.split import split_sources
from sayso.resolve.stretches import Covered
from sayso.resolve.subject import subject_before
from sayso.resolve.who import Finder, Who

_WHO_BOTH = re.compile(r"\bwho both\b")
_DEEPEST = 8  # attributions in one another; a ring of parents ends here
Reading = tuple[CueClass, bool]


@dataclass(frozen=True, slots=True)
class _Part:
    """An attribution with one speaker, its reading, and its place in the order of the input."""

    attribution: Attribution
    reading: Reading
    order: int


class Document:
    """One document on the way from attributions to claims."""

    def __init__(
        self, parsed: Parsed, attributions: Sequence[Attribution], same: SameScorer | None
    ) -> None:
        self.parsed = parsed
        self.contents = [span for a in attributions for span in a.content]
        labels = Labels.of(parsed)
        sources = dict.fromkeys(a.source for a in attributions if a.source is not None)
        self.split = {s: split_sources(parsed.document.text, s, labels) for s in sources}
        spans = [part for parts in self.split.values() for part in parts]
        self.register = Register(parsed, spans, labels)
        self.finder = Finder(self.register, Anaphora(self.register, self.contents, same))
        self.surroundings = Surroundings(self.register, self.contents)
        self.paragraphs = self.register.paragraphs
        self.entities: dict[int, Entity] = {}
        self.problems: dict[Problem, None] = {}
        self.contexts: dict[Span, Context] = {}
        self.quoted = Covered(q.span for q in parsed.quotations)

    def claims(
        self, attributions: Sequence[Attribution], readings: Sequence[Reading]
    ) -> tuple[Claim, ...]:
        parts = self._parts(attributions, readings)
        who: dict[str, Who] = {}
        depths = _depths(attributions)
        for part in sorted(parts, key=lambda p: _reading_order(p.attribution, depths)):
            tie = part.attribution
            if tie.source is not None:
                parent = who.get(tie.parent) if tie.parent else None
                who[tie.id] = self._who(tie, tie.source, parent.known if parent else None)
        ends = sorted(
            (p.attribution.content[-1].end, n)
            for n, p in enumerate(parts)
            if p.attribution.source is not None
        )
        for part in parts:
            if part.attribution.source is None:
                before = bisect_right(ends, (part.attribution.content[0].start, len(parts)))
                last = parts[ends[before - 1][1]].attribution if before else None
                who[part.attribution.id] = self._without_source(part.attribution, last, who)
        return tuple(self._claim(part, who[part.attribution.id]) for part in parts)

    def _who(self, tie: Attribution, source: Span, speaker: Known | None) -> Who:
        start = min(source.start, tie.content[0].start)
        return self.finder.who(Place(source, start, tie.content), speaker)

    # ---------------------------------------------------------------- several speakers

    def _parts(
        self, attributions: Sequence[Attribution], readings: Sequence[Reading]
    ) -> list[_Part]:
        found: list[_Part] = []
        renamed: dict[str, str] = {}
        for order, (tie, reading) in enumerate(zip(attributions, readings, strict=True)):
            spans = self._speakers(tie)
            ties = [_with_source(tie, span) for span in spans] if len(spans) > 1 else [tie]
            renamed[tie.id] = ties[0].id
            found.extend(_Part(one, reading, order) for one in ties)
        return [_reparent(part, renamed) for part in found]

    def _speakers(self, tie: Attribution) -> tuple[Span, ...]:
        if tie.source is None:
            return ()
        text = self.parsed.document.text
        parts = self.split[tie.source]
        both = _WHO_BOTH.search(text, tie.source.start, tie.source.end + len(" both"))
        if len(parts) > 1 or both is None or both.start() > tie.source.end:
            return parts
        return last_two(self.register, Span(both.start(), both.end())) or parts

    # ---------------------------------------------------------------- quotations that go on

    def _without_source(
        self, tie: Attribution, last: Attribution | None, who: dict[str, Who]
    ) -> Who:
        """The subject of the cue may stand in the text after all; a quotation goes on with whoever
        was quoted right before it."""
        subject = subject_before(self.register, tie.cue) if tie.cue is not None else None
        if subject is not None:
            found = self._who(tie, subject, None)
            words = subject.cut(self.parsed.document.text)
            return replace(found, reason=f'"{words}" stands before the cue; {found.reason}')
        if tie.quotation is Quotation.INDIRECT or not self._opens_quoted(tie):
            return self.finder.nobody("the text gives no source")
        return self._continued(tie, last, who)

    def _continued(self, tie: Attribution, last: Attribution | None, who: dict[str, Who]) -> Who:
        here = self.paragraphs.number(tie.content[0].start)
        gap = here - self.paragraphs.number(_end(last) - 1) if last is not None else 2
        if last is None or gap > 1:
            return self.finder.nobody("the text gives no source for this quotation")
        known = who[last.id].known
        where = "in the same paragraph" if gap <= 0 else "in the paragraph before"
        return Who(known, f"the quotation goes on with {known.label}, quoted {where}")

    def _opens_quoted(self, tie: Attribution) -> bool:
        start = tie.content[0].start
        return any(self.quoted.around(at) is not None for at in (start, start + 1))

    # ---------------------------------------------------------------- put together

    def _claim(self, part: _Part, who: Who) -> Claim:
        tie, (cue_class, negated) = part.attribution, part.reading
        context = self._context(tie, who.document)
        if context.amiss:
            self.problems.setdefault(self._no_date(context.amiss))
        return Claim(
            attribution=tie,
            claimer=self._entity(who.known),
            source=self._cut(tie.source),
            cue=self._cut(tie.cue),
            content=tuple(self._evidence(span) for span in tie.content),
            cue_class=cue_class,
            negated=negated,
            medium=context.medium,
            addressee=context.addressee,
            said=context.said,
            place=context.place,
            occasion=context.occasion,
            reason=who.reason,
        )

    def _context(self, tie: Attribution, document: Span | None) -> Context:
        """What one source says in one breath ("said on Monday that …, adding that …") was said at
        one time and place."""
        found = self.surroundings.of(tie, document)
        if tie.source is None:
            return found
        first = self.contexts.setdefault(tie.source, found)
        return found.or_else(first)

    def _no_date(self, why: str) -> Problem:
        document = self.parsed.document
        message = f"a claim is kept without a date of saying, for {why}"
        return Problem("impossible-date", message, document.source, document.id)

    def _entity(self, known: Known) -> Entity:
        """Made once: all is known of everybody by the time that claims are put together."""
        found = self.entities.get(id(known))
        if found is None:
            document = self.parsed.document
            found = known.entity(document.id, document.text, self._affiliation(known))
            self.entities[id(known)] = found
        return found

    def _affiliation(self, known: Known) -> str | None:
        """Under the body's full name, where the document gives one."""
        given = known.described.affiliation
        owner = self.register.people.named(given) if given and known.name is None else None
        if owner is not None:
            return owner.label
        if given is None or given == known.described.country:
            return given if given != known.label else None
        body = self.register.things.named(given, own_words(given), known.described.country)
        if body is known:
            return None
        if body is None or (given[0].isupper() and len(body.label) < len(given)):
            return given
        return self.register.things.fullest(body).label

    def _cut(self, span: Span | None) -> Evidence | None:
        return None if span is None else self._evidence(span)

    def _evidence(self, span: Span) -> Evidence:
        return Evidence.cut(self.parsed.document.id, self.parsed.document.text, span)


def _with_source(tie: Attribution, source: Span) -> Attribution:
    made = Attribution.make_id(tie.document, source, tie.cue, tie.content)
    return replace(tie, id=made, source=source)


def _reparent(part: _Part, renamed: dict[str, str]) -> _Part:
    """A split parent lives on under the id of its first speaker."""
    tie = part.attribution
    if tie.parent is None or renamed.get(tie.parent, tie.parent) == tie.parent:
        return part
    return replace(part, attribution=replace(tie, parent=renamed[tie.parent]))


def _end(tie: Attribution) -> int:
    return max(tie.content[-1].end, tie.source.end if tie.source else 0)


def _depths(attributions: Sequence[Attribution]) -> dict[str, int]:
    """How deep each attribution stands in others' words."""
    parents = {a.id: a.parent for a in attributions}
    found: dict[str, int] = {}
    for tie in attributions:
        depth, at = 0, tie.parent
        while at is not None and depth < _DEEPEST:
            depth, at = depth + 1, parents.get(at)
        found[tie.id] = depth
    return found


def _reading_order(tie: Attribution, depths: dict[str, int]) -> tuple[int, int]:
    """Outer before inner, then by place: whoever says the words around a claim comes first."""
    start = tie.source.start if tie.source else tie.content[0].start
    depth = depths.get(tie.id, 1 if tie.parent else 0)
    return depth, start
