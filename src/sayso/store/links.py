"""Which claims are linked, and what is written when some are linked anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sayso.model.relation import Relation, RelationKind
from sayso.model.trace import Maker
from sayso.store import relations, trace
from sayso.store.database import Database

_LINKED = """SELECT 1 FROM linkings JOIN makers ON makers.key = linkings.maker
WHERE makers.name = ? AND makers.version = ? AND makers.settings = ?"""
_CONFIRMED = """SELECT kind, left_claim, right_claim FROM decided_relations
JOIN latest_decisions ON latest_decisions.subject = decided_relations.id
WHERE verdict = 'confirmed'
    AND left_claim IN (SELECT id FROM claims) AND right_claim IN (SELECT id FROM claims)
ORDER BY decided_relations.id"""


def states(database: Database, maker: Maker) -> dict[str, str]:
    """What each claim's ties rest on, by claim id; none where another maker linked them."""
    if database.one(_LINKED, (maker.name, maker.version, maker.settings)) is None:
        return {}
    return dict(database.rows("SELECT claim, state FROM linked"))


def stale(database: Database, document: str) -> None:
    """Note that claims of a document go away, after which all have to be linked anew."""
    database.run(
        "DELETE FROM linkings WHERE EXISTS (SELECT 1 FROM claims WHERE document = ?)", (document,)
    )


def update(
    database: Database,
    gone: Iterable[str],
    found: Iterable[Relation],
    known: Mapping[str, str],
    maker: Maker,
) -> None:
    """Take ties away by id, add others, and note the states. Call it in a transaction."""
    database.run(
        "DELETE FROM relations WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(gone)),),
    )
    relations.save(database, found, maker)
    database.run("DELETE FROM linkings")
    database.run("INSERT INTO linkings VALUES (?)", (trace.maker_key(database, maker),))
    database.many("INSERT OR REPLACE INTO linked VALUES (?, ?)", sorted(known.items()))


def keep(database: Database, relation: Relation) -> None:
    """Keep a tie that is decided on. Call it in a transaction."""
    keep_ends(database, relation.id, relation.kind, relation.left, relation.right)


def keep_ends(database: Database, made: str, kind: RelationKind, left: str, right: str) -> None:
    """Keep what a tie that is decided on ties, by ids. Call it in a transaction."""
    database.run(
        "INSERT OR IGNORE INTO decided_relations VALUES (?, ?, ?, ?)",
        (made, kind.value, left, right),
    )


def confirmed(database: Database) -> list[tuple[RelationKind, str, str]]:
    """The ties that people confirmed and whose claims are there: kind, left and right."""
    rows = database.rows(_CONFIRMED)
    return [(RelationKind(kind), left, right) for kind, left, right in rows]
