"""A claim as a person says it should be: places chosen by hand, words cut from the document."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document
from sayso.model.errors import EvidenceError, UsageError
from sayso.model.span import Evidence, Span
from sayso.store import folded


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
    source, cue = (_cut(document, place) for place in (fix.source, fix.cue))
    content = tuple(part for part in (_cut(document, p) for p in fix.content) if part)
    spans = tuple(sorted(part.span for part in content))
    if not spans:
        raise UsageError("a claim has words: mark what was said")
    if any(a.overlaps(b) for a, b in itertools.pairwise(spans)):
        raise UsageError("two parts of what was said overlap; mark each once")
    places = (source.span if source else None, cue.span if cue else None, spans)
    tie = Attribution(
        Attribution.make_id(document.id, *places),
        document.id,
        *places,
        _quotation(document, claim, spans),
        claim.attribution.parent,
        score=1.0,
    )
    return replace(
        claim,
        attribution=tie,
        source=source,
        cue=cue,
        content=tuple(sorted(content, key=lambda part: part.span)),
        claimer=_claimer(document, claim, fix.speaker, source),
        cue_class=fix.cue_class or claim.cue_class,
        reason=why,
    )


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


def _quotation(document: Document, claim: Claim, content: tuple[Span, ...]) -> Quotation:
    if content == claim.attribution.content:
        return claim.attribution.quotation
    from sayso.attribute.tagger import quotation
    from sayso.parse import parse

    return quotation(parse(document, ()), content)


def _claimer(
    document: Document, claim: Claim, speaker: Speaker | None, source: Evidence | None
) -> Entity:
    """Who says it. The evidence of a new name is where the source, else the text, has it."""
    was = claim.claimer
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
