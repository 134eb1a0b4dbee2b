"""The views for people who open a case with another program: what each shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sayso.joining import rejoin
from sayso.model.claim import Entity, EntityKind
from sayso.model.document import KnownFrom, When
from sayso.model.relation import Decision, Reason, Relation, RelationKind, Verdict
from sayso.model.trace import Problem
from sayso.store import Findings, Writer
from tests.ledger import report
from tests.store.samples import MAKER

CORRIN = Entity.make("Adela Corrin", EntityKind.PERSON, "Mayor", "Lannet", ("Ms. Corrin",))
NOBODY = Entity.make("he", EntityKind.UNNAMED)
WHY = (Reason("act", 0.4, "one denies"), Reason("day", 0.1, "both on 4 March"))

View = list[dict[str, Any]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.sayso"
    said, a = report(
        "[source:Ostrel] [cue:said] [occasion:at a rally] [content:it was cut,] he said, "
        "[content:by them]",
        credits=("HANA", "Interline"),
        source="a.txt",
    )
    denied, b = report(
        "[source:Ms. Corrin] [cue:denied] [content:that it was cut]",
        CORRIN,
        outlet="RM24",
        published=When("2031-03-06", KnownFrom.META),
        url="https://rm24.example/cut",
        source="https://rm24.example/cut",
    )
    other, c = report(
        "[source:He] [cue:said] [content:nothing]",
        NOBODY,
        outlet=None,
        published=None,
        source="c.txt",
    )
    with Writer.hold(path) as writer:
        for document, claim in ((said, a), (denied, b), (other, c)):
            writer.put(document, document.text.encode())
            writer.replace(Findings(document.id, (claim,)), MAKER)
        writer.put(other, other.text.encode(), [Problem("odd", "it is odd", "c.txt", other.id)])
        rejoin(writer)
        denies = Relation.make(RelationKind.DENIES, b.id, a.id, 0.5, WHY)
        same = Relation.make(RelationKind.SAME_UTTERANCE, a.id, c.id, 0.6, WHY[:1])
        refuting = Relation.make(RelationKind.REFUTING, b.id, c.id, 0.3)
        writer.tie((), [denies, same, refuting], MAKER)
        for tie, verdict in ((refuting, Verdict.REJECTED), (denies, Verdict.CONFIRMED)):
            writer.decide(Decision(tie.id, verdict, "Vera", "2031-03-07T10:00:00+00:00"))
    return path


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as opened:
        opened.row_factory = sqlite3.Row
        yield opened


def rows(connection: sqlite3.Connection, view: str, order: str) -> View:
    return [dict(row) for row in connection.execute(f"SELECT * FROM {view} ORDER BY {order}")]


def test_who_said_what(connection: sqlite3.Connection) -> None:
    first, *_ = rows(connection, "who_said_what", "document = '', published, claimer")[1:]
    assert (first["claimer"], first["cue"]) == ("Henrik Ostrel", "said")
    assert first["words"] == "it was cut, … by them"
    assert (first["occasion"], first["place"]) == ("at a rally", None)


def test_ties_show_both_sides_and_why(connection: sqlite3.Connection) -> None:
    denies, refuting, same = rows(connection, "ties", "kind")
    assert (denies["claimer"], denies["words"]) == ("Adela Corrin", "that it was cut")
    assert (denies["other_claimer"], denies["other_words"]) == (
        "Henrik Ostrel",
        "it was cut, … by them",
    )
    assert (denies["outlet"], denies["other_outlet"]) == ("RM24", "The Lannet Courier")
    assert denies["reasons"] == "one denies; both on 4 March"
    assert [one["decision"] for one in (denies, refuting, same)] == ["confirmed", "rejected", None]
    assert refuting["reasons"] is None


def test_disputes_are_ties_that_nobody_rejected(connection: sqlite3.Connection) -> None:
    (dispute,) = rows(connection, "disputes", "kind")
    assert dispute["kind"] == "denies"


def test_reports_show_where_they_come_from(connection: sqlite3.Connection) -> None:
    undated, courier, net = rows(connection, "reports", "published")
    assert (courier["credits"], courier["source"]) == ("HANA; Interline", "a.txt")
    assert (net["source"], net["credits"]) == ("https://rm24.example/cut", None)
    assert [one["claims"] for one in (undated, courier, net)] == [1, 1, 1]
    assert [one["problems"] for one in (undated, courier, net)] == [1, 0, 0]


def test_claimers_have_their_names_and_counts(connection: sqlite3.Connection) -> None:
    corrin, ostrel = rows(connection, "claimers_overview", "claimer")
    assert (corrin["claimer"], corrin["role"]) == ("Adela Corrin", "Mayor")
    assert corrin["other_names"] == "Ms. Corrin"
    assert (corrin["claims"], corrin["reports"], corrin["outlets"]) == (1, 1, 1)
    assert (ostrel["first"], ostrel["last"]) == ("2031-03-04", "2031-03-04")


def test_every_view_can_be_read(connection: sqlite3.Connection) -> None:
    views = [
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
    ]
    assert {"who_said_what", "ties", "disputes", "reports", "claimers_overview"} <= set(views)
    for view in views:
        assert rows(connection, view, "1") or view == "latest_remarks", view  # nobody noted a thing
