"""Sources as a user names them → files to read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path

from sayso.model.trace import Problem
from sayso.read.base import Format
from sayso.read.sniff import HEAD, by_name, told

STDIN = Path("-")
# A case beside its sources is no source, nor are the files that SQLite keeps next to it.
_OWN = (".sayso", ".sayso-wal", ".sayso-shm", ".sayso-journal")


def find_files(sources: Sequence[str]) -> Iterator[Path | Problem]:
    """The files that the sources name: files, folders in the order of their names, patterns with
    `*`, and `-` for standard input.

    Hidden files and cases in folders are passed over. What cannot be read comes as a problem.
    """
    for source in sources:
        if source == str(STDIN):
            yield STDIN
        elif has_magic(source) and not Path(source).exists():
            yield from _matching(source)
        elif source:  # an empty name would be the folder one stands in
            yield from _found(Path(source), frozenset(), asked=True)
        else:
            yield Problem("missing", "there is no such file or folder", source)


def _matching(pattern: str) -> Iterator[Path | Problem]:
    names = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - of Path only in one folder
    if not names:
        yield Problem("missing", "no file fits this pattern", pattern)
    for name in names:
        if not name.endswith(_OWN):
            yield from _found(Path(name), frozenset(), asked=False)


def _folder(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path | Problem]:
    """above: the folders on the way, so that a link back to one of them does not go on forever."""
    try:
        status = folder.stat()
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError as error:
        yield unreadable(str(folder), error)
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        message = "this folder is a link to one above it; it was not followed"
        yield Problem("loop", message, str(folder))
        return
    for name in names:
        path = folder / name
        if name.startswith(".") or name.endswith(_OWN):
            continue
        yield from _found(path, above | {here}, asked=False)


def _found(
    path: Path, above: frozenset[tuple[int, int]], *, asked: bool
) -> Iterator[Path | Problem]:
    """asked: whether the user named this very file."""
    try:
        folder = path.is_dir()
        file = None if folder else _file(path, asked=asked)
    except OSError as error:
        yield unreadable(str(path), error)
        return
    if file is None:
        yield from _folder(path, above)
    else:
        yield file


def _file(path: Path, *, asked: bool) -> Path | Problem:
    if not path.is_file():
        return _missing(path)
    if by_name(path.name) is not None:
        return path
    with path.open("rb") as file:
        found = told(file.read(HEAD))
    # What only looks like text may be anything; where a folder was named, nobody asked for it.
    if found is None or (found is Format.TEXT and not asked):
        shown = path.suffix or "no extension"
        message = f"{shown}: not a type that can be read; name a text file itself to read it"
        return Problem("unknown-type", message, str(path))
    return path


def _missing(path: Path) -> Problem:
    if path.exists():
        return Problem("unknown-type", "this is neither a file nor a folder", str(path))
    return Problem("missing", "there is no such file or folder", str(path))


def unreadable(source: str, error: OSError) -> Problem:
    """The problem of a file that the system does not give."""
    return Problem("unreadable", f"cannot be read: {error.strerror or error}", source)
