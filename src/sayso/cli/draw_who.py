"""Claimers across documents on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.draw import CUE, WHO
from sayso.view.who import ActorPage, ActorRow

_ALIASES = 4  # shown in a list; a claimer's own page has them all


def actors(rows: Iterable[ActorRow], to: Console) -> None:
    """A table of claimers, as wide as the terminal."""
    table = Table(box=SIMPLE_HEAD, header_style="dim", pad_edge=False, expand=True)
    table.add_column("who", ratio=8)
    table.add_column("also called", ratio=5)
    table.add_column("claims", justify="right")
    table.add_column("reports", justify="right")
    table.add_column("first, last", min_width=10)
    for row in rows:
        table.add_row(
            _who(row),
            _also(row),
            f"{row.claims:,}",
            f"{row.documents:,}",
            Text(_dates(row).replace(" – ", "\n")),
        )
    to.print(table)


def actor(page: ActorPage, to: Console) -> None:
    """One claimer: what it is, where it appears, and why these are taken for one."""
    row = page.row
    to.print(_who(row))
    to.print(Text(f"{row.id}  {_dates(row)}", "dim"))
    if row.aliases:
        to.print(Text.assemble(("also called  ", "dim"), ", ".join(row.aliases)))
    for one in page.appearances:
        standing = f", {one.standing}" if one.standing else ""
        count = f"{one.claims} claim{'' if one.claims == 1 else 's'}"
        to.print(
            _inset(Text.assemble((one.name, WHO), standing, (f"  {count}  {one.where}", "dim")))
        )
    for name, score, detail, where in page.reasons:
        told = Text.assemble((f"{name} {score:.2f}  ", CUE), detail, (f"  {where}", "dim"))
        to.print(_inset(told))
    to.print()


def _inset(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2))


def _who(row: ActorRow) -> Text:
    metonym = f"stands for {row.stands_for}" if row.stands_for else ""
    told = ", ".join(part for part in (row.kind, metonym or row.standing) if part)
    return Text.assemble((row.name, WHO), ("\n" + told, "dim"))


def _also(row: ActorRow) -> Text:
    more = len(row.aliases) - _ALIASES
    shown = ", ".join(row.aliases[:_ALIASES])
    return Text(f"{shown} and {more} more" if more > 0 else shown)


def _dates(row: ActorRow) -> str:
    return row.first if row.first == row.last else f"{row.first} – {row.last}"
