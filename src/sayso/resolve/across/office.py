"""Offices that one person at a time holds, so that the title alone can tell who is meant."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.resolve.across.spelling import american
from sayso.resolve.words import word_set

_ALONE = word_set("president premier chancellor king queen pope emir sultan secretary-general")
_WITH_FIELD = frozenset(("minister", "secretary"))
_FIELDS = word_set(
    "prime foreign defense interior exterior finance justice health education energy trade"
    " transport agriculture environment labor culture state economy treasury home security"
    " homeland external internal affair affairs war information planning"
)
_FILLERS = word_set("of for the and new current")
_ADDED = word_set("former ex then now new current deputy vice senior top chief general")
_SYNONYMS = {
    "external": "foreign", "premier": "prime minister", "secretary of state for": "",
}  # fmt: skip


@lru_cache(maxsize=16384)
def office(role: str | None) -> str | None:
    """A key for the office that a role names; None where several people may have that role.

    "Minister of Defence" and "Defense Minister" share one; "former", "deputy" and "senior" ones
    have none.
    """
    low = re.sub(r"[^\w\s-]", " ", (role or "").casefold())
    for written, meant in _SYNONYMS.items():
        low = re.sub(rf"\b{written}\b", meant, low)
    words = {american(word) for word in low.split()} - _FILLERS
    if "foreign" in words:
        words -= {"affair", "affairs"}
    if words == {"vice", "president"} or words == {"vice-president"}:
        return "president vice"
    head = words & (_ALONE | _WITH_FIELD)
    fields = words - head
    if len(head) != 1 or not fields <= _FIELDS:
        return None
    return " ".join(sorted(words)) if fields or head & _ALONE else None


@lru_cache(maxsize=16384)
def same_role(one: str | None, other: str | None) -> bool:
    """Whether two roles are the same words but for order, spelling and fillers."""
    return bool(one and other) and _words(one or "") == _words(other or "")


@lru_cache(maxsize=16384)
def share_word(one: str, other: str) -> bool:
    """Whether two roles have a word in common, but for "former" and the like."""
    return bool((_words(one) & _words(other)) - _ADDED)


def _words(role: str) -> frozenset[str]:
    return frozenset(american(w) for w in re.findall(r"[\w-]+", role.casefold())) - _FILLERS
