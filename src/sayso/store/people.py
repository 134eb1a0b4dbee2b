"""Claimers a page at a time, and how they stand to each other."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.model.relation import RelationKind
from sayso.store.database import Database, Row
from sayso.store.names import folded_words
from sayso.store.query import beginnings

DISPUTES = (RelationKind.DENIES, RelationKind.REFUTING, RelationKind.MIRRORS)


@dataclass(frozen=True, slots=True)
class Person:
    """A claimer across documents, with how much there is of it.

    id, name, kind, role, affiliation, stands_for: as of an entity. claims, documents: how many it
    makes, and in how many. first, last: dates of printing, where known.
    """

    id: str
    name: str
    kind: str
    role: str | None
    affiliation: str | None
    stands_for: str | None
    claims: int
    documents: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """How often the claims of two claimers stand against each other. other: id and name."""

    other: str
    name: str
    kind: str
    ties: int


def page(
    database: Database, name: str | None, offset: int = 0, limit: int = 50
) -> tuple[list[Person], int]:
    """Claimers, those with most claims first, and how many there are. name: words of one."""
    where, values = "", list[str]()
    if name is not None:
        where = " WHERE key IN (SELECT actor FROM actor_index WHERE actor_index MATCH ?)"
        values = [beginnings(folded_words(name))]
    with database.transaction("BEGIN"):
        (total,) = database.one(f"SELECT count(*) FROM actors{where}", values) or (0,)
        rows = database.rows(
            f"""WITH counted AS (
                SELECT actor, count(*) AS claims, min(published) AS first, max(published) AS last
                FROM ledger WHERE actor IS NOT NULL GROUP BY actor)
            SELECT id, name, kind, role, affiliation, stands_for,
                ifnull(claims, 0), first, last, key
            FROM actors LEFT JOIN counted ON counted.actor = actors.key{where}
            ORDER BY ifnull(claims, 0) DESC, name, id LIMIT ? OFFSET ?""",
            [*values, limit, offset],
        )
        documents = _documents(database, [row[-1] for row in rows])
    return [_person(row, documents) for row in rows], total


def aliases(database: Database, ids: Iterable[str]) -> dict[str, list[str]]:
    """The other names of claimers, by id."""
    rows = database.rows(
        """SELECT actors.id, actor_aliases.name FROM actor_aliases
        JOIN actors ON actors.key = actor_aliases.actor
        WHERE actors.id IN (SELECT value FROM json_each(?)) ORDER BY 1, position""",
        (json.dumps(sorted(set(ids))),),
    )
    found = defaultdict[str, list[str]](list)
    for made, name in rows:
        found[made].append(name)
    return found


def disputes(database: Database, claimer: str) -> list[Dispute]:
    """With whose claims those of a claimer stand in dispute, the most first. claimer: id."""
    rows = database.rows(
        """WITH mine AS (SELECT ledger.id FROM ledger JOIN actors ON actors.key = ledger.actor
            WHERE actors.id = ?1),
        ends AS (
            SELECT relations.id, kind, right_claim AS other FROM relations
            JOIN mine ON mine.id = left_claim
            UNION SELECT relations.id, kind, left_claim FROM relations
            JOIN mine ON mine.id = right_claim)
        SELECT actors.id, actors.name, ends.kind, count(*) AS n FROM ends
        JOIN ledger ON ledger.id = ends.other JOIN actors ON actors.key = ledger.actor
        WHERE ends.kind IN (SELECT value FROM json_each(?2)) AND NOT EXISTS (
            SELECT 1 FROM latest_decisions
            WHERE subject = ends.id AND verdict = 'rejected')
        GROUP BY 1, 2, 3 ORDER BY n DESC, 2, 3 LIMIT 50""",
        (claimer, json.dumps(DISPUTES)),
    )
    return [Dispute(*row) for row in rows]


def _person(row: Row, documents: Mapping[int, int]) -> Person:
    made, name, kind, role, side, stands_for, claims, first, last, key = row
    inside = documents.get(key, 0)
    return Person(made, name, kind, role, side, stands_for, claims, inside, first, last)


def _documents(database: Database, keys: Iterable[int]) -> dict[int, int]:
    return dict(
        database.rows(
            """SELECT actor, count(DISTINCT document) FROM ledger
            WHERE actor IN (SELECT value FROM json_each(?)) GROUP BY actor""",
            (json.dumps(list(keys)),),
        )
    )
