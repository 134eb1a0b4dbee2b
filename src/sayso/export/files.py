"""Writing a file or a folder that is never half written, and never over the case."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sayso.export.base import File, Piece
from sayso.model.errors import CaseFullError, UsageError

# The case itself, what SQLite keeps beside it, and its lock.
_TAILS = ("", "-wal", "-shm", "-journal", "-lock")


def write(path: Path, pieces: Iterable[Piece], case: Path) -> None:
    """Write a file whole or not at all: the old one stays until the new one is on the disk.

    case: the file that is exported, which must not be written over.
    Raises UsageError, and CaseFullError where the file cannot be written.
    """
    _refuse(path, case)
    if path.is_dir():
        raise UsageError(f"{path} is a folder; give the name of a file")
    with _told(path):
        if path.exists() and not path.is_file():  # a pipe or a device: nothing to put in its place
            with path.open("wb") as file:
                _fill(file, pieces)
        else:
            _replace(path.resolve(), lambda made: _fill_file(made, pieces))  # a link stays a link


def write_folder(path: Path, files: Iterable[File], case: Path) -> None:
    """Write a folder with these files whole or not at all.

    It must be new or empty: what is in a folder is not ours to take away. Errors as `write`.
    """
    _refuse(path, case)
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise UsageError(f"{path} is there already; give a new folder, or a name that ends in .zip")
    with _told(path):
        made = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.resolve().parent))
        try:
            for file in files:
                place = made / file.name
                place.parent.mkdir(parents=True, exist_ok=True)
                _fill_file(place, file.pieces)
            made.chmod(_mode(path, 0o777))
            made.replace(path.resolve())
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise


def encoded(piece: Piece) -> bytes:
    """A piece as it stands in a file."""
    return piece.encode() if isinstance(piece, str) else piece


def _replace(place: Path, fill: Callable[[Path], None]) -> None:
    handle, made = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
    os.close(handle)
    temporary = Path(made)
    try:
        fill(temporary)
        temporary.chmod(_mode(place, 0o666))
        temporary.replace(place)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _fill_file(path: Path, pieces: Iterable[Piece]) -> None:
    with path.open("wb") as file:
        _fill(file, pieces)
        file.flush()
        os.fsync(file.fileno())


def _fill(file: IO[bytes], pieces: Iterable[Piece]) -> None:
    file.writelines(map(encoded, pieces))


def _refuse(path: Path, case: Path) -> None:
    files = [case.with_name(case.name + tail) for tail in _TAILS]
    if any(path.resolve() == file.resolve() for file in files) or (
        path.exists() and case.exists() and path.samefile(case)
    ):
        raise UsageError(f"{path} is the case itself; choose another name for the export")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Trouble with the disk, as a user should read it."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CaseFullError(str(path), (error.strerror or str(error)).lower()) from error


def _mode(place: Path, new: int) -> int:
    """The mode of what is replaced, or what something new would get."""
    if place.exists():
        return place.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return new & ~mask
