"""What can be opened, by whom, and what happens where it cannot."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sayso.model.errors import (
    CaseBusyError,
    CaseFullError,
    CaseVersionError,
    NotACaseError,
    UnknownNameError,
)
from sayso.store import Store, Writer, sqlite_notice
from sayso.store.lock import held
from sayso.store.opening import open_to_read, open_to_write, scripts, statements
from tests.store.samples import made

DOCUMENT = made("The bridge is safe.")
RAW = DOCUMENT.text.encode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.sayso"
    with Writer.hold(path) as writer:
        writer.put(DOCUMENT, RAW)
    return path


def texts(path: Path) -> list[str]:
    store = Store.open(path)
    with closing(store):
        return [document.text for document in store.documents()]


def test_nothing_stays_beside_a_case_at_rest(path: Path) -> None:
    assert texts(path) == [DOCUMENT.text]
    assert [entry.name for entry in path.parent.iterdir()] == ["x.sayso"]


def test_no_case(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="there is no case at"):
        Store.open(tmp_path / "none.sayso")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("raw", [b"hello", b"SQLite format 3\x00 but no more", b"\x00" * 5000])
def test_other_files_are_told_apart_and_left_alone(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "x.sayso"
    path.write_bytes(raw)
    with pytest.raises(NotACaseError):
        Store.open(path)
    with pytest.raises(NotACaseError), Writer.hold(path):
        pass
    assert path.read_bytes() == raw


def test_other_databases_and_folders_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE claims (id)")
    for other in (path, tmp_path):
        with pytest.raises(NotACaseError):
            Store.open(other)
        with pytest.raises(NotACaseError), Writer.hold(other):
            pass


def test_empty_file_becomes_a_case(tmp_path: Path) -> None:
    """A kill while the file was made leaves one."""
    path = tmp_path / "x.sayso"
    path.touch()
    with pytest.raises(UnknownNameError):
        Store.open(path)
    with Writer.hold(path) as writer:
        writer.put(DOCUMENT, RAW)
    assert texts(path) == [DOCUMENT.text]


def test_newer_schema_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(CaseVersionError, match="schema version 99"):
        Store.open(path)


def test_older_schema_is_brought_up_to_date_and_keeps_its_rows(path: Path) -> None:
    longer = [*scripts(), "CREATE TABLE extra (a);\nCREATE TABLE more (b);"]
    open_to_write(path, longer).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(longer),)
        assert connection.execute("SELECT count(*) FROM extra, more").fetchone() == (0,)
        assert connection.execute("SELECT text FROM documents").fetchone() == (DOCUMENT.text,)


def test_a_case_from_before_occasions_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.sayso"
    open_to_write(path, list(scripts())[:9]).close()
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT occasion, place FROM who_said_what").fetchall() == []


def test_failed_update_leaves_the_version_before(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        open_to_write(path, [*scripts(), "CREATE TABLE extra (a);\nnonsense;"])
    assert texts(path) == [DOCUMENT.text]


def test_statements_are_cut_where_they_end() -> None:
    script = (
        "-- a; b\nCREATE TABLE a (b);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\nSELECT 1;\nEND;\n"
    )
    assert [part.split("\n")[-2][:12] for part in statements(script)] == ["CREATE TABLE", "END;"]


def test_reading_changes_nothing(path: Path) -> None:
    with closing(open_to_read(path)) as database, pytest.raises(CaseFullError, match="readonly"):
        database.run("DELETE FROM sources")


def test_second_writer_is_told_at_once_and_readers_go_on(path: Path) -> None:
    with Writer.hold(path) as writer:
        link = path.with_name("link.sayso")
        link.symlink_to(path)
        for other in (path, link):
            with pytest.raises(CaseBusyError, match="being written by another"), Writer.hold(other):
                pass
        store = Store.open(path)
        with closing(store):
            assert len(store.documents()) == 1
            writer.put(made("More."), b"More.")
            assert len(store.documents()) == 2
    with Writer.hold(path):
        pass


def test_reader_sees_nothing_of_a_transaction_under_way(path: Path) -> None:
    with closing(open_to_write(path)) as writing, closing(open_to_read(path)) as reading:
        with writing.transaction():
            writing.run("INSERT INTO sources VALUES (?, 'elsewhere')", (DOCUMENT.id,))
            assert reading.one("SELECT count(*) FROM sources") == (1,)
        assert reading.one("SELECT count(*) FROM sources") == (2,)


def test_lock_that_a_kill_left_behind_holds_nothing(path: Path) -> None:
    (path.parent / ".x.sayso-lock").touch()
    with held(path):
        pass
    assert not (path.parent / ".x.sayso-lock").exists()


def test_missing_folder(tmp_path: Path) -> None:
    with (
        pytest.raises(CaseFullError, match="no such file or directory"),
        Writer.hold(tmp_path / "none" / "x.sayso"),
    ):
        pass


def test_folder_without_room_for_side_files_can_be_read(path: Path) -> None:
    """As in a folder that cannot be written: SQLite's shared memory has no place."""
    path.with_name("x.sayso-shm").symlink_to("/none/at/all")
    assert texts(path) == [DOCUMENT.text]
    path.with_name("x.sayso-wal").write_bytes(b"waiting")
    with pytest.raises(CaseBusyError):
        Store.open(path)


_FILL = """
import resource, sys
from pathlib import Path
from sayso.model.errors import CaseFullError
from sayso.store import Writer
from tests.store.samples import made

def fill(path):
    with Writer.hold(Path(path)) as writer:
        size = writer._database.path.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 400_000, size + 400_000))
        for number in range(1000):
            text = f"{number} " * 2000
            writer.put(made(text, f"{number}.txt"), text.encode())
            print(number, flush=True)

try:
    fill(sys.argv[1])
except CaseFullError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_full_disk_loses_nothing_that_was_added_before(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FILL, str(path)],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    *numbers, message = done.stdout.splitlines()
    assert "cannot write" in message
    assert "what was added before is safe" in message
    assert 0 < len(numbers) < 1000
    store = Store.open(path)
    with closing(store):
        assert len(store.documents()) == 1 + len(numbers)
        assert list(store.check()) == []
    with Writer.hold(path) as writer:
        assert writer.put(made("One more."), b"One more.")


def test_full_file_is_told(path: Path) -> None:
    with closing(open_to_write(path)) as database:
        database.run("PRAGMA max_page_count = 1")
        with pytest.raises(CaseFullError, match="full"), database.transaction():
            database.run("INSERT INTO originals VALUES ('s', 1, zeroblob(1000000))")
    assert texts(path) == [DOCUMENT.text]


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 0), False),
    ],
)
def test_notice_of_a_version_that_damages_files(version: tuple[int, ...], told: bool) -> None:
    assert (sqlite_notice(version) is not None) == told
