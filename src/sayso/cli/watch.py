"""`sayso watch`: the feeds of a case, and what came of them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import output
from sayso.cli.net import net_options
from sayso.cli.parameters import case_argument, json_option, output_option
from sayso.cli.progress import progress
from sayso.cli.trouble import DONE, NOTHING_DONE, WITH_PROBLEMS

if TYPE_CHECKING:
    from sayso.adding import AddReport
    from sayso.case import Case
    from sayso.fetch import Fetcher
    from sayso.view.digest import Digest

sleep = time.sleep


@click.command(short_help="Poll feeds, add what is new, and tell what changed.")
@case_argument
@click.option("--feed", "feeds", multiple=True, metavar="URL", help="Watch this feed from now on.")
@click.option("--drop", multiple=True, metavar="URL", help="Watch this feed no longer.")
@click.option("--list", "listed", is_flag=True, help="List the feeds that are watched, and stop.")
@click.option("--once", is_flag=True, help="One round only, as for cron.")
@click.option(
    "--every",
    type=click.IntRange(min=1),
    default=15,
    show_default=True,
    metavar="MINUTES",
    help="Between two rounds.",
)
@click.option(
    "--since",
    metavar="TIME",
    help="Ask nothing of the net; tell what came since (2031-03-04, or with a time: T10:00).",
)
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["md", "html"]),
    default="md",
    show_default=True,
    help="Of what is told: Markdown or a page of HTML.",
)
@output_option("Write what is told here, not to standard output.")
@net_options
@json_option
def watch(
    case: Path,
    feeds: Sequence[str],
    drop: Sequence[str],
    listed: bool,
    once: bool,
    every: int,
    since: str | None,
    form: str,
    file: Path | None,
    fetcher: Fetcher,
    as_json: bool,
) -> int:
    """Poll the feeds of a CASE, add what is new, link it, and tell what changed: new claims, new
    denials, utterances that more have heard for themselves, pages that were edited or are gone.

    Feeds are kept in the CASE: RSS, Atom, OPML lists and sitemaps. Pages that came from them are
    looked at again once a day for a week, so that edits are seen. With --since it polls nothing
    and writes a digest.
    """
    from sayso.case import Case

    told = _Told(form, file, as_json)
    with Case(case) as opened:
        if feeds or drop:
            opened.watch.follow(*feeds, drop=drop)
        if listed:
            output.cells([feed] for feed in opened.watch.feeds())
            return DONE
        if since is not None:
            told.tell(opened, opened.watch.digest(_moment(since)))
            return DONE
        while True:
            code = _round(opened, fetcher, told)
            if once:
                return code
            sleep(every * 60)


def _round(opened: Case, fetcher: Fetcher, told: _Told) -> int:
    from sayso.model.errors import CaseBusyError

    try:
        with progress("pages") as report:
            done, digest = opened.watch.poll(fetcher=fetcher, progress=report)
    except CaseBusyError as error:
        output.note(f"sayso: {error}")
        return NOTHING_DONE
    told.tell(opened, digest)
    output.problems(done.problems)
    return _code(done)


def _code(done: AddReport) -> int:
    if not done.problems:
        return DONE
    return WITH_PROBLEMS if done.added or done.unchanged else NOTHING_DONE


class _Told:
    """Where and how a digest is told."""

    def __init__(self, form: str, file: Path | None, as_json: bool) -> None:
        self._form, self._file, self._as_json = form, file, as_json

    def tell(self, opened: Case, page: Digest) -> None:
        if self._as_json:
            output.json_lines([page.shape()])
            return
        if self._file is None and self._form == "md":
            page = replace(page, problems=())  # they go to standard error
        if self._file is not None:
            from sayso.export.files import write

            write(self._file, [self._text(page)], opened.path)
        elif page.quiet and self._form == "md":
            output.note("nothing is new")
        else:
            click.echo(self._text(page), nl=False)

    def _text(self, page: Digest) -> str:
        from sayso.export import digest

        return digest.html(page) if self._form == "html" else digest.markdown(page)


def _moment(words: str) -> str:
    """A day or a time as arrivals are kept: ISO, UTC. Raises BadParameter."""
    from datetime import UTC, datetime

    try:
        at = datetime.fromisoformat(words)
    except ValueError as error:
        message = f"{words!r} is no time; write 2031-03-04 or 2031-03-04T10:00"
        raise click.BadParameter(message, param_hint="--since") from error
    at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    return at.isoformat(timespec="seconds")
