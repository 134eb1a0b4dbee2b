"""`sayso add`: reports into a case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import output
from sayso.cli.net import net_options
from sayso.cli.parameters import case_argument, json_option
from sayso.cli.progress import progress
from sayso.cli.trouble import DONE, NOTHING_DONE, WITH_PROBLEMS

if TYPE_CHECKING:
    from sayso.adding import AddReport
    from sayso.fetch import Fetcher


@click.command(short_help="Read reports into a case and find who said what.")
@case_argument
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes at work."
)
@net_options
@json_option
def add(case: Path, sources: Sequence[str], jobs: int, fetcher: Fetcher, as_json: bool) -> int:
    """Read files, folders and addresses into a CASE and find who said what in them.

    A SOURCE that begins with http:// or https:// is fetched: a page, a feed, an OPML list or a
    sitemap, which are followed to their pages. robots.txt is obeyed, no host is asked more than
    once a second, and no machine of your own network unless you allow it. What came is kept in the
    case as evidence.

    The CASE is made if there is none. Adding a SOURCE again changes nothing; after a stop, run the
    same command again and it goes on. Problems are listed on standard error (with --json: on
    standard output) and the exit code is 1; it is 2 if nothing could be read at all.
    """
    from sayso.case import Case

    with Case(case) as opened, progress("reports") as report:
        done = opened.add(*sources, progress=report, jobs=jobs, fetcher=fetcher)
    if as_json:
        from sayso.model import wire

        output.json_lines(map(wire.problem, done.problems))
    else:
        output.problems(done.problems)
        click.echo(_summary(done))
    return _code(done)


def _summary(done: AddReport) -> str:
    parts = [f"{output.count(done.added, 'document')} added"]
    if done.unchanged:
        parts.append(f"{done.unchanged:,} known already")
    if done.analysed:
        parts.append(f"{output.count(done.claims, 'claim')} found")
    if done.problems:
        parts.append(output.count(len(done.problems), "problem"))
    return ", ".join(parts)


def _code(done: AddReport) -> int:
    if not done.problems:
        return DONE
    return WITH_PROBLEMS if done.added or done.unchanged else NOTHING_DONE
