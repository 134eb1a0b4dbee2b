"""Exact spans and whole attributions, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.eval.report import Row

Place = tuple[int, int]
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
    """Attributions that pair off, each gold one with at most one found one."""
    letters = [_letters(one.content) for one in gold]
    taken: dict[str, set[int]] = {"whole": set(), "strict": set()}
    for one in found:
        own = _letters(one.content)
        for index, theirs in enumerate(letters):
            common = len(own & theirs)
            if not common or one.source != gold[index].source:
                continue
            if 2 * common >= len(theirs):
                taken["whole"].add(index)
            if 2 * common >= len(own | theirs):
                taken["strict"].add(index)
    return len(taken["whole"]), len(taken["strict"])


def _letters(places: Iterable[Place]) -> set[int]:
    return {at for start, end in places for at in range(start, end)}
