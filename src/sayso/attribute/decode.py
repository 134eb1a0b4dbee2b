"""From scores of single word pieces to spans of source, cue and content, tied to one another.

Two views of the same text are combined. `roles` says what part each piece plays in any
attribution; `ties` says, for the piece that begins a cue, what part every other piece plays for
*that* cue. The first gives spans, the second puts them together. Works on numbers only: no text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.bio import Floats, Moves, Run, best_tags, plain_moves, runs

SOURCE, CUE, CONTENT = 1, 2, 3  # as `ties` counts them; in `roles`, B is 2r-1 and I is 2r
FAR = -30.0  # log-probability of a tie to a piece that is out of a cue's reach
Reach = tuple[int, Floats]
"""The first piece that a cue reaches, and for each from there on log-probabilities [m, 4] of the
part that it plays for this cue."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What decoding weighs.

    moves: scores of going from tag to tag, as they were learned (in the card of what ships).
    source_floor, content_floor: lowest mean log-probability of a tie that is kept.
    """

    moves: Moves = ()
    source_floor: float = -2.0
    content_floor: float = -1.6


@dataclass(frozen=True, slots=True)
class Group:
    """One attribution in pieces. Content may be broken; source may be missing.

    parts: mean log-probabilities of the cue's roles, of the content's ties and, where there is a
        source, of its ties; at most 0.
    """

    source: Run | None
    cue: Run
    content: tuple[Run, ...]
    parts: tuple[float, ...]


def group(
    roles: Floats, ties_of: Callable[[list[int]], Sequence[Reach]], rules: Rules
) -> list[Group]:
    """Put the spans of a text together. Linear in the text, as cues reach only so far.

    roles: [n, 7] log-probabilities. ties_of: for pieces that begin a cue, what each reaches.
    """
    if not len(roles):
        return []
    tags = best_tags(roles, rules.moves or plain_moves())
    cues = runs(tags, CUE)
    if not cues:
        return []
    reaches = [_Summed.of(reach) for reach in ties_of([start for start, _ in cues])]
    sources = runs(tags, SOURCE)
    contents = _choose(reaches, runs(tags, CONTENT), CONTENT, rules.content_floor)
    found = []
    for c, cue in enumerate(cues):
        own = contents.get(c)
        if not own:
            continue
        source, sure = _source(reaches[c], sources, rules)
        parts = (
            float(np.mean([roles[i, tags[i]] for i in range(*cue)])),
            float(np.mean([score for _, score in own])),
            *([sure] if source else []),
        )
        found.append(Group(source, cue, tuple(run for run, _ in own), parts))
    return found


@dataclass(frozen=True, slots=True)
class _Summed:
    """A reach with running sums, so that the mean over any span is looked up.

    first, end: pieces. sums: [m + 1, 4], of the log-probabilities before each piece.
    """

    first: int
    end: int
    sums: npt.NDArray[np.float64]

    @classmethod
    def of(cls, reach: Reach) -> _Summed:
        first, scores = reach
        sums = np.zeros((len(scores) + 1, scores.shape[1]))
        np.cumsum(scores, axis=0, dtype=np.float64, out=sums[1:])
        return cls(first, first + len(scores), sums)

    def reached(self, found: Sequence[Run]) -> Sequence[Run]:
        """The spans that stand in reach, wholly or in part. found: in order."""
        low = bisect_right(found, self.first, key=lambda run: run[1])
        return found[low : bisect_left(found, self.end, key=lambda run: run[0])]

    def mean(self, run: Run, role: int) -> float:
        """Of the log-probabilities that a span plays a role for the cue."""
        low, high = max(run[0], self.first), min(run[1], self.end)
        inside = float(self.sums[high - self.first, role] - self.sums[low - self.first, role])
        missing = run[1] - run[0] - (high - low)
        return (inside + FAR * missing) / (run[1] - run[0])


def _source(reach: _Summed, found: Sequence[Run], rules: Rules) -> tuple[Run | None, float]:
    """The source of one cue. Several cues may share one: "she said it rained, adding ..."."""
    scored = [(reach.mean(run, SOURCE), run) for run in reach.reached(found)]
    sure, best = max(scored, default=(-np.inf, None))
    return (best, sure) if sure >= rules.source_floor else (None, 0.0)


def _choose(
    reaches: Sequence[_Summed], found: Sequence[Run], role: int, floor: float
) -> dict[int, list[tuple[Run, float]]]:
    """Give each span to one cue; for each cue its spans, with the mean log-probability of the
    tie."""
    best: dict[Run, tuple[float, int]] = {}
    for c, reach in enumerate(reaches):
        for run in reach.reached(found):
            score = reach.mean(run, role)
            if score > best.get(run, (-np.inf, 0))[0]:
                best[run] = (score, c)
    chosen: dict[int, list[tuple[Run, float]]] = {}
    for run, (score, c) in sorted(best.items()):
        if score >= floor:
            chosen.setdefault(c, []).append((run, score))
    return chosen
