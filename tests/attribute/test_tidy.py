"""From stretches of pieces to spans that a reader would mark."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.attribute.tidy import (
    Habits,
    Shelf,
    joined,
    outside,
    trimmed,
    whole_quote,
    whole_words,
    within_lines,
)
from sayso.model.span import Span
from tests.markup import marked


def _marks(text: str) -> tuple[str, dict[str, list[Span]]]:
    plain, places = marked(text)
    return plain, {role: [Span(*place) for place in kept] for role, kept in places.items()}


def _joined(text: str, gap: int = 25) -> list[str]:
    plain, marks = _marks(text)
    found = joined(plain, marks["content"], marks.get("other", []), Habits(gap))
    return [span.cut(plain) for span in found]


def test_pieces_with_little_between_them_are_joined() -> None:
    assert _joined("[content:the bridge] is now [content:shut]") == ["the bridge is now shut"]


def test_pieces_with_only_marks_between_them_are_joined_however_far() -> None:
    assert len(_joined("[content:the bridge] " + "… " * 40 + " [content:is shut]")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[content:the bridge] which stands in the old town of Orvane [content:is shut]",
        "[content:the bridge], [other:she said], [content:is shut]",
        "[content:the bridge]\n[content:is shut]",
    ],
)
def test_pieces_that_something_parts_are_not_joined(text: str) -> None:
    assert _joined(text) == ["the bridge", "is shut"]


def test_pieces_that_touch_or_overlap_are_joined_in_any_order() -> None:
    spans = [Span(4, 10), Span(0, 4), Span(2, 6)]
    assert joined("the bridge", spans, [Span(3, 5)], Habits(0)) == (Span(0, 10),)
    assert joined("the bridge", [], [], Habits()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "[content:[line:the bridge]\n\n  [line:is shut]]",
        "[content:[line:the bridge is shut]]",
        "[content:[line:the “bridge]\n[line:is” shut]]",
        "[content:[line:the [quote:“bridge\n\nis shut”] for good]]",
        "[content:[line:a]\n[line:b [quote:“c\nd”]]\n[line:e]]",
        "\n[content:\n[line:the bridge] \r\n]",
        "[content:[line:the bridge  is    shut]]",
    ],
)
def test_content_ends_with_its_line(text: str) -> None:
    plain, marks = _marks(text)
    assert list(within_lines(plain, marks["content"][0], marks.get("quote", []))) == marks["line"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (", the bridge is shut –", "the bridge is shut"),
        ("the bridge is shut.", "the bridge is shut."),
        ("“The bridge is shut,”", "“The bridge is shut,”"),
        (". \u00a0The bridge;", "The bridge"),
        ("…", None),
        (" ", None),
        ("ORVANE, March 3.", None),
        ("ORVANE, March 3. The bridge is shut.", "ORVANE, March 3. The bridge is shut."),
    ],
)
def test_what_leads_in_and_out_is_left_off(text: str, left: str | None) -> None:
    found = trimmed(text, Span(0, len(text)))
    assert (found and found.cut(text)) == left


@pytest.mark.parametrize(
    "piece", ["the pier is shut", "'the pier is shut'", "''the pier is shut''"]
)
def test_doubled_single_marks_are_not_parted(piece: str) -> None:
    text = "She said, ''the pier is shut'' again."
    start = text.index(piece)
    found = trimmed(text, Span(start, start + len(piece)))
    assert found is not None
    assert found.cut(text) == "''the pier is shut''"


def test_a_piece_beside_the_edge_of_a_quotation_grows_to_it() -> None:
    text = "said [quote:“the [piece:bridge]”] and [quote:“[piece:is shut]”] [late:so]"
    plain, marks = _marks(text)
    quotes = marks["quote"]
    grown = [whole_quote(piece, quotes, set(quotes)).cut(plain) for piece in marks["piece"]]
    assert grown == ["bridge”", "“is shut”"]
    assert whole_quote(marks["late"][0], quotes, set(quotes)) == marks["late"][0]


def test_a_quotation_without_an_end_has_no_edge_to_grow_to() -> None:
    text = "“the bridge"
    assert whole_quote(Span(1, 10), [Span(0, 11)], set()) == Span(0, 10)
    assert whole_quote(Span(1, 10), [Span(0, 11)], {Span(0, 11)}).cut(text) == text


def test_furniture_is_cut_out() -> None:
    furniture = [Span(0, 2), Span(4, 6), Span(6, 7), Span(9, 20)]
    assert outside(Span(1, 12), furniture) == [Span(2, 4), Span(7, 9)]
    assert outside(Span(4, 6), furniture) == []
    assert outside(Span(2, 4), furniture) == [Span(2, 4)]


def test_spans_grow_to_whole_words() -> None:
    text = "the bridge, shut"
    assert whole_words(text, 5, 7).cut(text) == "bridge"
    assert whole_words(text, 4, 11).cut(text) == "bridge,"
    assert whole_words(text, 0, len(text)).cut(text) == text


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 70)).map(lambda t: Span(t[0], sum(t)))


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.lists(SPANS, max_size=25), SPANS, st.integers(0, 5))
def test_a_shelf_finds_what_a_search_of_all_finds(
    spans: list[Span], place: Span, margin: int
) -> None:
    low, high = place.start - margin, place.end + margin
    wanted = sorted(span for span in spans if span.start < high and span.end > low)
    assert Shelf(spans).near(place, margin) == wanted


def test_one_long_span_makes_no_search_long() -> None:
    shelf = Shelf([Span(0, 100_000), *(Span(at, at + 1) for at in range(100_000))])
    before = time.process_time()
    found = sum(len(shelf.near(Span(at, at + 1))) for at in range(0, 100_000, 20))
    assert found == 2 * 5000
    assert time.process_time() - before < 2


def test_space_without_end_takes_linear_time() -> None:
    text = "the" + " " * 200_000 + "bridge"
    before = time.process_time()
    assert within_lines(text, Span(0, len(text)), []) == (Span(0, len(text)),)
    assert len(whole_words("a" * 200_000, 100_000, 100_001)) < 1000
    assert time.process_time() - before < 1
