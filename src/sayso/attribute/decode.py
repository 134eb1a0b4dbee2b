"""From scores of single word pieces to spans of source, cue and content, tied to one another.

Two views of the same text are combined. `roles` says what part each piece plays in any
attribution; `ties` says, for the piece that begins a cue, what part every other piece plays for
*that* cue. The first gives spans, the second puts them together. Works on numbers only: no text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

OUTSIDE = 0
SOURCE, CUE, CONTENT = 1, 2, 3  # as `ties` counts them; in `roles`, B is 2r-1 and I is 2r
Run = tuple[int, int]  # pieces, half-open


@dataclass(frozen=True, slots=True)
class Rules:
    """What decoding weighs.

    switch: added to the score of leaving a span, so that single doubtful pieces break none.
    source_floor, content_floor: lowest mean log-probability of a tie that is kept.
    """

    switch: float = -0.3
    source_floor: float = -2.0
    content_floor: float = -1.6


@dataclass(frozen=True, slots=True)
class Group:
    """One attribution in pieces. Content may be broken; source may be missing.

    score: mean log-probability of the pieces' roles and ties, at most 0.
    """

    source: Run | None
    cue: Run
    content: tuple[Run, ...]
    parts: tuple[float, ...]


def log_softmax(scores: Floats) -> Floats:
    """Along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    total: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return total


def best_tags(roles: Floats, switch: float = 0.0) -> list[int]:
    """The best sequence of BIO tags in which no I stands without its B. roles: [n, 7] log-probs."""
    n, k = roles.shape
    allowed = np.zeros((k, k), dtype=np.float32)
    for tag in range(1, k):
        if tag % 2 == 0:  # an I follows its own B or I only
            allowed[:, tag] = -1e4
            allowed[tag, tag] = allowed[tag - 1, tag] = 0.0
    for tag in range(k):  # leaving a span costs
        inside = tag > 0
        if inside:
            own = (tag + 1) // 2 * 2
            row = allowed[tag].copy()
            row[[j for j in range(k) if j != own]] += switch
            allowed[tag] = row
    best = roles[0].copy()
    best[2::2] = -1e4
    back = np.zeros((n, k), dtype=np.int64)
    for i in range(1, n):
        table = best[:, None] + allowed
        back[i] = table.argmax(axis=0)
        best = table[back[i], np.arange(k)] + roles[i]
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


def group(
    roles: Floats, ties_of: Callable[[list[int]], Floats], rules: Rules
) -> list[Group]:
    """Put the spans of a text together.

    roles: [n, 7] log-probabilities. ties_of: for pieces that begin a cue, [c, n, 4]
    log-probabilities; -inf-like where a piece is out of the cue's reach.
    """
    if not len(roles):
        return []
    tags = best_tags(roles, rules.switch)
    cues = runs(tags, CUE)
    if not cues:
        return []
    ties = ties_of([start for start, _ in cues])
    spans = runs(tags, SOURCE)
    contents = _choose(ties, runs(tags, CONTENT), CONTENT, rules.content_floor)
    found = []
    for c, cue in enumerate(cues):
        own = [(run, score) for run, owner, score in contents if owner == c]
        if not own:
            continue
        source, sure = _source(ties[c], spans, rules)
        parts = (
            float(np.mean([roles[i, tags[i]] for i in range(*cue)])),
            float(np.mean([score for _, score in own])),
            *([sure] if source else []),
        )
        found.append(Group(source, cue, tuple(run for run, _ in own), parts))
    return found


def _source(ties: Floats, spans: list[Run], rules: Rules) -> tuple[Run | None, float]:
    """The source of one cue. Several cues may share one: "she said it rained, adding ..."."""
    scored = [(float(ties[a:b, SOURCE].mean()), (a, b)) for a, b in spans]
    sure, best = max(scored, default=(-np.inf, None))
    return (best, sure) if sure >= rules.source_floor else (None, 0.0)


def _choose(
    ties: Floats, found: list[Run], role: int, floor: float
) -> list[tuple[Run, int, float]]:
    """For each span the cue that it belongs to, with the mean log-probability of the tie."""
    chosen = []
    for start, end in found:
        scores = ties[:, start:end, role].mean(axis=1)
        best = int(scores.argmax())
        if scores[best] >= floor:
            chosen.append(((start, end), best, float(scores[best])))
    return chosen
