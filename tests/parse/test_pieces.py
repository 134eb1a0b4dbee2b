"""Word pieces, and the windows that they are read in."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.parse.pieces import CASES, LINES, QUOTES, Pieces, load_tokenizer, to_pieces, windows


@cache
def tokenizer() -> Tokenizer:
    definition = (files("sayso.parse") / "weights" / "tokenizer.json").read_text(encoding="utf-8")
    return load_tokenizer(definition)


def _pieces(text: str) -> Pieces:
    return to_pieces(text, tokenizer())


def _cut(text: str) -> list[str]:
    pieces = _pieces(text)
    return [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]


def test_pieces_are_cut_from_the_text() -> None:
    words = _cut("“Orvane’s BRIDGE,” she said: 12 é ½")
    assert "".join(words) == "“Orvane’sBRIDGE,”shesaid:12é½"
    assert "BRIDGE" in words


def test_each_piece_tells_how_its_word_is_written() -> None:
    pieces = _pieces("bridge Bridge BRIDGE A . 12")
    assert pieces.case.tolist() == [1, 2, 3, 2, 0, 5]
    assert _pieces("2nd").case[0] in (0, 4), "neither a number nor a word"


def test_each_piece_tells_whether_it_is_quoted() -> None:
    pieces = _pieces('yes "no no" yes')
    assert pieces.quote.tolist() == [0, 2, 1, 1, 2, 0]


def test_each_piece_tells_where_its_line_begins() -> None:
    pieces = _pieces("one two\nthree four\n\nfive six")
    assert pieces.line.tolist() == [2, 0, 1, 0, 3, 0]


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b", "\ud800", "\x00"])
def test_text_without_words_has_no_pieces(text: str) -> None:
    pieces = _pieces(text)
    assert len(pieces) == 0
    assert windows(pieces, 10) == []


def test_half_a_character_breaks_nothing() -> None:
    assert _cut("The \udc9d bridge\ud83c.") == ["The", "bridge", "."]


def test_long_texts_are_read_in_blocks_that_cut_no_word() -> None:
    text = "bridge " * 10_000
    assert _cut(text) == ["bridge"] * 10_000


def test_a_word_of_200_000_characters() -> None:
    text = "a" * 200_000
    pieces = _pieces(text)
    assert pieces.starts[0] == 0
    assert pieces.ends[-1] == len(text)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(st.characters(codec=None), max_size=80))
def test_laws_of_pieces(text: str) -> None:
    pieces = _pieces(text)
    assert (pieces.starts < pieces.ends).all()
    assert (np.diff(pieces.starts) >= 0).all()
    assert (np.diff(pieces.ends) >= 0).all()
    assert len(pieces) == 0 or 0 <= pieces.starts[0] < pieces.ends[-1] <= len(text)
    for values, count in ((pieces.case, CASES), (pieces.quote, QUOTES), (pieces.line, LINES)):
        assert len(values) == len(pieces)
        assert ((values >= 0) & (values < count)).all()


LINE_STARTS = st.lists(st.booleans(), max_size=80)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(LINE_STARTS, st.integers(1, 20))
def test_windows_hold_every_piece_once(begins: list[bool], size: int) -> None:
    found = windows(_made(begins), size)
    assert all(0 < end - start <= size for start, end in found)
    edges = [0, *(end for _, end in found)]
    assert [start for start, _ in found] == edges[:-1]
    assert edges[-1] == len(begins)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(LINE_STARTS, st.integers(1, 20))
def test_windows_part_no_paragraph_that_fits(begins: list[bool], size: int) -> None:
    breaks = [0, *(at for at, begin in enumerate(begins) if begin and at), len(begins)]
    edges = {start for start, _ in windows(_made(begins), size)}
    for start, end in pairwise(breaks):
        cuts = [edge for edge in edges if start < edge < end]
        assert not cuts or end - start > size


def _made(begins: list[bool]) -> Pieces:
    count = np.arange(len(begins), dtype=np.int64)
    line = np.array(begins, dtype=np.int64)
    return Pieces(count, count, count + 1, count, count, line)
