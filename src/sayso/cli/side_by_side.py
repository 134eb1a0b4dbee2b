"""`sayso side-by-side`: claims, or documents, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import output
from sayso.cli.parameters import case_argument, json_option
from sayso.cli.trouble import DONE

if TYPE_CHECKING:
    from sayso.view.side_by_side import ClaimsPage, DocumentsPage

PASSAGES = ("document", "outlet", "start", "end", "words", "shared_with")


@click.command("side-by-side", short_help="Show claims or documents in columns, word by word.")
@case_argument
@click.argument("names", nargs=-1, required=True, metavar="LEFT RIGHT...")
@json_option
def side_by_side(case: Path, names: Sequence[str], as_json: bool) -> int:
    """Show two or more claims of a CASE in columns, word against word, or two or more documents.

    Claims go by their ids, documents also by names of files; the beginning of either will do. Of
    claims each line is a stretch that is the same, other, or only here, against the first one. Of
    documents first come the utterances that several carry, then the texts, in which words that
    another one has, too, four or more in a row, are marked.
    """
    from sayso.case import Case
    from sayso.view import shapes
    from sayso.view.side_by_side import ClaimsPage

    with Case(case, write=False) as opened:
        page = opened.side_by_side(*names)
    if as_json:
        output.json_lines(
            shapes.claims_beside(page)
            if isinstance(page, ClaimsPage)
            else shapes.documents_beside(page)
        )
    elif output.drawn():
        from sayso.cli import draw_side_by_side

        draw_side_by_side.page(page, output.console())
    elif isinstance(page, ClaimsPage):
        output.cells(_claims(page))
    else:
        output.cells([PASSAGES, *_shared(page)])
    return DONE


def _claims(page: ClaimsPage) -> Iterator[tuple[str, ...]]:
    """Of two claims the stretches, of more a line a row under the ids of the claims."""
    if page.stretches:
        yield "change", "left", "right"
        yield from ((one.change.value, one.left, one.right) for one in page.stretches)
        return
    yield "same", *(head.id for head in page.heads)
    for row in page.rows:
        yield "same" if row.same else "", *(cell.text for cell in row.cells)


def _shared(page: DocumentsPage) -> Iterator[tuple[str, ...]]:
    """A line for each stretch of a document that others have, too."""
    for head, pieces in zip(page.heads, page.pieces, strict=True):
        for piece in pieces:
            if piece.shared:
                others = " ".join(page.heads[n].document for n in piece.shared)
                span = piece.span
                place = (str(span.start), str(span.end))
                yield head.document, head.outlet, *place, piece.text, others
