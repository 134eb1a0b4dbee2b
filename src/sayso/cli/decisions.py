"""`sayso decisions`: what people said, from one copy of a case to another."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TextIO

import click

from sayso.cli import output
from sayso.cli.parameters import case_argument, output_option
from sayso.cli.trouble import DONE, NOTHING_DONE, WITH_PROBLEMS


@click.group(short_help="Move decisions, corrections and notes between copies of a case.")
def decisions() -> None:
    """Move what people said of a case: verdicts, who is who, corrections, bookmarks and notes.

    They name claims, ties and documents by ids that come from their content, so they hold in every
    case that has the same reports. Nothing is overwritten; the latest by its time counts.
    """


@decisions.command(name="export", short_help="Write what people said as JSON lines.")
@case_argument
@output_option()
def export(case: Path, file: Path | None) -> int:
    """Write all that people said of a CASE, one object a line, with who and when."""
    from sayso.deciding import words
    from sayso.export.jsonl import json_line
    from sayso.store.desk import Desk

    with closing(Desk.open(case)) as desk, desk.still():
        output.into(file, map(json_line, words(desk)), case)
    return DONE


@decisions.command(name="import", short_help="Take in what people said elsewhere.")
@case_argument
@click.argument("file", type=click.File("r", encoding="utf-8"))
def take(case: Path, file: TextIO) -> int:
    """Take what people said into a CASE, from a FILE that `sayso decisions export` wrote ("-" for
    standard input). What is known already is passed over.

    What is on reports that the case does not have waits for them. Claimers and ties are worked
    out anew after it.
    """
    from sayso import deciding
    from sayso.store.desk import Desk
    from sayso.store.hand import Hand

    closing(Desk.open(case)).__exit__(None, None, None)  # an import makes no case
    with Hand.hold(case) as hand:
        try:
            new, problems = deciding.take_in(hand, file, getattr(file, "name", "-"))
        except UnicodeDecodeError as error:
            raise click.UsageError(f"the file is not UTF-8: {error}") from error
        deciding.settle(hand)
    output.problems(problems)
    click.echo(f"{output.count(new, 'new word')} taken in")
    if problems:
        return WITH_PROBLEMS if new else NOTHING_DONE
    return DONE
