"""Claims read back, whole."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import KnownFrom, When
from sayso.model.span import Evidence, Span
from sayso.model.trace import Maker
from sayso.store import actors
from sayso.store.database import Database, Row
from sayso.store.query import ClaimQuery, conditions
from sayso.store.undisturbed import undisturbed

Parts = Mapping[str, tuple[Evidence, ...]]
"""Evidence by its role in a claim."""

_SELECT = """
SELECT claims.key, claims.id, claims.document, claims.claimer, claims.quotation, claims.cue_class,
    claims.negated, claims.said, claims.said_from, claims.parent, claims.score, claims.reason,
    claims.maker
FROM claims JOIN documents ON documents.id = claims.document
WHERE """
_AMONG = " IN (SELECT value FROM json_each(?))"
_ORDER = " ORDER BY published IS NULL, published, documents.id, claims.position, claims.id"


def load(
    database: Database, query: ClaimQuery, *, joined: bool = True
) -> list[tuple[Claim, Maker]]:
    """The claims that fit, each with its maker, in the order of printing and of the text.

    joined: with each claimer as the whole case knows it; otherwise as its document has it.
    """
    tests, values = zip(*conditions(query), strict=True)
    bound = [item for group in values for item in group]
    limit = -1 if query.limit is None else query.limit
    return _read(database, " AND ".join(tests), [*bound, limit], joined)


def among(
    database: Database, ids: Iterable[str], documents: Iterable[str], *, joined: bool = True
) -> list[Claim]:
    """The claims with these ids, and those of these documents, in the same order."""
    given = {"claims.id": list(ids), "claims.document": list(documents)}
    tests = [f"{column}{_AMONG}" for column, some in given.items() if some]
    values = [json.dumps(some) for some in given.values() if some]
    where = " OR ".join(tests) or "FALSE"
    return [claim for claim, _ in _read(database, f"({where})", [*values, -1], joined)]


def claimers(database: Database) -> list[tuple[str, str, Entity]]:
    """Every claim's id, its document, and its claimer as the whole case knows it."""
    with database.transaction("BEGIN"):
        rows = database.rows("SELECT id, document, claimer FROM claims")
        known = _joined(database, [row[2] for row in rows])
    return [(made, document, known[claimer]) for made, document, claimer in rows]


def _read(
    database: Database, where: str, values: Sequence[Any], joined: bool
) -> list[tuple[Claim, Maker]]:
    sql = f"{_SELECT}{where}{_ORDER} LIMIT ?"  # where: constant SQL
    with database.transaction("BEGIN"):  # one state for all queries
        return _whole(database, database.rows(sql, values), joined)


def of_keys(database: Database, keys: Sequence[int]) -> list[tuple[Claim, Maker]]:
    """The claims with these keys, each with its maker, in the order given. Call it in a
    transaction."""
    sql = _SELECT + "claims.key IN (SELECT value FROM json_each(?))"
    rows = {row[0]: row for row in database.rows(sql, (json.dumps(list(keys)),))}
    return _whole(database, [rows[key] for key in keys if key in rows], True)


def of_ids(database: Database, ids: Iterable[str]) -> list[tuple[Claim, Maker]]:
    """The claims with these ids, each with its maker, in the order of printing."""
    sql = _SELECT + "claims.id IN (SELECT value FROM json_each(?))" + _ORDER
    with database.transaction("BEGIN"):
        return _whole(database, database.rows(sql, (json.dumps(sorted(set(ids))),)), True)


@undisturbed()
def _whole(database: Database, rows: list[Row], joined: bool) -> list[tuple[Claim, Maker]]:
    spans = _spans(database, [(row[0], row[2]) for row in rows])
    keys = [row[3] for row in rows]
    whos = _joined(database, keys) if joined else entities(database, keys)
    makers = _makers(database)
    return [(_claim(row, spans[row[0]], whos[row[3]]), makers[row[12]]) for row in rows]


def _joined(database: Database, keys: list[int]) -> Mapping[int, Entity]:
    """Claimers by their keys, as the whole case knows them."""
    found = entities(database, keys)
    known = actors.by_entity(database, found)
    return {key: _as(one, known.get(key)) for key, one in found.items()}


def _spans(database: Database, claims: list[tuple[int, str]]) -> Mapping[int, Parts]:
    """Evidence of each claim, by its key. claims: keys with the ids of their documents."""
    documents = dict(claims)
    parts = {key: dict[str, tuple[Evidence, ...]]() for key in documents}
    rows = database.rows(
        """SELECT claim, role, start, "end", text FROM claim_spans
        WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, role, position""",
        (json.dumps(list(documents)),),
    )
    for key, role, start, end, text in rows:
        mine, piece = parts[key], (Evidence(documents[key], Span(start, end), text),)
        mine[role] = (*mine[role], *piece) if role in mine else piece
    return parts


def entities(database: Database, keys: list[int]) -> Mapping[int, Entity]:
    """Claimers as their documents have them, by the keys of their rows."""
    wanted = (json.dumps(sorted(set(keys))),)
    names, spans = defaultdict[int, list[str]](list), defaultdict[int, list[Evidence]](list)
    for key, name in database.rows(
        """SELECT entity, name FROM entity_names
        WHERE entity IN (SELECT value FROM json_each(?)) ORDER BY entity, position""",
        wanted,
    ):
        names[key].append(name)
    for key, document, start, end, text in database.rows(
        """SELECT entity, document, start, "end", text FROM entity_spans
        WHERE entity IN (SELECT value FROM json_each(?)) ORDER BY entity, position""",
        wanted,
    ):
        spans[key].append(Evidence(document, Span(start, end), text))
    rows = database.rows(
        """SELECT key, id, kind, role, affiliation, stands_for FROM entities
        WHERE key IN (SELECT value FROM json_each(?))""",
        wanted,
    )
    return {row[0]: _entity(row, names[row[0]], spans[row[0]]) for row in rows}


def _as(entity: Entity, actor: Entity | None) -> Entity:
    """The claimer as the case knows it, with the places where this document names it, and whom its
    word for it stands for."""
    if actor is None:
        return entity
    told = actor.kind, actor.role, actor.affiliation, actor.aliases  # `replace` takes far longer
    return Entity(actor.id, actor.name, *told, entity.evidence, entity.stands_for)


def _entity(row: Row, names: list[str], evidence: list[Evidence]) -> Entity:
    _, made, kind, role, affiliation, stands_for = row
    name, *aliases = names
    told = role, affiliation, tuple(aliases), tuple(evidence), stands_for
    return Entity(made, name, EntityKind(kind), *told)


def _makers(database: Database) -> Mapping[int, Maker]:
    rows = database.rows("SELECT key, name, version, settings FROM makers")
    return {key: Maker(*values) for key, *values in rows}


def _claim(row: Row, parts: Parts, claimer: Entity) -> Claim:
    _, made, document, _, quotation, cue_class, negated, said, said_from, parent, score, why, _ = (
        row
    )
    source, cue = _only(parts, "source"), _only(parts, "cue")
    content = parts.get("content", ())
    tie = Attribution(
        id=made,
        document=document,
        source=source.span if source else None,
        cue=cue.span if cue else None,
        content=tuple(part.span for part in content),
        quotation=Quotation(quotation),
        parent=parent,
        score=score,
    )
    return Claim(
        attribution=tie,
        claimer=claimer,
        source=source,
        cue=cue,
        content=content,
        cue_class=CueClass(cue_class),
        negated=bool(negated),
        medium=_only(parts, "medium"),
        addressee=_only(parts, "addressee"),
        said=None if said is None else When(said, KnownFrom(said_from)),
        place=_only(parts, "place"),
        occasion=_only(parts, "occasion"),
        reason=why,
    )


def _only(parts: Parts, role: str) -> Evidence | None:
    found = parts.get(role)
    return found[0] if found else None
