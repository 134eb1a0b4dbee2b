"""A whole claim as JSON, for where it is kept outside the tables of claims."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import KnownFrom, When
from sayso.model.errors import EvidenceError
from sayso.model.span import Evidence, Span

Place = tuple[int, int, str]


def pack(claim: Claim) -> str:
    """A claim as JSON; every place with its words."""
    return json.dumps(shape(claim), ensure_ascii=False, sort_keys=True)


def shape(claim: Claim) -> dict[str, Any]:
    """The same as plain values."""
    who, said = claim.claimer, claim.said
    return {
        "source": _place(claim.source),
        "cue": _place(claim.cue),
        "content": [_place(part) for part in claim.content],
        "quotation": claim.attribution.quotation.value,
        "parent": claim.attribution.parent,
        "score": claim.attribution.score,
        "claimer": {
            "name": who.name,
            "kind": who.kind.value,
            "role": who.role,
            "affiliation": who.affiliation,
            "aliases": list(who.aliases),
            "evidence": [_place(part) for part in who.evidence],
            "stands_for": who.stands_for,
        },
        "cue_class": claim.cue_class.value,
        "negated": claim.negated,
        "medium": _place(claim.medium),
        "addressee": _place(claim.addressee),
        "said": [said.iso, said.known_from.value] if said else None,
        "place": _place(claim.place),
        "occasion": _place(claim.occasion),
        "reason": claim.reason,
    }


def unpack(document: str, packed: str) -> Claim:
    """The claim of a document. Raises EvidenceError where the JSON is none of a claim."""
    try:
        return unshape(document, json.loads(packed))
    except ValueError as error:
        raise EvidenceError(f"not a claim: {error}") from error


def unshape(document: str, told: dict[str, Any]) -> Claim:
    """The same from plain values."""
    try:
        return _claim(document, told)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise EvidenceError(f"not a claim: {error!r}") from error


def fits(claim: Claim, text: str) -> bool:
    """Whether the text of its document holds every word of a claim where it says."""
    around = (claim.medium, claim.addressee, claim.place, claim.occasion)
    parts = (claim.source, claim.cue, *claim.content, *around, *claim.claimer.evidence)
    places = [part for part in parts if part]
    return all(text[p.span.start : p.span.end] == p.text for p in places)


def _claim(document: str, told: dict[str, Any]) -> Claim:
    source, cue = _evidence(document, told["source"]), _evidence(document, told["cue"])
    content = _parts(document, told["content"])
    spans = tuple(part.span for part in content)
    places = (source.span if source else None, cue.span if cue else None, spans)
    tie = Attribution(
        Attribution.make_id(document, *places),
        document,
        *places,
        Quotation(told["quotation"]),
        told["parent"],
        float(told["score"]),
    )
    who = told["claimer"]
    claimer = Entity.make(
        str(who["name"]),
        EntityKind(who["kind"]),
        who["role"],
        who["affiliation"],
        tuple(who["aliases"]),
        _parts(document, who["evidence"]),
        who.get("stands_for"),
    )
    said = told["said"]
    return Claim(
        attribution=tie,
        claimer=claimer,
        source=source,
        cue=cue,
        content=content,
        cue_class=CueClass(told["cue_class"]),
        negated=bool(told["negated"]),
        medium=_evidence(document, told["medium"]),
        addressee=_evidence(document, told["addressee"]),
        said=When(said[0], KnownFrom(said[1])) if said else None,
        place=_evidence(document, told["place"]),
        occasion=_evidence(document, told.get("occasion")),  # packed before schema 10: none
        reason=str(told["reason"]),
    )


def _place(part: Evidence | None) -> Place | None:
    return (part.span.start, part.span.end, part.text) if part else None


def _evidence(document: str, place: Sequence[Any] | None) -> Evidence | None:
    if place is None:
        return None
    start, end, text = place
    return Evidence(document, Span(int(start), int(end)), str(text))


def _parts(document: str, places: Sequence[Sequence[Any]]) -> tuple[Evidence, ...]:
    found = (_evidence(document, place) for place in places)
    return tuple(part for part in found if part)
