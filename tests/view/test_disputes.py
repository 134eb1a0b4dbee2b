"""Who disputes whom: ties of two parties gathered, with who carries each side."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.relation import Decision, Relation, RelationKind, Verdict
from sayso.view.disputes import open_denials
from sayso.view.dossier import ties
from tests.quarrel import quarrel, told


def test_a_dispute_has_both_sides_in_their_words() -> None:
    _, _, [one] = ties(quarrel())
    assert (one.left.name, one.right.name) == ("Adela Corrin", "Henrik Ostrel")
    assert one.kinds == (("denies", 1, 0), ("mirrors", 2, 0))
    assert [saying.row.text for saying in one.left_says] == [
        "that Merouna had touched the gauge",
        "Halvern only pretends to share data",
    ]
    [said] = one.right_says
    assert (said.outlets, said.origins, said.reports) == (("HANA", "The Courier"), 1, 2)
    assert [link.kind for link in one.links] == ["denies", "mirrors", "mirrors"]


def test_a_denial_in_the_other_direction_is_counted_apart() -> None:
    source = quarrel()
    _, second, third, fourth = (claim.id for claim in source.claims)
    denials = [
        Relation.make(RelationKind.DENIES, fourth, second, 0.7),
        Relation.make(RelationKind.DENIES, second, third, 0.7),
    ]
    _, _, [one] = ties(replace(source, relations=[*source.relations, *denials]))
    assert one.kinds[0] == ("denies", 2, 1)


def test_what_people_rejected_is_no_dispute() -> None:
    source = quarrel()
    rejected = [
        Decision(tie.id, Verdict.REJECTED, "Ada", "2031-03-09T10:00:00")
        for tie in source.relations
        if tie.kind is not RelationKind.SAME_UTTERANCE
    ]
    links, origins, found = ties(replace(source, decisions=rejected))
    assert (len(links), len(origins), found) == (1, 1, ())


def test_agreement_is_no_dispute() -> None:
    source = quarrel()
    first, _, third, _ = (claim.id for claim in source.claims)
    same = [Relation.make(RelationKind.SUPPORTING, first, third, 0.9)]
    assert ties(replace(source, relations=same))[2] == ()


def test_confirmed_disputes_come_first() -> None:
    source = quarrel()
    alone = replace(source, actors=[])  # nobody is joined: each document has claimers of its own
    assert len(ties(alone)[2]) == 1
    first, _, third, fourth = (claim.id for claim in source.claims)
    own = Relation.make(RelationKind.REFUTING, third, fourth, 0.6)
    sure = Decision(own.id, Verdict.CONFIRMED, "Ada", "2031-03-09T10:00:00")
    relations = [*source.relations, own]
    names = [
        (one.left.name, one.right.name)
        for one in ties(replace(source, relations=relations, decisions=[sure]))[2]
    ]
    assert names[0] == ("Adela Corrin", "Adela Corrin")
    assert first


def test_a_denial_without_a_known_target_is_kept_as_such() -> None:
    source = quarrel()
    third = source.claims[2]
    assert open_denials(source.claims, source.relations) == ()
    others = [tie for tie in source.relations if tie.kind is not RelationKind.DENIES]
    assert open_denials(source.claims, others) == (third,)
    row = told(replace(source, relations=others)).doubts.denials[0]
    assert row.id == third.id


def test_who_does_not_deny_leaves_nothing_open() -> None:
    third = replace(quarrel().claims[2], negated=True)
    assert open_denials([third], []) == ()
