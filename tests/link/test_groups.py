"""Groups: built on ties, kept apart by decisions."""

from __future__ import annotations

from sayso.link.groups import groups, independent, ways
from sayso.model.relation import Relation, RelationKind, Verdict
from tests.link.claims import claim


def tie(left: str, right: str, score: float) -> Relation:
    return Relation.make(RelationKind.SAME_UTTERANCE, left, right, score)


AB, BC, AC = tie("a", "b", 0.9), tie("b", "c", 0.6), tie("a", "c", 0.5)


def test_ties_make_a_group_that_shows_the_weakest() -> None:
    (group,) = groups(["a", "b", "c", "d"], [AB, BC], {})
    assert group.claims == ("a", "b", "c")
    assert group.weakest == BC


def test_no_group_closes_over_a_rejected_tie() -> None:
    (group,) = groups(["a", "b", "c"], [AB, BC, AC], {AC.id: Verdict.REJECTED})
    assert group.claims == ("a", "b")


def test_a_tie_one_is_unsure_of_joins_nothing() -> None:
    assert groups(["a", "b"], [AB], {AB.id: Verdict.UNSURE}) == ()


def test_a_confirmed_tie_goes_before_a_stronger_one() -> None:
    decided = {BC.id: Verdict.CONFIRMED, AC.id: Verdict.REJECTED}
    (group,) = groups(["a", "b", "c"], [AB, BC, AC], decided)
    assert group.claims == ("b", "c")


def test_order_changes_nothing() -> None:
    once = groups(["a", "b", "c"], [AB, BC, AC], {})
    assert groups(["a", "b", "c"], [AC, BC, AB], {}) == once


def test_reports_of_one_outlet_or_agency_are_one_origin() -> None:
    made = [claim(f"that melons {n}", outlet=outlet) for n, outlet in enumerate("HH")]
    made.append(claim("that melons grow", outlet="The Courier"))
    documents = {document.id: document for document, _ in made}
    found = ways([one for _, one in made], documents, [])
    assert [way.echo for way in found] == [False, True, False]
    assert independent(found) == 2
    assert found[2].chain == ("Henrik Ostrel", "The Courier")


def test_what_is_relayed_is_an_echo() -> None:
    made = [claim("that melons grow", outlet="H"), claim("that melons grew", outlet="C")]
    documents = {document.id: document for document, _ in made}
    first, then = (one for _, one in made)
    relay = Relation.make(RelationKind.RELAYS, then.id, first.id, 0.9)
    found = ways([first, then], documents, [relay])
    assert independent(found) == 1
