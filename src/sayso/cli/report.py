"""`sayso report`: a case as one page that can be sent."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli import output
from sayso.cli.parameters import case_argument, output_option
from sayso.cli.trouble import DONE


@click.command(short_help="Write a case as one page to send: who said what, in full.")
@case_argument
@click.option(
    "--format", "-f", "name", type=click.Choice(["html", "md"]),
    help="html: one page with everything; md: Markdown, shorter. By the end of FILE's name if not "
    "given.",
)  # fmt: skip
@output_option()
@click.option(
    "--title", metavar="WORDS", help="What the story is called; the case's name if not given."
)
def report(case: Path, name: str | None, file: Path | None, title: str | None) -> int:
    """Write a CASE as one page that can be sent: the story in numbers, who speaks, who disputes
    whom, one utterance in several reports, mirrored accusations, wording, coverage, timeline, every
    claim with its passage in the full text, what is unsure, problems, and how it was made.

    The page is one file that opens without a network, prints, and has an anchor for every claim
    that stays the same. It shows the names of files, not the folders that they lie in. A FILE that
    exists is replaced when the new one is complete, not before.
    """
    from sayso.case import Case
    from sayso.export.report import report as pieces

    is_markdown = file is not None and file.suffix.casefold() in (".md", ".markdown")
    with Case(case, write=False) as opened:
        told = opened.dossier(title)
    made = pieces(told, name or ("md" if is_markdown else "html"), _version())
    output.into(file, made, case)
    return DONE


def _version() -> str:
    from importlib.metadata import version

    return version("sayso")
