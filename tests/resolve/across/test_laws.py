"""Laws of the joining: order changes nothing, nothing is lost, nothing closes over a rejection."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.actor import Actor, Appearance, Ruling
from sayso.model.relation import Verdict
from sayso.resolve.across import join
from tests.resolve.across.samples import body, government, person, unnamed

WORDS = st.sampled_from(
    ["Henrik Ostrel", "H. Ostrel", "Ostrel", "Hilda Ostrel", "Henrik B. Ostrel", "Jean-Luc Marin"]
)
BODIES = st.sampled_from(["Defence Ministry", "Chilean MoD", "RCO", "River Control Office"])
DOCUMENTS = st.sampled_from(["d1", "d2", "d3", "d4"])
ROLES = st.sampled_from([None, "Foreign Minister", "Mayor"])
CAST = st.lists(
    st.one_of(
        st.builds(person, WORDS, DOCUMENTS, ROLES),
        st.builds(body, BODIES, DOCUMENTS),
        st.builds(government, st.sampled_from(["Chile", "Santiago"]), DOCUMENTS),
        st.builds(unnamed, st.sampled_from(["officials", "he"]), DOCUMENTS),
    ),
    min_size=2,
    max_size=14,
    unique_by=lambda one: one.ref,
)
VERDICTS = st.sampled_from([Verdict.CONFIRMED, Verdict.REJECTED])


@settings(max_examples=60, derandomize=True, deadline=None)
@given(cast=CAST, seed=st.integers(0, 99))
def test_order_changes_nothing(cast: list[Appearance], seed: int) -> None:
    mixed = list(cast)
    random.Random(seed).shuffle(mixed)
    assert join(mixed) == join(cast)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(cast=CAST, data=st.data())
def test_no_group_closes_over_a_rejection(cast: list[Appearance], data: st.DataObject) -> None:
    refs = st.sampled_from([one.ref for one in cast] + [one.entity.id for one in cast])
    ruling = st.builds(Ruling.make, refs, refs, VERDICTS)
    rulings = data.draw(st.lists(ruling, max_size=8, unique_by=lambda one: one.subject))
    actors = join(cast, rulings)
    refs_out = [one.ref for actor in actors for one in actor.appearances]
    assert len(refs_out) == len(set(refs_out))
    rejected = {(r.left, r.right) for r in rulings if r.verdict is Verdict.REJECTED}
    for actor in actors:
        for one, other in combinations(actor.appearances, 2):
            pairs = {tuple(sorted((a, b))) for a in calls(one) for b in calls(other)}
            assert not pairs & rejected
    assert len({actor.entity.id for actor in actors}) == len(actors)


def calls(one: Appearance) -> tuple[str, str]:
    return one.ref, one.entity.id


def grouped(actors: tuple[Actor, ...]) -> list[int]:
    return sorted(len(actor.appearances) for actor in actors)


def test_decisions_join_and_split() -> None:
    one, other, third = person("Henrik Ostrel", "d1"), person("Ostrel", "d2"), person("Marin", "d3")
    apart = Ruling.make(one.entity.id, other.entity.id, Verdict.REJECTED)
    joined = Ruling.make(one.entity.id, third.entity.id, Verdict.CONFIRMED)
    assert grouped(join([one, other, third])) == [1, 2]
    assert grouped(join([one, other, third], [apart])) == [1, 1, 1]
    (both, _) = sorted(
        join([one, other, third], [apart, joined]), key=lambda a: -len(a.appearances)
    )
    assert [m.reason.name for m in both.merges] == ["decision"]


def test_who_is_split_off_keeps_its_own_kind_together() -> None:
    hyphen = [person("Jean-Luc Marin", d) for d in ("d1", "d3")]
    space = [person("Jean Luc Marin", d) for d in ("d2", "d4")]
    apart = Ruling.make(hyphen[0].entity.id, space[0].entity.id, Verdict.REJECTED)
    assert grouped(join([*hyphen, *space], [apart])) == [2, 2]


def test_one_appearance_can_be_split_from_its_namesake() -> None:
    one, other = person("Henrik Ostrel", "d1"), person("Henrik Ostrel", "d2")
    found = join([one, other], [Ruling.make(one.ref, other.ref, Verdict.REJECTED)])
    assert len({actor.entity.id for actor in found}) == 2


def test_subjects_of_rulings_are_read_back() -> None:
    ruling = Ruling.make("e2@d1", "e1", Verdict.REJECTED)
    assert ruling.subject == "same:e1+e2@d1"
    assert Ruling.read(ruling.subject, ruling.verdict) == ruling
    assert Ruling.read("c123", Verdict.REJECTED) is None
