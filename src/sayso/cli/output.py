"""Where results go: drawn on a terminal, as plain lines of tab-separated cells anywhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.model.trace import Problem
from sayso.view.counted import count as count
from sayso.view.plain import line

if TYPE_CHECKING:
    from rich.console import Console


_AT_ONCE = 200  # lines
WIDTH = 100  # columns where there is no terminal to ask


def use_utf8() -> None:
    """Write UTF-8 and nothing that fails: half a character, from a file's name, is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = None if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="backslashreplace")


def drawn() -> bool:
    """Whether results are drawn for a person: on a terminal, or where FORCE_COLOR asks for it."""
    return sys.stdout.isatty() or os.environ.get("FORCE_COLOR", "") not in ("", "0")


def console(*, error: bool = False) -> Console:
    """A rich console that takes words as they are: no markup, no emoji codes, no guesses."""
    from rich.console import Console

    known = error or drawn() or "COLUMNS" in os.environ
    width = None if known else WIDTH
    return Console(stderr=error, markup=False, emoji=False, highlight=False, width=width)


def json_lines(lines: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object a line."""
    from sayso.export.jsonl import json_line

    _write(map(json_line, lines))


def cells(rows: Iterable[Iterable[str]]) -> None:
    """Rows of tab-separated cells; a cell holds no tab and no line break."""
    _write("\t".join(map(line, row)) + "\n" for row in rows)


def into(file: Path | None, pieces: Iterable[str], case: Path) -> None:
    """Pieces of text into a file, or to standard output where there is none, or "-".

    case: the file that must not be written over. Raises UsageError, CaseFullError.
    """
    if file is None or str(file) == "-":
        for piece in pieces:
            click.echo(piece, nl=False)
    else:
        from sayso.export.files import write

        write(file, pieces, case)


def _write(lines: Iterable[str]) -> None:
    """Many lines at a time: to write them one by one takes longer than to make them."""
    waiting = iter(lines)
    while some := list(islice(waiting, _AT_ONCE)):
        click.echo("".join(some), nl=False)


def note(text: str) -> None:
    """A line to the person, kept out of the results."""
    click.echo(line(text), err=True)


def problems(found: Iterable[Problem]) -> None:
    """Each problem on a line of standard error."""
    for problem in found:
        note(f"problem: {problem.source}: {problem.message}")


def older(number: int) -> None:
    """That earlier versions of pages are left out."""
    if number:
        note(f"{count(number, 'older version')} of pages left out; see sayso versions")
