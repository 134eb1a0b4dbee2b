"""What all steps of the joining look at: the appearances of a case, in one order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

from sayso.model.actor import Appearance
from sayso.model.claim import Entity, EntityKind
from sayso.model.relation import Reason
from sayso.resolve.across.groups import Groups
from sayso.resolve.names import gender_of
from sayso.resolve.places import country, plain

K = TypeVar("K", bound=Hashable)


class Cast:
    """The appearances of a case by number, and their groups so far."""

    def __init__(self, appearances: Sequence[Appearance], groups: Groups) -> None:
        self.all = appearances
        self.groups = groups

    def entity(self, number: int) -> Entity:
        return self.all[number].entity

    def name(self, number: int) -> str:
        return f'"{self.all[number].entity.name}"'

    def of_kind(self, *kinds: EntityKind) -> list[int]:
        return [n for n, one in enumerate(self.all) if one.entity.kind in kinds]

    def roots(self, members: Iterable[int]) -> list[int]:
        """The groups of some members, once each."""
        return sorted({self.groups.root(member) for member in members})

    def reason(self, name: str, score: float, why: str) -> Callable[[int, int], Reason]:
        """Makes the reason for a pair. why: what follows the two names."""
        return lambda one, other: Reason(
            name, score, f"{self.name(one)} and {self.name(other)}: {why}"
        )


def grouped(members: Iterable[int], key: Callable[[int], K | None]) -> dict[K, list[int]]:
    """Members by a key, in their order; those without one are left out."""
    found: defaultdict[K, list[int]] = defaultdict(list)
    for member in members:
        made = key(member)
        if made is not None:
            found[made].append(member)
    return found


def gender(entity: Entity) -> str | None:
    """What "Mr." or "Mrs." among the names tells."""
    return _gender((entity.name, *entity.aliases))


@lru_cache(maxsize=65536)
def _gender(names: tuple[str, ...]) -> str | None:
    for name in names:
        told = gender_of(name.split()[0].lower().rstrip(".")) if name.split() else None
        if told:
            return told
    return None


def state(entity: Entity) -> str | None:
    """The country that an entity belongs to, where the affiliation is one."""
    return country(entity.affiliation) if entity.affiliation else None


def same_affiliation(one: Entity, other: Entity) -> bool:
    return bool(one.affiliation and other.affiliation) and (
        plain(one.affiliation or "") == plain(other.affiliation or "")
    )


@lru_cache(maxsize=65536)
def days_between(one: str | None, other: str | None) -> int | None:
    """Days from one date to another at the least; None where one is unknown."""
    if not one or not other:
        return None
    low, high = sorted((one, other))
    if high.startswith(low):
        return 0  # the less precise date may be the same day
    return abs((_day(high, 1) - _day(low, 28)).days)


@lru_cache(maxsize=65536)
def _day(iso: str, least: int) -> date:
    """A day that an incomplete date may be; `least` is 1 for the first, 28 for about the last."""
    year, month, day = (*map(int, iso.split("-")), 0, 0)[:3]
    return date(year, month or (1 if least == 1 else 12), day or least)
