"""The counts beside a table of claims: how many of those that fit have which value.

Nearly all of a count rests on no decision. So what fits is tallied whatever people said of it,
which can be kept until the findings are others, and the few claims that a decision puts out are
taken off.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.model.attribution import CueClass, Quotation
from sayso.store.database import Database, Row
from sayso.store.ledger import BANDS, CHECKED, FROM, NONE, LedgerQuery, where

SHOWN = 12  # values of a facet: the most frequent


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the claims have a value. value: as a query takes it; label: as people read it."""

    value: str
    label: str
    claims: int


Facets = Mapping[str, tuple[Count, ...]]
"""The counts of each facet, by its name: the most frequent first where there may be many values."""

Tally = Mapping[str, Mapping[Any, int]]
"""How many claims have which value, by facet: every value, as the ledger has it."""

# Facets with few values are counted in one walk over the rows: a sum each, no sorting.
_FEW = {
    "cue_class": tuple((value, f"cue_class = '{value}'") for value in CueClass),
    "quotation": tuple((value, f"quotation = '{value}'") for value in Quotation),
    "score": tuple(
        (low, f"score >= {low} AND score < {high}")
        for low, high in zip(BANDS, (*BANDS[1:], "2"), strict=True)
    ),
}
_SUMS = ", ".join(f"count(*) FILTER (WHERE {test})" for few in _FEW.values() for _, test in few)
_LARGE = {
    "claimer": "actor",
    "affiliation": "affiliation",
    "outlet": "outlet",
    "month": "substr(published, 1, 7)",
}


def tally(database: Database, query: LedgerQuery) -> Tally:
    """All that would fit, whatever people decided. It holds as long as the findings do."""
    return _tally(database, *where(database, query.undecided()))


def facets(database: Database, query: LedgerQuery, whole: Callable[[], Tally]) -> Facets:
    """How many of the claims that fit have which value of each facet. whole: their tally."""
    with database.transaction("BEGIN"):
        if query.checked not in (None, "open"):
            found = _tally(database, *where(database, query))
            looked_at = {query.checked: _total(found)}
        else:
            found = whole()
            tests, values = where(database, query.undecided())
            decided = f"{tests} AND checked IS NOT NULL"
            looked_at = dict(
                database.rows(f"SELECT checked, count(*){FROM}{decided} GROUP BY 1", values)
            )
            looked_at["open"] = _total(found) - sum(looked_at.values())
            if query.checked == "open":
                found = _less(found, _tally(database, decided, values))
                looked_at = {"open": looked_at["open"]}
            elif not query.rejected and looked_at.pop("rejected", 0):
                rejected = f"{tests} AND checked = 'rejected'"
                found = _less(found, _tally(database, rejected, values))
        most = {name: _most(found[name]) for name in _LARGE}
        names = _actors(database, [actor for actor, _ in most["claimer"] if actor])
    return {
        "claimer": tuple(_actor(names, actor, n) for actor, n in most["claimer"]),
        **{name: _plain(most[name]) for name in ("affiliation", "outlet", "month")},
        **{name: _in_order(found[name], [value for value, _ in few]) for name, few in _FEW.items()},
        "checked": _in_order(looked_at, CHECKED),
    }


def outlets_and_months(database: Database) -> Facets:
    """The counts of two facets over all claims, alone: a fraction of the work."""
    return {
        name: _plain(_most(_values(database, _LARGE[name], "TRUE", ())))
        for name in ("outlet", "month")
    }


def _tally(database: Database, tests: str, values: Sequence[Any]) -> Tally:
    """tests: constant SQL. values: for its places."""
    # Unasked, the index on actors has all; else a walk over the rows is faster than over it.
    columns = _LARGE if tests == "TRUE" else _LARGE | {"claimer": "+actor"}
    with database.transaction("BEGIN"):
        found = {name: _values(database, one, tests, values) for name, one in columns.items()}
        sums = iter(database.one(f"SELECT {_SUMS}{FROM}{tests}", values) or ())
    few = {name: {value: next(sums, 0) for value, _ in some} for name, some in _FEW.items()}
    return found | few


def _values(database: Database, column: str, tests: str, values: Sequence[Any]) -> dict[Any, int]:
    return dict(database.rows(f"SELECT {column}, count(*){FROM}{tests} GROUP BY 1", values))


def _total(found: Tally) -> int:
    return sum(found["quotation"].values())  # of which every claim has one


def _less(found: Tally, out: Tally) -> Tally:
    """The one without the other."""
    return {
        name: values | {value: values[value] - n for value, n in out[name].items()}
        for name, values in ((name, dict(some)) for name, some in found.items())
    }


def _most(found: Mapping[Any, int]) -> list[Row]:
    """The most frequent values; of two as frequent the first by name, none before any."""
    there = [(value, n) for value, n in found.items() if n]
    return sorted(there, key=lambda one: (-one[1], one[0] is not None, one[0] or 0))[:SHOWN]


def _plain(rows: Sequence[Row]) -> tuple[Count, ...]:
    return tuple(Count(value or NONE, value or "unknown", n) for value, n in rows)


def _in_order(found: Mapping[Any, int], values: Sequence[str]) -> tuple[Count, ...]:
    """Values in their own order; those that no claim has are left out."""
    return tuple(Count(value, value, found[value]) for value in values if found.get(value))


def _actors(database: Database, keys: Sequence[int]) -> dict[int, tuple[str, str]]:
    rows = database.rows(
        "SELECT key, id, name FROM actors WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
    return {key: (made, name) for key, made, name in rows}


def _actor(names: Mapping[int, tuple[str, str]], actor: int | None, claims: int) -> Count:
    value, label = names.get(actor or 0, (NONE, "nobody identified"))
    return Count(value, label, claims)
