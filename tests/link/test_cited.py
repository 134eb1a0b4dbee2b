"""Hops on the way to a page: what a report gives as another outlet's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.link.frame import Frame, frames
from sayso.link.relays import Relays
from sayso.model.claim import Entity, EntityKind
from sayso.model.document import Document
from sayso.model.relation import Relation, RelationKind
from tests.link.claims import CORRIN, NEAR, NOWHERE, OSTREL, claim

COMET = Entity.make("The Comet", EntityKind.OUTLET)
SAID = "the gauge at Tollen has been mute since Sunday"
TOLD = "that the gauge at Tollen was mute"


def hops(*told: tuple[str, Entity, dict[str, Any]], vector: bytes = NEAR) -> list[Relation]:
    """The relays between two claims, each in a report of its own."""
    documents, made = dict[str, Document](), list[Frame]()
    for text, who, facts in told:
        document, one = claim(text, who, **facts)
        documents[document.id] = document
        made.append(replace(frames(document, [one], NOWHERE)[0], vector=vector))
    return list(Relays(documents).among([(made[0], made[1])]))


def test_what_is_given_as_an_outlets_is_had_from_its_report() -> None:
    later = (TOLD, COMET, {"outlet": "RM24", "printed": "2031-03-05", "cue": "reported"})
    earlier = (SAID, OSTREL, {"outlet": "The Comet"})
    (hop,) = hops(later, earlier)
    assert hop.kind is RelationKind.RELAYS
    assert hop.reasons[0].detail == "RM24 has it from The Comet (“reported”)"
    assert hops(earlier, later) == [hop]


def test_no_hop_from_another_outlets_report_nor_back_in_time_nor_of_something_else() -> None:
    later = (TOLD, COMET, {"outlet": "RM24", "printed": "2031-03-05"})
    assert not hops(later, (SAID, OSTREL, {"outlet": "HANA"}))
    assert not hops(later, (SAID, OSTREL, {"outlet": "The Comet", "printed": "2031-03-09"}))
    assert not hops(later, (SAID, OSTREL, {"outlet": "The Comet"}), vector=b"")


def test_an_outlet_has_nothing_from_itself() -> None:
    own = (TOLD, COMET, {"outlet": "The Comet", "printed": "2031-03-05"})
    assert not hops(own, (SAID, CORRIN, {"outlet": "The Comet"}))
