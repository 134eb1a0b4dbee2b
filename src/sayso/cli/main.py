"""The command `sayso`: the commands of the other files, under one guard."""

from __future__ import annotations

import gc

import click

from sayso.cli.add import add
from sayso.cli.check import check
from sayso.cli.claims import claims
from sayso.cli.completion import completion
from sayso.cli.coverage import coverage
from sayso.cli.decisions import decisions
from sayso.cli.demo import demo
from sayso.cli.evaluate import evaluate
from sayso.cli.export import export
from sayso.cli.links import decide, links
from sayso.cli.origins import origins
from sayso.cli.output import use_utf8
from sayso.cli.picture import picture
from sayso.cli.report import report
from sayso.cli.search import search
from sayso.cli.serve import serve
from sayso.cli.show import show
from sayso.cli.side_by_side import side_by_side
from sayso.cli.timeline import timeline
from sayso.cli.trouble import GuardedGroup
from sayso.cli.versions import versions
from sayso.cli.watch import watch
from sayso.cli.who import join, split, who
from sayso.cli.wording import wording


@click.group(cls=GuardedGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sayso", message="%(prog)s %(version)s")
def sayso() -> None:
    """Reads news reports about a contested story and keeps a ledger of who said what.

    A CASE is one file that holds everything about a story. Begin with:

    \b
      sayso demo
      sayso add my.sayso reports/
      sayso claims my.sayso

    Exit codes: 0 done, 1 done with problems that were listed, 2 wrong usage or nothing could be
    done. Results go to standard output, errors and progress to standard error.
    """
    use_utf8()


for command in (
    add, watch, claims, links, origins, wording, coverage, timeline, side_by_side, versions,
    picture, report, decide, who, join, split, search, show, serve, decisions, check, export,
    evaluate, demo, completion,
):  # fmt: skip
    sayso.add_command(command)


def main() -> None:
    """The entry point of the installed command."""
    gc.set_threshold(50_000, 20, 100)  # much is made, little thrown away: look for rings less often
    sayso(prog_name="sayso")
