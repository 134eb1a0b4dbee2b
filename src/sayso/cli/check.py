"""`sayso check`: the whole case, verified."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli import output
from sayso.cli.parameters import case_argument, json_option
from sayso.cli.trouble import DONE, WITH_PROBLEMS


@click.command(short_help="Verify a case.")
@case_argument
@json_option
def check(case: Path, as_json: bool) -> int:
    """Verify a CASE: every span cuts to its text, every hash holds, every id resolves.

    Exit code 1 if something does not hold.
    """
    from sayso.case import Case
    from sayso.model import wire

    with Case(case, write=False) as opened:
        found = list(opened.check())
        documents, claims = opened.size()
    if as_json:
        output.json_lines(map(wire.problem, found))
    else:
        output.cells((problem.source, problem.kind, problem.message) for problem in found)
    held = f"{output.count(documents, 'document')}, {output.count(claims, 'claim')}"
    output.note(f"{output.count(len(found), 'fault')} in {held}" if found else f"{held}: all holds")
    return WITH_PROBLEMS if found else DONE
