"""Ties a page at a time, and the queue of what nobody has decided on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model.errors import UsageError
from sayso.model.relation import Relation, RelationKind, Verdict
from sayso.store import relations
from sayso.store.database import Database

DECIDED = ("open", *(v.value for v in Verdict if v is not Verdict.WITHDRAWN))


@dataclass(frozen=True, slots=True)
class TieQuery:
    """Which ties, the surest first. kinds: none given: all. checked: one of DECIDED, or None for
    all but those rejected. unsure: the least sure first. offset, limit: the page."""

    kinds: tuple[RelationKind, ...] = ()
    checked: str | None = None
    unsure: bool = False
    offset: int = 0
    limit: int = 25

    def __post_init__(self) -> None:
        if self.checked is not None and self.checked not in DECIDED:
            known = ", ".join(DECIDED)
            raise UsageError(f"no tie is decided as {self.checked!r}; there are {known}")
        if not 0 <= self.offset < 2**62 or not 0 < self.limit <= 10_000:
            raise UsageError("a page begins at 0 or later and holds up to 10,000 ties")


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a decision. kind: "claim" or the kind of a tie. id, score: of it."""

    kind: str
    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Queue:
    """Which part of the queue: of ties, of claims, or of both; behind the place of one waiting.

    kinds: of ties, all if none is given.
    """

    ties: bool = True
    claims: bool = True
    kinds: tuple[RelationKind, ...] = ()
    after: tuple[float, str] = (-1.0, "")
    limit: int = 20


_DECIDED = "(SELECT verdict FROM latest_decisions WHERE subject = relations.id)"
_ALL = "SELECT id, kind, left_claim, right_claim, score FROM relations"
_KINDS = "kind IN (SELECT value FROM json_each(?))"
_TIES = f"""SELECT kind, id, score FROM relations
WHERE (score, id) > (?, ?) AND {_KINDS}
    AND NOT EXISTS (SELECT 1 FROM latest_decisions WHERE subject = relations.id)
ORDER BY score, id LIMIT ?"""
_CLAIMS = """SELECT 'claim', id, score FROM ledger
WHERE (score, id) > (?, ?) AND checked IS NULL ORDER BY score, id LIMIT ?"""


def page(database: Database, query: TieQuery) -> tuple[list[Relation], int]:
    """A page of ties with their reasons, and how many there are in all."""
    where, values = _where(query)
    order = "score, id" if query.unsure else "score DESC, id"
    with database.transaction("BEGIN"):
        (total,) = database.one(f"SELECT count(*) FROM relations{where}", values) or (0,)
        rows = database.rows(
            f"SELECT id FROM relations{where} ORDER BY {order} LIMIT ? OFFSET ?",
            [*values, query.limit, query.offset],
        )
    return relations.of_ids(database, [made for (made,) in rows]), total


def counts(database: Database) -> dict[tuple[str, str], int]:
    """How many ties there are of each kind and verdict ("open" for none)."""
    rows = database.rows("SELECT kind, count(*) FROM relations GROUP BY kind")
    found = {(kind, "open"): n for kind, n in rows}
    decided = database.rows(
        """SELECT relations.kind, verdict, count(*) FROM latest_decisions
        JOIN relations ON relations.id = subject GROUP BY 1, 2"""
    )
    for kind, verdict, n in decided:
        found[kind, verdict] = n
        found[kind, "open"] -= n
    return found


def touching(
    database: Database,
    claims: Iterable[str],
    kinds: Iterable[RelationKind] = tuple(RelationKind),
    *,
    bare: bool = False,
) -> list[Relation]:
    """The ties that have one of these claims at an end, the surest first, with their reasons.

    bare: without them, which is far quicker.
    """
    wanted = json.dumps(sorted(set(claims)))
    rows = database.rows(
        f"""{_ALL} WHERE +{_KINDS}  -- +: by the index of its ends
            AND left_claim IN (SELECT value FROM json_each(?))
        UNION {_ALL} WHERE +{_KINDS}
            AND right_claim IN (SELECT value FROM json_each(?))
        ORDER BY score DESC, id""",
        (json.dumps(list(kinds)), wanted) * 2,
    )
    if bare:
        return [Relation(made, RelationKind(kind), *rest) for made, kind, *rest in rows]
    return relations.of_ids(database, [row[0] for row in rows])


def state(database: Database, kind: RelationKind) -> int:
    """A number that is another where the ties of a kind, or their scores, are others."""
    sql = "SELECT score, id FROM relations WHERE kind = ? ORDER BY score DESC, id"
    return hash(tuple(database.rows(sql, (kind.value,))))


def queue(database: Database, part: Queue) -> list[Waiting]:
    """What nobody has decided on, the least sure first."""
    kinds = json.dumps(list(part.kinds or RelationKind))
    rows = list[Sequence[object]]()
    with database.transaction("BEGIN"):
        if part.ties:
            rows += database.rows(_TIES, (*part.after, kinds, part.limit))
        if part.claims:
            rows += database.rows(_CLAIMS, (*part.after, part.limit))
    found = [Waiting(str(kind), str(made), float(str(score))) for kind, made, score in rows]
    return sorted(found, key=lambda one: (one.score, one.id))[: part.limit]


def waiting(database: Database) -> tuple[int, int]:
    """How many ties and how many claims nobody has decided on."""
    (ties,) = database.one("SELECT count(*) FROM relations") or (0,)
    (decided,) = database.one(
        "SELECT count(*) FROM latest_decisions JOIN relations ON relations.id = subject"
    ) or (0,)
    (claims,) = database.one("SELECT count(*) FROM ledger WHERE checked IS NULL") or (0,)
    return ties - decided, claims


def _where(query: TieQuery) -> tuple[str, list[str]]:
    tests, values = [_KINDS], [json.dumps(list(query.kinds or RelationKind))]
    if query.checked is None:
        tests.append(f"{_DECIDED} IS NOT 'rejected'")
    elif query.checked == "open":
        tests.append(f"{_DECIDED} IS NULL")
    else:
        tests.append(f"{_DECIDED} = ?")
        values.append(query.checked)
    return " WHERE " + " AND ".join(tests), values
