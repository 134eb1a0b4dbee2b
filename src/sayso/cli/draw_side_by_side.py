"""Claims and documents in columns on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.cli.draw import WHO
from sayso.view.side_by_side import ClaimsPage, DocumentsPage, Head, Piece

_OTHER = "bold yellow"  # words in which a column parts from the first
_SHARED = "underline green"  # words that another document has, too


def page(shown: ClaimsPage | DocumentsPage, to: Console) -> None:
    """The columns, with a legend above them."""
    if isinstance(shown, ClaimsPage):
        to.print(Text.assemble("words that differ are ", ("marked", _OTHER)), style="dim")
        to.print(claims(shown))
        return
    for utterance in shown.utterances:
        to.print(Rule(Text(f"one utterance of {utterance.heads[0].who}", "bold"), align="left"))
        to.print(claims(utterance))
    to.print(Rule(Text("the reports", style="bold"), align="left"))
    to.print(Text.assemble("words that another has, too, are ", ("marked", _SHARED)), style="dim")
    table = _table(shown.heads)
    table.add_row(*map(_text, shown.pieces))
    to.print(table)


def claims(shown: ClaimsPage) -> Table:
    """One cell a claim, its words marked where they are not those of the first one."""
    table = _table(shown.heads)
    table.add_row(*(_column(shown, n) for n in range(len(shown.heads))))
    return table


def _column(shown: ClaimsPage, number: int) -> Text:
    """The words of one claim in the order of its rows; those of the first are marked where any
    other parts from them."""
    text = Text()
    for row in shown.rows:
        words = row.cells[number].text
        shared = row.same if number == 0 else row.cells[number].shared
        if words:
            text.append(" " if text else "")
            text.append(words, "" if shared else _OTHER)
    return text


def _table(heads: Sequence[Head]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True)
    for head in heads:
        table.add_column(Text("\n").join(_head(head)), ratio=1, overflow="fold")
    return table


def _head(head: Head) -> Iterator[Text]:
    if head.who:
        yield Text(head.who, WHO)
    yield Text(
        " ".join(filter(None, (head.outlet, head.published))), "bold" if not head.who else "dim"
    )
    if not head.who and head.title:
        yield Text(head.title, "dim")


def _text(pieces: Sequence[Piece]) -> Text:
    """A document without its furniture."""
    text = Text()
    for piece in pieces:
        if not piece.furniture:
            text.append(piece.text, _SHARED if piece.shared else "")
    return Text("\n").join(line for line in text.split("\n") if line.plain.strip())
