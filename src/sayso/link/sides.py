"""Parties: the words by which a claimer and its side can be told in another's mouth."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from sayso.link.words import STOP, word_set

Country = Callable[[str], str | None]
"""The country that words name, by its name, adjective, people, capital or seat; None for others."""

_NAME = re.compile(r"[A-Z][\w.]*(?:['’-][\w.]+)*(?:\s+(?:(?:of|the|and|de|al|for)\s+)?[A-Z][\w.]*(?:['’-][\w.]+)*)*")  # fmt: skip  # noqa: E501
_TOKEN = re.compile(r"[^\W\d_]{2,}")
# Endings that make an adjective or a people of a place's name.
_ENDINGS = ("ians", "ian", "landers", "lander", "land", "ish", "ese", "ans", "an", "ers", "is",
            "i", "ns", "n", "a", "s", "e", "o", "y", "ia")  # fmt: skip
# What every body and office is called: tells no side.
_GENERIC = word_set(
    "the of for and in at on to by from with ministry minister ministers ministerial foreign"
    " defence defense interior department office spokesman spokeswoman spokesperson"
    " spokespersons president prime vice deputy chief head general secretary state national"
    " chairman chairwoman chair director managing executive official officials source sources"
    " press service statement leader senior top former first mr mrs ms dr sir prof professor"
    " captain colonel major lieutenant sgt sergeant judge justice court representative unnamed"
    " anonymous who asked not named person man woman an one some several local regional new"
    ""
)
_NO_NAMES = (
    _GENERIC
    | STOP
    | word_set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april"
        " may june july august september october november december meanwhile today yesterday"
        " however"
    )
)
# Common nouns that stand for a party in its quarrel ("the union", "the company").
PARTY_NOUNS = word_set(
    "union company government coalition opposition club police operator party bank hospital"
    " university management army church museum school council port airline railway mine"
    " factory committee commission federation league guild institute regime rebels militants"
    " employer employers strikers farmers miners dockers pilots teachers nurses drivers"
    " fishermen prosecutor prosecutors defence lawyers board authority agency firm bosses"
    " owners residents villagers ministry team court brewery shipyard"
)


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """What "Halvern" and "Halvernian", "Kesht" and "Keshti" share; rough."""
    low = word.casefold()
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: len(low) - len(ending)]
    return low


def names(text: str) -> Iterator[str]:
    """Stretches of a text that are written like names; a lone first word may be none."""
    for found in _NAME.finditer(text):
        yield found.group()


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where a text has names or nouns of parties, in order; "US-led coalition" is one."""
    found = [(m.start(), m.end()) for m in _NAME.finditer(text)]
    found += [m.span() for m in _TOKEN.finditer(text) if m.group() in PARTY_NOUNS]
    last = (-9, -9)
    for start, end in sorted(found):
        if start - last[1] <= 1 or text[last[1] : start].strip() in ("-led", "-backed"):
            last = (last[0], max(end, last[1]))
            continue
        if last[0] >= 0:
            yield last
        last = (start, end)
    if last[0] >= 0:
        yield last


def marks(text: str, country: Country) -> frozenset[str]:
    """The parties that a text names: roots of names, and "=Country" for each it can be told."""
    found = set[str]()
    for name in names(text):
        found |= _of_name(name, country)
    lower = (w for w in _TOKEN.findall(text) if w in PARTY_NOUNS)
    return frozenset(found | {root(word) for word in lower})


def own(parts: Iterable[str], country: Country) -> frozenset[str]:
    """The words that mean a claimer or its side: of its name, aliases and affiliation."""
    found = set[str]()
    for part in parts:
        found |= _of_name(part, country)
        found |= {root(w) for w in _TOKEN.findall(part.casefold()) if w in PARTY_NOUNS}
    return frozenset(found)


def countries(parts: Iterable[str], country: Country) -> frozenset[str]:
    """The countries that words name."""
    found = (mark for part in parts for mark in _of_name(part, country))
    return frozenset(mark for mark in found if mark.startswith("="))


def _of_name(name: str, country: Country) -> set[str]:
    whole = country(name)
    found = {f"={whole}"} if whole else set[str]()
    pieces = re.split(r"[\s/]+|-(?=led\b|backed\b)", name)
    for n, piece in enumerate(pieces):
        if len(piece.strip(".,'’")) < 2:
            continue
        bare = piece.strip(".,'’\"()").removesuffix("'s").removesuffix("’s")
        pair = " ".join(pieces[n : n + 2])
        if (state := country(piece) or country(bare) or country(pair)) is not None:
            found.add(f"={state}")
        elif bare[:1].isupper() and len(bare) > 2 and bare.casefold() not in _NO_NAMES:
            found.add(root(bare.split("-")[0]) if "-" in bare else root(bare))
    return found
