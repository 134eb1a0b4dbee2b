"""Coverage on a terminal: utterances down, with a line for each report on the occasion."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.draw import WHO
from sayso.view.coverage import CARRIED, Carried, Cell, Column, CoveragePage, Utterance
from sayso.view.plain import line

MARKS = {
    Carried.WHOLE: "█",
    Carried.PART: "▌",
    Carried.PARAPHRASED: "▒",
    Carried.RELAYED: "→",
    Carried.ABSENT: "–",
    Carried.SAME_DAY: "?",
}
"""Shapes that differ without colour."""
_NAMES = {
    Carried.WHOLE: "whole",
    Carried.PART: "in part",
    Carried.PARAPHRASED: "paraphrased",
    Carried.RELAYED: "relayed",
    Carried.ABSENT: "absent",
    Carried.SAME_DAY: "not that day",
}
_STYLES = {Carried.WHOLE: "green", Carried.PART: "green", Carried.ABSENT: "bold red"}
_KEPT = 0.5  # of a piece: from here on it is shown as kept
_LONGEST = 300  # characters of a remark


def page(shown: CoveragePage, found: Sequence[Utterance], to: Console) -> None:
    """Each utterance with how the reports carry it."""
    if found:
        to.print(_legend())
    heads = {column.document: column for column in shown.columns}
    for one in found:
        to.print()
        to.print(_heading(one))
        to.print(Padding(_pieces(one), (0, 0, 0, 2)))
        table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
        for cell in one.cells:
            table.add_row(*_row(cell, heads[cell.document], one))
        to.print(Padding(table, (0, 0, 0, 2)))


def _legend() -> Text:
    parts = [
        Text.assemble((MARKS[carried], _STYLES.get(carried, "")), (f" {_NAMES[carried]}", "dim"))
        for carried in Carried
    ]
    return Text("   ").join(parts)


def _heading(one: Utterance) -> Text:
    carriers = f"{one.carriers} report{'' if one.carriers == 1 else 's'}"
    origins = f", {one.independent} independent" if one.carriers > 1 else ""
    standing = f", {one.standing}" if one.standing else ""
    said = f"  said {one.said}" if one.said else ""
    return Text.assemble((one.claimer, WHO), standing, (f"{said}  {carriers}{origins}", "dim"))


def _pieces(one: Utterance) -> Text:
    """The remark, its pieces numbered where there are several."""
    if len(one.pieces) < 2:
        return Text(_short(one.words))
    parts = [
        Text.assemble((f"{n} ", "dim"), _short(line(piece.words.text)))
        for n, piece in enumerate(one.pieces, 1)
    ]
    return Text("\n").join(parts)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _row(cell: Cell, head: Column, one: Utterance) -> tuple[Text, Text, Text]:
    style = _STYLES.get(cell.carried, "")
    how = Text.assemble((MARKS[cell.carried], style), " ", _NAMES[cell.carried])
    where = Text.assemble(head.outlet, (f" {head.published}" if head.published else "", "dim"))
    return how, where, Text(_note(cell, one), style="dim")


def _note(cell: Cell, one: Utterance) -> str:
    """Which pieces were kept, and why the report counts."""
    if cell.carried not in CARRIED or len(one.pieces) < 2:
        return cell.why
    there = [str(n) for n, share in enumerate(cell.kept, 1) if share >= _KEPT]
    kept = f"keeps {', '.join(there)}" if there else "keeps little of it"
    if len(there) == len(one.pieces):
        kept = "keeps all"
    return f"{kept}; {cell.why}" if cell.why else kept
