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
from sayso.store.undisturbed import undisturbed

_SELECT = "SELECT id, kind, left_claim, right_claim, score FROM relations"
_KINDS = "WHERE kind IN (SELECT value FROM json_each(?))"
_IDS = "WHERE id IN (SELECT value FROM json_each(?))"


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


def load(database: Database, kinds: Iterable[RelationKind] = tuple(RelationKind)) -> list[Relation]:
    """All relations of some kinds with their reasons, in a fixed order."""
    wanted = sorted(set(kinds))
    if len(wanted) == len(RelationKind):
        return _load(database, "", ())
    return _load(database, _KINDS, (json.dumps(wanted),))


def _load(database: Database, where: str, values: Sequence[str]) -> list[Relation]:
    """The relations of a condition. Its values are bound where it stands."""
    among = f"WHERE relation IN (SELECT id FROM relations {where})" if where else ""
    with database.transaction("BEGIN"), undisturbed():
        rows = database.rows(f"{_SELECT} {where} ORDER BY kind, left_claim, right_claim", values)
        return _whole(rows, _reasons(database, among, values))


def of_ids(database: Database, ids: Sequence[str]) -> list[Relation]:
    """The relations with these ids, with their reasons, in the order given."""
    found = {one.id: one for one in _load(database, _IDS, (json.dumps(list(ids)),))}
    return [found[made] for made in ids if made in found]


def bare(database: Database, kinds: Iterable[RelationKind] | None = None) -> list[Relation]:
    """All relations, or those of some kinds, without their reasons, for what needs only to know of
    them."""
    where = "" if kinds is None else _KINDS
    values = () if kinds is None else (json.dumps(list(kinds)),)
    return _whole(database.rows(f"{_SELECT} {where} ORDER BY id", values), {})


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
    where = "" if subjects is None else "WHERE subject IN (SELECT value FROM json_each(?))"
    wanted = () if subjects is None else (json.dumps(sorted(set(subjects))),)
    rows = database.rows(f"SELECT subject, verdict FROM latest_decisions {where}", wanted)
    return {subject: Verdict(verdict) for subject, verdict in rows}


def verdicts_on_ties(database: Database) -> dict[str, Verdict]:
    """What counts now on relations alone, by id."""
    sql = "SELECT subject, verdict FROM latest_decisions WHERE subject >= 'r' AND subject < 's'"
    return {subject: Verdict(verdict) for subject, verdict in database.rows(sql)}


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


def _reasons(
    database: Database, among: str, values: Sequence[str]
) -> defaultdict[str, list[Reason]]:
    """The reasons of each relation, in order. among: the condition on `relation`."""
    sides = defaultdict[tuple[str, int, str], list[Evidence]](list)
    places = dict[tuple[int, int], Span]()  # the same few again and again
    for made, n, side, document, start, end, text in database.rows(
        f"""SELECT relation, reason, side, document, start, "end", text FROM reason_spans
        {among} ORDER BY relation, reason, side, position""",
        values,
    ):
        span = places.get((start, end))
        if span is None:
            span = places[start, end] = Span(start, end)
        sides[made, n, side].append(Evidence(document, span, text))
    found = defaultdict[str, list[Reason]](list)
    for made, n, name, score, detail in database.rows(
        f"""SELECT relation, position, name, score, detail FROM reasons
        {among} ORDER BY relation, position""",
        values,
    ):
        left, right = (tuple(sides.get((made, n, side), ())) for side in ("left", "right"))
        found[made].append(Reason(name, score, detail, left, right))
    return found
