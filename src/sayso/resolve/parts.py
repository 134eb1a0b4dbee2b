"""Words of a phrase: which are roles, which place it begins with, how it reads as running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.resolve.names import is_title
from sayso.resolve.places import Place, PlaceKind, begins, place
from sayso.resolve.tokens import Token
from sayso.resolve.words import (
    BODIES,
    DEFINITE,
    INDEFINITE,
    OUTLETS,
    POSSESSIVE,
    RANKS,
    ROLE_MODIFIERS,
    ROLES,
    word_set,
)

_DETERMINERS = (
    DEFINITE | INDEFINITE | POSSESSIVE | word_set("now just only and or currently is was are were")
)
_ROLES = ROLES | {role + "s" for role in ROLES}
_MARKS = " ,;:-–—"
_COMPOUND = re.compile(r"^(?:then|ex|vice)-|-(?:elect|designate|in-chief)$")


def is_role(token: Token) -> bool:
    low = _COMPOUND.sub("", token.low) if "-" in token.low else token.low
    return low in _ROLES or (low in RANKS and not token.title)


def singular(low: str) -> str:
    return low[:-1] if low.endswith("s") else low


def words_of(items: Sequence[Token]) -> str:
    """Tokens as running text, one space where the text had any white space."""
    if len(items) == 1:
        return items[0].text.strip(_MARKS)
    out, end = "", items[0].start if items else 0
    for item in items:
        out += f" {item.text}" if end < item.start else item.text
        end = item.end
    return out.strip(_MARKS)


def leading_place(items: Sequence[Token]) -> tuple[Place | None, int]:
    """The country, capital or seat that a phrase begins with, and how many tokens it takes,
    a possessive "'s" included."""
    if items and items[0].word and not begins(items[0].text):
        return None, 0
    for length in range(min(4, len(items)), 0, -1):
        run = items[:length]
        if not all(t.word or t.text in ".-'’" for t in run):
            continue
        found = place(words_of(run))
        if found is not None and not _part_of_name(found, items[length:]):
            owned = length < len(items) and items[length].low in ("'s", "’")
            return found, length + owned
    return None, 0


def _part_of_name(found: Place, behind: Sequence[Token]) -> bool:
    """ "Washington Post": a place's own name before a capital that is no role or body."""
    if not behind or found.kind is PlaceKind.ADJECTIVE or not behind[0].title:
        return False
    low = behind[0].low
    known = is_role(behind[0]) or is_title(behind[0]) or low in ROLE_MODIFIERS or low in BODIES
    return low in OUTLETS or not known


def undetermined(items: Sequence[Token]) -> Sequence[Token]:
    """Without articles and other determiners in front."""
    at = 0
    while at < len(items) and (
        items[at].low in _DETERMINERS or not items[at].word or _adverb(items, at)
    ):
        at += 1
    return items[at:]


def _adverb(items: Sequence[Token], at: int) -> bool:
    """ "Usually a critic", "formerly the head"."""
    small = items[at].low.endswith("ly") and not items[at].title
    return small and at + 1 < len(items) and items[at + 1].low in _DETERMINERS


def first_of(items: Sequence[Token], words: frozenset[str]) -> int:
    """The index of the first of some words, the length where there is none."""
    return next((i for i, t in enumerate(items) if t.low in words), len(items))
