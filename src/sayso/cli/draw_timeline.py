"""The timeline on a terminal: a day a block, three clocks apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.cli.draw import WHO
from sayso.view.plain import line
from sayso.view.timeline import Clock, Entry, TimelinePage

_CLOCKS = {Clock.EVENT: ("● happened", "bold"), Clock.SAID: ("“ said", "green"),
           Clock.PRINTED: ("▤ printed", "dim")}  # fmt: skip
_LONGEST = 220  # characters of an entry


def page(shown: TimelinePage, found: Sequence[Entry], to: Console) -> None:
    """The entries under their dates, then the disputes side by side."""
    for when, some in groupby(found, key=lambda entry: entry.when):
        to.print(Text(when, style="bold"))
        table = Table(box=None, show_header=False, pad_edge=False, expand=True)
        table.add_column("clock", width=10)
        table.add_column("what", ratio=1)
        for entry in some:
            name, style = _CLOCKS[entry.clock]
            table.add_row(Text(name, style=style), _told(entry))
        to.print(Padding(table, (0, 0, 1, 2)))
    kept = {entry.id for entry in found}
    for dispute in shown.disputes:
        sides = [entry for entry in shown.sides(dispute) if entry.id in kept]
        if len(sides) > 1:
            to.print(Rule(Text("not all of these dates can be right", style="bold"), align="left"))
            to.print(_beside(sides))


def _told(entry: Entry) -> Text:
    words = entry.heading
    words = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    mark = ("  disputed", "bold red") if entry.dispute else ("", "")
    return Text.assemble((entry.who, WHO), "  ", words, (f"  {_places(entry)}", "dim"), mark)


def _places(entry: Entry) -> str:
    """Which reports give the date, where that is not plain from who tells it."""
    outlets = list(dict.fromkeys(one.outlet for one in entry.witnesses))
    return "" if outlets == [entry.who] else f"({', '.join(outlets)})"


def _beside(sides: Sequence[Entry]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True)
    for entry in sides:
        table.add_column(entry.when, ratio=1)
    table.add_row(*map(_side, sides))
    return table


def _side(entry: Entry) -> Text:
    parts = []
    for one in entry.witnesses:
        words = line(one.words.text) if one.words else entry.heading
        told = ", ".join(filter(None, (one.claimer, one.outlet, one.printed)))
        parts.append(Text.assemble(words, (f"\n{told}", "dim")))
    return Text("\n\n").join(parts)
