"""`sayso search`: words in documents and claims."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import output
from sayso.cli.parameters import case_argument, json_option, limit_option

if TYPE_CHECKING:
    from sayso.store.query import Hit

COLUMNS = ("kind", "heading", "snippet", "document", "id")


@click.command(short_help="Find words in documents and claims.")
@case_argument
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@limit_option(20, "findings of each kind")
@json_option
def search(case: Path, words: Sequence[str], limit: int, as_json: bool) -> int:
    """Find WORDS in the documents and claims of a CASE, in any of their forms.

    All words must be there. '"quoted words"' stand together; a word with * at its end is the
    beginning of one.
    """
    from sayso.case import Case

    with Case(case, write=False) as opened:
        hits = opened.search(" ".join(words), limit)
    if as_json:
        output.json_lines(map(_shape, hits))
    elif output.drawn():
        from sayso.cli import draw

        draw.hits(hits, output.console())
    else:
        output.cells([COLUMNS, *((h.kind, h.heading, h.snippet, h.document, h.id) for h in hits)])
    if not hits:
        output.note("nothing found")
    return 0


def _shape(hit: Hit) -> dict[str, Any]:
    return {
        "type": "hit",
        "kind": hit.kind,
        "id": hit.id,
        "document": hit.document,
        "heading": hit.heading,
        "snippet": hit.snippet,
        "marks": [{"start": mark.start, "end": mark.end} for mark in hit.marks],
    }
