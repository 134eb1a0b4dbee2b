"""A SQLite connection that speaks in sayso's errors.

Python's own sqlite3 is enough. The WAL-reset corruption of SQLite 3.7.0 to 3.51.2 needs one
connection that commits while another runs a checkpoint, and that cannot happen here: whoever
writes holds the lock of `lock.py`, SQLite checkpoints only at a commit or when the last connection
closes, and readers never commit. A package that carries a newer SQLite would be one more compiled
part for nothing; `sqlite_notice` tells who opens a case with other programs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sayso.model.errors import (
    CaseBusyError,
    CaseError,
    CaseFullError,
    MissingPartError,
    NotACaseError,
)

Row = tuple[Any, ...]
Values = Sequence[Any] | Mapping[str, Any]

WAIT = 5.0  # seconds that a statement waits for another connection's transaction

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_FULL = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
}


class Database:
    """One connection. Statements are constants; what varies is always bound, never pasted in."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows of a query."""
        with self._told():
            return self._connection.execute(sql, values).fetchall()

    def one(self, sql: str, values: Values = ()) -> Row | None:
        """The first row of a query, if there is one."""
        with self._told():
            row: Row | None = self._connection.execute(sql, values).fetchone()
            return row

    def run(self, sql: str, values: Values = ()) -> int:
        """Run a statement; the key of the row that it inserted, or 0."""
        with self._told():
            return self._connection.execute(sql, values).lastrowid or 0

    def many(self, sql: str, rows: Iterable[Values]) -> None:
        """Run a statement once for each row."""
        with self._told():
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
        """All or nothing. With "BEGIN", for reading: every query sees the same state, that of the
        transaction around it where there is one."""
        if begin == "BEGIN" and self._connection.in_transaction:
            yield
            return
        self.run(begin)
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # a full disk has rolled back already
                self._connection.execute("ROLLBACK")
            raise

    def sound(self, probe: str) -> bool:
        """Whether a statement that looks for damage finds none. Nothing it does is kept."""
        (reading,) = self.one("PRAGMA query_only") or (0,)
        self.run("PRAGMA query_only = OFF")
        try:
            self._connection.execute("BEGIN")
            self._connection.execute(probe)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
                return False
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:  # there it cannot look
                raise told(self.path, error) from error
        finally:
            self._connection.rollback()
            if reading:
                self.run("PRAGMA query_only = ON")
        return True

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise told(self.path, error) from error


def told(path: Path, error: sqlite3.DatabaseError) -> Exception:
    """The error as a user should read it; the error itself where the fault is the program's."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the high bits refine the low ones
    if code in _BUSY:
        return CaseBusyError(str(path))
    if code in _FULL:
        return CaseFullError(str(path), str(error))
    if code == sqlite3.SQLITE_NOTADB:
        return NotACaseError(str(path))
    if code == sqlite3.SQLITE_CORRUPT:
        return CaseError(f"{path} is damaged ({error}); go back to a copy of it")
    if "no such module: fts5" in str(error):
        return MissingPartError("SQLite with FTS5", "a Python whose sqlite3 has full-text search")
    return error


def sqlite_notice(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str | None:
    """A sentence where this SQLite has the WAL-reset bug, see sqlite.org/wal.html."""
    fixed = (
        version >= (3, 51, 3)
        or (3, 50, 7) <= version < (3, 51)
        or (3, 44, 6)
        <= version
        < (
            3,
            45,
        )
    )
    if version < (3, 7) or fixed:
        return None
    number = ".".join(map(str, version))
    return (
        f"SQLite {number} can damage a file that two programs write at once; "
        "sayso never does, so do not write to a case with other programs"
    )
