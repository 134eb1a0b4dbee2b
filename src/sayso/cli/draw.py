"""Tables on a terminal: how claims and other rows look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.view.claims import ClaimGroup, ClaimRow
from sayso.view.plain import line
from sayso.view.search import pieces

if TYPE_CHECKING:
    from sayso.store.query import Hit

WHO, CUE = "bold cyan", "yellow"
_QUOTATION = {"direct": "green", "mixed": "green", "indirect": ""}


def claim_groups(groups: Iterable[ClaimGroup], to: Console) -> None:
    """Each document with a table of its claims."""
    for group in groups:
        to.print(heading(group.heading, group.note))
        to.print(_claim_table(group.rows))


def hits(found: Iterable[Hit], to: Console) -> None:
    """Each finding: what it is, and words around the match."""
    for hit in found:
        to.print(Text.assemble((hit.kind, CUE), "  ", (line(hit.heading), "bold"), f"  {hit.id}"))
        parts = [
            (text, "reverse" if matches else "") for text, matches in pieces(hit.snippet, hit.marks)
        ]
        to.print(Padding(Text.assemble(*parts), (0, 0, 1, 2)))


def table_of(names: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    """A simple table of words, as wide as they are."""
    table = Table(box=SIMPLE_HEAD, header_style="dim", pad_edge=False)
    for name in names:
        table.add_column(name)
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def heading(text: str, note: str) -> Text:
    """A line above a table."""
    return Text.assemble((text, "bold"), ("  " + note if note else "", "dim"))


def words(row: ClaimRow) -> Text:
    """The exact words of a claim; green where they stand in quotation marks."""
    return Text(row.text, style=_QUOTATION[row.quotation])


def _claim_table(rows: Iterable[ClaimRow]) -> Table:
    table = Table(box=SIMPLE_HEAD, header_style="dim", pad_edge=False, expand=True)
    table.add_column("who", ratio=5)
    table.add_column("cue", max_width=12, overflow="fold")
    table.add_column("exact words", ratio=12)
    table.add_column("how", min_width=13)
    for row in rows:
        table.add_row(
            _two(row.claimer, row.standing, WHO),
            _two(row.cue or "–", row.cue_class, CUE),
            Text.assemble(words(row), *_circumstances(row)),
            _two(f"{row.quotation} {row.score:.2f}", row.said, ""),
        )
    return table


def _circumstances(row: ClaimRow) -> Iterator[tuple[str, str]]:
    """Under the words: where it was said, at what, through what and to whom."""
    if row.decision:
        yield f"\na person says: {row.decision}", "bold"
    told = (
        f"in {row.place}" if row.place else "",
        row.occasion,
        f"through {row.medium}" if row.medium else "",
        f"to {row.addressee}" if row.addressee else "",
    )
    if any(told):
        yield "\n" + ", ".join(filter(None, told)), "dim"


def _two(text: str, note: str, style: str) -> Text:
    """A cell with a dim second line."""
    return Text.assemble((text, style), ("\n" + note if note else "", "dim"))
