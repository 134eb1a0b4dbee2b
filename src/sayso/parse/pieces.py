"""Word pieces of a text, with what the lower-casing tokenizer throws away.

The encoder reads lower-case pieces and knows nothing of lines. What it would miss is given beside
each piece as small numbers: how the word is written (`case`), whether it stands in quotation marks
(`quote`), and where its paragraph begins (`line`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sayso.parse.quotes import inside_double

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CASES = 6  # other, lower, Title, UPPER, mIxed, digits
QUOTES = 3  # outside, inside, the mark itself
FIRST = 2  # as `line` has it: the first piece of a text
LINES = 4  # inside a paragraph, its first piece, first piece of the text, behind an empty line

_SHOUT = 20  # letters: a shorter line of capitals is a name or a label

_SURROGATE = re.compile(r"[\ud800-\udfff]")  # half a character: tokenizers refuse it

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in word pieces; all arrays have one entry a piece.

    ids: numbers of the vocabulary.
    starts, ends: characters of the text, half-open.
    case, quote, line: see the module.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    case: Ints
    quote: Ints
    line: Ints

    def __len__(self) -> int:
        return len(self.ids)

    def cut(self, start: int, end: int) -> Pieces:
        return Pieces(
            self.ids[start:end],
            self.starts[start:end],
            self.ends[start:end],
            self.case[start:end],
            self.quote[start:end],
            self.line[start:end],
        )


def load_tokenizer(definition: str) -> Tokenizer:
    """A tokenizer from the JSON that `tokenizers` writes, without its padding and cutting."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(definition)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def to_pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """Cut a text into word pieces. Linear in the text."""
    ids: list[int] = []
    spans: list[tuple[int, int]] = []
    for offset, block in _blocks(text):
        encoding = tokenizer.encode(_SURROGATE.sub("\ufffd", block), add_special_tokens=False)
        ids.extend(encoding.ids)
        spans.extend((start + offset, end + offset) for start, end in encoding.offsets)
    kept = [i for i, (start, end) in enumerate(spans) if start < end]
    ids = [ids[i] for i in kept]
    spans = [spans[i] for i in kept]
    states = inside_double(text)
    shouted = _shouted(text)
    return Pieces(
        np.array(ids, dtype=np.int64),
        np.array([start for start, _ in spans], dtype=np.int64),
        np.array([end for _, end in spans], dtype=np.int64),
        np.array(
            [1 if shouted[start] else _case(text[start:end]) for start, end in spans],
            dtype=np.int64,
        ),
        np.array([states[start] for start, _ in spans], dtype=np.int64),
        np.array(list(_lines(text, spans)), dtype=np.int64),
    )


def _blocks(text: str, size: int = 20_000) -> Iterator[tuple[int, str]]:
    """The text in blocks that end at white space where there is any: tokenizers hold several
    copies of what they read, and a file of one line may have 200 MB."""
    at = 0
    while at < len(text):
        end = min(at + size, len(text))
        if end < len(text):
            gap = max(text.rfind(" ", at, end), text.rfind("\n", at, end))
            end = gap + 1 if gap > at else end
        yield at, text[at:end]
        at = end


def _case(word: str) -> int:
    if word.isdigit():
        return 5
    if not word[0].isalpha():
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 2 if word[0].isupper() and word[1:].islower() else 4


def _shouted(text: str) -> bytearray:
    """For each character whether its line is all capitals, as some headlines are: there capitals
    tell nothing, and all words count as written small."""
    marks = bytearray(len(text))
    at = 0
    for line in text.splitlines(keepends=True):
        if line.isupper() and sum(mark.isalpha() for mark in line) > _SHOUT:
            marks[at : at + len(line)] = b"\x01" * len(line)
        at += len(line)
    return marks


def _lines(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    before = 0
    for index, (start, _) in enumerate(spans):
        gap = text[before:start]
        breaks = gap.count("\n")
        yield 2 if index == 0 else 3 if breaks > 1 else 1 if breaks else 0
        before = spans[index][1]


def windows(pieces: Pieces, size: int) -> list[tuple[int, int]]:
    """Stretches of at most `size` pieces, of whole paragraphs where these fit."""
    found: list[tuple[int, int]] = []
    start = 0
    last_break = 0
    breaks = [*np.flatnonzero(pieces.line > 0).tolist(), len(pieces)]
    for at in breaks:
        while at - start > size:
            end = last_break if last_break > start else start + size
            found.append((start, end))
            start = end
        last_break = at
    if start < len(pieces):
        found.append((start, len(pieces)))
    return found
