"""Pages of the documentation, run as their reader would run them.

A block of kind `console` holds commands after `$ `, each with what it shows on a terminal; `…`
stands for whatever is there, in a line or as a line. A block of kind `python` is Python; all of a
page's share their names. One of kind `sql` is a question that finds something in river.sayso.
RELATION stands for the first tie of the case that the commands are about.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from sayso.case import Case
from sayso.cli.main import sayso

DOCS = Path(__file__).parents[2] / "docs"
_BLOCK = re.compile(r"^```(console|python|sql)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_TERMINAL = {"FORCE_COLOR": "1", "COLUMNS": "100"}


@dataclass(frozen=True)
class Step:
    """One thing to do. kind: console, python or sql. what: the command or the code.
    shown: what the page says it shows, line by line."""

    kind: str
    what: str
    shown: tuple[str, ...] = ()


def pages() -> list[Path]:
    """The pages whose code is run."""
    return sorted([*(DOCS / "tutorial").glob("*.md"), *(DOCS / "how-to").glob("*.md")])


def steps(page: str) -> Iterator[Step]:
    """What a page tells to do, in order."""
    for kind, block in _BLOCK.findall(page):
        if kind != "console":
            yield Step(kind, block)
            continue
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = part.splitlines()
            yield Step(kind, command, tuple(line for line in shown if line.strip()))


def run(page: str) -> None:
    """Do all of it in the current folder. Raises AssertionError where the page lies."""
    names = dict[str, Any]()
    for step in steps(page):
        if step.kind == "console":
            output = typed(step.what)
        elif step.kind == "sql":
            output = asked(step.what)
        else:
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(step.what, "page", "exec"), names)
            output = out.getvalue()
        missing = unseen(step.shown, output.splitlines())
        assert not missing, f"{step.what}\nshows no {missing!r} but\n{output}"


def typed(command: str) -> str:
    """What a command shows on a terminal of 100 columns, without its colours."""
    program, *words = shlex.split(command, comments=True)
    assert program == "sayso", f"only sayso is run here: {command}"
    words = [_relation(words[1]) if word == "RELATION" else word for word in words]
    done = CliRunner(env=_TERMINAL).invoke(sayso, words, prog_name="sayso")
    assert done.exit_code == 0, f"{command}: {done.output}"
    return _COLOUR.sub("", done.output)


def asked(question: str) -> str:
    """What SQL finds in river.sayso, one row a line."""
    with contextlib.closing(sqlite3.connect("file:river.sayso?mode=ro", uri=True)) as opened:
        rows = opened.execute(question).fetchall()
    assert rows, f"{question}\nfinds nothing"
    return "\n".join(map(str, rows))


def unseen(shown: Sequence[str], output: Sequence[str]) -> str | None:
    """The first line that a page shows and the output does not have behind those before it."""
    rest = iter([" ".join(line.split()) for line in output])
    for line in shown:
        words = [re.escape(part) for part in " ".join(line.split()).split("…")]
        wanted = re.compile(".*".join(words))
        if line.strip() != "…" and not any(wanted.fullmatch(other) for other in rest):
            return line
    return None


def _relation(case: str) -> str:
    with Case(case, write=False) as opened:
        return opened.links()[0].id
