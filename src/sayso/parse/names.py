"""Names in a text, from the encoder's scores."""

from __future__ import annotations

import numpy as np

from sayso.bio import best_tags, log_softmax, plain_moves, runs
from sayso.model.parsed import Mention
from sayso.model.span import Span
from sayso.parse.encoder import Encoding

LABELS = ("PER", "ORG", "LOC", "MISC")  # as CoNLL-2003 has them
_MOVES = plain_moves(1 + 2 * len(LABELS))


def mentions(encoding: Encoding) -> tuple[Mention, ...]:
    """People, bodies, places and the rest (nationalities, events), of whole words."""
    if not len(encoding):
        return ()
    words = _words(encoding)
    scores = log_softmax(encoding.names[[first for first, _ in words]])
    tags = best_tags(scores, _MOVES)
    found = []
    for role, label in enumerate(LABELS, 1):
        for start, end in runs(tags, role):
            first, last = words[start][0], words[end - 1][1] - 1
            stop = _hyphenated(encoding.text, int(encoding.pieces.ends[last]))
            span = Span(int(encoding.pieces.starts[first]), stop)
            sure = float(np.exp(np.mean([scores[i, tags[i]] for i in range(start, end)])))
            found.append(Mention(span, label, round(sure, 4)))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _hyphenated(text: str, end: int) -> int:
    """A name that breaks off at a hyphen goes on to the end of the word: "Kim So-ra"."""
    if text[end - 1] == "-":
        while end < len(text) and text[end].isalnum():
            end += 1
    return end


def _words(encoding: Encoding) -> list[tuple[int, int]]:
    """The pieces of each word, half-open. What a word's first piece is, the word is."""
    text, pieces = encoding.text, encoding.pieces
    starts, ends = pieces.starts.tolist(), pieces.ends.tolist()
    cuts = [0]
    for i in range(1, len(starts)):
        glued = starts[i] == ends[i - 1] and text[starts[i]].isalnum()
        if not (glued and text[ends[i - 1] - 1].isalnum()):
            cuts.append(i)
    return list(zip(cuts, [*cuts[1:], len(starts)], strict=True))
