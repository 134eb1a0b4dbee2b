"""Whether a known can be meant by a title or a short name: role, country, number."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.claim import EntityKind
from sayso.resolve.form import Head
from sayso.resolve.known import Known, body_head, own_words
from sayso.resolve.names import body_words
from sayso.resolve.roles import Described
from sayso.resolve.words import (
    BODIES,
    BROADCAST,
    COMPANY_KINDS,
    COMPANY_NOUNS,
    DIPLOMAT_ROLES,
    DOCUMENTS,
    OFFICIAL_ROLES,
    OUTLET_KINDS,
    OUTLETS,
    PARTY_MEMBERS,
    PERSONAL,
    POLITICAL,
    PRESS,
    ROLE_SYNONYMS,
    ROLES,
    UNION_KINDS,
    word_set,
)

_COURTS = tuple(map(word_set, ("high court", "top court", "nation highest court")))
_IDLE = word_set(
    "top senior veteran embattled outspoken longtime new current acting the of for and"
    " leading junior chief deputy country's nation's"
)
_OF_A_PART = word_set("minority majority opposition party house senate floor parliamentary union")
_PRINTED = word_set("newspaper paper daily tabloid")
_AIRED = word_set("network broadcaster channel station")
_WRITTEN = DOCUMENTS | word_set("act bill law deal agreement treaty accord constitution")
_TOLD, _GIVEN = 0.6, 0.2  # the gender fits: by the text, by the given name alone
_FORMER = frozenset(("former", "ex", "late", "retired"))
_SLIGHT = _IDLE | _FORMER


@dataclass(frozen=True, slots=True)
class Fit:
    """points: how well it fits, 0 if nothing speaks for or against. why: begins the reason.
    speaks: whether only places count at which it spoke; leads: or at which it leads a sentence.
    """

    points: float
    why: str
    speaks: bool = False
    leads: bool = False


def fit_role(head: Head, known: Known) -> Fit | None:
    """A title fits a person whose role says the same, in the same country."""
    mine, theirs = head.described, known.described
    if known.kind is not EntityKind.PERSON or mine.role is None or theirs.role is None:
        return None
    if mine.gender and theirs.gender and mine.gender != theirs.gender:
        return None
    if _plain(mine.role).split()[-1] in PARTY_MEMBERS:
        return _party_member(head, known)
    country = _country_points(mine.country, theirs.country)
    if country is None or (mine.affiliation and not _same_owner(head, known)):
        return None
    role = _role_points(_plain(mine.role), _plain(theirs.role))
    if role is None:
        return None
    return Fit(role + country, f"{theirs.role}{_of(theirs.affiliation)}, ")


def roles_clash(one: Described, other: Described) -> bool:
    """Whether two roles are different jobs, as far as both are told."""
    if one.role is None or other.role is None:
        return False
    return _role_points(_plain(one.role), _plain(other.role)) is None


def _party_member(head: Head, known: Known) -> Fit | None:
    """ "The Halvern Democrat" is whoever in politics spoke last."""
    theirs = set(_plain(known.described.role or "").split())
    former = _country_points(head.described.country, known.described.country)
    if not theirs & POLITICAL or former is None:
        return None
    return Fit(0.2, f"{known.described.role}, ", speaks=True)


def _plain(role: str) -> str:
    return role.lower().replace("-", " ").replace(".", "")


def _of(affiliation: str | None) -> str:
    return f" ({affiliation})" if affiliation else ""


def _country_points(mine: str | None, theirs: str | None) -> float | None:
    if mine is None:
        return 0.0
    if theirs is None:
        return -0.4
    return 1.0 if mine == theirs else None


def _same_owner(head: Head, known: Known) -> bool:
    """A body or place before the title ("the Tax Board chief") must be the known one's own."""
    mine, theirs = head.described, known.described
    if mine.country is not None:
        return True
    if mine.affiliation is None or theirs.affiliation is None:
        return mine.affiliation is None
    left, right = own_words(mine.affiliation), own_words(theirs.affiliation)
    return bool(left & right)


def _role_points(mine: str, theirs: str) -> float | None:
    """How well two roles agree: None where they are different jobs."""
    left, right = mine.split(), theirs.split()
    if not left or not right or left[-1] in PERSONAL:
        return None
    former = bool(_FORMER & set(left)) == bool(_FORMER & set(right))
    if left[-1] == "diplomat":
        known = any(role in theirs for role in DIPLOMAT_ROLES)
        return 0.8 if known and former else None
    if left[-1] == "official":
        return 0.2 if OFFICIAL_ROLES & set(right) and former else None
    if not any(_alike(left[-1], word) for word in right if word in ROLES or word == left[-1]):
        return None
    if ("vice" in left) != ("vice" in right):
        return None
    if left[-1] != "leader" and "leader" in right and set(right) & _OF_A_PART:
        return None
    missing = set(left[:-1]) - _SLIGHT - set(right)
    if missing and len(set(right) - _SLIGHT) > 1:
        return None
    return 0.8 - 0.3 * len(missing) - (0.0 if former else 0.6)


def _alike(left: str, right: str) -> bool:
    return left == right or any(left in line and right in line for line in ROLE_SYNONYMS)


def fit_body(head: Head, known: Known) -> Fit | None:
    """ "The ministry" fits a body with that word in its name; its country must agree."""
    if not known.words or known.kind is EntityKind.PERSON:
        return None
    words = own_words(head.words)
    country = _country_points(head.described.country, known.described.country)
    if words in _COURTS:
        words = word_set("supreme court")
        return Fit(0.4, "") if words <= known.words and country is not None else None
    if country is None or not words or not words < known.words:
        return None
    if body_words(body_head(head.words)) != body_words(body_head(known.label)):
        return None  # "the House" is no House committee
    return Fit(0.4 + country, "")


def _medium_fits(word: str, name: str) -> bool:
    """ "The newspaper" is no broadcaster, "the network" no newspaper, as far as names tell."""
    words = word_set(name.lower())
    print_only = bool(words & PRESS) and not words & BROADCAST
    air_only = bool(words & BROADCAST) and not words & PRESS
    if word in _PRINTED:
        return not air_only
    return not print_only if word in _AIRED else True


def fit_kind(head: Head, known: Known) -> bool:
    """Whether a body could be meant by a bare word for its kind that its name does not hold."""
    word = head.words.lower().split()[-1]
    if known.kind not in (EntityKind.BODY, EntityKind.OUTLET) or head.described.country:
        return False
    noun = body_head(known.label)
    if word in OUTLETS or word in OUTLET_KINDS:
        return known.kind is EntityKind.OUTLET and _medium_fits(word, known.label)
    if word in COMPANY_KINDS:
        return known.kind is EntityKind.BODY and (noun not in BODIES or noun in COMPANY_NOUNS)
    return word in UNION_KINDS and known.kind is EntityKind.BODY and noun in UNION_KINDS


def fits_person(known: Known, gender: str) -> Fit | None:
    """Whether "he" or "she" can be somebody."""
    told = known.described.gender
    if not known.singular_person or gender not in (told or known.gender or gender):
        return None
    if known.kind is EntityKind.UNNAMED and known.described.role is None:
        return None  # a thing, or somebody left open before
    return Fit(_TOLD if told else _GIVEN if known.gender else 0.0, "")


def fits_group(known: Known) -> Fit | None:
    """ "They" are too many things in a text: only those who spoke."""
    return Fit(0.0, "", speaks=True) if known.group else None


def fits_body(known: Known) -> Fit | None:
    """ "It" is a body or state that spoke, or that the sentence before was about."""
    if known.kind in (EntityKind.PERSON, EntityKind.UNNAMED) or known.plural:
        return None
    written = body_head(known.label) in _WRITTEN
    return Fit(0.0, "", speaks=True, leads=not written)
