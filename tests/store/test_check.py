"""What a case says of itself when someone has been at it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.model.relation import Relation, RelationKind
from sayso.store import Findings, Store, Writer
from tests.store.samples import MAKER, analyse, made

TEXT = "Ilse said the bridge is safe. Boris said the bridge is closed."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.sayso"
    document = made(TEXT)
    found = analyse(document)
    left, right = (claim.id for claim in found.claims)
    with Writer.hold(path) as writer:
        writer.put(document, TEXT.encode())
        writer.replace(found, MAKER)
        writer.tie((), [Relation.make(RelationKind.REFUTING, left, right, 0.5)], MAKER)
    return path


def kinds(path: Path) -> set[str]:
    store = Store.open(path)
    with closing(store):
        return {problem.kind for problem in store.check()}


def tamper(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_sound(path: Path) -> None:
    assert kinds(path) == set()


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE claim_spans SET text = 'sad' WHERE role = 'cue'", {"span"}),
        ("UPDATE claim_spans SET start = 2, \"end\" = 2 WHERE role = 'cue'", {"span", "claim"}),
        ('UPDATE entity_spans SET "end" = 999', {"span"}),
        ("UPDATE mentions SET text = 'Olga' WHERE start = 0", {"span"}),
        ("UPDATE claims SET id = 'c0' WHERE position < 20", {"id", "missing-row"}),
        ("UPDATE claims SET parent = 'c0'", {"missing-row"}),
        ("UPDATE claims SET cue_class = 'shout'", {"claim"}),
        ("UPDATE claims SET score = 7", {"claim"}),
        ("UPDATE entities SET id = 'e0'", {"id"}),
        ("DELETE FROM entity_names", {"claim"}),
        ("DELETE FROM entities", {"claim", "missing-row"}),
        ("UPDATE relations SET id = 'r0'", {"id"}),
        ("UPDATE relations SET right_claim = left_claim", {"relation"}),
        ("DELETE FROM claim_index", {"index"}),
        ("UPDATE claim_index SET content = 'other words'", {"index"}),
        ("INSERT INTO problems VALUES ('p0', 'empty', 'm', 's', NULL, 'read')", {"id"}),
        ("UPDATE relations SET kind = 'likes'", {"relation"}),
        ("INSERT INTO link_keys VALUES (5, 999)", {"missing-row"}),
        ("INSERT INTO linked VALUES (999, '', '', '', '', 1)", {"missing-row"}),
    ],
)
def test_changed_findings_are_told(path: Path, statement: str, expected: set[str]) -> None:
    tamper(path, statement)
    assert kinds(path) == expected


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE documents SET text = text || ' more'", {"document", "index"}),
        ("UPDATE documents SET title_start = 5, title_end = 999", {"document"}),
        ("UPDATE originals SET packed = x'00'", {"fingerprint"}),
        ("UPDATE originals SET packed = x'789c030000000001'", {"fingerprint"}),
        ("DELETE FROM originals", {"missing-row", "document"}),
    ],
)
def test_changed_documents_are_told(path: Path, statement: str, expected: set[str]) -> None:
    tamper(path, "DROP TRIGGER documents_stay", "DROP TRIGGER originals_stay", statement)
    assert kinds(path) == expected


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE documents SET text = ''",
        "UPDATE originals SET packed = x''",
        "UPDATE decisions SET note = 'other'",
        "DELETE FROM decisions",
    ],
)
def test_what_is_kept_cannot_be_changed(path: Path, statement: str) -> None:
    decide = (
        "INSERT INTO decisions (subject, verdict, who, at, note) VALUES ('c', 'unsure', '','','')"
    )
    tamper(path, decide)
    with pytest.raises(sqlite3.IntegrityError, match=r"never changed|only added"):
        tamper(path, statement)


def test_views_for_other_programs(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        who = connection.execute("SELECT claimer, cue, words FROM who_said_what").fetchall()
        read = connection.execute("SELECT source, claims FROM what_was_read").fetchall()
    assert who == [
        ("Ilse", "said", "the bridge is safe"),
        ("Boris", "said", "the bridge is closed"),
    ]
    assert read == [("bridge.txt", 2)]


def test_an_index_that_misses_a_row_is_told(path: Path) -> None:
    """The roots of two indexes change places: each then tells of the other's table."""
    swap = """UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema
        WHERE name IN ('link_keys_by_claim', 'others_by_claim')) - rootpage
        WHERE name IN ('link_keys_by_claim', 'others_by_claim')"""
    tamper(
        path,
        "CREATE TABLE others (key INTEGER, claim INTEGER, PRIMARY KEY (key, claim)) WITHOUT ROWID",
        "CREATE INDEX others_by_claim ON others (claim)",
        "INSERT INTO others SELECT 7, key FROM claims",
        "PRAGMA writable_schema = ON",
        swap,
    )
    store = Store.open(path)
    with closing(store):
        told = [problem.message for problem in store.check()]
    assert "the file is damaged: link_keys and its index differ" in told
    assert any("others_by_claim" in message for message in told)


def test_one_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    texts = {name: f"{name} said the bridge is safe." for name in ("Ilse", "Boris", "Olga")}
    with Writer.hold(tmp_path / "z.sayso") as writer:
        for text in texts.values():
            writer.put(made(text), text.encode())
            writer.replace(analyse(made(text)), MAKER)
    first, second, _ = (made(text).id for text in texts.values())
    tamper(
        tmp_path / "z.sayso",
        f"UPDATE claims SET score = 7 WHERE document = '{first}'",
        f"UPDATE claims SET id = 'c0' WHERE document = '{second}'",
    )
    store = Store.open(tmp_path / "z.sayso")
    with closing(store):
        found = {(problem.kind, problem.document) for problem in store.check()}
    assert found == {("claim", first), ("id", second)}


def test_damaged_file_is_told(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[8192:24576] = b"\xff" * 16384
    path.write_bytes(raw)
    with pytest.raises(Exception, match=r"damaged|not a sayso case"):
        kinds(path)


def test_no_findings_are_sound(tmp_path: Path) -> None:
    document = made("Nobody spoke.")
    with Writer.hold(tmp_path / "y.sayso") as writer:
        writer.put(document, b"Nobody spoke.")
        writer.replace(Findings(document.id), MAKER)
        assert list(writer.check()) == []
