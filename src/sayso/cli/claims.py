"""`sayso claims`: who said what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import output
from sayso.cli.parameters import IsoDate, case_argument, json_option, limit_option
from sayso.model.attribution import CueClass, Quotation
from sayso.model.relation import Verdict

if TYPE_CHECKING:
    from sayso.case import Case, Claims
    from sayso.view.claims import ClaimRow

COLUMNS = (
    "claimer", "standing", "cue", "cue_class", "words", "quotation", "said",
    "outlet", "published", "score", "document", "claim", "place", "occasion", "medium",
    "addressee", "decision",
)  # fmt: skip


@click.command(short_help="List who said what, each claim in its exact words.")
@case_argument
@click.option("--by", metavar="NAME", help="Said by this person or body, by any of its names.")
@click.option("--about", metavar="WORDS", help="Whose exact words name this.")
@click.option("--outlet", metavar="NAME", help="Printed by this outlet.")
@click.option("--since", type=IsoDate(), help="Printed on this day or later (2016, 2016-12-31).")
@click.option("--until", type=IsoDate(), help="Printed on this day or earlier.")
@click.option("--search", metavar="WORDS", help="With these words in the claim.")
@click.option(
    "--cue-class", type=click.Choice([c.value for c in CueClass]), help="With this kind of act."
)
@click.option(
    "--quotation", type=click.Choice([q.value for q in Quotation]), help="Quoted in this way."
)
@click.option(
    "--min-score", type=click.FloatRange(0, 1), default=0.0, help="At least so sure, 0 to 1."
)
@click.option("--rejected", is_flag=True, help="With the claims that people rejected.")
@limit_option(None, "claims")
@json_option
def claims(case: Path, as_json: bool, **filters: Any) -> int:
    """List who said what in a CASE, each claim with its exact words.

    Filters narrow the list together. Claims that people rejected are left out. On a terminal claims
    stand under their documents; elsewhere each is one line of tab-separated cells, with the names
    of the cells on the first line.
    """
    from sayso.case import Case

    with Case(case, write=False) as opened:
        found = opened.claims(**filters)
        asked_in_vain = filters["outlet"] and not found
        outlets = {d.outlet for d in opened.documents() if d.outlet} if asked_in_vain else set()
        hidden = _hidden(opened, found, filters)
    if as_json:
        output.json_lines(found.lines())
    else:
        _show(found)
    if not found:
        _explain_none(found.near, sorted(outlets))
    if hidden:
        output.note(f"{output.count(hidden, 'rejected claim')} left out; --rejected shows them")
    return 0


def _hidden(case: Case, found: Claims, filters: dict[str, Any]) -> int:
    """How many claims that fit are left out because people rejected them."""
    if filters["rejected"] or Verdict.REJECTED not in found.decided.values():
        return 0
    every = case.claims(**filters | {"rejected": True, "limit": None})
    return sum(every.decided.get(claim.id) is Verdict.REJECTED for claim in every)


def _show(found: Claims) -> None:
    from sayso.view.claims import by_document, claim_rows

    rows = claim_rows(found, found.documents, found.decided)
    if not output.drawn():
        output.cells([COLUMNS, *map(cells, rows)])
    elif rows:
        from sayso.cli import draw

        groups = by_document(rows)
        draw.claim_groups(groups, output.console())
        documents = output.count(len(groups), "document")
        output.note(f"{output.count(len(rows), 'claim')} in {documents}")


def cells(row: ClaimRow) -> tuple[str, ...]:
    """A row as the cells of one line, in the order of COLUMNS."""
    return (
        row.claimer, row.standing, row.cue, row.cue_class, row.text, row.quotation, row.said,
        row.outlet, row.published, f"{row.score:.2f}", row.document, row.id, row.place,
        row.occasion, row.medium, row.addressee, row.decision,
    )  # fmt: skip


def _explain_none(near: Sequence[str], outlets: Sequence[str]) -> None:
    """Say that nothing was found, with what could have been meant."""
    output.note("no claims found")
    if near:
        output.note(f"did you mean {' or '.join(near)}?")
    if outlets:
        output.note(f"outlets in this case: {', '.join(outlets)}")
