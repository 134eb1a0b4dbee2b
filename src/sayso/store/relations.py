"""How claims stand to each other, which is rebuilt, and what people decided, which stays."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.model.relation import Decision, Reason, Relation, RelationKind, Verdict
from sayso.model.span import Evidence, Span
from sayso.model.trace import Maker
from sayso.store import trace
from sayso.store.database import Database, Row
from sayso.store.names import storable

_SELECT = "SELECT id, kind, left_claim, right_claim, score FROM relations"


def save(database: Database, relations: Iterable[Relation], maker: Maker) -> None:
    """Add relations. Call it in a transaction."""
    key = trace.maker_key(database, maker)
    for relation in relations:
        database.run(
            "INSERT INTO relations VALUES (?, ?, ?, ?, ?, ?)",
            (
                relation.id,
                relation.kind.value,
                relation.left,
                relation.right,
                relation.score,
                key,
            ),
        )
        for n, reason in enumerate(relation.reasons):
            _save_reason(database, relation.id, n, reason)


def load(database: Database, ids: Sequence[str] | None = None) -> list[Relation]:
    """All relations, or those with these ids, with their reasons, in a fixed order."""
    wanted = () if ids is None else (json.dumps(list(ids)),)
    with database.transaction("BEGIN"):
        rows = database.rows(
            f"{_SELECT} {_among('id', wanted)} ORDER BY kind, left_claim, right_claim", wanted
        )
        return _whole(rows, _reasons(database, wanted))


def of_ids(database: Database, ids: Sequence[str]) -> list[Relation]:
    """The relations with these ids, with their reasons, in the order given."""
    found = {one.id: one for one in load(database, ids)}
    return [found[made] for made in ids if made in found]


def bare(database: Database, kinds: Iterable[RelationKind]) -> list[Relation]:
    """All relations of some kinds without their reasons, for what needs only to know of them."""
    wanted = json.dumps(list(kinds))
    sql = f"{_SELECT} WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY id"
    return _whole(database.rows(sql, (wanted,)), {})


def _whole(rows: Iterable[Row], reasons: Mapping[str, Sequence[Reason]]) -> list[Relation]:
    return [
        Relation(made, RelationKind(kind), left, right, score, tuple(reasons.get(made, ())))
        for made, kind, left, right, score in rows
    ]


def decide(database: Database, decision: Decision) -> None:
    """Add a person's word; earlier ones on the same subject stay."""
    if decision.subject.startswith("same:"):  # it is on who is who
        database.run("DELETE FROM joinings")
    database.run(
        "INSERT INTO decisions (subject, verdict, who, at, note) VALUES (?, ?, ?, ?, ?)",
        (
            decision.subject,
            decision.verdict.value,
            storable(decision.who),
            decision.at,
            storable(decision.note),
        ),
    )


def decisions(database: Database, subject: str | None = None) -> list[Decision]:
    """Every decision, or those on one claim or relation, first to last: the last one counts."""
    select, order = "SELECT subject, verdict, who, at, note FROM decisions", " ORDER BY at, key"
    if subject is None:
        rows = database.rows(select + order)
    else:
        rows = database.rows(select + " WHERE subject = ?" + order, (subject,))
    return [Decision(row[0], Verdict(row[1]), *row[2:]) for row in rows]


def verdicts(database: Database, subjects: Iterable[str] | None = None) -> dict[str, Verdict]:
    """What counts now, by the id of what it is on, or on these; nothing that was withdrawn."""
    wanted = () if subjects is None else (json.dumps(sorted(set(subjects))),)
    rows = database.rows(
        f"SELECT subject, verdict FROM latest_decisions {_among('subject', wanted)}", wanted
    )
    return {subject: Verdict(verdict) for subject, verdict in rows}


def _among(column: str, wanted: Sequence[str]) -> str:
    """The condition that a column holds one of the ids, where there are any to bind."""
    return f"WHERE {column} IN (SELECT value FROM json_each(?))" if wanted else ""


def _save_reason(database: Database, relation: str, position: int, reason: Reason) -> None:
    database.run(
        "INSERT INTO reasons VALUES (?, ?, ?, ?, ?)",
        (relation, position, reason.name, reason.score, reason.detail),
    )
    for side, parts in (("left", reason.left), ("right", reason.right)):
        database.many(
            "INSERT INTO reason_spans VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (relation, position, side, n, e.document, e.span.start, e.span.end, e.text)
                for n, e in enumerate(parts)
            ],
        )


def _reasons(database: Database, wanted: Sequence[str]) -> defaultdict[str, list[Reason]]:
    """The reasons of each relation, in order. wanted: as `load` binds the ids."""
    among = _among("relation", wanted)
    sides = defaultdict[Row, list[Evidence]](list)
    for row in database.rows(
        f"""SELECT relation, reason, side, document, start, "end", text FROM reason_spans
        {among} ORDER BY relation, reason, side, position""",
        wanted,
    ):
        sides[row[:3]].append(Evidence(row[3], Span(*row[4:6]), row[6]))
    found = defaultdict[str, list[Reason]](list)
    for made, n, name, score, detail in database.rows(
        f"""SELECT relation, position, name, score, detail FROM reasons
        {among} ORDER BY relation, position""",
        wanted,
    ):
        left, right = (tuple(sides[made, n, side]) for side in ("left", "right"))
        found[made].append(Reason(name, score, detail, left, right))
    return found
