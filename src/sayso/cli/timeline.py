"""`sayso timeline`: what happened, when it was said, when it was printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import output
from sayso.cli.parameters import IsoDate, case_argument, json_option, limit_option
from sayso.cli.trouble import DONE

if TYPE_CHECKING:
    from sayso.view.timeline import Entry

COLUMNS = (
    "when", "clock", "who", "text", "outlet", "published", "date_words", "known_from", "dispute",
    "document", "claim", "entry",
)  # fmt: skip


@click.command(short_help="Show what happened, when it was said, when it was printed.")
@case_argument
@click.option("--clock", type=click.Choice(["event", "said", "printed"]), help="Only this one.")
@click.option("--since", type=IsoDate(), help="On this day or later (2016, 2016-12-31).")
@click.option("--until", type=IsoDate(), help="On this day or earlier.")
@click.option("--disputed", is_flag=True, help="Only dates that reports do not agree on.")
@limit_option(None, "entries")
@json_option
def timeline(
    case: Path,
    clock: str | None,
    since: str | None,
    until: str | None,
    disputed: bool,
    limit: int | None,
    as_json: bool,
) -> int:
    """Show the dates of a CASE on three clocks: what happened, when it was said, when it was
    printed.

    A date is as precise as it is known: 2016-12 is some day of that month. "On Sunday" is counted
    back from the day of printing, and only where the words leave no doubt; other dates in the texts
    are left out. Dates that reports give to one thing and that cannot all be right are marked, and
    stand side by side at the end.
    """
    from sayso.case import Case

    with Case(case, write=False) as opened:
        page, older = opened.timeline(), len(opened.older())
    found = [
        entry
        for entry in page.entries
        if clock in (None, entry.clock.value)
        and (since is None or entry.last >= since)
        and (until is None or entry.first[: len(until)] <= until)
        and (entry.dispute or not disputed)
    ][:limit]
    if as_json:
        from sayso.view import shapes

        output.json_lines(shapes.timeline(page, found))
    elif output.drawn():
        from sayso.cli import draw_timeline

        draw_timeline.page(page, found, output.console())
    else:
        output.cells([COLUMNS, *cells(found)])
    if not found:
        output.note("no dates found")
    if page.undated:
        output.note(f"{output.count(len(page.undated), 'report')} without a date")
    output.older(older)
    return DONE


def cells(found: Sequence[Entry]) -> Iterator[tuple[str, ...]]:
    """One line for each entry and each place that says so, in the order of COLUMNS."""
    for entry in found:
        for one in entry.witnesses:
            text = one.words.text if one.words else entry.heading
            yield (
                entry.when, entry.clock.value, one.claimer or one.outlet, text, one.outlet,
                one.printed, one.date.text if one.date else "", entry.known_from.value,
                entry.dispute, one.document, one.claim, entry.id,
            )  # fmt: skip
