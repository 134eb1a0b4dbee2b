"""What stands behind a role: "of the River Board", "for Halvern", "at the press office"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.resolve.names import is_title
from sayso.resolve.parts import first_of, leading_place, undetermined, words_of
from sayso.resolve.places import Place, PlaceKind
from sayso.resolve.tokens import Token
from sayso.resolve.words import BODIES, PREPOSITIONS, RELATIVE, STATE

_TIES = frozenset(("of", "for", "at", "from", "with", "in"))
_ENDING = PREPOSITIONS - {"of", "for", "on"}
_NAMING, _NO_STATE = BODIES - {"state"}, BODIES - STATE


def complement(items: Sequence[Token], head: str) -> tuple[str | None, str | None, str]:
    """What stands behind "of", "for", "at": affiliation, country, and words that stay with the
    role ("head of the General Staff", of a country)."""
    ties = _TIES | {"to"} if "advis" in head else _TIES
    items = items[next((i for i, t in enumerate(items) if t.low in ties), len(items)) :]
    if not items:
        return None, None, ""
    parts = items[1:]
    parts = parts[: first_of(parts, _ENDING)]
    parts = parts[: _clause(parts)]
    while parts and (parts[-1].low in ("and", "or", "the") or _abbreviated(parts[-1])):
        parts = parts[:-1]
    if not parts:
        return None, None, ""
    found, taken = leading_place(undetermined(parts))
    if found is not None and taken == len(undetermined(parts)):
        seat = found.kind is PlaceKind.SEAT
        return words_of(undetermined(parts)) if seat else found.country, found.country, ""
    owned = [i for i, t in enumerate(parts[:-1]) if t.low == "'s" and not parts[i + 1].title]
    if owned and found is None and parts[-1].low in BODIES:  # "of the River Board's press office"
        body, country = _body(parts[: owned[-1]], found)
        return body, country, f"{items[0].text} the {words_of(parts[owned[-1] + 1 :])}"
    ends = [i for i, t in enumerate(parts) if t.low == "of"]
    last = leading_place(undetermined(parts[ends[-1] + 1 :]))[0] if ends else None
    if last is not None and _of_name(parts[: ends[-1]], parts[-1]):
        return words_of(undetermined(parts)), last.country, ""
    if last is not None:
        return last.country, last.country, " ".join((items[0].text, words_of(parts[: ends[-1]])))
    return (*_body(parts, found), "")


def _abbreviated(token: Token) -> bool:
    """Whether it is the title of whoever is named behind: "chief of the River Staff Gen. Roe"."""
    return token.text.endswith(".") and is_title(token)


def _of_name(before: Sequence[Token], state: Token) -> bool:
    """ "River Society of Halvern", "… of America": the country is part of a body's name."""
    private = before[-1].title and before[-1].low in _NO_STATE
    return private or (state.low == "america" and before[-1].title)


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
        end = len(parts)
        own = any(t.low == "'s" for t in parts[capital:])  # "Halvern's coast guard"
        while not own and end > capital + 1 and _common(parts[end - 1]):
            end -= 1
        if end - capital == 1 and end < len(parts) and parts[capital].text.isupper():
            return None, None  # "HIV policy"
        return words_of(parts[capital:end]), found.country if found else None
    if any(t.low in _NAMING for t in parts) and len(parts) <= 4:
        return words_of(parts), None
    return None, None


def _common(token: Token) -> bool:
    return not token.title and token.low not in BODIES


def _joined(token: Token) -> bool:
    """ "U.S.-led", "Coast-based": capitals that name nobody here."""
    return bool(re.search(r"[-–](?:led|based|backed|run|owned|born|funded)$", token.low))
