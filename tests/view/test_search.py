"""A snippet is cut at its marks and stays readable."""

from __future__ import annotations

from sayso.model.span import Span
from sayso.view.search import pieces


def test_pieces_keep_words_apart() -> None:
    found = list(pieces("the cut\ncable of  Tollen", [Span(8, 13)]))
    assert found == [("the cut ", False), ("cable", True), (" of Tollen", False)]


def test_a_mark_at_the_edges() -> None:
    assert list(pieces("cable", [Span(0, 5)])) == [("", False), ("cable", True), ("", False)]


def test_two_marks_with_a_space_between() -> None:
    found = "".join(text for text, _ in pieces("cut cable", [Span(0, 3), Span(4, 9)]))
    assert found == "cut cable"
