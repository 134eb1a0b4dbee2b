"""Exchange the made-up names of a quarrel for others, so that the judge does not learn that names
which it has never met mean one thing and those that it knows another.

Countries become real ones, with their adjectives; people and towns get names out of CoNLL-2003. All
claims of a quarrel change alike. Nothing of it is kept.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass

from sayso.eval.quarrels import Quarrel
from sayso.resolve.places import PlaceKind, country_words

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lady colonel general major captain lieutenant sergeant "
    "minister president premier chancellor governor mayor senator judge admiral commander king "
    "queen prince princess bishop father sister brother rabbi imam sheikh the of de al".split()
)
_ARTICLE = re.compile(r"\b([Aa])n? (?=([A-Z]))")


@dataclass(frozen=True, slots=True)
class Pools:
    """Names to draw from. countries: name and adjective. people: given and last name. towns: one
    name each."""

    countries: Sequence[tuple[str, str]]
    people: Sequence[tuple[str, str]]
    towns: Sequence[str]


def countries() -> list[tuple[str, str]]:
    """Each country that has an adjective in -n or -i, with it: those that form a plural in -s."""
    found = dict[str, str]()
    for word, name, kind in country_words():
        plain = kind is PlaceKind.ADJECTIVE and word[:1].isupper() and " " not in word
        if plain and word.endswith(("an", "i")) and " " not in name:
            found.setdefault(name, word)
    return sorted(found.items())


def exchanged(quarrel: Quarrel, pools: Pools, rng: random.Random) -> Quarrel:
    """The quarrel under other names: of its countries, people and towns; bodies keep theirs but
    for what is named after those."""
    table = dict(_table(quarrel, pools, rng))
    if not table:
        return quarrel
    longest = sorted(table, key=lambda form: (-len(form), form))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")

    def changed(text: str) -> str:
        other = pattern.sub(lambda found: table[found.group()], text)
        return other if other == text else _ARTICLE.sub(_article, other)

    made = copy(quarrel)
    made.claims = {
        letter: {name: changed(value) for name, value in claim.items()}
        for letter, claim in quarrel.claims.items()
    }
    return made


def _table(quarrel: Quarrel, pools: Pools, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Each form of a made-up name, and what stands for it."""
    wanted = [sort for _, sort in quarrel.names]
    lands = iter(rng.sample(pools.countries, wanted.count("country")))
    people = iter(rng.sample(pools.people, wanted.count("person")))
    towns = iter(rng.sample(pools.towns, wanted.count("town")))
    for forms, sort in quarrel.names:
        if sort == "country":
            yield from _country(forms, *next(lands))
        elif sort == "person":
            yield from _person(forms, *next(people))
        elif sort == "town":
            yield from _town(forms, next(towns))


def _country(forms: Sequence[str], name: str, adjective: str) -> Iterator[tuple[str, str]]:
    yield forms[0], name
    for form in forms[1:]:
        people = len(form) > 3 and form.endswith("s") and form[:-1] in forms
        yield form, f"{adjective}s" if people else adjective


def _town(forms: Sequence[str], name: str) -> Iterator[tuple[str, str]]:
    yield forms[0], name
    for form in forms[1:]:
        yield form, f"{name}{form.removeprefix(forms[0])}" if form.startswith(forms[0]) else name


def _person(forms: Sequence[str], given: str, last: str) -> Iterator[tuple[str, str]]:
    """The last word of the longest form becomes the last name, what stands before it the given
    one; titles stay."""
    whole = [w for w in max(forms, key=len).split() if w.casefold() not in _TITLES]
    if not whole:
        return
    words = dict.fromkeys(whole[:1], given) | {whole[-1]: last}
    gone = set(whole[1:-1])
    for form in forms:
        made = (words.get(word, word) for word in form.split() if word not in gone)
        yield form, " ".join(made)


def _article(found: re.Match[str]) -> str:
    return f"{found.group(1)}{'n' if found.group(2) in 'AEIO' else ''} "
