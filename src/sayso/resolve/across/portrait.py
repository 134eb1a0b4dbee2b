"""What a group of appearances is called, and what it is: the entity that a case shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.model.actor import Appearance
from sayso.model.claim import Entity, EntityKind
from sayso.resolve import places
from sayso.resolve.across.body import acronym, state_of
from sayso.resolve.across.nicknames import usual
from sayso.resolve.across.person import read_name
from sayso.resolve.words import PRONOUNS


def portrait(group: Sequence[Appearance]) -> Entity:
    """The entity of a group: fullest name; kind, role and affiliation as most documents have it."""
    named = [one for one in group if one.entity.kind is not EntityKind.UNNAMED] or list(group)
    entities = [one.entity for one in named]
    told = [e for e in entities if e.kind is not EntityKind.PERSON or e.role or " " in e.name]
    kind = EntityKind(_most(e.kind.value for e in told or entities) or "unnamed")
    name = _name(kind, entities)
    role = _most(entity.role for entity in entities)
    owners = [e.affiliation for e in entities if _same(e.role, role)]
    affiliation = _most(owners) or _most(entity.affiliation for entity in entities)
    if affiliation and _same(affiliation, name):
        affiliation = None
    aliases = _aliases((one.entity for one in group), name)
    stands_for = next((e.stands_for for e in entities if _same(e.name, name)), None)
    return Entity.make(name, kind, role, affiliation, aliases, (), stands_for)


def phrases(entity: Entity) -> tuple[str, ...]:
    """Other words to find somebody by: name, role and affiliation with its adjectives in a row."""
    if entity.kind is EntityKind.UNNAMED or not (entity.role or entity.affiliation):
        return ()
    owner = entity.affiliation or ""
    return (" ".join(filter(None, (entity.name, entity.role, "of", owner, *adjectives(owner)))),)


def is_pronoun(name: str) -> bool:
    """ "us" is one, "US" is a state."""
    return name.casefold() in PRONOUNS and not (len(name) > 1 and name.isupper())


def adjectives(country: str) -> tuple[str, ...]:
    """The words that name what belongs to a country; none for other words."""
    known = places._places() if country else {}  # the table has no other door
    return tuple(
        sorted(
            word
            for word, found in known.items()
            if found.country == country and found.kind is places.PlaceKind.ADJECTIVE
        )
    )


def _name(kind: EntityKind, entities: Sequence[Entity]) -> str:
    """The fullest, then the most frequent, then the one with its hyphens and accents."""
    count = Counter(entity.name for entity in entities)
    state = next((found for e in entities if (found := state_of(e))), None)
    if state is not None:
        return state.country
    return min(count, key=lambda name: (*_shortness(kind, name), -count[name], -_marks(name), name))


def _shortness(kind: EntityKind, name: str) -> tuple[int, int, int]:
    """Sorts full names first. Initials and short forms of given names ("Bob") make none fuller."""
    if kind is EntityKind.PERSON:
        read = read_name(name)
        given = read.given if read else ()
        whole = [part for part in given if len(part) > 1]
        return -len(whole), sum(usual(part) != part for part in whole), len(given) - len(whole)
    whose = any(places.country(word) for word in name.split())
    return bool(acronym(name)), not whose, 0


def _marks(name: str) -> int:
    """Hyphens and accents, which others leave out."""
    return sum(c == "-" or not c.isascii() for c in name)


def _aliases(entities: Iterable[Entity], name: str) -> tuple[str, ...]:
    """Every other name once, whatever its capitals."""
    found: dict[str, str] = {}
    for alias in sorted({w for e in entities for w in (e.name, *e.aliases)}):
        if not _same(alias, name) and not is_pronoun(alias):
            found.setdefault(alias.casefold(), alias)
    return tuple(sorted(found.values()))


def _most(values: Iterable[str | None]) -> str | None:
    """The most frequent value, whatever its capitals; of equals the longest, then by alphabet."""
    given = [value for value in values if value]
    folded = Counter(value.casefold() for value in given)
    written = Counter(given)
    rank = {v: (-folded[v.casefold()], -written[v], -len(v), v) for v in written}
    return min(rank, key=rank.__getitem__, default=None)


def _same(one: str | None, other: str | None) -> bool:
    return (one or "").casefold() == (other or "").casefold()
