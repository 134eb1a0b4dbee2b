"""Names from scores that are made up."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.span import Span
from sayso.parse.encoder import Encoding
from sayso.parse.names import LABELS, mentions
from sayso.parse.pieces import Pieces
from tests.markup import marked

PER, ORG = 1, 3  # the tags that begin them


def _encoding(text: str, words: list[tuple[int, int]], tags: list[int], high: float) -> Encoding:
    starts, ends = (np.array([word[k] for word in words], dtype=np.int64) for k in (0, 1))
    nothing = np.zeros(len(words), dtype=np.int64)
    names = np.zeros((len(words), 9), dtype=np.float32)
    names[np.arange(len(words)), tags] = high
    empty = np.zeros((len(words), 1), dtype=np.float32)
    pieces = Pieces(nothing, starts, ends, nothing, nothing, nothing)
    return Encoding(text, pieces, ((0, len(words)),), empty, empty, names)


def _tagged(text: str, tags: list[int], pattern: str = r"\w+|[^\w\s]", high: float = 9) -> Encoding:
    return _encoding(text, [match.span() for match in re.finditer(pattern, text)], tags, high)


def _names(encoding: Encoding) -> list[tuple[str, str]]:
    return [(one.span.cut(encoding.text), one.label) for one in mentions(encoding)]


def test_runs_of_tags_are_names() -> None:
    encoding = _tagged("Ana Corrin of Vell Works met Bo.", [1, 2, 0, 3, 4, 0, 1, 0])
    assert _names(encoding) == [("Ana Corrin", "PER"), ("Vell Works", "ORG"), ("Bo", "PER")]


def test_names_side_by_side() -> None:
    assert _names(_tagged("Ana Bo", [1, 1])) == [("Ana", "PER"), ("Bo", "PER")]
    assert _names(_tagged("Ana Vell", [1, 3])) == [("Ana", "PER"), ("Vell", "ORG")]


def test_a_tag_that_goes_on_with_another_kind_gives_way() -> None:
    assert _names(_tagged("Ana Vell", [1, 4])) in ([("Ana", "PER")], [("Ana Vell", "PER")])


def test_a_name_may_lack_its_beginning_tag() -> None:
    assert _names(_tagged("met Ana Corrin", [0, 2, 2])) == [("Ana Corrin", "PER")]


def test_a_word_has_the_tag_of_its_first_piece() -> None:
    text = "Orvane fell"
    parts = r"Or|vane|\w+"
    assert _names(_tagged(text, [5, 0, 0], parts)) == [("Orvane", "LOC")]
    assert _names(_tagged(text, [0, 5, 0], parts)) == []
    assert _names(_tagged("Vell-Oune", [3, 0, 5])) == [("Vell", "ORG"), ("Oune", "LOC")]


def test_a_run_of_letters_without_end_does_not_grow_for_ever() -> None:
    text = "a" * 10_000
    (name,) = mentions(_encoding(text, [(5000, 5001)], [PER], 9))
    assert len(name.span) < 500


def test_how_sure_a_name_is() -> None:
    (sure,) = mentions(_tagged("Ana", [PER], high=9))
    (doubtful,) = mentions(_tagged("Ana", [PER], high=1))
    assert sure.score == pytest.approx(0.999, abs=0.001)
    assert doubtful.score == pytest.approx(np.e / (np.e + 8), abs=0.001)


def test_no_words_no_names() -> None:
    assert mentions(_tagged("", [])) == ()


def test_marked_places_come_back() -> None:
    plain, places = marked("[org:The Vell Works] of Orvane, said [org:Vell].")
    words = [match.span() for match in re.finditer(r"\w+|[^\w\s]", plain)]
    tags = [0] * len(words)
    for start, end in places["org"]:
        own = [i for i, word in enumerate(words) if start <= word[0] < end]
        tags[own[0] : own[-1] + 1] = [ORG] + [ORG + 1] * (len(own) - 1)
    found = mentions(_encoding(plain, words, tags, 9))
    assert [(one.span.start, one.span.end) for one in found] == places["org"]


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(st.sampled_from("aB é1.\n漢"), max_size=30), st.data())
def test_names_stand_apart_and_in_order(text: str, data: st.DataObject) -> None:
    words = [(at, at + 1) for at, mark in enumerate(text) if not mark.isspace()]
    tags = data.draw(st.lists(st.integers(0, 8), min_size=len(words), max_size=len(words)))
    found = mentions(_encoding(text, words, tags, 9))
    assert all(one.label in LABELS and 0 < one.score <= 1 for one in found)
    assert all(one.span.cut(text).strip() for one in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


def test_pieces_that_a_span_covers() -> None:
    encoding = _tagged("one two three", [0, 0, 0])
    assert encoding.covering(Span(4, 7)) == (1, 2)
    assert encoding.covering(Span(5, 9)) == (1, 3)
    assert encoding.covering(Span(3, 4)) == (1, 1), "a space holds none"
