"""`sayso export`: the whole case, written out."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.parameters import case_argument
from sayso.cli.trouble import DONE


@click.command(short_help="Write a case as JSON lines or CSV.")
@case_argument
@click.option(
    "--format",
    "-f",
    "name",
    default="jsonl",
    show_default=True,
    metavar="FORMAT",
    help="jsonl: the whole ledger; csv: one row a claim.",
)
@click.option(
    "--output",
    "-o",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write; standard output if not given.",
)
def export(case: Path, name: str, file: Path | None) -> int:
    """Write a CASE to a file: documents, claims and problems as JSON lines, or claims as CSV.

    A FILE that exists is replaced when the new one is complete, not before. In CSV a cell that
    begins with = + - @ or a tab has an apostrophe before it, or a spreadsheet would run it.
    """
    from sayso.case import Case
    from sayso.export import lines_in, write

    with Case(case, write=False) as opened:
        pieces = lines_in(name, opened.lines())
        if file is None or str(file) == "-":
            for piece in pieces:
                click.echo(piece, nl=False)
        else:
            write(file, pieces, case)
    return DONE
