"""`sayso picture`: a case as a picture, or the data behind it."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli import output
from sayso.cli.parameters import case_argument, json_option, output_option
from sayso.cli.trouble import DONE
from sayso.model.errors import UsageError

KINDS = ("disputes", "relays", "coverage", "timeline")


@click.command(short_help="Draw who disputes whom, relays, coverage or the timeline as SVG.")
@case_argument
@click.argument("kind", type=click.Choice(KINDS))
@output_option()
@click.option("--data", is_flag=True, help="The data behind the picture, in its place.")
@json_option
def picture(case: Path, kind: str, file: Path | None, data: bool, as_json: bool) -> int:
    """Draw a CASE as SVG, black on white, with a title and a description inside.

    \b
      disputes  who denies, contradicts or mirrors whom
      relays    utterances from the mouth over agencies to the pages
      coverage  what was said by report: whole, in part, paraphrased, relayed, absent
      timeline  what happened, was said and was printed, day by day

    Shapes and lines tell everything, colours nothing. Where a case has more than a picture holds,
    it shows what most reports have, and says so; --data has it all, and --json gives it as one
    object a line.
    """
    from sayso.case import Case

    with Case(case, write=False) as opened:
        drawn = opened.picture(kind)
    if drawn.left_out and not (data or as_json):
        output.note(drawn.left_out)
    if as_json:
        rows = (dict(zip(drawn.columns, row, strict=True)) for row in drawn.rows)
        output.json_lines({"type": kind, **row} for row in rows)
    elif data:
        output.cells([drawn.columns, *drawn.rows])
    elif not drawn.svg:
        raise UsageError(f"{case} has nothing to draw for {kind}")
    else:
        output.into(file, [drawn.svg + "\n"], case)
    return DONE
