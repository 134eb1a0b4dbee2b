"""`sayso origins`: one utterance in many reports."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli import output
from sayso.cli.parameters import case_argument, json_option
from sayso.cli.trouble import DONE

COLUMNS = ("group", "origins", "reports", "chain", "echo", "words", "weakest", "claim", "older")


@click.command(short_help="Group reports of one utterance and count who heard it.")
@case_argument
@json_option
def origins(case: Path, as_json: bool) -> int:
    """List the utterances of a CASE that are reported more than once, with the way of each report.

    The chain runs from the mouth to the page. A report whose origin stands before it in the group
    is an echo. The weakest tie is the one that the group would fall apart without. A page that was
    seen with several texts is one report, in its newest version; how many older ones there are is
    told with it.
    """
    from sayso.case import Case

    with Case(case, write=False) as opened:
        found = opened.origins()
    if as_json:
        output.json_lines(origin.shape() for origin in found)
    elif output.drawn():
        to = output.console()
        for origin in found:
            to.print(origin.heading(), style="bold")
            for way, claim in origin.reports():
                echo = " (echo)" if way.echo else ""
                before = len(origin.older.get(claim.document, ()))
                older = f" (and {output.count(before, 'older version')})" if before else ""
                to.print(f"  {' → '.join(way.chain)}{echo}{older}", style="dim")
                to.print(f"  {claim.text}")
            to.print()
    else:
        rows = (row for n, origin in enumerate(found, 1) for row in origin.cells(n))
        output.cells([COLUMNS, *rows])
    if not found:
        output.note("nothing is reported more than once")
    return DONE
