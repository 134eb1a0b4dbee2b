"""Spans as sequences of BIO tags: 0 is outside, 2r-1 begins a span of role r, 2r goes on with it.

Works on numbers only; shared by all parts that read the encoder's scores.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

OUTSIDE = 0
NEVER = -1e4
Run = tuple[int, int]  # places in the sequence, half-open
Moves = tuple[tuple[float, ...], ...]  # [k, k]


def log_softmax(scores: Floats) -> Floats:
    """Along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    total: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return total


def plain_moves(tags: int = 7, leave: float = 0.0) -> Moves:
    """Scores of going from one BIO tag to the next: an I follows only the B or I of its own role.

    tags: how many there are. leave: added where a span ends.
    """
    moves = np.zeros((tags, tags), dtype=np.float32)
    for tag in range(tags):
        for then in range(tags):
            goes_on = then == (tag + 1) // 2 * 2 and tag > 0
            if then % 2 == 0 and then > 0 and not goes_on:
                moves[tag, then] = NEVER
            elif tag > 0 and not goes_on:
                moves[tag, then] = leave
    return tuple(tuple(row) for row in moves.tolist())


def best_tags(scores: Floats, moves: Moves) -> list[int]:
    """The best sequence of BIO tags (Viterbi). scores: [n, k]; moves: from tag to tag."""
    n, k = scores.shape
    steps = np.array(moves, dtype=np.float32)
    best = scores[0].copy()
    best[2::2] = NEVER
    back = np.zeros((n, k), dtype=np.int64)
    every = np.arange(k)
    for i in range(1, n):
        table = best[:, None] + steps
        back[i] = table.argmax(axis=0)
        best = table[back[i], every] + scores[i]
        best -= best.max()  # sums of a long text would lose what tells two tags apart
    path = [int(best.argmax())]
    for i in range(n - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def runs(tags: Sequence[int], role: int) -> list[Run]:
    """The spans of one role in a sequence of BIO tags."""
    found: list[Run] = []
    start: int | None = None
    begin, inside = 2 * role - 1, 2 * role
    for i, tag in enumerate([*tags, OUTSIDE]):
        if start is not None and tag != inside:
            found.append((start, i))
            start = None
        if tag == begin:
            start = i
    return found
