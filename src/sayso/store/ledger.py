"""The ledger as a table: a page of it, in an order. The counts beside it: `facets.py`.

Everything is asked of the flat table `ledger`, which bears the names of the columns of claims and
documents, so that the conditions of a ClaimQuery hold for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from sayso.model.claim import Claim
from sayso.model.errors import UsageError
from sayso.model.span import Span
from sayso.model.trace import Maker
from sayso.store import claims
from sayso.store import words as said
from sayso.store.database import Database
from sayso.store.query import ClaimQuery, conditions, match
from sayso.store.search import CLOSE, OPEN, unmarked

NONE = "-"  # the value of a facet for those that have none
CHECKED = ("open", "confirmed", "rejected", "unsure", "corrected")
BANDS = ("0", "0.5", "0.7", "0.8", "0.9")  # lower ends


class Sort(StrEnum):
    """The order of a page. Newest and oldest: by the date of printing; sure, unsure: by score."""

    OLDEST = "oldest"
    NEWEST = "newest"
    UNSURE = "unsure"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class LedgerQuery:
    """Which claims, in which order, from where.

    asked: by words and dates, as everywhere. claimer: id of an actor; affiliation, outlet: exactly,
    NONE for those without. checked: one of CHECKED. rejected: also those that people rejected.
    max_score: below it. offset, limit: the page.
    """

    asked: ClaimQuery = field(default_factory=ClaimQuery)
    claimer: str | None = None
    affiliation: str | None = None
    outlet: str | None = None
    checked: str | None = None
    rejected: bool = True
    max_score: float | None = None
    sort: Sort = Sort.OLDEST
    offset: int = 0
    limit: int = 50

    def __post_init__(self) -> None:
        if self.checked is not None and self.checked not in CHECKED:
            known = ", ".join(CHECKED)
            raise UsageError(f"no claim is checked as {self.checked!r}; there are {known}")
        if not 0 <= self.offset < 2**62 or not 0 < self.limit <= 10_000:
            raise UsageError("a page begins at 0 or later and holds up to 10,000 claims")

    def undecided(self) -> LedgerQuery:
        """All that would fit whatever people had decided, in no order and on no page."""
        asked = replace(self.asked, standing=False)
        return replace(
            self, asked=asked, checked=None, rejected=True, sort=Sort.OLDEST, offset=0, limit=1
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A page of claims with their makers. total: how many fit in all. verdicts: of those on the
    page, by id: as CHECKED has them, or "written" where nothing had found a claim. marks: where
    words that were searched for stand in the text of a claim, by id. left_out: how many would fit
    but for being rejected."""

    claims: tuple[tuple[Claim, Maker], ...]
    total: int
    verdicts: Mapping[str, str]
    marks: Mapping[str, tuple[Span, ...]]
    left_out: int = 0


_ORDERS = {
    Sort.OLDEST: "ifnull(published, '9'), document, position, id",
    Sort.NEWEST: "ifnull(published, '9') DESC, document DESC, position DESC, id DESC",
    Sort.UNSURE: "score, id",
    Sort.SURE: "score DESC, id DESC",
}
FROM = " FROM ledger AS claims WHERE "


def page(database: Database, query: LedgerQuery) -> Found:
    """One page of the claims that fit."""
    with database.transaction("BEGIN"):
        tests, values = where(database, query)
        (total,) = database.one(f"SELECT count(*){FROM}{tests}", values) or (0,)
        order = f" ORDER BY {_ORDERS[query.sort]} LIMIT ? OFFSET ?"
        rows = database.rows(
            f"SELECT key, id, checked{FROM}{tests}{order}", [*values, query.limit, query.offset]
        )
        found = claims.of_keys(database, [row[0] for row in rows])
        marks = _marks(database, query, [row[0] for row in rows])
        left_out = _left_out(database, query)
        by_hand = said.written(database, [made for _, made, how in rows if how == "corrected"])
    verdicts = {made: checked for _, made, checked in rows if checked}
    verdicts |= dict.fromkeys(by_hand, "written")
    return Found(tuple(found), total, verdicts, marks, left_out)


def keys(database: Database, query: LedgerQuery) -> list[int]:
    """The keys of all claims that fit, in order, whatever page is asked for."""
    tests, values = where(database, query)
    sql = f"SELECT key{FROM}{tests} ORDER BY {_ORDERS[query.sort]}"
    return [key for (key,) in database.rows(sql, values)]


def where(database: Database, query: LedgerQuery) -> tuple[str, list[Any]]:
    """Constant SQL, and the values for its places."""
    tests = [*conditions(query.asked), *_exact(query)]
    if not query.rejected and _any_rejected(database):  # a test the less for most cases
        tests.append(("claims.checked IS NOT 'rejected'", ()))
    together = " AND ".join(sql for sql, _ in tests if sql != "TRUE") or "TRUE"
    return together, [one for _, given in tests for one in given]


def _any_rejected(database: Database) -> bool:
    sql = "SELECT 1 FROM decisions WHERE verdict = 'rejected' AND subject >= 'c' AND subject < 'd'"
    return database.one(f"{sql} LIMIT 1") is not None


def _left_out(database: Database, query: LedgerQuery) -> int:
    """How many claims are left out for being rejected."""
    if query.rejected or query.checked or not _any_rejected(database):
        return 0
    tests, values = where(database, replace(query, rejected=True, checked="rejected"))
    (found,) = database.one(f"SELECT count(*){FROM}{tests}", values) or (0,)
    return int(found)


def _exact(query: LedgerQuery) -> Iterator[tuple[str, tuple[Any, ...]]]:
    if query.claimer == NONE:
        yield "claims.actor IS NULL", ()
    elif query.claimer is not None:
        yield "claims.actor = (SELECT key FROM actors WHERE id = ?)", (query.claimer,)
    for column, value in (
        ("claims.affiliation", query.affiliation),
        ("claims.outlet", query.outlet),
        ("claims.checked", None if query.checked is None else query.checked.replace("open", NONE)),
    ):
        if value == NONE:
            yield f"{column} IS NULL", ()
        elif value is not None:
            yield f"{column} = ?", (value,)
    if query.max_score is not None:
        yield "claims.score < ?", (query.max_score,)


def _marks(
    database: Database, query: LedgerQuery, keys: Sequence[int]
) -> dict[str, tuple[Span, ...]]:
    """Where the words of a search stand in the claims of a page."""
    asked = " ".join(words for words in (query.asked.search, query.asked.about) if words)
    if not asked or not keys:
        return {}
    found = dict[str, tuple[Span, ...]]()
    for words in filter(None, (query.asked.search, query.asked.about)):
        for made, marked in database.rows(
            """SELECT claims.id, highlight(claim_index, 0, ?, ?)
            FROM claim_index JOIN claims ON claims.key = claim_index.rowid
            WHERE claim_index MATCH ? AND claim_index.rowid IN (SELECT value FROM json_each(?))""",
            (OPEN, CLOSE, match(words), json.dumps(list(keys))),
        ):
            found[made] = tuple(sorted({*found.get(made, ()), *unmarked(marked)[1]}))
    return found
