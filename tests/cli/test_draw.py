"""How pages look on a terminal: nothing is lost, nothing is wider than the terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from sayso.cli import draw, draw_demo, draw_document
from sayso.model.span import Evidence, Span
from sayso.view.claims import by_document, claim_rows
from sayso.view.document import document_page
from sayso.view.overview import overview
from tests.ledger import report

LONG = "that the cable had been cut " * 20


def _console(width: int, **settings: object) -> Console:
    return Console(file=io.StringIO(), width=width, highlight=False, markup=False, **settings)  # type: ignore[arg-type]


def _shown(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [60, 80, 140])
def test_claims_fit_the_terminal_whole(width: int) -> None:
    document, claim = report(f"[source:Ostrel] [cue:said] [content:{LONG}]")
    console = _console(width)
    draw.claim_groups(by_document(claim_rows([claim], {document.id: document})), console)
    lines = _shown(console).splitlines()
    assert max(map(len, lines)) <= width
    assert " ".join(lines).count("cable") == 20


def test_brackets_of_markup_are_words() -> None:
    document, claim = report("[source:Ostrel] [cue:said] [content:it [bold] :boom: was]")
    console = _console(100)
    draw.claim_groups(by_document(claim_rows([claim], {document.id: document})), console)
    assert "it [bold] :boom: was" in _shown(console)


def test_brackets_mark_the_roles() -> None:
    text = "[furniture:Photo] [source:Ostrel] [cue:said] [content:the gang cut it]."
    document, claim = report(text)
    pieces = document_page(document, [claim]).pieces
    assert "".join(draw_document.bracketed(pieces)) == text


def test_brackets_nest_where_stretches_cross() -> None:
    document, claim = report("[content:one two] three")
    crossing = Evidence.cut(document.id, document.text, Span(4, 13))
    pieces = document_page(document, [claim, replace(claim, content=(), source=crossing)]).pieces
    shown = "".join(draw_document.bracketed(pieces))
    assert shown == "[content:one [source:two]][source: three]"


def test_a_terminal_with_colours_gets_colours() -> None:
    document, claim = report("[source:Ostrel] [cue:said] [content:it was cut]")
    page = document_page(document, [claim])
    coloured, plain = _console(80, force_terminal=True, color_system="standard"), _console(80)
    draw_document.document(page, coloured)
    draw_document.document(page, plain)
    assert "\x1b[1;36mOstrel\x1b[0m" in _shown(coloured)
    assert "[source:" not in _shown(coloured)
    assert "\x1b" not in _shown(plain)
    assert "[source:Ostrel] [cue:said] [content:it was cut]" in _shown(plain)


def test_an_overview_shows_its_claims() -> None:
    document, claim = report(f"[source:Ostrel] [cue:said] [content:{LONG}]")
    console = _console(80)
    page = overview([document], [claim], None, None)
    draw_demo.overview("two countries", "A dam fills.", page, console)
    shown = _shown(console)
    for words in (
        "two countries",
        "A dam fills.",
        "The Lannet Courier",
        "Henrik Ostrel",
        "1 of the 1",
    ):
        assert words in shown
    assert " ".join(shown.split()).count("cable") == 20
    assert max(map(len, shown.splitlines())) <= 80


def test_a_table_has_its_cells() -> None:
    console = _console(60)
    console.print(draw.table_of(("name", "f1"), [("source", "81.2")]))
    assert [line.split() for line in _shown(console).splitlines() if line.strip(" ─╶╴")] == [
        ["name", "f1"],
        ["source", "81.2"],
    ]
