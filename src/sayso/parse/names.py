"""Names in a text, from the encoder's scores."""

from __future__ import annotations

import numpy as np

from sayso.model.parsed import Mention
from sayso.model.span import Span
from sayso.parse.encoder import Encoding, Floats

LABELS = ("PER", "ORG", "LOC", "MISC")  # as CoNLL-2003 has them
_LONGEST_WORD = 100  # characters: longer runs of letters are no words, or not of English


def mentions(encoding: Encoding) -> tuple[Mention, ...]:
    """People, bodies, places and the rest (nationalities, events), grown to whole words."""
    if not len(encoding):
        return ()
    scores = encoding.names - encoding.names.max(axis=1, keepdims=True)
    chances = np.exp(scores)
    chances /= chances.sum(axis=1, keepdims=True)
    tags = _by_word(encoding, chances)
    found: list[Mention] = []
    for start, end, label in _runs(tags):
        span = _whole_words(encoding, start, end)
        if found and found[-1].span.overlaps(span):
            continue
        sure = float(np.mean([chances[i, tags[i]] for i in range(start, end)]))
        found.append(Mention(span, LABELS[label], round(sure, 4)))
    return tuple(found)


def _by_word(encoding: Encoding, chances: Floats) -> list[int]:
    """The tag of each piece; a piece inside a word follows the word's first one."""
    tags: list[int] = chances.argmax(axis=1).tolist()
    for i in range(1, len(tags)):
        glued = encoding.pieces.starts[i] == encoding.pieces.ends[i - 1]
        letters = encoding.text[int(encoding.pieces.starts[i])].isalnum()
        before = encoding.text[int(encoding.pieces.ends[i - 1]) - 1].isalnum()
        if glued and letters and before:
            tags[i] = (tags[i - 1] + 1) // 2 * 2
    return tags


def _runs(tags: list[int]) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    start, now = 0, -1
    for i, tag in enumerate([*tags, 0]):
        label = (tag + 1) // 2 - 1
        if now >= 0 and (label != now or tag % 2 == 1):
            found.append((start, i, now))
            now = -1
        if label >= 0 and now < 0:
            start, now = i, label
    return found


def _whole_words(encoding: Encoding, start: int, end: int) -> Span:
    text = encoding.text
    a, b = int(encoding.pieces.starts[start]), int(encoding.pieces.ends[end - 1])
    first, last = max(0, a - _LONGEST_WORD), min(len(text), b + _LONGEST_WORD)
    while a > first and text[a].isalnum() and text[a - 1].isalnum():
        a -= 1
    while b < last and text[b - 1].isalnum() and text[b].isalnum():
        b += 1
    return Span(a, b)
