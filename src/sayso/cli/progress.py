"""A bar on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.cli import output
from sayso.view.plain import line

Report = Callable[[int, int, str], None]
"""Told of each step: how many are done, of how many, and what is under way."""


@contextmanager
def progress(what: str) -> Iterator[Report | None]:
    """A function to report to while the bar stands, or None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    name = TextColumn("{task.fields[name]}", markup=False)
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), name)
    with Progress(*columns, console=output.console(error=True), transient=True) as bar:
        task = bar.add_task(what, total=None, name="")
        yield lambda done, total, source: bar.update(
            task, completed=done, total=total, name=line(Path(source).name)
        )
