"""Names of bodies and governments from different documents: keys that one body's names share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.model.claim import Entity, EntityKind
from sayso.resolve.across.spelling import american
from sayso.resolve.names import body_words
from sayso.resolve.places import Place, PlaceKind, country, is_region, place
from sayso.resolve.words import BODIES, OUTLETS, ROLE_MODIFIERS, STATE, word_set

_ASIDE = re.compile(r"\(([^)]*)\)")
_LEGAL = word_set("inc ltd llc plc corp co corporation company gmbh")
_FILLERS = word_set("of the for and on in")
_RULERS = frozenset(("government",))  # "the Halvern government" is Halvern, as it speaks
# One of a kind within a state: capitals make a name of them even without the state's.
_ONLY = word_set("senate congress parliament cabinet treasury duma")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name, ready to compare.

    words: that tell it from others: one spelling, without the state's name where the body is the
        state's. country: whose it is, where the name or the affiliation tells.
    generic: words that many bodies share ("ministry", "police"): it takes a country to tell which.
    state: whether it is a state as such, under its own or its capital's name.
    """

    words: frozenset[str]
    country: str | None
    generic: bool = False
    state: bool = False


def read_body(entity: Entity) -> BodyName:
    """The name of a body, government or outlet."""
    return _read(_ASIDE.sub(" ", entity.name).strip(), entity.affiliation, entity.kind)


def state_of(entity: Entity) -> Place | None:
    """The country that a government's name stands for, and how; None for a ministry or a seat.

    "Halvern" and its capital are the state as such. A seat ("Kremlin") is a body of its own.
    """
    found = place(entity.name)
    if entity.kind is not EntityKind.GOVERNMENT or found is None or is_region(found.country):
        return None
    known = found.kind is PlaceKind.NAME or (
        found.kind is PlaceKind.CAPITAL and entity.affiliation in (None, found.country)
    )
    return found if known else None


@lru_cache(maxsize=65536)
def initials(name: str) -> frozenset[str]:
    """The acronyms that a name can have: of its capitals, and of all its words."""
    words = [w for w in _LETTERS.findall(_ASIDE.sub(" ", name)) if w != "s"]
    ways = ([w for w in words if w[0].isupper()], [w for w in words if w.lower() != "the"])
    return frozenset("".join(w[0] for w in way).upper() for way in ways if len(way) > 1)


@lru_cache(maxsize=65536)
def acronym(name: str) -> str | None:
    """The letters of a name that is an acronym: "RCO", "R.C.O.", "RC-OB"; None for others."""
    letters = re.sub(r"[.\s-]", "", name)
    short = 2 <= len(letters) <= 10 and letters.isalpha() and letters.isupper()
    return letters if short and " " not in name.strip() else None


def asides(name: str) -> list[str]:
    """What stands in brackets in a name: "River Control Office (RCO)" → RCO."""
    return _ASIDE.findall(name)


@lru_cache(maxsize=65536)
def _read(name: str, affiliation: str | None, kind: EntityKind) -> BodyName:
    found = state_of(Entity("", name, kind, None, affiliation))
    if found is not None:
        return BodyName(frozenset(), found.country, state=True)
    parts = [w.strip(",") for w in re.sub(r"[’']s\b", "", name).split()]
    owner = next((c for w in parts if (c := country(w))), None) or _country(affiliation)
    mine = [w for w in parts if country(w) is None]
    words = _folded(" ".join(mine))
    if words == _RULERS and owner:
        return BodyName(frozenset(), owner, state=True)
    capitals = all(w[0].isupper() for w in mine if w not in _FILLERS)
    if words <= _VAGUE or (not words & STATE and not capitals and words <= _COMMON):
        return BodyName(frozenset(), owner)  # "the ministry", "a Halvern company"
    if not words & STATE:
        return BodyName(_folded(name), owner)
    return BodyName(words, owner, _generic(words, capitals))


def _generic(words: frozenset[str], capitals: bool) -> bool:
    if not words <= _COMMON or (words <= _ONLY and capitals):
        return False
    return len(words) == 1 or not capitals or bool(words & _EVERYWHERE)


def _folded(name: str) -> frozenset[str]:
    words = {american(word) for word in body_words(name)} - _LEGAL
    if "foreign" in words:
        words -= {"affair", "affairs"}  # "Ministry of Foreign Affairs", "Foreign Ministry"
    if "group" in words and len(words) > 2:
        words -= {"group"}
    return frozenset(words)


def _country(affiliation: str | None) -> str | None:
    found = country(affiliation) if affiliation else None
    return found if found and not is_region(found) else None


_COMMON = frozenset(american(word) for word in BODIES | ROLE_MODIFIERS | OUTLETS)
# Every state has them, so that the name alone never tells whose they are.
_EVERYWHERE = word_set(
    "ministry government army navy military police forces embassy consulate authorities"
)
# Without a further word they tell nothing, not even with the state's name.
_VAGUE = word_set(
    "ministry department bureau directorate council court inspectorate mission office agency"
    " administration commission committee group company party campaign staff service team"
)
