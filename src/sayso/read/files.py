"""Sources as a user names them → files to read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.model.trace import Problem

LARGEST = 50_000_000  # bytes; a report is some thousand, a long page some hundred thousand
TEXT = frozenset({".txt"})
HTML = frozenset({".html", ".htm", ".xhtml"})
KNOWN = TEXT | HTML
# A case beside its sources is no source, nor are the files that SQLite keeps next to it.
_OWN = (".sayso", ".sayso-wal", ".sayso-shm", ".sayso-journal")


def find_files(sources: Sequence[str]) -> Iterator[Path | Problem]:
    """The files that the sources name, folders searched in the order of their names.

    Hidden files and cases in folders are passed over. What cannot be read comes as a problem.
    """
    for source in sources:
        if source:  # an empty name would be the folder one stands in
            yield from _found(Path(source), frozenset())
        else:
            yield Problem("missing", "there is no such file or folder", source)


def load(path: Path) -> bytes | Problem:
    """The bytes of a file; a problem where it is missing, unreadable, empty or too large."""
    source = str(path)
    try:
        if not path.is_file():
            return _missing(path)
        size = path.stat().st_size
        if size > LARGEST:
            return _too_large(source, size)
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        return _unreadable(source, error)
    if len(raw) > LARGEST:
        return _too_large(source, len(raw))
    if not raw.strip():
        return Problem("empty", "the file is empty", source)
    return raw


def _folder(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path | Problem]:
    """above: the folders on the way, so that a link back to one of them does not go on forever."""
    try:
        status = folder.stat()
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError as error:
        yield _unreadable(str(folder), error)
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
        yield from _found(path, above | {here})


def _found(path: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path | Problem]:
    try:
        folder = path.is_dir()
        file = None if folder else _file(path)
    except OSError as error:
        yield _unreadable(str(path), error)
        return
    if file is None:
        yield from _folder(path, above)
    else:
        yield file


def _file(path: Path) -> Path | Problem:
    if not path.is_file():
        return _missing(path)
    if path.suffix.lower() not in KNOWN:
        known = ", ".join(sorted(KNOWN))
        shown = path.suffix or "no extension"
        return Problem("unknown-type", f"{shown}: not a type that can be read ({known})", str(path))
    return path


def _missing(path: Path) -> Problem:
    if path.exists():
        return Problem("unknown-type", "this is neither a file nor a folder", str(path))
    return Problem("missing", "there is no such file or folder", str(path))


def _unreadable(source: str, error: OSError) -> Problem:
    return Problem("unreadable", f"cannot be read: {error.strerror or error}", source)


def _too_large(source: str, size: int) -> Problem:
    message = f"{size / 1e6:.0f} MB; files over {LARGEST / 1e6:.0f} MB are not read, split it first"
    return Problem("too-large", message, source)
