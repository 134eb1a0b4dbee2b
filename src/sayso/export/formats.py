"""Formats by name, and what each gives where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from sayso import plugins
from sayso.export.base import File, Format, Ledger, Piece
from sayso.export.files import write, write_folder
from sayso.export.zipped import zipped
from sayso.model.errors import UnknownNameError, UsageError

ALL = "all"  # instead of the name of one table


def format_of(name: str) -> Format:
    """The format of that name. Raises UnknownNameError, MissingPartError."""
    known = plugins.names("format")
    if name not in known:
        raise UnknownNameError(f"no export format is called {name!r}; there are {', '.join(known)}")
    return cast(Format, plugins.load("format", name))


def pieces_of(form: Format, ledger: Ledger, table: str | None = None) -> Iterator[Piece]:
    """The pieces of one file: the whole, or that table, or a zip of all that is several files.

    Raises UnknownNameError where there is no such table.
    """
    if several(form, table):
        return zipped(_files(form, ledger))
    if form.tables:
        return form.tables[table or next(iter(form.tables))](ledger)
    assert form.file is not None
    return form.file(ledger)


def write_as(
    form: Format, ledger: Ledger, path: Path, case: Path, table: str | None = None
) -> None:
    """Write a ledger to a file, or, where it takes several, to a new folder or a .zip.

    table: of the format's tables, or "all", which a .zip is if no table is named.
    case: the file that must not be written over. Raises UsageError, CaseFullError.
    """
    packed = path.suffix.lower() == ".zip"
    if packed and form.tables and table is None:
        table = ALL
    if several(form, table) and not packed:
        write_folder(path, _files(form, ledger), case)
    else:
        write(path, pieces_of(form, ledger, table), case)


def several(form: Format, table: str | None) -> bool:
    """Whether it takes several files. Raises UnknownNameError where there is no such table."""
    if table is None:
        return form.files is not None
    if not form.tables:
        raise UsageError(f"this format has no tables; leave out {table!r}")
    if table not in (*form.tables, ALL):
        known = ", ".join((*form.tables, ALL))
        raise UnknownNameError(f"no table is called {table!r}; there are {known}")
    return table == ALL


def _files(form: Format, ledger: Ledger) -> Iterator[File]:
    if form.files is not None:
        return form.files(ledger)
    return (File(f"{name}{form.suffix}", give(ledger)) for name, give in form.tables.items())
