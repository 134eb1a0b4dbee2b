"""Bodies and governments across documents: one name, then the state left out, then acronyms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import partial

from sayso.model.claim import EntityKind
from sayso.model.relation import Reason
from sayso.resolve.across.body import BodyName, acronym, asides, initials, read_body
from sayso.resolve.across.cast import Cast, grouped, state
from sayso.resolve.across.groups import Why
from sayso.resolve.places import PlaceKind, place

Around = Mapping[str, Set[str]]
"""By document: the states that its claimers are, belong to or speak for."""

_KINDS = (EntityKind.BODY, EntityKind.GOVERNMENT, EntityKind.OUTLET)


def join_bodies(cast: Cast) -> None:
    """Merge the appearances of each body."""
    members = cast.of_kind(*_KINDS)
    names = {n: read_body(cast.entity(n)) for n in members}
    _join_states(cast, names)
    plain = [n for n in members if names[n].words and not names[n].state]
    _join_names(cast, names, plain, states_around(cast, names))
    _join_acronyms(cast, plain)


def _join_states(cast: Cast, names: dict[int, BodyName]) -> None:
    """A state under its own name, its capital's, or as "the … government"."""
    states = grouped((n for n, name in names.items() if name.state), lambda n: names[n].country)
    for country, members in states.items():
        if country:
            cast.groups.join_all(members, partial(_same_state, cast, country))


def _same_state(cast: Cast, country: str, one: int, other: int) -> Reason:
    found = [place(cast.entity(n).name) for n in (one, other)]
    metonym = any(p is not None and p.kind is PlaceKind.CAPITAL for p in found)
    why = f"the government of {country}" if metonym else f"the state of {country}"
    score = 0.9 if metonym else 1.0
    return cast.reason("metonym" if metonym else "same state", score, why)(one, other)


# ------------------------------------------------------------------------------ names


def _join_names(cast: Cast, names: dict[int, BodyName], members: list[int], around: Around) -> None:
    """The same words. Where some leave the state out, it must be the only one in question."""
    for alike in grouped(members, lambda n: names[n].words).values():
        owned = grouped(alike, lambda n: names[n].country)
        for same in owned.values():
            cast.groups.join_all(same, _same_name(cast))
        homeless = [n for n in alike if names[n].country is None]
        if not owned and homeless and not names[homeless[0]].generic:
            cast.groups.join_all(homeless, _same_name(cast))
        elif owned:
            for member in homeless:
                near = around[cast.all[member].document] & owned.keys()
                _join_homeless(cast, member, owned, near, names[member].generic)


def states_around(cast: Cast, names: Mapping[int, BodyName]) -> Around:
    """The states that each document speaks of."""
    found = defaultdict[str, set[str]](set)
    for number, one in enumerate(cast.all):
        owner = names[number].country if number in names else state(one.entity)
        if owner:
            found[one.document].add(owner)
    return found


def _same_name(cast: Cast) -> Why:
    def why(one: int, other: int) -> Reason:
        same = cast.name(one) == cast.name(other)
        told = "the same name" if same else "the same name but for spelling and order of words"
        return cast.reason("same body", 1.0, told)(one, other)

    return why


def _join_homeless(
    cast: Cast, member: int, owned: dict[str, list[int]], near: Set[str], generic: bool
) -> None:
    """Merge a body without a state with its only namesake; one with a name that every state has
    ("Defence Ministry") only where its document speaks of that state and no other namesake's.

    near: the states of namesakes that the document speaks of.
    """
    if len(near) == 1:
        (owner,) = near
        why = cast.reason(
            "same body", 0.85, f"of the states that have one here, its report names only {owner}"
        )
    elif len(owned) == 1 and not generic:
        (owner,) = owned
        why = cast.reason("same body", 0.8, "the only body of that name in the case")
    else:
        return
    cast.groups.join_all([owned[owner][0], member], why)


# ------------------------------------------------------------------------------ acronyms


def _join_acronyms(cast: Cast, members: Iterable[int]) -> None:
    """An acronym with the one body that a document introduces with it, or whose initials it has."""
    short = grouped(members, lambda n: acronym(cast.entity(n).name))
    if not short:
        return
    introduced, spelled = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for member in members:
        if acronym(cast.entity(member).name):
            continue
        for letters in set(_acronyms_given(cast, member)) & short.keys():
            introduced[letters].append(member)
        for letters in initials(cast.entity(member).name) & short.keys():
            spelled[letters].append(member)
    for letters, ones in sorted(short.items()):
        cast.groups.join_all(ones, cast.reason("acronym", 0.9, "the same acronym"))
        _join_acronym(cast, ones, introduced[letters], spelled[letters])


def _join_acronym(cast: Cast, ones: list[int], given: list[int], spelled: list[int]) -> None:
    why = cast.reason("acronym", 0.95, "a document gives the one as short for the other")
    given, spelled = (_like(cast, ones[0], them) for them in (given, spelled))
    roots = cast.roots(given)
    if not roots:
        # Two letters fit too many names to tell anything on their own.
        long = [n for n in spelled if len(acronym(cast.entity(ones[0]).name) or "") > 2]
        roots, given = cast.roots(long), long
        why = cast.reason("acronym", 0.75, "its initials, and no other body in the case has them")
    if len(roots) == 1:
        for one in ones:
            cast.groups.join_all([given[0], one], why)


def _like(cast: Cast, one: int, others: Iterable[int]) -> list[int]:
    """Outlets with outlets, others with others: agencies have the letters of many names."""
    outlet = cast.entity(one).kind is EntityKind.OUTLET
    return [n for n in others if (cast.entity(n).kind is EntityKind.OUTLET) is outlet]


def _acronyms_given(cast: Cast, member: int) -> Iterator[str]:
    entity = cast.entity(member)
    for other in (*entity.aliases, *asides(entity.name)):
        letters = acronym(other)
        if letters:
            yield letters
