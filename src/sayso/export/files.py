"""Formats by name, and writing a file that is never half written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.export.base import Exporter, Line
from sayso.export.csv import csv
from sayso.export.jsonl import jsonl
from sayso.model.errors import CaseFullError, UnknownNameError, UsageError

# The case itself, what SQLite keeps beside it, and its lock.
_TAILS = ("", "-wal", "-shm", "-journal", "-lock")

FORMATS: dict[str, Exporter] = {"csv": csv, "jsonl": jsonl}


def lines_in(name: str, lines: Iterable[Line]) -> Iterator[str]:
    """The pieces of a file in the format of that name. Raises UnknownNameError."""
    if name not in FORMATS:
        known = ", ".join(sorted(FORMATS))
        raise UnknownNameError(f"no export format is called {name!r}; there are {known}")
    return FORMATS[name](lines)


def write(path: Path, pieces: Iterable[str], case: Path) -> None:
    """Write a file whole or not at all: the old one stays until the new one is on the disk.

    case: the file that is exported, which must not be written over.
    Raises UsageError, and CaseFullError where the file cannot be written.
    """
    _refuse(path, case)
    try:
        if path.exists() and not path.is_file():  # a pipe or a device: nothing to put in its place
            _write_through(path, pieces)
        else:
            _replace(path.resolve(), pieces)  # a link stays a link
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CaseFullError(str(path), (error.strerror or str(error)).lower()) from error


def _replace(place: Path, pieces: Iterable[str]) -> None:
    handle, made = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
    temporary = Path(made)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(place))
        temporary.replace(place)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _refuse(path: Path, case: Path) -> None:
    files = [case.with_name(case.name + tail) for tail in _TAILS]
    if any(path.resolve() == file.resolve() for file in files) or (
        path.exists() and case.exists() and path.samefile(case)
    ):
        raise UsageError(f"{path} is the case itself; choose another name for the export")
    if path.is_dir():
        raise UsageError(f"{path} is a folder; give the name of a file")


def _write_through(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)


def _mode(place: Path) -> int:
    """The mode of the file that is replaced, or what a new file would get."""
    if place.exists():
        return place.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
