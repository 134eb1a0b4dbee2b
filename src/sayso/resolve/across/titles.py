"""Titles without a name ("the Halvern foreign minister") that only one person can be."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.claim import EntityKind
from sayso.resolve.across.cast import Cast, days_between, grouped, state
from sayso.resolve.across.office import office

_TERM = 120  # days: reports that far apart may speak of two holders of one office


def join_titles(cast: Cast) -> None:
    """Merge each title with the one person who is known to hold the office at that time."""
    holders = grouped(_holders(cast), lambda n: _post(cast, n))
    for member in cast.of_kind(EntityKind.UNNAMED):
        post = _post(cast, member)
        if post in holders and _bare(cast, member):
            _join_title(cast, member, holders[post])


def _holders(cast: Cast) -> list[int]:
    """People, each once for an office and a day."""
    found: dict[tuple[object, ...], int] = {}
    for number in cast.of_kind(EntityKind.PERSON):
        told = cast.groups.root(number), cast.all[number].published, _post(cast, number)
        found.setdefault(told, number)
    return list(found.values())


def _join_title(cast: Cast, member: int, holders: Sequence[int]) -> None:
    at_that_time = (n for n in holders if _same_time(cast, member, n))
    holder = next(at_that_time, None)
    if holder is None or not cast.groups.may_join(member, holder):
        return
    root = cast.groups.root(holder)
    if all(cast.groups.root(n) == root for n in at_that_time):
        why = cast.reason("office", 0.75, "the only one in the case with this office at that time")
        cast.groups.join(holder, member, why(holder, member))


def _post(cast: Cast, number: int) -> tuple[str, str] | None:
    """An office and the state it is of."""
    entity = cast.entity(number)
    held, where = office(entity.role), state(entity)
    return (held, where) if held and where else None


def _bare(cast: Cast, number: int) -> bool:
    """Whether the words hold nothing but the office and its state: no "former", no "aide to"."""
    entity = cast.entity(number)
    words = [w for w in entity.name.replace("’", "'").removeprefix("the ").split() if w != "of"]
    return len(words) <= len((entity.role or "").split()) + len((entity.affiliation or "").split())


def _same_time(cast: Cast, one: int, other: int) -> bool:
    apart = days_between(cast.all[one].published, cast.all[other].published)
    return apart is None or apart <= _TERM
