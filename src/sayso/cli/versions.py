"""`sayso versions`: pages that changed after they were seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import output
from sayso.cli.parameters import case_argument, json_option
from sayso.cli.trouble import DONE
from sayso.view.plain import line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from sayso.view.changes import Change
    from sayso.view.versions import Edit, PageHistory, Version

COLUMNS = (
    "page", "how", "last_seen_before", "first_seen_after", "change", "before", "after", "notice",
    "document_before", "document_after",
)  # fmt: skip


@click.command(short_help="Show which pages were edited after they were seen.")
@case_argument
@click.argument("address", required=False, metavar="[URL]")
@click.option("--silent", is_flag=True, help="Only edits that the page does not own up to.")
@json_option
def versions(case: Path, address: str | None, silent: bool, as_json: bool) -> int:
    """List the pages of a CASE that were seen with one text and then with another, word by word.

    With URL only that page, also where it has one version. An edit is silent where the new text
    has no line that tells of it ("Correction: …", "Updated …"). Furniture does not count. Every
    version stays in the case with its claims.

    On a terminal each change stands in its words; elsewhere each is one line of tab-separated
    cells, with the names of the cells on the first line.
    """
    from sayso.case import Case

    with Case(case, write=False) as opened:
        found = opened.versions(address)
    edits = [(page, edit) for page in found for edit in page.edits if edit.silent or not silent]
    if as_json:
        output.json_lines(edit.shape(page.page) for page, edit in edits)
    elif output.drawn():
        _draw(found, silent=silent, to=output.console())
    else:
        output.cells([COLUMNS, *(row for page, edit in edits for row in _rows(page, edit))])
    if not edits:
        output.note("no page was seen with another text" if not silent else "no silent edit found")
    return DONE


def how(edit: Edit) -> str:
    """In a word or two."""
    return "silently edited" if edit.silent else "edited, and says so"


def _rows(page: PageHistory, edit: Edit) -> Iterator[tuple[str, ...]]:
    seen = (edit.before.last or "", edit.after.first or "")
    documents = (edit.before.document.id, edit.after.document.id)
    for change in edit.changes:
        words = (change.kind, change.before, change.after)
        yield (page.page, how(edit), *seen, *words, edit.notice or "", *documents)


def _draw(found: list[PageHistory], *, silent: bool, to: Console) -> None:
    for page in found:
        edits = [edit for edit in page.edits if edit.silent or not silent]
        if not edits and silent:
            continue
        to.print(page.page, style="bold")
        to.print(f"  {output.count(len(page.versions), 'version')}", style="dim")
        for version in page.versions:
            to.print(f"    {_seen(version)}", style="dim")
        for edit in edits:
            _draw_edit(edit, to)
        to.print()


def _draw_edit(edit: Edit, to: Console) -> None:
    from rich.padding import Padding
    from rich.text import Text

    words = f"{output.count(edit.added, 'word')} in, {edit.removed:,} out"
    heading = Text.assemble((f"  {how(edit)}", "bold yellow" if edit.silent else "bold"))
    to.print(heading.append(f"  {words}", "dim"))
    if edit.notice:
        to.print(Padding(Text(f"it says: {line(edit.notice)}", "dim"), (0, 0, 0, 4)))
    for change in edit.changes:
        to.print(Padding(_words(change), (0, 0, 0, 4)))
    for what, claims in (("no longer there", edit.gone), ("new", edit.new)):
        for claim in claims:
            text = f"{what}: {line(claim.claimer.name)} · {line(claim.text)} ({claim.id})"
            to.print(Padding(Text(text, "dim"), (0, 0, 0, 4)))


def _words(change: Change) -> Text:
    """The change between the words around it: struck out what is gone, underlined what is new."""
    from rich.text import Text

    parts = [
        (f"{line(change.lead)} " if change.lead else "", "dim"),
        (line(change.before), "red strike"),
        (" " if change.before and change.after else "", ""),
        (line(change.after), "green underline"),
        (f" {line(change.tail)}" if change.tail else "", "dim"),
    ]
    return Text.assemble("… " if change.lead else "", *parts, " …" if change.tail else "")


def _seen(version: Version) -> str:
    when = "when it was seen is not known"
    if version.first:
        last = "" if version.last == version.first else f" to {moment(version.last)}"
        when = f"seen {moment(version.first)}{last}"
    return f"{version.document.id}  {when}"


def moment(at: str | None) -> str:
    """An ISO time for a person, UTC: "2031-03-04 10:00"."""
    return (at or "")[:16].replace("T", " ")
