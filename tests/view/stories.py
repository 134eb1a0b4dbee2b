"""Reports of made-up stories with several claims each, for the tests of the views."""

from __future__ import annotations

from dataclasses import replace

from sayso.link.groups import Group, groups
from sayso.model import ids
from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document, Furniture, FurnitureKind, KnownFrom, When
from sayso.model.relation import Relation, RelationKind
from sayso.model.span import Evidence, Span
from tests.markup import marked

OSTREL = Entity.make("Henrik Ostrel", EntityKind.PERSON, "Foreign Minister", "Halvern")
CORRIN = Entity.make("Adela Corrin", EntityKind.PERSON, "Foreign Minister", "Merouna")


def report(text: str, outlet: str, printed: str | None = None, **facts: object) -> Document:
    """A document with that text: `[furniture:…] [title:…]` are marked, other marks go."""
    plain, places = marked(text)
    fingerprint = ids.sha256(plain.encode())
    title = places.get("title")
    document = Document(
        ids.document_id(fingerprint, plain),
        f"{outlet}.txt",
        fingerprint,
        plain,
        outlet=outlet,
        title_span=Span(*title[0]) if title else None,
        published=When(printed, KnownFrom.TEXT) if printed else None,
        furniture=tuple(
            Furniture(Span(*place), FurnitureKind.CAPTION) for place in places.get("furniture", ())
        ),
    )
    return replace(document, **facts)  # type: ignore[arg-type]


def told(
    text: str,
    outlet: str,
    who: Entity = OSTREL,
    printed: str | None = "2031-03-04",
    said: str | None = None,
    quotation: Quotation = Quotation.INDIRECT,
) -> tuple[Document, Claim]:
    """A document and its one claim: `[source:…] [cue:…] [content:…]`."""
    document = report(text, outlet, printed)
    _, places = marked(text)

    def cut(role: str) -> tuple[Evidence, ...]:
        found = places.get(role, ())
        return tuple(Evidence.cut(document.id, document.text, Span(*place)) for place in found)

    source, cue = next(iter(cut("source")), None), next(iter(cut("cue")), None)
    content = cut("content")
    spans = tuple(part.span for part in content)
    where = (source.span if source else None, cue.span if cue else None, spans)
    made = Attribution.make_id(document.id, *where)
    tie = Attribution(made, document.id, *where, quotation, None, 0.9)
    when = When(said, KnownFrom.TEXT) if said else None
    return document, Claim(tie, who, source, cue, content, CueClass.SAY, said=when)


def one_utterance(*claims: Claim) -> tuple[Group, ...]:
    """The claims as reports of one utterance."""
    first, *others = claims
    kind = RelationKind.SAME_UTTERANCE
    ties = [Relation.make(kind, first.id, other.id, 0.9) for other in others]
    return groups([claim.id for claim in claims], ties, {})


def apart(*reports: tuple[Document, Claim]) -> tuple[list[Document], list[Claim]]:
    """The documents and the claims of some reports."""
    return [document for document, _ in reports], [claim for _, claim in reports]
