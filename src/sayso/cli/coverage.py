"""`sayso coverage`: who carries what, and who could have and did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import output
from sayso.cli.parameters import case_argument, json_option, limit_option
from sayso.cli.trouble import DONE

if TYPE_CHECKING:
    from sayso.view.coverage import CoveragePage, Utterance

COLUMNS = (
    "claimer", "said", "words", "outlet", "published", "carried", "share", "kept", "why",
    "document", "utterance", "claims",
)  # fmt: skip


@click.command(short_help="Show who carries what was said, and who could have and did not.")
@case_argument
@click.option("--by", metavar="NAME", help="Said by this person or body.")
@click.option("--all", "everything", is_flag=True, help="Also what one report alone could carry.")
@limit_option(None, "utterances")
@json_option
def coverage(case: Path, by: str | None, everything: bool, limit: int | None, as_json: bool) -> int:
    """Show how each report of a CASE carries what was said: whole, in part, paraphrased, only
    relayed from another outlet, or absent.

    Reports of one utterance stand together. Absent is only a report that is on the same occasion
    and appeared after it was said: it carries something else that the same claimer said then, or
    what it answers. One that appeared on the very day is marked apart. Kept tells of each sentence
    or half of the remark how much of it is there.
    """
    from sayso.case import Case

    with Case(case, write=False) as opened:
        page, older = opened.coverage(everything=everything), len(opened.older())
    found = [u for u in page.utterances if _wanted(u, by)][:limit]
    if as_json:
        from sayso.view import shapes

        output.json_lines(shapes.coverage(page, found))
    elif output.drawn():
        from sayso.cli import draw_coverage

        draw_coverage.page(page, found, output.console())
    else:
        output.cells([COLUMNS, *cells(page, found)])
    if not found:
        output.note("nothing found that two reports carry or could have carried")
    output.older(older)
    return DONE


def _wanted(one: Utterance, by: str | None) -> bool:
    return by is None or by.casefold() in f"{one.claimer} {one.standing}".casefold()


def cells(page: CoveragePage, found: Sequence[Utterance]) -> Iterator[tuple[str, ...]]:
    """One line for each utterance and document, in the order of COLUMNS."""
    heads = {column.document: column for column in page.columns}
    for one in found:
        for cell in one.cells:
            head = heads[cell.document]
            kept = " ".join(f"{share:.2f}" for share in cell.kept)
            yield (
                one.claimer, one.said, one.words, head.outlet, head.published, cell.carried.value,
                f"{cell.share:.2f}", kept, cell.why, cell.document, one.id, " ".join(cell.claims),
            )  # fmt: skip
