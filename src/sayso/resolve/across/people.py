"""People across documents: the same full name, then spellings of it, then surnames alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from sayso.model.claim import EntityKind
from sayso.resolve.across.cast import Cast, gender, grouped, same_affiliation, state
from sayso.resolve.across.groups import Why
from sayso.resolve.across.office import same_role, share_word
from sayso.resolve.across.person import Name, agree, block, read_name

_YEARS = 1  # a surname alone means whoever is in the news at that time


def join_people(cast: Cast) -> None:
    """Merge the appearances of each person."""
    people = cast.of_kind(EntityKind.PERSON)
    names = {n: name for n in people if (name := read_name(cast.entity(n).name))}
    full = grouped((n for n, name in names.items() if name.full), names.__getitem__)
    for members in full.values():
        cast.groups.join_all(members, cast.reason("same name", 1.0, "the same full name"))
    _join_spellings(cast, full)
    short = grouped((n for n, name in names.items() if not name.full), lambda n: names[n].surname)
    known = grouped((n for n, name in names.items() if name.full), lambda n: names[n].surname)
    for surname, members in short.items():
        if surname not in known:
            _join_strangers(cast, members)
            continue
        bearers = _distinct(cast, known[surname])
        for alike in grouped(members, partial(_told, cast)).values():
            _join_surname(cast, alike, bearers)


def _told(cast: Cast, number: int) -> tuple[str | None, ...]:
    """All that is looked at beside the name."""
    entity, published = cast.entity(number), cast.all[number].published
    return entity.role, entity.affiliation, gender(entity), published and published[:4]


def _distinct(cast: Cast, members: Sequence[int]) -> list[int]:
    """One member of each group for each way in which its documents describe it."""
    found: dict[tuple[object, ...], int] = {}
    for member in members:
        found.setdefault((cast.groups.root(member), *_told(cast, member)), member)
    return list(found.values())


# ------------------------------------------------------------------------------ full names


def _join_spellings(cast: Cast, full: dict[Name, list[int]]) -> None:
    """Merge forms of one name. A form that fits two names which do not fit each other is left."""
    blocks: dict[tuple[str, str], list[Name]] = {}
    for name in sorted(full, key=lambda n: (n.surname, n.given, n.suffix)):
        blocks.setdefault(block(name), []).append(name)
    for names in blocks.values():
        fits = {
            name: [o for o in names if o != name and _fit(cast, full, name, o)] for name in names
        }
        clear = {name for name, others in fits.items() if _all_agree(others)}
        for name in sorted(clear, key=lambda n: (-n.weight, n.given)):
            for other in fits[name]:
                if other in clear:
                    why = cast.reason("name variant", 0.9, agree(name, other) or "")
                    cast.groups.join_all([full[name][0], *full[other]], why)


def _fit(cast: Cast, full: dict[Name, list[int]], one: Name, other: Name) -> bool:
    """Names agree, and whoever bears them is not of different countries with different roles."""
    if agree(one, other) is None:
        return False
    if one.suffix != other.suffix and not _same_generation(cast, full, one, other):
        return False
    return not any(
        _contradict(cast, left, right) for left in full[one][:5] for right in full[other][:5]
    )


def _same_generation(cast: Cast, full: dict[Name, list[int]], one: Name, other: Name) -> bool:
    """Whether a suffix was only left out: the same role, and no document has both names."""
    left, right = full[one], full[other]
    if {cast.all[n].document for n in left} & {cast.all[n].document for n in right}:
        return False
    roles = [{cast.entity(n).role for n in side} - {None} for side in (left, right)]
    return any(share_word(a or "", b or "") for a in roles[0] for b in roles[1])


def _all_agree(names: Sequence[Name]) -> bool:
    return all(agree(a, b) for n, a in enumerate(names) for b in names[n + 1 :])


def _contradict(cast: Cast, one: int, other: int) -> bool:
    left, right = cast.entity(one), cast.entity(other)
    if (his := gender(left)) and (hers := gender(right)) and his != hers:
        return True
    here, there = state(left), state(right)
    return bool(here and there and here != there) and not same_role(left.role, right.role)


# ------------------------------------------------------------------------------ surnames


def _join_surname(cast: Cast, members: Sequence[int], bearers: Sequence[int]) -> None:
    """Merge a surname alone with the one person of that name whom nothing speaks against.

    members: that are all told the same of. bearers: of the full names.
    """
    fitting = [n for n in bearers if _may_be(cast, members[0], n)]
    telling = [n for n in fitting if _supports(cast, members[0], n)]
    only = cast.reason("surname", 0.8, "only one person with this surname fits")
    one = cast.reason("surname and role", 0.8, "of all with this surname, only one has this role")
    for member in members:
        if not _join_only(cast, member, fitting, only):
            _join_only(cast, member, telling, one)


def _join_only(cast: Cast, member: int, others: Sequence[int], why: Why) -> bool:
    """Merge with the others where they are one group; whether that was so."""
    open_to = [n for n in others if cast.groups.may_join(member, n)]
    if len(cast.roots(open_to)) != 1:
        return False
    return cast.groups.join(open_to[0], member, why(open_to[0], member))


def _may_be(cast: Cast, one: int, other: int) -> bool:
    """Nothing speaks against it: not the country, not the role, not the time."""
    years = [date[:4] for n in (one, other) if (date := cast.all[n].published)]
    if _contradict(cast, one, other) or (len(years) == 2 and abs(_apart(*years)) > _YEARS):
        return False
    left, right = cast.entity(one).role, cast.entity(other).role
    return not (left and right) or share_word(left, right)


def _apart(one: str, other: str) -> int:
    return int(one) - int(other)


def _supports(cast: Cast, one: int, other: int) -> bool:
    """The same role for the same affiliation, or the one of them that is given."""
    left, right = cast.entity(one), cast.entity(other)
    role, place = same_role(left.role, right.role), same_affiliation(left, right)
    unlike = (left.role and right.role and not role) or (
        left.affiliation and right.affiliation and not place
    )
    return (role or place) and not unlike


def _join_strangers(cast: Cast, members: Sequence[int]) -> None:
    """Merge surnames that no document gives in full: all, where they are of one country at most;
    otherwise those whose country is told."""
    states = {found for n in members if (found := state(cast.entity(n)))}
    why = cast.reason("surname", 0.7, "no document has a longer name with this surname")
    if len(states) <= 1:
        cast.groups.join_all(_of_one_gender(cast, members), why)
        return
    for same in grouped(members, lambda n: state(cast.entity(n))).values():
        cast.groups.join_all(_of_one_gender(cast, same), why)


def _of_one_gender(cast: Cast, members: Sequence[int]) -> Sequence[int]:
    """All members; where both genders are told, none: who the others are cannot be said."""
    told = {found for n in members if (found := gender(cast.entity(n)))}
    return members if len(told) <= 1 else []
