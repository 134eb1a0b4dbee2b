"""Exact spans and whole attributions, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.eval.report import Row

Place = tuple[int, int]
Pair = tuple[float, int, int]  # share in common, number of the found one, of the gold one
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Ties:
    """An attribution as places alone, on either side."""

    source: frozenset[Place]
    cue: frozenset[Place]
    content: frozenset[Place]


class Tally:
    """Adds up articles.

    A span counts where start and end agree; each span of a text counts once for each role. A
    whole attribution counts where source spans agree and the contents' characters overlap by half
    or more: of the person's content (`whole attribution`), and of both together (`…, strict`).
    """

    def __init__(self) -> None:
        self._hits: Counter[str] = Counter()
        self._found: Counter[str] = Counter()
        self._gold: Counter[str] = Counter()

    def add(self, found: Sequence[Ties], gold: Sequence[Ties]) -> None:
        for role in ROLES:
            ours = {place for one in found for place in getattr(one, role)}
            theirs = {place for one in gold for place in getattr(one, role)}
            self._count(role, len(ours & theirs), len(ours), len(theirs))
        whole, strict = _pairs(found, gold)
        self._count("whole attribution", whole, len(found), len(gold))
        self._count("whole attribution, strict", strict, len(found), len(gold))

    def _count(self, name: str, hits: int, found: int, gold: int) -> None:
        self._hits[name] += hits
        self._found[name] += found
        self._gold[name] += gold

    def rows(self) -> tuple[Row, ...]:
        return tuple(
            Row(name, self._hits[name], self._found[name], self._gold[name]) for name in self._gold
        )


def _pairs(found: Sequence[Ties], gold: Sequence[Ties]) -> tuple[int, int]:
    """How many attributions pair off, one found with one gold: by both measures."""
    letters = [_letters(one.content) for one in gold]
    whole: list[Pair] = []
    strict: list[Pair] = []
    for number, one in enumerate(found):
        own = _letters(one.content)
        for index, theirs in enumerate(letters):
            common = len(own & theirs)
            if not common or one.source != gold[index].source:
                continue
            pair = (common / len(own | theirs), number, index)
            if 2 * common >= len(theirs):
                whole.append(pair)
            if 2 * common >= len(own | theirs):
                strict.append(pair)
    return _paired(whole), _paired(strict)


def _paired(pairs: Sequence[Pair]) -> int:
    """How many pairs there are when the closest are taken first and nobody twice."""
    ours: set[int] = set()
    theirs: set[int] = set()
    for _, number, index in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if number not in ours and index not in theirs:
            ours.add(number)
            theirs.add(index)
    return len(ours)


def _letters(places: Iterable[Place]) -> set[int]:
    return {at for start, end in places for at in range(start, end)}
