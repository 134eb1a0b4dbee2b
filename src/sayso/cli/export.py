"""`sayso export`: the whole case, written out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sayso.cli.parameters import case_argument, output_option
from sayso.cli.trouble import DONE
from sayso.model.errors import UsageError


@click.command(short_help="Write a case in formats that other programs read.")
@case_argument
@click.option(
    "--format",
    "-f",
    "name",
    default="jsonl",
    show_default=True,
    metavar="FORMAT",
    help="One of those above.",
)
@click.option(
    "--table",
    metavar="NAME",
    help="Of csv and parquet: claims (if none is named), documents, relations, problems, claimers, "
    "origins, or all, each in its own file.",
)
@output_option()
def export(case: Path, name: str, table: str | None, file: Path | None) -> int:
    """Write a CASE in one of these formats:

    \b
      jsonl          the whole ledger, one JSON object a line
      csv            tables for spreadsheets, see --table
      parquet        the same with their types, for data frames
      webannotation  W3C Web Annotations: each quote with its place (JSON-LD)
      provo          PROV-O: the way of each report from mouth to page (JSON-LD)
      schemaorg      schema.org Claim and Quotation (JSON-LD)
      graphml        claims, claimers and reports as a graph
      brat           brat standoff, two files a report
      citron         the JSON of Citron, a file a report
      warc           all that came over the net, as it came, for tools of web archives
      wacz           the same with an index and a list of pages, for viewers of them

    What takes several files becomes a zip where FILE ends in .zip, and else a new folder. A FILE
    that exists is replaced when the new one is complete, not before. In CSV a cell that begins
    with = + - @ or a tab has an apostrophe before it, or a spreadsheet would run it.
    """
    from sayso.case import Case
    from sayso.export import format_of, pieces_of, several, write_as

    form = format_of(name)
    with Case(case, write=False) as opened:
        if file is not None and str(file) != "-":
            write_as(form, opened, file, case, table)
            return DONE
        if (form.binary or several(form, table)) and sys.stdout.isatty():
            raise UsageError(f"{name} is not for a terminal; name a file with -o")
        for piece in pieces_of(form, opened, table):
            click.echo(piece, nl=False)
    return DONE
