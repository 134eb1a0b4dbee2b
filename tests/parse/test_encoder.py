"""The shipped encoder: a text read whole, and a stretch of it read on its own."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from sayso.model.span import Span
from sayso.parse.encoder import Encoder, Encoding
from sayso.parse.pieces import FIRST

TEXT = "VETA reports that “the mayor” said the pier is shut.\n\nOrla Venn denied it."
INNER = Span(18, 51)


@cache
def encoder() -> Encoder:
    return Encoder(threads=1)


@cache
def whole() -> Encoding:
    return encoder().encode(TEXT)


def _words(encoding: Encoding) -> str:
    places = zip(encoding.pieces.starts, encoding.pieces.ends, strict=True)
    return "".join(encoding.text[start:end] for start, end in places)


def test_one_row_a_piece() -> None:
    encoding = whole()
    size = len(encoding)
    assert _words(encoding) == "".join(TEXT.split())
    assert encoding.roles.shape == (size, 7)
    assert encoding.names.shape == (size, 9)
    assert encoding.hidden.shape[0] == size
    assert encoding.windows == ((0, size),)


def test_places_of_a_part_count_in_the_whole_text() -> None:
    part = encoder().encode_part(whole(), INNER)
    assert part.text is whole().text
    assert INNER.cut(TEXT).startswith("“the mayor”")
    assert _words(part) == "".join(INNER.cut(TEXT).split())
    assert part.pieces.starts[0] == INNER.start
    assert part.windows == ((0, len(part)),)
    assert part.roles.shape == (len(part), 7)


def test_a_part_is_read_as_if_nothing_stood_around_it() -> None:
    part = encoder().encode_part(whole(), INNER)
    alone = encoder().encode(INNER.cut(TEXT))
    assert part.pieces.ids.tolist() == alone.pieces.ids.tolist()
    assert part.pieces.line.tolist() == alone.pieces.line.tolist()
    np.testing.assert_allclose(part.roles, alone.roles, atol=1e-4)
    first, last = whole().covering(INNER)
    assert not np.allclose(part.roles, whole().roles[first:last], atol=1e-2)


def test_reading_a_part_leaves_the_whole_as_it_was() -> None:
    encoding = encoder().encode(TEXT)
    before = encoding.pieces.line.copy()
    second = Span(TEXT.index("said"), len(TEXT))
    assert encoder().encode_part(encoding, second).pieces.line[0] == FIRST
    assert encoding.pieces.line.tolist() == before.tolist()


@pytest.mark.parametrize("span", [Span(4, 5), Span(len(TEXT), len(TEXT) + 4)])
def test_a_part_without_a_word_is_empty(span: Span) -> None:
    part = encoder().encode_part(whole(), span)
    assert (len(part), len(part.roles), part.windows) == (0, 0, ())


def test_a_part_is_read_by_windows_too() -> None:
    text = "The mayor said that the pier was shut. " * 100
    encoding = encoder().encode(text)
    part = encoder().encode_part(encoding, Span(39, len(text)))
    assert len(part.windows) > 1
    assert part.windows[0][0] == 0
    assert part.windows[-1][1] == len(part) == len(part.roles)


def test_ties_of_a_part_count_in_the_part() -> None:
    part = encoder().encode_part(whole(), INNER)
    cue = part.covering(Span(TEXT.index("said"), TEXT.index("said") + 4))[0]
    ((first, scores),) = encoder().ties(part, [cue])
    assert (first, scores.shape) == (0, (len(part), 4))
    np.testing.assert_allclose(np.exp(scores).sum(axis=1), 1, atol=1e-4)


@pytest.mark.parametrize("text", ["", " \n\n ", "\u200b", "\u0301\u0301"])
def test_nothing_to_read(text: str) -> None:
    encoding = encoder().encode(text)
    assert len(encoding.roles) == len(encoding)
    assert encoder().ties(encoding, []) == []
