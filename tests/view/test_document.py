"""The page of a document has every character once, each under its marks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.span import Evidence, Span
from sayso.view.document import Role, document_page
from tests.ledger import report


def test_pieces_carry_their_roles() -> None:
    document, claim = report(
        "[furniture:Photo: a dam] [source:Ostrel] [cue:said] [content:the [source:gang] cut it]."
    )
    pieces = document_page(document, [claim]).pieces
    assert [(piece.text, sorted(piece.roles)) for piece in pieces if piece.roles] == [
        ("Photo: a dam", [Role.FURNITURE]),
        ("Ostrel", [Role.SOURCE]),
        ("said", [Role.CUE]),
        ("the gang cut it", [Role.CONTENT]),
    ]


def test_facts_leave_out_what_is_unknown() -> None:
    document, _ = report("[content:It rained]", credits=("HANA", "Interline"))
    page = document_page(document, [])
    assert page.facts == (
        ("from", "reports/courier.txt"),
        ("credits", "HANA, Interline"),
        ("date known from", "text"),
        ("language", "en"),
    )
    assert page.heading == "The Lannet Courier · 2031-03-04 · Commission seeks access"


SPANS = st.tuples(st.integers(0, 39), st.integers(1, 20))


@settings(derandomize=True, max_examples=150)
@given(st.text("ab \n", min_size=60, max_size=60), st.lists(SPANS, min_size=1, max_size=6))
def test_pieces_give_back_the_text_and_every_mark(text: str, places: list[tuple[int, int]]) -> None:
    document, claim = report(f"[content:{text}]")
    content = tuple(Span(start, start + length) for start, length in sorted(places))
    cut = tuple(Evidence.cut(document.id, document.text, span) for span in content)
    pieces = document_page(document, [replace(claim, content=cut)]).pieces
    assert "".join(piece.text for piece in pieces) == text
    at = 0
    for piece in pieces:
        here = {(mark.start, -mark.back) for mark in piece.marks}
        assert here == {
            (s.start, s.end) for s in content if s.start < at + len(piece.text) and at < s.end
        }
        at += len(piece.text)
