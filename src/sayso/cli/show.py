"""`sayso show`: one document with its attributions marked."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli import output
from sayso.cli.parameters import case_argument, json_option


@click.command(short_help="Show one document with its attributions marked.")
@case_argument
@click.argument("document")
@json_option
def show(case: Path, document: str, as_json: bool) -> int:
    """Show one DOCUMENT of a CASE, with source, cue and content marked.

    DOCUMENT is an id, a file's name, the beginning of either, or an address. Where there are no
    colours the marks are brackets: [source:Officials] [cue:said] [content:the bridge was closed].
    """
    from sayso.case import Case

    with Case(case, write=False) as opened:
        found = opened.document(document)
        claims = opened.claims(document=found.id)
        if as_json:
            from sayso.model import wire

            output.json_lines([wire.document(found), *claims.lines()])
            return 0
    from sayso.cli import draw_document
    from sayso.view.document import document_page

    page = document_page(found, claims)
    if output.drawn():
        draw_document.document(page, output.console())
    else:
        click.echo("".join(draw_document.bracketed(page.pieces)))
    return 0
