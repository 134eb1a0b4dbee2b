"""What the linker keeps of each claim, and which claims may be tied to which."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model.relation import Relation, RelationKind
from sayso.model.trace import Maker
from sayso.store import relations, trace
from sayso.store.database import Database

_LINKED = """SELECT 1 FROM linkings JOIN makers ON makers.key = linkings.maker
WHERE makers.name = ? AND makers.version = ? AND makers.settings = ?"""
_AMONG = " IN (SELECT value FROM json_each(:ids))"
_ALIVE = """(SELECT count(*) FROM (SELECT 1 FROM link_keys AS held WHERE held.key = {}.key
    LIMIT (SELECT crowd + 1 FROM linkings))) <= (SELECT crowd FROM linkings)"""
# Partners of some claims that share a living key: each pair once, with those that are done.
_PARTNERS = f"""
SELECT DISTINCT mine.id, theirs.id
FROM claims AS mine
JOIN link_keys AS one ON one.claim = mine.key
JOIN link_keys AS other ON other.key = one.key AND other.claim != one.claim
JOIN linked ON linked.claim = other.claim
JOIN claims AS theirs ON theirs.key = other.claim
WHERE mine.id{_AMONG} AND {_ALIVE.format("one")}
    AND (linked.tied OR (theirs.id{_AMONG} AND theirs.id < mine.id))
ORDER BY 1, 2"""
# Keys that some claims hold and that are dead now, but would not be without these claims.
_DYING = f"""
SELECT key FROM link_keys WHERE key IN (
    SELECT DISTINCT key FROM link_keys WHERE claim{_AMONG})
GROUP BY key
HAVING count(*) > (SELECT crowd FROM linkings)
    AND count(*) - sum(claim{_AMONG}) <= (SELECT crowd FROM linkings)"""
_LOST = f"""
DELETE FROM relations WHERE kind != 'relays' AND id IN (
    SELECT relations.id FROM relations
    JOIN claims AS l ON l.id = left_claim JOIN claims AS r ON r.id = right_claim
    WHERE l.key IN (SELECT claim FROM link_keys WHERE key = :key)
        AND r.key IN (SELECT claim FROM link_keys WHERE key = :key)
        AND NOT EXISTS (
            SELECT 1 FROM link_keys AS one JOIN link_keys AS other ON other.key = one.key
            WHERE one.claim = l.key AND other.claim = r.key AND {_ALIVE.format("one")}))"""
_CONFIRMED = """SELECT kind, left_claim, right_claim FROM decided_relations
JOIN latest_decisions ON latest_decisions.subject = decided_relations.id
WHERE verdict = 'confirmed' AND id NOT IN (SELECT id FROM relations)
    AND left_claim IN (SELECT id FROM claims) AND right_claim IN (SELECT id FROM claims)
ORDER BY decided_relations.id"""


@dataclass(frozen=True, slots=True)
class Note:
    """What the linker keeps of a claim. claim: its id; the rest as in the schema.

    keys: under which it is looked up; they hang on its words, so that they never change.
    """

    claim: str
    who: str
    refers: tuple[str, ...]
    gist: str
    vector: bytes
    keys: frozenset[int]


def linked_by(database: Database, maker: Maker) -> bool:
    """Whether it is this maker that has linked the claims."""
    return database.one(_LINKED, (maker.name, maker.version, maker.settings)) is not None


def begin(database: Database, maker: Maker, crowd: int) -> None:
    """Throw away what another maker linked. Call it in a transaction."""
    for table in ("linkings", "linked", "link_keys", "relations"):
        database.run(f"DELETE FROM {table}")  # names of tables from the line above
    database.run("INSERT INTO linkings VALUES (?, ?)", (trace.maker_key(database, maker), crowd))


def known(database: Database) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Who and refers of every claim that is noted, by its id."""
    rows = database.rows(
        "SELECT id, who, refers FROM linked JOIN claims ON claims.key = linked.claim"
    )
    return {made: (who, tuple(json.loads(refers))) for made, who, refers in rows}


def gists(database: Database, ids: Iterable[str]) -> dict[str, tuple[str, bytes, tuple[str, ...]]]:
    """Gist, vector and refers of these claims, by id."""
    rows = database.rows(
        f"""SELECT id, gist, vector, refers FROM linked JOIN claims ON claims.key = linked.claim
        WHERE id{_AMONG}""",
        {"ids": json.dumps(list(ids))},
    )
    return {made: (*kept, tuple(json.loads(refers))) for made, *kept, refers in rows}


def note(database: Database, notes: Sequence[Note]) -> None:
    """Note claims that are new or said by others than was thought: they have to be tied anew, and
    ties that lost what held them together go. Call it in a transaction."""
    changed = {"ids": json.dumps([one.claim for one in notes])}
    for side in ("left_claim", "right_claim"):
        database.run(f"DELETE FROM relations WHERE {side}{_AMONG}", changed)
    rows = database.rows(f"SELECT id, key FROM claims WHERE id{_AMONG}", changed)
    numbers: dict[str, int] = dict(rows)
    keyed = {row[0] for row in database.rows(
        f"SELECT claim FROM linked JOIN claims ON claims.key = claim WHERE id{_AMONG}", changed
    )}  # fmt: skip
    database.many(
        "INSERT OR REPLACE INTO linked VALUES (?, ?, ?, ?, ?, 0)",
        [
            (numbers[one.claim], one.who, json.dumps(one.refers), one.gist, one.vector)
            for one in notes
        ],
    )
    new = [one for one in notes if numbers[one.claim] not in keyed]
    database.many(
        "INSERT OR IGNORE INTO link_keys VALUES (?, ?)",
        [(key, numbers[one.claim]) for one in new for key in sorted(one.keys)],
    )
    for key in _dying(database, [numbers[one.claim] for one in new]):
        database.run(_LOST, {"key": key})


def forget(database: Database, ids: Iterable[str]) -> None:
    """Before claims go: keys that come alive without them tie others anew."""
    rows = database.rows(f"SELECT key FROM claims WHERE id{_AMONG}", {"ids": json.dumps(list(ids))})
    for key in _dying(database, [number for (number,) in rows]):
        database.run(
            "UPDATE linked SET tied = 0 WHERE claim IN (SELECT claim FROM link_keys WHERE key = ?)",
            (key,),
        )


def untied(database: Database, limit: int) -> list[str]:
    """Ids of claims that are still to be compared with those that are done."""
    rows = database.rows(
        """SELECT id FROM linked JOIN claims ON claims.key = linked.claim
        WHERE tied = 0 ORDER BY claims.document, id LIMIT ?""",
        (limit,),
    )
    return [made for (made,) in rows]


def partners(database: Database, ids: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of one of these claims and one that is done, or two of these, that share a key."""
    return [(one, other) for one, other in database.rows(_PARTNERS, {"ids": json.dumps(list(ids))})]


def tie(database: Database, ids: Sequence[str], found: Iterable[Relation], maker: Maker) -> None:
    """Keep ties, and that these claims are done. Call it in a transaction."""
    new = {one.id: one for one in found}
    among = {"ids": json.dumps(sorted(new))}
    database.run(f"DELETE FROM relations WHERE id{_AMONG}", among)
    relations.save(database, (new[made] for made in sorted(new)), maker)
    database.run(
        f"UPDATE linked SET tied = 1 WHERE claim IN (SELECT key FROM claims WHERE id{_AMONG})",
        {"ids": json.dumps(list(ids))},
    )


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
    """The ties that people confirmed, that nothing else asserts, and whose claims are there."""
    rows = database.rows(_CONFIRMED)
    return [(RelationKind(kind), left, right) for kind, left, right in rows]


def _dying(database: Database, numbers: Sequence[int]) -> list[int]:
    return [key for (key,) in database.rows(_DYING, {"ids": json.dumps(list(numbers))})]
