"""The lines of a case, read bit by bit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso.case import Case
from sayso.model.document import Document
from sayso.model.errors import UnknownNameError
from sayso.model.relation import Relation, RelationKind
from sayso.store import Writer, documents
from sayso.store.database import Database
from tests.store.samples import MAKER, made, pattern, write

TEXTS = {
    "one.txt": "Ilse Brandt said the bridge is safe.\n",
    "two.txt": "Tomas Reve said nobody asked. Ilse Brandt said it was closed.\n",
}


@pytest.fixture
def case(tmp_path: Path) -> Case:
    with Case(tmp_path / "bridge.sayso", analyser=pattern()) as opened:
        opened.add(write(tmp_path / "reports", TEXTS))
        return opened


def test_each_document_comes_before_its_claims(case: Case) -> None:
    lines = list(case.lines())
    seen = set[str]()
    for line in lines:
        if line["type"] == "document":
            seen.add(line["id"])
        else:
            assert line["document"] in seen
    assert len(seen) == 2
    assert [line for line in lines if line["type"] == "claim"] == list(case.claims().lines())


def test_a_document_is_read_when_it_is_asked_for(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, real = list[str](), documents.load

    def load(database: Database, ids: Sequence[str] | None = None) -> list[Document]:
        read.extend(ids or ["all of them"])
        return real(database, ids)

    monkeypatch.setattr(documents, "load", load)
    lines = case.lines()
    first = next(lines)
    assert read == [first["id"]]
    assert len([*lines]) == 4
    assert len(read) == 2


def test_only_what_is_asked_for(case: Case) -> None:
    assert {line["type"] for line in case.lines("claim", "claimer")} == {"claim", "claimer"}
    assert {line["name"] for line in case.lines("claimer")} == {"Ilse Brandt", "Tomas Reve"}
    with pytest.raises(UnknownNameError, match="'noun'"):
        case.lines("noun")


def test_the_lines_are_of_one_moment(case: Case) -> None:
    lines = case.lines("document")
    first = next(lines)
    with Writer.hold(case.path) as writer:
        writer.put(made("Something new", "new.txt"), b"Something new")
    assert len([first, *lines]) == 2
    assert len(list(case.lines("document"))) == 3


def test_lines_that_nobody_reads_on_let_go_of_the_case(case: Case) -> None:
    beside = case.path.with_name(f"{case.path.name}-wal")  # SQLite keeps it while a case is open
    lines = case.lines()
    next(lines)
    assert beside.exists()
    lines.close()  # type: ignore[attr-defined]
    assert not beside.exists()


def test_the_bytes_of_a_document(case: Case) -> None:
    assert case.original("one.txt") == TEXTS["one.txt"].encode()


def test_origins_are_those_of_the_case(case: Case) -> None:
    left, right = (
        line["id"] for line in case.lines("claim") if line["claimer"]["name"] != "Tomas Reve"
    )
    with Writer.hold(case.path) as writer:
        writer.tie((), [Relation.make(RelationKind.SAME_UTTERANCE, left, right, 0.8)], MAKER)
    (origin,) = case.lines("origin")
    assert origin == case.origins()[0].shape()
    assert {report["claim"] for report in origin["reports"]} == {left, right}
