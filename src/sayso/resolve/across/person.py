"""Names of people from different documents: which can be one person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.resolve.across.nicknames import usual
from sayso.resolve.across.spelling import sound
from sayso.resolve.names import PARTICLES
from sayso.resolve.places import country, plain
from sayso.resolve.words import ABBREVIATIONS, HONORIFICS, RANKS, ROLE_MODIFIERS, ROLES

_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|junior|senior)$")
_INITIALS = re.compile(r"\b([A-Z])\.(?=[A-Z-])")
_ASIDE = re.compile(r"\([^)]*\)|\"[^\"]*\"|“[^”]*”")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, ready to compare.

    given: parts before the surname, folded; initials are one letter long.
    surname: its last part, as spellings of it share it. suffix: "jr", "ii", "" without.
    """

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    @property
    def full(self) -> bool:
        return bool(self.given)

    @property
    def weight(self) -> int:
        """How much it tells: parts that are no initials count double."""
        return sum(2 if len(part) > 1 else 1 for part in self.given)


@lru_cache(maxsize=65536)
def read_name(words: str) -> Name | None:
    """The name in some words, without titles; None where no word is left."""
    spaced = _INITIALS.sub(r"\1. ", _ASIDE.sub(" ", words))
    parts = [plain(part) for part in _untitled(spaced.split())]
    parts = [word.replace("'", "") for part in parts for word in part.split()]
    suffix = next((part for part in parts[1:] if _SUFFIX.match(part)), "")
    parts = [part for part in parts if part and not _SUFFIX.match(part)]
    core = [part for part in parts if part not in PARTICLES] or parts
    if not core:
        return None
    return Name(tuple(core[:-1]), sound(core[-1]), suffix.replace("junior", "jr"))


def agree(one: Name, other: Name) -> str | None:
    """How two full names come to be one person's, in words; None where they are two people's."""
    if one.surname != other.surname or (one.suffix != other.suffix and one.suffix and other.suffix):
        return None
    first = _given(one.given[0], other.given[0])
    rest = [_given(a, b) for a, b in zip(one.given[1:], other.given[1:], strict=False)]
    found = [first, *rest]
    if any(how is None for how in found):
        return None
    if one.suffix != other.suffix:
        if any(found):
            return None
        found.append(f'one leaves "{one.suffix or other.suffix}" out')
    if len(one.given) != len(other.given):
        found.append("one has a further given name")
    return next((how for how in found if how), "the names differ only in spelling")


def block(name: Name) -> tuple[str, str]:
    """What names that can agree have in common: the surname, and an initial."""
    return name.surname, usual(name.given[0])[0]


def _given(one: str, other: str) -> str | None:
    """How two given names agree, "" where they are equal, None where they do not."""
    if one == other or sound(one) == sound(other):
        return ""
    if 1 in (len(one), len(other)):
        return "an initial stands for the given name" if _initial(one, other) else None
    if usual(one) == usual(other):
        return "one has the short form of the given name"
    return None


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] or usual(one)[0] == usual(other)[0]


def _untitled(words: Sequence[str]) -> Sequence[str]:
    """Without honorifics, and without a description in front: "French Foreign Minister Roe"."""
    at = 0
    while at < len(words) - 1 and _title(words[at]):
        at += 1
    lead = at
    while lead < len(words) - 1 and _describes(words[lead]):
        lead += 1
    # One such word alone may be a name: "Dean Roe", "Major Roe".
    return words[lead:] if lead - at > 1 else words[at:]


def _title(word: str) -> bool:
    low = word.lower().rstrip(".")
    return low in HONORIFICS or (low in RANKS & ABBREVIATIONS and word.endswith("."))


def _describes(word: str) -> bool:
    low = word.lower().rstrip(".")
    return low in ROLES or low in RANKS or low in ROLE_MODIFIERS or country(word) is not None
