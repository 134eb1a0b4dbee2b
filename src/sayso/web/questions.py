"""The questions in an address, as the store takes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sayso.model.errors import UsageError
from sayso.model.relation import RelationKind
from sayso.store import ClaimQuery, folded_words
from sayso.store.ledger import LedgerQuery, Sort
from sayso.store.ties import TieQuery

WORDS = ("by", "about", "search", "outlet", "since", "until", "cue_class", "quotation", "document")
EXACT = ("claimer", "affiliation", "outlet_is", "checked")
ANY = "any"  # checked: also those that people rejected, which are left out otherwise
ASKED = (*WORDS, *EXACT, "min_score", "max_score")
"""All that a table of claims can be asked for, besides order and page."""


def claims(asked: Mapping[str, str], offset: int = 0, limit: int = 50) -> LedgerQuery:
    """The claims that an address asks for, without those rejected unless it asks for them.

    Raises UsageError for what makes no sense.
    """
    given = {name: value for name in ASKED if (value := asked.get(name, "").strip())}
    words: dict[str, Any] = {name: given[name] for name in WORDS if name in given}
    if "min_score" in given:
        words["min_score"] = number("min_score", given["min_score"])
    highest, checked = given.get("max_score"), given.get("checked")
    return LedgerQuery(
        asked=ClaimQuery(**words),
        claimer=given.get("claimer"),
        affiliation=given.get("affiliation"),
        outlet=given.get("outlet_is"),
        checked=None if checked == ANY else checked,
        rejected=checked in (ANY, "rejected"),
        max_score=None if highest is None else number("max_score", highest),
        sort=order(asked.get("sort", "")),
        offset=offset,
        limit=limit,
    )


def ties(asked: Mapping[str, str], kinds_told: Iterable[str], offset: int, limit: int) -> TieQuery:
    """The ties that an address asks for."""
    checked = asked.get("checked", "").strip() or None
    return TieQuery(kinds(kinds_told), checked, asked.get("sort") == "unsure", offset, limit)


def kinds(told: Iterable[str]) -> tuple[RelationKind, ...]:
    """Kinds of ties by name; those that are empty mean none."""
    known = {kind.value: kind for kind in RelationKind}
    for name in told:
        if name and name not in known:
            raise UsageError(f"no kind of tie is called {name!r}; there are {', '.join(known)}")
    return tuple(known[name] for name in told if name)


def name(told: str) -> str | None:
    """Words of a claimer's name; None where there are none."""
    return told if folded_words(told) else None


def number(name: str, told: str) -> float:
    try:
        found = float(told)
    except ValueError:
        found = -1.0
    if not 0.0 <= found <= 2.0:
        raise UsageError(f"{name} is no number from 0 to 1: {told!r}")
    return found


def order(told: str) -> Sort:
    """The order of a table of claims, by name."""
    try:
        return Sort(told) if told else Sort.OLDEST
    except ValueError:
        known = ", ".join(Sort)
        raise UsageError(f"no order is called {told!r}; there are {known}") from None
