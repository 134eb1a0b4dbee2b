"""One document on a terminal: its text with source, cue and content marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from rich.console import Console
from rich.text import Text

from sayso.cli.draw import heading
from sayso.view.document import DocumentPage, Mark, Piece, Role

STYLES = {
    Role.CONTENT: "green underline",
    Role.SOURCE: "bold cyan",
    Role.CUE: "bold yellow",
    Role.FURNITURE: "dim",
}
"""In this order: a source or cue inside another's content keeps its colour."""


def document(page: DocumentPage, to: Console) -> None:
    """The text wrapped to the terminal, a legend above it; brackets where there are no colours."""
    styled = to.color_system is not None and not to.no_color
    to.print(heading(page.heading, page.id))
    for name, value in page.facts:
        to.print(Text.assemble((f"{name}: ", "dim"), value))
    to.print(_legend(styled))
    to.print()
    to.print(_coloured(page.pieces) if styled else Text("".join(bracketed(page.pieces))))


def bracketed(pieces: Iterable[Piece]) -> Iterator[str]:
    """The text with its roles in brackets: `[source:Officials] [cue:said] …`. Where two stretches
    cross, the inner one is closed and opened again."""
    opened: list[Mark] = []
    for piece in pieces:
        kept = _common(opened, piece.marks)
        yield "]" * (len(opened) - kept)
        opened = list(piece.marks)
        yield "".join(f"[{mark.role}:" for mark in opened[kept:])
        yield piece.text
    yield "]" * len(opened)


def _common(left: Iterable[Mark], right: Iterable[Mark]) -> int:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False))
    return sum(1 for _ in same)


def _coloured(pieces: Iterable[Piece]) -> Text:
    text = Text()
    for piece in pieces:
        text.append(piece.text, " ".join(STYLES[role] for role in STYLES if role in piece.roles))
    return text


def _legend(styled: bool) -> Text:
    if not styled:
        return Text("marked: " + " ".join(f"[{role}:…]" for role in Role), style="dim")
    text = Text.assemble(("marked: ", "dim"))
    for role in Role:
        text.append(role.value, STYLES[role])
        text.append("  ")
    return text
