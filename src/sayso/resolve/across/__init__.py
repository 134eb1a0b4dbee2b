"""Across documents: from the claimers of each document to the actors of a case.

    states, bodies → what was taken for people → full names → spellings of them → surnames
    → titles, then what people decided

Where it is not sure, two stay two. Blocks by name keep it from comparing all with all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from sayso.model.actor import Actor, Appearance, Merge, Ruling
from sayso.model.claim import Entity, EntityKind
from sayso.model.ids import actor_id
from sayso.model.relation import Reason, Verdict
from sayso.model.trace import Maker
from sayso.resolve.across.bodies import join_bodies
from sayso.resolve.across.cast import Cast
from sayso.resolve.across.groups import Groups
from sayso.resolve.across.misread import join_misread
from sayso.resolve.across.people import join_people
from sayso.resolve.across.portrait import is_pronoun, phrases, portrait
from sayso.resolve.across.titles import join_titles

__all__ = ["MAKER", "identified", "join"]

MAKER = Maker("joiner", "3")
"""Whoever changes the rules raises the version: what another one joined is joined anew."""


def identified(entity: Entity) -> bool:
    """Whether a claimer is somebody: not "unattributed", not a pronoun without an owner."""
    nobody = entity.name == "unattributed" or is_pronoun(entity.name)
    return entity.kind is not EntityKind.UNNAMED or not nobody


def join(appearances: Iterable[Appearance], rulings: Iterable[Ruling] = ()) -> tuple[Actor, ...]:
    """The actors of a case, in the order of their ids.

    appearances: one for each entity and document; whoever is not identified is left out.
    rulings: the ones that count, the latest first. What one rejects never comes together.
    """
    known = {one.ref: one for one in appearances if identified(one.entity)}
    cast = sorted(known.values(), key=lambda one: (one.document, one.entity.id))
    sides = _sides(cast)
    pairs = {v: list(_pairs(rulings, sides, v)) for v in (Verdict.REJECTED, Verdict.CONFIRMED)}
    groups = Groups(len(cast), ((a, b) for a, b, _ in pairs[Verdict.REJECTED]))
    for left, right, _ in pairs[Verdict.CONFIRMED]:
        groups.join(left, right, _decided(cast[left], cast[right]))
    stage = Cast(cast, groups)
    for step in (join_bodies, join_misread, join_people, join_titles):
        step(stage)
    return _actors(cast, groups)


def _sides(cast: Sequence[Appearance]) -> dict[str, list[int]]:
    """Members by everything that a ruling may call them."""
    found = defaultdict[str, list[int]](list)
    for number, one in enumerate(cast):
        found[one.ref].append(number)
        found[one.entity.id].append(number)
    return found


def _pairs(
    rulings: Iterable[Ruling], sides: dict[str, list[int]], verdict: Verdict
) -> Iterator[tuple[int, int, Ruling]]:
    for ruling in rulings:
        if ruling.verdict is verdict:
            for left, right in product(sides.get(ruling.left, ()), sides.get(ruling.right, ())):
                if left != right:
                    yield left, right, ruling


def _decided(one: Appearance, other: Appearance) -> Reason:
    names = f'"{one.entity.name}" and "{other.entity.name}"'
    return Reason("decision", 1.0, f"{names}: a person decided that they are one")


def _actors(cast: Sequence[Appearance], groups: Groups) -> tuple[Actor, ...]:
    members = defaultdict[int, list[Appearance]](list)
    merges = defaultdict[int, list[Merge]](list)
    for number, one in enumerate(cast):
        members[groups.root(number)].append(one)
    for tie in groups.ties:
        merge = Merge(cast[tie.left].ref, cast[tie.right].ref, tie.reason)
        merges[groups.root(tie.left)].append(merge)
    portraits = {root: portrait(group) for root, group in members.items()}
    shared = Counter(entity.id for entity in portraits.values())
    made = (
        _actor(portraits[root], group, merges[root], shared[portraits[root].id] > 1)
        for root, group in members.items()
    )
    return tuple(sorted(made, key=lambda actor: actor.entity.id))


def _actor(entity: Entity, group: list[Appearance], merges: list[Merge], shared: bool) -> Actor:
    """An actor under an id of its own. Those without a name share theirs with many by nature."""
    if shared or entity.kind is EntityKind.UNNAMED:
        told = (entity.kind, entity.name, entity.affiliation, group[0].ref)
        made = actor_id(*told)
        entity = replace(entity, id=made)
    return Actor(entity, tuple(group), tuple(merges), phrases(entity))
