"""`sayso links` and `sayso decide`: how claims stand to each other, and what people say to that."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import output
from sayso.cli.parameters import case_argument, json_option
from sayso.cli.trouble import DONE
from sayso.model import wire
from sayso.model.relation import RelationKind, Verdict

if TYPE_CHECKING:
    from sayso.view.claims import ClaimRow
    from sayso.view.links import LinkRow

_UNKNOWN = "target unknown"
COLUMNS = (
    "kind", "score", "left_claimer", "left_words", "left_outlet", "right_claimer", "right_words",
    "right_outlet", "reasons", "decision", "left", "right", "relation",
)  # fmt: skip


@click.command(short_help="List which claims are one utterance, deny or mirror each other.")
@case_argument
@click.option(
    "--kind", type=click.Choice([kind.value for kind in RelationKind]), help="Only this kind."
)
@click.option("--rejected", is_flag=True, help="With what people rejected: ties, or their claims.")
@json_option
def links(case: Path, kind: str | None, rejected: bool, as_json: bool) -> int:
    """List the ties between the claims of a CASE, each with its reasons; then, without --kind or
    with --kind denies, the denials of which it is not known what they deny.

    On a terminal both claims stand under each other; elsewhere each tie is one line of
    tab-separated cells, with the names of the cells on the first line.
    """
    from sayso.case import Case

    with Case(case, write=False) as opened:
        found = opened.links(kind, rejected=rejected)
        denials = opened.open_denials()
    if kind not in (None, RelationKind.DENIES.value):
        denials = denials[:0]
    if as_json:
        output.json_lines((*found.lines(), *map(wire.open_denial, denials)))
    else:
        _show(found.rows(), denials.rows())
    if not found:
        output.note("no ties found")
    return DONE


@click.command(short_help="Confirm or reject a tie between two claims.")
@case_argument
@click.argument("relation")
@click.argument("verdict", type=click.Choice([verdict.value for verdict in Verdict]))
@click.option("--note", default="", metavar="WORDS", help="Why, in your words.")
@click.option("--as", "who", metavar="NAME", help="Your name; that of your account if not given.")
def decide(case: Path, relation: str, verdict: str, note: str, who: str | None) -> int:
    """Keep your verdict on a RELATION of a CASE: confirmed, rejected or unsure; withdrawn takes
    the last one back.

    RELATION is an id from `sayso links`, or its beginning. Nothing is overwritten: the last verdict
    counts, a rejected tie is not shown again, and no group is built on it.
    """
    from sayso.case import Case

    with Case(case) as opened:
        decided = opened.decide(relation, verdict, note=note, who=who or getpass.getuser())
    output.note(f"{verdict}: {decided.kind.value} {decided.id}")
    return DONE


def _show(rows: Sequence[LinkRow], denials: Sequence[ClaimRow]) -> None:
    if not output.drawn():
        output.cells([COLUMNS, *map(cells, rows), *map(_open, denials)])
        return
    to = output.console()
    for row in rows:
        decision = f" · {row.decision}" if row.decision else ""
        to.print(f"{row.kind} {row.score:.2f} · {row.id}{decision}", style="bold")
        for side in (row.left, row.right):
            to.print(f"  {_heading(side)}", style="dim")
            to.print(f"  {side.text}")
        for reason in row.reasons:
            to.print(f"    {reason}", style="dim")
        to.print()
    if denials:
        to.print("denials of which it is not known what they deny", style="bold")
    for side in denials:
        to.print(f"  {_heading(side)} · {side.id}", style="dim")
        to.print(f"  {side.text}")


def _open(side: ClaimRow) -> tuple[str, ...]:
    """A denial of something unknown as the cells of one line: no right side, no score."""
    left = (side.claimer, side.text, side.outlet)
    return (RelationKind.DENIES.value, "", *left, "", "", "", _UNKNOWN, "", side.id, "", "")


def _heading(side: ClaimRow) -> str:
    parts = (side.claimer, side.cue, side.outlet, side.published)
    return " · ".join(part for part in parts if part)


def cells(row: LinkRow) -> tuple[str, ...]:
    """A row as the cells of one line, in the order of COLUMNS."""
    left, right = row.left, row.right
    return (
        row.kind, f"{row.score:.2f}", left.claimer, left.text, left.outlet, right.claimer,
        right.text, right.outlet, "; ".join(row.reasons), row.decision, left.id, right.id, row.id,
    )  # fmt: skip
