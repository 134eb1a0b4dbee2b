"""Claimers across documents. Rebuilt from the claimers of each document and from decisions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.model.actor import Actor, Appearance, Merge, Ruling
from sayso.model.claim import Entity, EntityKind
from sayso.model.relation import Reason, Verdict
from sayso.model.trace import Maker
from sayso.store import relations, trace
from sayso.store.database import Database, Row
from sayso.store.names import folded

_JOINED = """SELECT 1 FROM joinings JOIN makers ON makers.key = joinings.maker
WHERE makers.name = ? AND makers.version = ? AND makers.settings = ?"""
# One row for each name of each entity, the entities of a document together.
_APPEARANCES = """
SELECT entities.key, entities.id, entities.document, entities.kind, entities.role,
    entities.affiliation, entity_names.name, documents.published, documents.outlet,
    (SELECT count(*) FROM claims WHERE claims.claimer = entities.key), actor_members.actor,
    entities.stands_for
FROM entities
JOIN documents ON documents.id = entities.document
JOIN entity_names ON entity_names.entity = entities.key
LEFT JOIN actor_members ON actor_members.entity = entities.key
"""
_ORDER = " ORDER BY entities.document, entities.id, entities.key, entity_names.position"
_AMONG = " IN (SELECT value FROM json_each(?))"


def is_joined(database: Database, maker: Maker) -> bool:
    """Whether this maker has joined the claimers as they are now."""
    values = (maker.name, maker.version, maker.settings)
    return database.one(_JOINED, values) is not None


def stale(database: Database) -> None:
    """Note that claimers have to be joined anew. Call it in a transaction."""
    database.run("DELETE FROM joinings")


def appearances(database: Database) -> list[Appearance]:
    """Every claimer of every document, once a document."""
    return list(_appearances(database.rows(_APPEARANCES + _ORDER)).values())


def rulings(database: Database) -> list[Ruling]:
    """What people decided on claimers: of each pair the last word, the latest first."""
    latest = dict[str, Ruling | None]()
    for decision in reversed(relations.decisions(database)):
        latest.setdefault(decision.subject, Ruling.read(decision.subject, decision.verdict))
    return [one for one in latest.values() if one and one.verdict is not Verdict.WITHDRAWN]


def replace_all(database: Database, actors: Sequence[Actor], maker: Maker) -> None:
    """Put these actors in the place of all earlier ones. Call it in a transaction."""
    for table in ("actor_merges", "actor_aliases", "actor_members", "actors", "actor_index"):
        database.run(f"DELETE FROM {table}")  # names of tables from the line above
    keys = {ref: n for n, actor in enumerate(actors, 1) for ref in _refs(actor)}
    members = database.rows("SELECT key, id || '@' || document FROM entities")
    numbered = list(enumerate(actors, 1))
    database.many("INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?)", map(_values, numbered))
    database.many(
        "INSERT INTO actor_members VALUES (?, ?)",
        [(key, keys[ref]) for key, ref in members if ref in keys],
    )
    database.many("INSERT INTO actor_aliases VALUES (?, ?, ?)", _alias_rows(numbered))
    database.many("INSERT INTO actor_merges VALUES (?, ?, ?, ?, ?, ?, ?)", _merge_rows(numbered))
    database.many("INSERT INTO actor_index (words, actor) VALUES (?, ?)", _index_rows(numbered))
    stale(database)
    database.run("INSERT INTO joinings VALUES (?)", (trace.maker_key(database, maker),))


def load(database: Database, ids: Sequence[str] | None = None) -> list[Actor]:
    """All actors, or those with these ids, those with most claims first."""
    where, values = "", list[str]()
    if ids is not None:
        where = f" WHERE actor{_AMONG}"
        rows = database.rows(f"SELECT key FROM actors WHERE id{_AMONG}", (json.dumps(list(ids)),))
        values = [json.dumps([key for (key,) in rows])]
    with database.transaction("BEGIN"):
        entities = _entities(database, where.replace("actor", "key", 1), where, values)
        found = database.rows(_APPEARANCES + where + _ORDER, values)
        merges = _merges(database, where, values)
    members = defaultdict[int, list[Appearance]](list)
    owners = {(row[1], row[2]): row[10] for row in found}
    for key, one in _appearances(found).items():
        members[owners[key]].append(one)
    made = [
        Actor(entity, tuple(members[key]), tuple(merges[key])) for key, entity in entities.items()
    ]
    return sorted(made, key=lambda a: (-a.claims, -a.documents, a.entity.name, a.entity.id))


def by_entity(database: Database, entities: Iterable[int]) -> Mapping[int, Entity]:
    """The actor that each of these entities is, by the entity's key, where they are joined."""
    wanted = json.dumps(sorted(set(entities)))
    rows = database.rows(f"SELECT entity, actor FROM actor_members WHERE entity{_AMONG}", (wanted,))
    keys = [json.dumps(sorted({actor for _, actor in rows}))]
    found = _entities(database, f" WHERE key{_AMONG}", f" WHERE actor{_AMONG}", keys)
    return {entity: found[actor] for entity, actor in rows}


def names(database: Database) -> list[tuple[str, str]]:
    """Every name and alias of an actor, with the actor's id."""
    return [
        (name, made)
        for name, made in database.rows(
            """SELECT name, id FROM actors UNION
            SELECT actor_aliases.name, actors.id FROM actor_aliases
            JOIN actors ON actors.key = actor_aliases.actor ORDER BY 1, 2"""
        )
    ]


def _entities(
    database: Database, where: str, of_aliases: str, values: Sequence[str]
) -> dict[int, Entity]:
    aliases = defaultdict[int, list[str]](list)
    for key, name in database.rows(
        f"SELECT actor, name FROM actor_aliases{of_aliases} ORDER BY actor, position", values
    ):
        aliases[key].append(name)
    rows = database.rows(
        f"SELECT key, id, name, kind, role, affiliation, stands_for FROM actors{where}", values
    )
    return {
        key: Entity(made, name, EntityKind(kind), role, owner, tuple(aliases[key]), (), stands_for)
        for key, made, name, kind, role, owner, stands_for in rows
    }


def _appearances(rows: Iterable[Row]) -> dict[tuple[str, str], Appearance]:
    """Rows of one entity in one document put together, by both ids."""
    parts = defaultdict[tuple[str, str], list[Row]](list)
    for row in rows:
        parts[row[1], row[2]].append(row)
    return {key: _appearance(found) for key, found in parts.items()}


def _appearance(rows: list[Row]) -> Appearance:
    _, made, document, kind, _, affiliation, name, published, outlet, *_ = rows[0]
    role = next((row[4] for row in rows if row[4]), None)
    aliases = sorted({row[6] for row in rows if row[6].casefold() != name.casefold()})
    claims = sum({row[0]: row[9] for row in rows}.values())
    stands_for = rows[0][11]
    entity = Entity(made, name, EntityKind(kind), role, affiliation, tuple(aliases), (), stands_for)
    return Appearance(entity, document, published, outlet, claims)


def _merges(database: Database, where: str, values: Sequence[str]) -> dict[int, list[Merge]]:
    found = defaultdict[int, list[Merge]](list)
    for actor, left, right, name, score, detail in database.rows(
        f"""SELECT actor, left_ref, right_ref, name, score, detail
        FROM actor_merges{where} ORDER BY actor, position""",
        values,
    ):
        found[actor].append(Merge(left, right, Reason(name, score, detail)))
    return found


def _refs(actor: Actor) -> Iterator[str]:
    return (one.ref for one in actor.appearances)


def _values(numbered: tuple[int, Actor]) -> Row:
    key, actor = numbered
    who = actor.entity
    return key, who.id, who.kind.value, who.name, who.role, who.affiliation, who.stands_for


def _alias_rows(actors: Iterable[tuple[int, Actor]]) -> Iterator[Row]:
    for key, actor in actors:
        yield from ((key, n, name) for n, name in enumerate(actor.entity.aliases))


def _merge_rows(actors: Iterable[tuple[int, Actor]]) -> Iterator[Row]:
    for key, actor in actors:
        for n, merge in enumerate(actor.merges):
            why = merge.reason
            yield key, n, merge.left, merge.right, why.name, why.score, why.detail


def _index_rows(actors: Iterable[tuple[int, Actor]]) -> Iterator[Row]:
    for key, actor in actors:
        for words in (actor.entity.name, *actor.entity.aliases, *actor.phrases):
            yield folded(words), key
