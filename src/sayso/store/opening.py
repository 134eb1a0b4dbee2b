"""Opening a case: telling it apart from other files, and bringing its schema up to date."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from sayso.model.errors import (
    CaseBusyError,
    CaseError,
    CaseFullError,
    CaseVersionError,
    NotACaseError,
    UnknownNameError,
)
from sayso.store.database import WAIT, Database, told
from sayso.store.lock import held
from sayso.store.names import folded

APPLICATION = 0x5A150CA5  # in the file's header; tells a case from other SQLite files


def open_to_read(path: Path, *, shared: bool = False) -> Database:
    """A connection that cannot change anything.

    shared: several threads may use it, one at a time.

    Raises UnknownNameError where there is no file, NotACaseError, CaseVersionError.
    """
    if not path.exists() or path.stat().st_size == 0:
        raise UnknownNameError(f"there is no case at {path}; `sayso add` makes one")
    _refuse_other_files(path)
    database = _connect(path, "mode=rw", shared)
    try:
        try:
            version = _version(database)
        except CaseFullError:  # no room for SQLite's side files: a folder that cannot be written
            database.close()
            database = _unchanging(path, shared)
            version = _version(database)
        if version == 0:
            raise UnknownNameError(f"there is no case at {path}; `sayso add` makes one")
        if version < sum(1 for _ in scripts()):
            with held(path):
                open_to_write(path).close()
        database.run("PRAGMA query_only = ON")
    except BaseException:
        database.close()
        raise
    return database


def open_to_write(path: Path, schema: Sequence[str] | None = None) -> Database:
    """A connection for the one writer; the file is made or brought up to date.

    schema: what makes each version from the one before. Hold the lock before.
    """
    if path.exists():
        _refuse_other_files(path)
    database = _connect(path, "mode=rwc")
    try:
        database.run("PRAGMA foreign_keys = ON")
        _migrate(database, tuple(scripts()) if schema is None else schema)
        database.run("PRAGMA journal_mode = WAL")
        database.run("PRAGMA synchronous = NORMAL")  # a kill loses nothing; a power cut the last
    except BaseException:
        database.close()
        raise
    return database


def scripts() -> Iterator[str]:
    """The numbered files of the schema, in order."""
    folder = files("sayso.store") / "schema"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".sql"):
            yield entry.read_text(encoding="utf-8")


def statements(script: str) -> Iterator[str]:
    """The statements of a script, cut where SQLite says that one is complete."""
    pending = ""
    for piece in script.splitlines(keepends=True):
        pending += piece
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _migrate(database: Database, schema: Sequence[str]) -> None:
    """In one transaction, so that a kill leaves the version before, or an empty file."""
    if _version(database, len(schema)) == len(schema):
        return
    with database.transaction():
        version = _version(database, len(schema))
        for script in schema[version:]:
            for statement in statements(script):
                database.run(statement)
        database.run(f"PRAGMA application_id = {APPLICATION:d}")
        database.run(f"PRAGMA user_version = {len(schema):d}")


def _version(database: Database, known: int | None = None) -> int:
    """The schema's version, 0 for a file without tables."""
    (application,) = database.one("PRAGMA application_id") or (0,)
    (version,) = database.one("PRAGMA user_version") or (0,)
    if application != APPLICATION:
        if database.one("SELECT 1 FROM sqlite_master") or application:
            raise NotACaseError(str(database.path))
        return 0
    latest = sum(1 for _ in scripts()) if known is None else known
    if version > latest:
        raise CaseVersionError(str(database.path), version, latest)
    return int(version)


def _refuse_other_files(path: Path) -> None:
    """What is no file that can be read. Whether it is one of SQLite's only SQLite may look: a
    process that closes a file gives up all its locks on it (POSIX has it so), those of its open
    connections too. Another process then takes itself for the last one, and deletes the log from
    under them: that damages the case."""
    if not path.is_file():
        raise NotACaseError(str(path))
    if not os.access(path, os.R_OK):
        raise CaseError(f"{path} cannot be read: permission denied")


def _unchanging(path: Path, shared: bool) -> Database:
    """For a folder that cannot be written: nobody changes the file, so it needs no side files.
    Where another's changes wait beside it, they would be missed: then it counts as busy."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise CaseBusyError(str(path))
    return _connect(path, "mode=ro&immutable=1", shared)


def _connect(path: Path, mode: str, shared: bool = False) -> Database:
    address = f"{path.absolute().as_uri()}?{mode}"
    try:
        connection = sqlite3.connect(
            address, timeout=WAIT, isolation_level=None, uri=True, check_same_thread=not shared
        )
    except sqlite3.DatabaseError as error:
        raise told(path, error) from error
    connection.create_function("folded", 1, folded, deterministic=True)
    return Database(path, connection)
