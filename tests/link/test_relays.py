"""Who has a claim from whom."""

from __future__ import annotations

from dataclasses import replace

from sayso.link.frame import frames
from sayso.link.relays import Relays
from sayso.model.document import Furniture, FurnitureKind
from sayso.model.relation import RelationKind
from sayso.model.span import Span
from tests.link.claims import NOWHERE, claim

BEFORE = "the discharge below the dam has not once dropped under three hundred and ten cubic metres"
AFTER = " a second since filling began, whatever the neighbours may tell, and nobody measured less"
CAPTION = "\nFILE PHOTO: The dam at night.\n"


def test_a_passage_around_furniture_is_cut_from_the_text() -> None:
    agency, first = claim(BEFORE + AFTER, outlet="HANA")
    page, second = claim(BEFORE + CAPTION + AFTER, outlet="The Courier")
    start = page.text.index(CAPTION)
    place = Span(start, start + len(CAPTION))
    page = replace(page, credits=("HANA",), furniture=(Furniture(place, FurnitureKind.CAPTION),))
    documents = {one.id: one for one in (agency, page)}
    one, other = (
        frames(document, [made], NOWHERE)[0] for document, made in ((agency, first), (page, second))
    )
    (relay,) = Relays(documents).among([(one, other)])
    assert (relay.kind, relay.left, relay.right) == (RelationKind.RELAYS, second.id, first.id)
    parts = [part for reason in relay.reasons for part in (*reason.left, *reason.right)]
    assert {part.document for part in parts} == documents.keys()
    assert all(part.text == part.span.cut(documents[part.document].text) for part in parts)
    assert any(CAPTION in part.text for part in parts)
