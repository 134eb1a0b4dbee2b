"""Frames of made-up claims, for the tests of this folder."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.link.frame import Frame, frames
from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document, KnownFrom, When
from sayso.model.ids import document_id, sha256
from sayso.model.span import Evidence, Span

OSTREL = Entity.make("Henrik Ostrel", EntityKind.PERSON, "Foreign Minister", "Halvern")
HALVERN = Entity.make("Halvern", EntityKind.GOVERNMENT)
CORRIN = Entity.make("Adela Corrin", EntityKind.PERSON, "Foreign Minister", "Merouna")
NEAR = bytes([20]) * 384
"""Of a content that is near to all others in meaning."""
NOWHERE: Any = lambda _words: None  # noqa: E731


def claim(text: str, who: Entity = OSTREL, **facts: Any) -> tuple[Document, Claim]:
    """A claim in a report of its own. facts: printed, said, cue, cue_class, quotation, outlet."""
    cue = facts.get("cue", "said")
    whole = f"{cue} {text}"
    fingerprint = sha256(whole.encode())
    printed = When(facts.get("printed", "2031-03-04"), KnownFrom.META)
    document = Document(
        document_id(fingerprint, whole), "a.txt", fingerprint, whole,
        outlet=facts.get("outlet"), published=printed,
    )  # fmt: skip
    words = Evidence.cut(document.id, whole, Span(len(cue) + 1, len(whole)))
    place = Span(0, len(cue))
    made = Attribution.make_id(document.id, None, place, (words.span,))
    quotation = facts.get("quotation", Quotation.DIRECT if '"' in text else Quotation.INDIRECT)
    tie = Attribution(made, document.id, None, place, (words.span,), quotation)
    said = facts.get("said")
    return document, Claim(
        tie, who, None, Evidence.cut(document.id, whole, place), (words,),
        facts.get("cue_class", CueClass.SAY), said=When(said, KnownFrom.TEXT) if said else None,
    )  # fmt: skip


def framed(text: str, who: Entity = OSTREL, **facts: Any) -> Frame:
    """The frame of such a claim."""
    document, made = claim(text, who, **facts)
    return replace(frames(document, [made], NOWHERE)[0], vector=NEAR)
