"""Phrases that describe a person: role, and for whom.

"French Foreign Minister", "a spokeswoman for the ministry", "head of the Tax Policy Center",
"White House Press Secretary", "Roe's campaign manager".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.resolve.complement import complement
from sayso.resolve.names import gender_of, is_title
from sayso.resolve.parts import first_of, is_role, leading_place, singular, undetermined, words_of
from sayso.resolve.places import PlaceKind
from sayso.resolve.tokens import Token
from sayso.resolve.words import (
    BODIES,
    GROUPS,
    HONORIFICS,
    OUTLETS,
    PERSONAL,
    POSSESSIVE,
    PREPOSITIONS,
    RELATIVE,
    ROLE_MODIFIERS,
    STATE,
    word_set,
)

_OFFICES = word_set("secretary minister chief undersecretary speaker attorney under-secretary")
_WHAT = word_set("state staff general house senate treasury")
_GENERALS = word_set("attorney secretary director governor surgeon solicitor inspector")
_UNSAID = (HONORIFICS - {"imam", "sheikh", "lord", "lady"}) | {"'s", "s"}
_SHORT = {
    "sen": "Senator", "gov": "Governor", "rep": "Representative", "del": "Delegate",
    "pres": "President", "sens": "Senator", "reps": "Representative", "govs": "Governor",
}  # fmt: skip
_LIEUTENANT = re.compile(r"\b(?:lt|lieut)\. (?=governor)", re.IGNORECASE)
_FIELDS = word_set("affairs relations communications emeritus elect pro general designate")
_VAGUE = word_set("state country city county")
_BESIDE_ROLES = _WHAT | ROLE_MODIFIERS
_NAMING, _NO_STATE = BODIES - _VAGUE, BODIES - STATE
_OWN_FIELD = word_set("treasury state crown homeland")  # "Treasury Secretary", "State Senator"
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its"))
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


def _one_of(items: Sequence[Token]) -> Sequence[Token]:
    """Without "one of the" in front."""
    bare = undetermined(items)
    many = bare and bare[0].low == "of" and len(bare) < len(items)
    return undetermined(bare[1:]) if many else bare


def describe(items: Sequence[Token]) -> Described:
    """Read a phrase that describes a person. Nothing in it but names gives an empty one."""
    items = _one_of(items)
    items = undetermined(_behind_breaks(items[: first_of(items, RELATIVE)]))
    core, behind_it = _core(items)
    heads = [t for t in core if is_role(t)]
    if not heads and core and behind_it and is_role(items[-1]) and _capitals(core, behind_it):
        at = next(i for i in range(len(items), 0, -1) if not is_role(items[i - 1]))
        gender = gender_of(items[-1].low)  # "the United Board of Staff chairman"
        return Described(_role(items[at:], ""), words_of(items[:at]), None, gender)
    if not heads:
        only = leading_place(items)[0] if items else None
        return Described(None, only.country if only else None, only.country if only else None)
    gender = next((g for t in heads if (g := gender_of(t.low))), None)
    if singular(heads[-1].low) in PERSONAL:
        own = max((i + 1 for i, t in enumerate(core) if t.low == "'s"), default=0)
        return Described(_role(core[own:], ""), None, None, gender)
    affiliation, country, rest = _owner(core)
    behind, further, tail = complement(behind_it, heads[-1].low)
    role = _role(rest, tail)
    if behind and not country:
        affiliation, country = behind, further
    return Described(role, affiliation or behind, country or further, gender)


def _capitals(core: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether a body's name goes on behind "of": "the United Board of Staff chairman"."""
    return behind[0].low in ("of", "for") and all(token.title for token in core)


def _behind_breaks(items: Sequence[Token]) -> Sequence[Token]:
    """Behind what begins anew: a dash, "his" ("the film features his wife"), "such as", and a verb
    that looks like a role ("to monitor the calls of")."""
    at = 0
    for i, token in enumerate(items[:-1]):
        dash = token.text in "–—" and i and (items[i - 1].low in GROUPS or not items[i + 1].title)
        opens = dash or (token.low in POSSESSIVE and i) or token.low == "including"
        joined = token.low == "and" and i and items[i - 1].low in GROUPS
        verb = is_role(token) and not token.title and items[i + 1].low in _ARTICLES
        if verb or opens or joined or (token.low == "as" and i and items[i - 1].low == "such"):
            at = i + 1
    return items[at:]


def _core(items: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """The words up to the preposition, and those behind it; "Secretary of State" stays whole."""
    at = first_of(items, PREPOSITIONS)
    if at + 1 < len(items) and items[at].low == "close" and items[at + 1].low != "to":
        at = at + 1 + first_of(items[at + 1 :], PREPOSITIONS)  # "a close ally"
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
    if found is not None and found.kind is PlaceKind.ADJECTIVE:
        more = _private(core[start + taken :])
        if more and start + taken + more < len(core):
            end = start + taken + more  # "American River Union lawyer"
            return words_of(core[start:end]), found.country, [*core[:start], *core[end:]]
    if found is not None and start + taken < len(core):
        named = found.kind in (PlaceKind.NAME, PlaceKind.ADJECTIVE)
        name = found.country if named else words_of(core[start : start + taken]).removesuffix("'s")
        return name.removesuffix("’s"), found.country, [*core[:start], *core[start + taken :]]
    taken = _owned_by(core[start:])
    if taken == 1 and core[start].low in _OWN_FIELD:
        taken = 0
    if taken and start + taken < len(core):
        own = [t for t in core[start : start + taken] if t.low != "'s"]
        # "The president's" and "the state's" name nobody.
        named = any(t.title or t.low in _NAMING for t in own)
        owner = words_of(own) if named else None
        return owner, None, [*core[:start], *core[start + taken :]]
    return None, None, core


def _of_a_name(token: Token) -> bool:
    return token.title and not (is_role(token) or is_title(token))


def _private(core: Sequence[Token]) -> int:
    """How many leading words are a body's that is no part of a state; 0 for none."""
    run = 0
    while run < len(core) and core[run].title and not is_role(core[run]):
        run += 1
    own = run > 1 and core[run - 1].low in _NO_STATE
    return run if own and not any(t.low in STATE for t in core[:run]) else 0


def _owned_by(core: Sequence[Token]) -> int:
    """How many leading words name an owner: "Roe's …", "Tax Board …", "Roe campaign …"."""
    marks = [i for i, t in enumerate(core) if t.low == "'s"]
    if marks and marks[-1] < len(core) - 1:
        return marks[-1] + 1
    heads = [i for i, t in enumerate(core) if is_role(t)]
    run = 0
    while run < heads[-1] and (_of_a_name(core[run]) or (run and core[run].low in ("and", "&"))):
        run += 1
    if any(t.low == "and" for t in core[:run]) and core[run - 1].low not in BODIES:
        return 0  # "Industry and Trade Minister"
    bodies = [i for i in range(run) if core[i].low in BODIES or core[i].low in OUTLETS]
    if bodies:
        return bodies[-1] + 1
    while run and core[run - 1].low in ROLE_MODIFIERS:
        run -= 1
    if run == 1 and core[heads[-1]].low.endswith("s"):
        return 0  # the capital may only be that of a sentence ("Angry parents")
    return 0 if core and core[0].low in ROLE_MODIFIERS else run


def _role(rest: Sequence[Token], tail: str) -> str | None:
    kept = [t for t in rest if t.low not in _UNSAID and t.text not in '"“”' and not _aged(t)]
    kept = _without_many(kept[: _participle(kept)])
    while kept and not is_role(kept[-1]) and kept[-1].low not in _BESIDE_ROLES:
        kept.pop()
    while len(kept) > 1 and _before_name(kept[-1]) and any(is_role(t) for t in kept[:-1]):
        if kept[-1].low == "general" and kept[-2].low in _GENERALS:
            break
        kept.pop()
    while len(kept) > 1 and _branch(kept):
        kept.pop()
    if len(kept) > _LONGEST:
        kept = kept[-3:]
    if kept:
        whole = _SHORT.get(kept[-1].low)
        kept[-1] = kept[-1] if whole is None else kept[-1]._replace(text=whole)
    words = " ".join((words_of(kept), tail)).strip()
    return _LIEUTENANT.sub("Lieutenant ", words) or None


def _aged(token: Token) -> bool:
    return token.low.endswith("-year-old") and token.low[: -len("-year-old")].isdecimal()


def _participle(kept: Sequence[Token]) -> int:
    """Where "representing the electors" begins behind a role."""
    for i, token in enumerate(kept):
        if i and token.low.endswith("ing") and not token.title and is_role(kept[i - 1]):
            return i
    return len(kept)


def _without_many(kept: list[Token]) -> list[Token]:
    """ "Caucus members Rep. Roe": a plural before another role is not hers."""
    many = [i for i, t in enumerate(kept[:-1]) if _many(t) and is_role(kept[i + 1])]
    return kept[many[-1] + 1 :] if many else kept


def _many(token: Token) -> bool:
    return token.low in GROUPS and token.low.endswith("s") and token.low != "press"


def _branch(kept: Sequence[Token]) -> bool:
    """ "Spokesman Navy Captain Roe": the branch belongs to the rank behind it."""
    last, before = kept[-1], kept[-2]
    plain = last.low in ROLE_MODIFIERS and last.low not in _WHAT and last.low not in _FIELDS
    return plain and is_role(before) and not is_role(last)


def _before_name(token: Token) -> bool:
    return is_title(token) or token.low in _SHORT
