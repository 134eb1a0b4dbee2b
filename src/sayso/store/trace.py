"""Who found what when, and what went wrong on the way."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from sayso.model.trace import Maker, Problem, Run
from sayso.store.database import Database
from sayso.store.names import storable


def maker_key(database: Database, maker: Maker) -> int:
    """The key of a maker's row, which is made where it is missing."""
    values = (maker.name, maker.version, maker.settings)
    database.run("INSERT OR IGNORE INTO makers (name, version, settings) VALUES (?, ?, ?)", values)
    row = database.one(
        "SELECT key FROM makers WHERE name = ? AND version = ? AND settings = ?", values
    )
    return int(row[0]) if row else 0


def begin_run(database: Database, run: Run) -> int:
    """Keep a run; its key."""
    inputs = json.dumps([storable(item) for item in run.inputs], ensure_ascii=False)
    return database.run(
        "INSERT INTO runs (maker, started, finished, inputs) VALUES (?, ?, ?, ?)",
        (maker_key(database, run.maker), run.started, run.finished, inputs),
    )


def end_run(database: Database, key: int) -> None:
    """Note that a run has come to its end."""
    database.run("UPDATE runs SET finished = ? WHERE key = ?", (now(), key))


def now() -> str:
    """The time in ISO format, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def moment() -> str:
    """The same to the microsecond, for what has to be told before from after."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def change(database: Database, *, judging: bool = False) -> None:
    """Note that the case is about to be another. judging: by a decision alone. Call it in a
    transaction."""
    database.run("UPDATE state SET version = version + 1")
    if not judging:
        database.run("UPDATE state SET findings = version")


def version(database: Database) -> int:
    """A number that goes up with every change."""
    (found,) = database.one("SELECT version FROM state") or (0,)
    return int(found)


def findings(database: Database) -> int:
    """The version at which anything but a decision changed last."""
    (found,) = database.one("SELECT findings FROM state") or (0,)
    return int(found)


def runs(database: Database) -> list[Run]:
    """All runs, first to last."""
    rows = database.rows(
        """SELECT name, version, settings, started, finished, inputs
        FROM runs JOIN makers ON makers.key = runs.maker ORDER BY runs.key"""
    )
    return [Run(Maker(*row[:3]), row[3], row[4], tuple(json.loads(row[5]))) for row in rows]


def save_problems(database: Database, found: Iterable[Problem], step: str) -> None:
    """Keep problems of a step: "read" or "analyse"."""
    for problem in map(clean, found):
        database.run(
            "INSERT OR REPLACE INTO problems VALUES (?, ?, ?, ?, ?, ?)",
            (
                problem.id,
                problem.kind,
                problem.message,
                problem.source,
                problem.document,
                step,
            ),
        )


def clear_read_problems(database: Database, source: str, *, of_documents: bool = True) -> None:
    """Forget what was wrong with a source, before it is read again.

    of_documents: also what was wrong with documents that it gave.
    """
    delete = "DELETE FROM problems WHERE source = ? AND step = 'read'"
    if not of_documents:
        delete += " AND document IS NULL"
    database.run(delete, (storable(source),))


def refused_in(database: Database, source: str) -> list[str]:
    """A source and the parts of it that gave no document, those of them that have a problem."""
    name = storable(source)
    rows = database.rows(
        """SELECT DISTINCT source FROM problems WHERE step = 'read' AND document IS NULL
        AND (source = ? OR source >= ? AND source < ?) ORDER BY source""",
        (name, f"{name}#", f"{name}$"),  # "$" comes right behind "#"
    )
    return [found for (found,) in rows]


def copy_read_problems(database: Database, document: str, source: str) -> None:
    """Repeat what was wrong with a document for one more source of it."""
    rows = database.rows(
        """SELECT DISTINCT kind, message FROM problems
        WHERE document = ? AND step = 'read' ORDER BY kind, message""",
        (document,),
    )
    found = [Problem(kind, message, source, document) for kind, message in rows]
    save_problems(database, found, "read")


def problems(database: Database, source: str | None = None) -> list[Problem]:
    """All problems, or those of one source, in a fixed order."""
    select = "SELECT kind, message, source, document FROM problems"
    order = " ORDER BY source, kind, message"
    if source is None:
        rows = database.rows(select + order)
    else:
        rows = database.rows(select + " WHERE source = ?" + order, (storable(source),))
    return [Problem(*row) for row in rows]


def clean(problem: Problem) -> Problem:
    """The problem as SQLite can hold it: names of files may not be text."""
    message, source = storable(problem.message), storable(problem.source)
    return Problem(problem.kind, message, source, problem.document)
