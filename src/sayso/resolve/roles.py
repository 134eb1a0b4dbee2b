"""Phrases that describe a person: role, and for whom.

"French Foreign Minister", "a spokeswoman for the ministry", "head of the Tax Policy Center",
"White House Press Secretary", "Roe's campaign manager".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.resolve.names import gender_of, is_title
from sayso.resolve.places import Place, PlaceKind, place
from sayso.resolve.tokens import Token
from sayso.resolve.words import (
    BODIES,
    DEFINITE,
    HONORIFICS,
    INDEFINITE,
    OUTLETS,
    PERSONAL,
    POSSESSIVE,
    PREPOSITIONS,
    RANKS,
    RELATIVE,
    ROLE_MODIFIERS,
    ROLES,
    word_set,
)

_DETERMINERS = DEFINITE | INDEFINITE | POSSESSIVE
_OFFICES = word_set("secretary minister chief undersecretary speaker attorney under-secretary")
_WHAT = word_set("state staff general house senate treasury")
_GENERALS = word_set("attorney secretary director governor surgeon solicitor inspector")
_UNSAID = (HONORIFICS - {"imam", "sheikh", "lord", "lady"}) | {"'s"}
_SHORT = {
    "sen": "Senator", "gov": "Governor", "rep": "Representative", "del": "Delegate",
    "pres": "President", "lt. gov": "Lieutenant Governor",
}  # fmt: skip
_COMPOUND = re.compile(r"^(?:then|ex|vice)-|-(?:elect|designate|in-chief)$")
_LONGEST = 7  # words in a role; what is longer is a clause


@dataclass(frozen=True, slots=True)
class Described:
    """role: "Foreign Minister". affiliation: a country's name, or a body in the text's words, with
    "the ministry" left as it stands. country: of the affiliation, where it is or names one."""

    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    gender: str | None = None

    def or_else(self, other: Described) -> Described:
        """This, with what it lacks taken from another."""
        return Described(
            self.role or other.role,
            self.affiliation or other.affiliation,
            self.country or other.country,
            self.gender or other.gender,
        )


UNDESCRIBED = Described()


def is_role(token: Token) -> bool:
    low = _COMPOUND.sub("", token.low) if "-" in token.low else token.low
    return low in ROLES or _singular(low) in ROLES or (low in RANKS and not token.title)


def _singular(low: str) -> str:
    return low[:-1] if low.endswith("s") else low


def words_of(items: Sequence[Token]) -> str:
    """Tokens as running text, one space where the text had any white space."""
    out = ""
    for before, item in zip([None, *items], items, strict=False):
        out += (" " if before is not None and before.end < item.start else "") + item.text
    return out.strip(" ,;:-–—")


def leading_place(items: Sequence[Token]) -> tuple[Place | None, int]:
    """The country, capital or seat that a phrase begins with, and how many tokens it takes,
    a possessive "'s" included."""
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
    while at < len(items) and (items[at].low in _DETERMINERS or not items[at].word):
        at += 1
    return items[at:]


def describe(items: Sequence[Token]) -> Described:
    """Read a phrase that describes a person. Nothing in it but names gives an empty one."""
    items = undetermined(items)
    items = items[: _first(items, RELATIVE)]
    core, complement = _core(items)
    heads = [t for t in core if is_role(t)]
    if not heads:
        only = leading_place(items)[0] if items else None
        return Described(None, only.country if only else None, only.country if only else None)
    gender = next((g for t in heads if (g := gender_of(t.low))), None)
    if _singular(heads[-1].low) in PERSONAL:
        own = max((i + 1 for i, t in enumerate(core) if t.low == "'s"), default=0)
        return Described(_role(core[own:], ""), None, None, gender)
    affiliation, country, rest = _owner(core)
    behind, further, tail = _complement(complement, heads[-1].low)
    role = _role(rest, tail)
    if behind and not country:
        affiliation, country = behind, further
    return Described(role, affiliation or behind, country or further, gender)


def _first(items: Sequence[Token], words: frozenset[str]) -> int:
    return next((i for i, t in enumerate(items) if t.low in words), len(items))


def _core(items: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """The words up to the preposition, and those behind it; "Secretary of State" stays whole."""
    at = _first(items, PREPOSITIONS)
    while at < len(items) and _office_goes_on(items, at):
        at += 1 + _length_of_office(items[at + 1 :])
    return items[:at], items[at:]


def _office_goes_on(items: Sequence[Token], at: int) -> bool:
    known = at > 0 and items[at - 1].low in _OFFICES and items[at].low in ("of", "for")
    return known and _length_of_office(items[at + 1 :]) > 0


def _length_of_office(items: Sequence[Token]) -> int:
    length = 0
    for token in items:
        if token.low not in ROLE_MODIFIERS and token.low not in _WHAT:
            break
        if token.low in ("of", "for"):
            break
        length += 1
    while length and items[length - 1].low in ("and", "the"):
        length -= 1
    return length


def _owner(core: Sequence[Token]) -> tuple[str | None, str | None, Sequence[Token]]:
    """Whom the first words name: affiliation, country, and the words that are left."""
    start = 0
    while start < len(core) and core[start].low in ("former", "ex", "then", "retired"):
        start += 1
    found, taken = leading_place(core[start:])
    if found is not None and start + taken < len(core):
        named = found.kind in (PlaceKind.NAME, PlaceKind.ADJECTIVE)
        name = found.country if named else words_of(core[start : start + taken]).removesuffix("'s")
        return name.removesuffix("’s"), found.country, [*core[:start], *core[start + taken :]]
    taken = _owned_by(core[start:])
    if taken and start + taken < len(core):
        owner = words_of([t for t in core[start : start + taken] if t.low != "'s"])
        return owner, None, [*core[:start], *core[start + taken :]]
    return None, None, core


def _owned_by(core: Sequence[Token]) -> int:
    """How many leading words name an owner: "Roe's …", "Tax Board …", "Roe campaign …"."""
    marks = [i for i, t in enumerate(core) if t.low == "'s"]
    if marks and marks[-1] < len(core) - 1:
        return marks[-1] + 1
    heads = [i for i, t in enumerate(core) if is_role(t)]
    run = 0
    while run < heads[-1] and core[run].title and not (is_role(core[run]) or is_title(core[run])):
        run += 1
    bodies = [i for i in range(run) if core[i].low in BODIES or core[i].low in OUTLETS]
    if bodies:
        return bodies[-1] + 1
    while run and core[run - 1].low in ROLE_MODIFIERS:
        run -= 1
    if run == 1 and core[heads[-1]].low.endswith("s"):
        return 0  # the capital may only be that of a sentence ("Angry parents")
    return 0 if core and core[0].low in ROLE_MODIFIERS else run


def _complement(items: Sequence[Token], head: str) -> tuple[str | None, str | None, str]:
    """What stands behind "of", "for", "at": affiliation, country, and words that stay with the
    role ("head of the General Staff", of a country)."""
    ties = {"of", "for", "at", "from", "with", "in"} | ({"to"} if "advis" in head else set())
    items = items[next((i for i, t in enumerate(items) if t.low in ties), len(items)) :]
    if not items:
        return None, None, ""
    parts = items[1:]
    parts = parts[: _first(parts, PREPOSITIONS - {"of", "for", "on"})]
    parts = parts[: _clause(parts)]
    while parts and parts[-1].low in ("and", "or", "the"):
        parts = parts[:-1]
    if not parts:
        return None, None, ""
    found, taken = leading_place(undetermined(parts))
    if found is not None and taken == len(undetermined(parts)):
        return found.country, found.country, ""
    ends = [i for i, t in enumerate(parts) if t.low == "of"]
    last = leading_place(undetermined(parts[ends[-1] + 1 :]))[0] if ends else None
    if last is not None:
        return last.country, last.country, " ".join((items[0].text, words_of(parts[: ends[-1]])))
    return (*_body(parts, found), "")


def _clause(items: Sequence[Token]) -> int:
    """Where a clause begins: "which", "and is now …", a verb in -ing behind a body."""
    for i, token in enumerate(items):
        verb = i and token.low in ("is", "was", "has", "have", "had", "are", "were")
        joined = token.low in ("and", "or") and i + 1 < len(items) and not items[i + 1].title
        if token.low in RELATIVE or verb or joined:
            return i
    return len(items)


def _body(parts: Sequence[Token], found: Place | None) -> tuple[str | None, str | None]:
    """The body in some words: from its first capital, or "the ministry" as it stands."""
    owned = [i for i, t in enumerate(parts) if t.low == "'s" and i < len(parts) - 1]
    if owned and found is None and not parts[owned[-1] + 1].title:
        parts = parts[: owned[-1]]
    capital = next((i for i, t in enumerate(parts) if t.title and not _joined(t)), None)
    if capital is not None:
        return words_of(parts[capital:]), found.country if found else None
    if any(t.low in BODIES for t in parts) and len(parts) <= 4:
        return words_of(parts), None
    return None, None


def _joined(token: Token) -> bool:
    """ "U.S.-led", "Coast-based": capitals that name nobody here."""
    return bool(re.search(r"[-–](?:led|based|backed|run|owned|born|funded)$", token.low))


def _role(rest: Sequence[Token], tail: str) -> str | None:
    kept = [t for t in rest if t.low not in _UNSAID and t.text not in '"“”']
    while kept and not is_role(kept[-1]) and kept[-1].low not in _WHAT | ROLE_MODIFIERS:
        kept.pop()
    while len(kept) > 1 and _before_name(kept[-1]) and any(is_role(t) for t in kept[:-1]):
        if kept[-1].low == "general" and kept[-2].low in _GENERALS:
            break
        kept.pop()
    if len(kept) > _LONGEST:
        kept = kept[-3:]
    words = " ".join((words_of(kept), tail)).strip()
    return _SHORT.get(words.lower().rstrip("."), words) or None


def _before_name(token: Token) -> bool:
    return is_title(token) or token.low in _SHORT
