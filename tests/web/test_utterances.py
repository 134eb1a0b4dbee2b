"""Groups by clusters are those of all ties at once, and follow verdicts."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

from sayso.link.groups import groups
from sayso.linking import linker
from sayso.model.relation import Decision, Relation, RelationKind, Verdict
from sayso.store.desk import Desk as Opened
from sayso.store.hand import Hand
from sayso.web.utterances import Utterances, clusters
from tests.web.conftest import Desk, claims, post


def same(one: str, other: str, score: float = 0.6) -> Relation:
    return Relation.make(RelationKind.SAME_UTTERANCE, one, other, score)


def test_clusters_hold_each_tie_once() -> None:
    ties = [same("c1", "c2"), same("c8", "c9"), same("c3", "c4"), same("c2", "c3")]
    found = sorted(tuple(sorted(tie.left for tie in some)) for some in clusters(ties))
    assert found == [("c1", "c2", "c3"), ("c8",)]


def test_groups_follow_verdicts_and_ties(case: Path) -> None:
    """As if worked out from all ties each time."""
    known = Utterances()

    def check() -> list[tuple[str, ...]]:
        with Hand.hold(case) as hand:
            ties = hand.bare_ties([RelationKind.SAME_UTTERANCE])
            ids = sorted({end for tie in ties for end in (tie.left, tie.right)})
            whole = groups(ids, ties, hand.verdicts())
        desk = Opened.open(case)
        found = known.all(desk)
        desk.close()
        assert sorted(found, key=lambda one: one.claims) == sorted(whole, key=lambda o: o.claims)
        return [one.claims for one in found]

    def change(work: Any) -> list[tuple[str, ...]]:
        with Hand.hold(case) as hand:
            work(hand)
        return check()

    with Hand.hold(case) as hand:
        ids = sorted(claim.id for claim, _ in hand.claims())[:3]
    ties = [same(one, other, 0.9 - n / 10) for n, (one, other) in enumerate(combinations(ids, 2))]
    assert change(lambda hand: hand.tie((), ties, linker())) == [tuple(ids)]
    word = Decision(ties[0].id, Verdict.REJECTED, "Ada", "2031-03-04T00:00:00+00:00")
    parted = change(lambda hand: hand.judge(word))
    assert [len(one) for one in parted] == [2]
    assert not any(set(ids[:2]) <= set(one) for one in parted)
    back = Decision(ties[0].id, Verdict.WITHDRAWN, "Ada", "2031-03-05T00:00:00+00:00")
    assert change(lambda hand: hand.judge(back)) == [tuple(ids)]
    other = same(ids[0], ids[1], 0.1)
    assert change(lambda hand: hand.tie((), [other], linker())) == [tuple(ids)]


def test_the_page_follows_a_verdict(desk: Desk, case: Path) -> None:
    ids = sorted(one["id"] for one in claims(desk))[:2]
    with Hand.hold(case) as hand:
        hand.tie((), [same(*ids)], linker())
    assert desk.get(f"/utterances/{ids[0]}").status_code == 200
    assert "1 utterance" in desk.get("/utterances").text
    post(desk, "/decide", say=f"rejected:{same(*ids).id}")
    assert desk.get(f"/utterances/{ids[0]}").status_code == 404
