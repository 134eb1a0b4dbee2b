"""Documents and claims from marked text, for tests of what comes after the reading."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.model import ids
from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document, Furniture, FurnitureKind, KnownFrom, When
from sayso.model.span import Evidence, Span
from tests.markup import Places, marked

OSTREL = Entity.make("Henrik Ostrel", EntityKind.PERSON, "Foreign Minister", "Halvern")


def report(text: str, claimer: Entity = OSTREL, **facts: Any) -> tuple[Document, Claim]:
    """A document and the one claim in it: `[source:…] [cue:…] [content:…] [furniture:…]`.

    facts: other fields of the document; `quotation` and `cue_class` go to the claim.
    """
    plain, places = marked(text)
    kind = facts.pop("quotation", Quotation.INDIRECT), facts.pop("cue_class", CueClass.SAY)
    document = _document(plain, places, facts)
    return document, _claim(document, places, claimer, kind)


def _document(text: str, places: Places, facts: dict[str, Any]) -> Document:
    fingerprint = ids.sha256(text.encode("utf-8", "surrogatepass"))
    furniture = (Furniture(Span(*p), FurnitureKind.CAPTION) for p in places.get("furniture", ()))
    base = Document(
        id=ids.document_id(fingerprint, text),
        source="reports/courier.txt",
        sha256=fingerprint,
        text=text,
        outlet="The Lannet Courier",
        title="Commission seeks access",
        published=When("2031-03-04", KnownFrom.TEXT),
        furniture=tuple(furniture),
    )
    return replace(base, **facts)


def _claim(
    document: Document, places: Places, claimer: Entity, kind: tuple[Quotation, CueClass]
) -> Claim:
    def cut(role: str) -> tuple[Evidence, ...]:
        found = places.get(role, ())
        return tuple(Evidence.cut(document.id, document.text, Span(*place)) for place in found)

    source, cue = next(iter(cut("source")), None), next(iter(cut("cue")), None)
    content = cut("content")
    spans = (
        source.span if source else None,
        cue.span if cue else None,
        tuple(part.span for part in content),
    )
    tie = Attribution(
        Attribution.make_id(document.id, *spans), document.id, *spans, kind[0], None, 0.875
    )
    occasion = next(iter(cut("occasion")), None)
    return Claim(tie, claimer, source, cue, content, kind[1], occasion=occasion)
