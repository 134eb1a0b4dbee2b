"""A claim as a person says it should be: places chosen by hand, words cut from the document."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document
from sayso.model.errors import EvidenceError, UsageError
from sayso.model.span import Evidence, Span
from sayso.store import folded

Parts = tuple[Evidence | None, Evidence | None, tuple[Evidence, ...]]
"""Source, cue and content."""
NOBODY = "unattributed"  # as claims without a source have it


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it. name, kind, role, affiliation: as of an entity; "" where there is none."""

    name: str
    kind: EntityKind = EntityKind.PERSON
    role: str = ""
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """What a claim should be.

    content: where the words stand, in the order of the text. source, cue: where, or None.
    speaker: who; None leaves whom it was found for. cue_class: None leaves it.
    """

    content: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    speaker: Speaker | None = None
    cue_class: CueClass | None = None


def corrected(document: Document, claim: Claim, fix: Fix, why: str) -> Claim:
    """The claim with what a person changed; its id comes from its new places.

    Raises EvidenceError for places outside the text, UsageError where no content is left or a
    name is empty.
    """
    source, cue, content = _parts(document, fix)
    was = claim.attribution
    same = tuple(part.span for part in content) == was.content
    kind = was.quotation if same else _quotation(document, content)
    return replace(
        claim,
        attribution=_tie(document, (source, cue, content), kind, was.parent),
        source=source,
        cue=cue,
        content=content,
        claimer=_claimer(document, claim.claimer, fix.speaker, source),
        cue_class=fix.cue_class or claim.cue_class,
        reason=why,
    )


def written(document: Document, fix: Fix, why: str, among: Iterable[Claim] = ()) -> Claim:
    """A claim that nothing has found, as a person writes it.

    Without a kind of cue the words of the cue tell it; without a speaker nobody is named. among:
    the claims of the document: it stands under the shortest whose content holds its words.
    Raises as `corrected`.
    """
    from sayso.attribute.cues import classify_cue

    parts = source, cue, content = _parts(document, fix)
    spans = [(part.span.start, part.span.end) for part in content]
    said, who = ((part.span.start, part.span.end) if part else None for part in (cue, source))
    act = classify_cue(document.text, said, who, spans)
    nobody = Entity.make(NOBODY, EntityKind.UNNAMED)
    return Claim(
        attribution=_tie(document, parts, _quotation(document, content), _holder(content, among)),
        claimer=_claimer(document, nobody, fix.speaker, source),
        source=source,
        cue=cue,
        content=content,
        cue_class=fix.cue_class or CueClass(act.cue_class),
        negated=act.negated,
        reason=why,
    )


def _parts(document: Document, fix: Fix) -> Parts:
    """Source, cue and content, cut from the document."""
    source, cue = (_cut(document, place) for place in (fix.source, fix.cue))
    found = (part for part in (_cut(document, p) for p in fix.content) if part)
    content = tuple(sorted(found, key=lambda part: part.span))
    if not content:
        raise UsageError("a claim has words: mark what was said")
    if any(a.span.overlaps(b.span) for a, b in itertools.pairwise(content)):
        raise UsageError("two parts of what was said overlap; mark each once")
    return source, cue, content


def _tie(document: Document, parts: Parts, kind: Quotation, parent: str | None) -> Attribution:
    source, cue, content = parts
    places = (
        source.span if source else None,
        cue.span if cue else None,
        tuple(part.span for part in content),
    )
    made = Attribution.make_id(document.id, *places)
    return Attribution(made, document.id, *places, kind, parent, score=1.0)


def _holder(content: Sequence[Evidence], among: Iterable[Claim]) -> str | None:
    """The claim inside whose content this content stands: of several the shortest."""
    holding = [
        (sum(len(part.span) for part in one.content), one.id)
        for one in among
        if all(
            any(whole.span.covers(part.span) and whole.span != part.span for whole in one.content)
            for part in content
        )
    ]
    return min(holding, default=(0, None))[1]


def _cut(document: Document, span: Span | None) -> Evidence | None:
    """The words at a place that was chosen by hand, without the space around them."""
    if span is None:
        return None
    words = span.cut(document.text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    if start >= end:
        raise EvidenceError("there are no words at the place that was marked")
    return Evidence.cut(document.id, document.text, Span(start, end))


def _quotation(document: Document, content: Sequence[Evidence]) -> Quotation:
    from sayso.attribute.tagger import quotation
    from sayso.parse import parse

    return quotation(parse(document, ()), tuple(part.span for part in content))


def _claimer(
    document: Document, was: Entity, speaker: Speaker | None, source: Evidence | None
) -> Entity:
    """Who says it. The evidence of a new name is where the source, else the text, has it."""
    if speaker is None:
        return was
    name = " ".join(speaker.name.split())
    if not folded(name):
        raise UsageError("who says it has a name; for nobody named choose the kind unnamed")
    role, side = speaker.role.strip() or None, speaker.affiliation.strip() or None
    if (name, speaker.kind, role, side) == (was.name, was.kind, was.role, was.affiliation):
        return was
    aliases = was.aliases if name == was.name else ()
    return Entity.make(name, speaker.kind, role, side, aliases, _named(document, name, source))


def _named(document: Document, name: str, source: Evidence | None) -> tuple[Evidence, ...]:
    at = document.text.find(name, source.span.start if source else 0)
    at = at if at >= 0 else document.text.find(name)
    if at < 0:
        return (source,) if source else ()
    return (Evidence.cut(document.id, document.text, Span(at, at + len(name))),)
