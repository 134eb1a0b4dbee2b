"""Which pairs of claims are worth comparing: never all.

    claim → keys → claims that share a key → gates of time and words

A key is a pair of telling words of the content, one in its week of printing, an act with a party,
or a quoted run of words; it hangs on the words of the claim, never on who is taken to be who. Keys
that more than CROWD claims hold tell nothing and are dead. So whether a pair is a candidate depends
on the two claims and on which keys are alive in the case, not on the order of adding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

from sayso.link.acts import EVERYDAY
from sayso.link.features.occasion import days_apart, refers_back
from sayso.link.features.roles import mirrored
from sayso.link.frame import Frame
from sayso.link.words import weight

CROWD = 150
TELLING = 7  # of the words of a claim make keys, the most telling first
QUARREL = 45  # days: what lies further apart is another quarrel, unless each accuses the other
_WEEK = 7


def keys(one: Frame) -> frozenset[str]:
    """Under which keys a claim is looked up. They hang on nothing but the claim."""
    telling = sorted(one.stems, key=lambda s: (-weight(s), -len(s), s))[:TELLING]
    found = {f"{a}+{b}" for a, b in combinations(sorted(telling), 2)}
    found |= {f"{act}:{party}" for act in one.acts for party in one.about}
    found |= {f"{word}@{week}" for word in telling for week in _weeks(one)}
    charged = {act for act, _ in one.charges} - EVERYDAY
    found |= {f"{act}#{week}" for act in charged for week in _weeks(one)}
    for stretch in one.quoted:
        found |= {" ".join(stretch[n : n + 3]) for n in range(len(stretch) - 2)}
    found.add(f"in:{one.place.document}")
    return frozenset(found)


class Index:
    """Claims by their keys. frames: by claim id."""

    def __init__(self, frames: Mapping[str, Frame]) -> None:
        self.frames = frames
        self._keys = {made: keys(one) for made, one in frames.items()}
        holders = defaultdict[str, list[str]](list)
        for made, held in self._keys.items():
            for key in held:
                holders[key].append(made)
        self._holders = {key: some for key, some in holders.items() if 1 < len(some) <= CROWD}

    def pairs(self, among: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
        """Candidates, each once and sorted. among: only those with at least one of these claims."""
        chosen = self.frames if among is None else set(among)
        for made in sorted(chosen):
            for other in self._near(made):
                twice = other in chosen and other < made
                if not twice and self._fit(made, other):
                    yield (made, other) if made < other else (other, made)

    def has(self, left: str, right: str) -> bool:
        """Whether two claims are a candidate pair."""
        if left not in self._keys or right not in self._keys:
            return False
        shared = self._keys[left] & self._keys[right]
        return any(key in self._holders for key in shared) and self._fit(left, right)

    def _near(self, made: str) -> Iterable[str]:
        found = set[str]()
        for key in self._keys[made]:
            found.update(self._holders.get(key, ()))
        found.discard(made)
        return found

    def _fit(self, left: str, right: str) -> bool:
        return fit(self.frames[left], self.frames[right])


def fit(left: Frame, right: Frame) -> bool:
    """The gates: of one claim one half is no pair; time; something in common."""
    if left.parent == right.claim or right.parent == left.claim:
        return False
    if left.claim in right.refers or right.claim in left.refers:
        return True
    shared = left.stems & right.stems
    if left.place.document == right.place.document:
        return bool(shared) or abs(left.place.start - right.place.start) < 1500
    close = days_apart(left, right) <= QUARREL or refers_back(left, right)
    if not close and not _charges(left, right):
        return False
    return len(shared) > 1 or bool(mirrored(left, right))


def _charges(left: Frame, right: Frame) -> bool:
    """Whether each may accuse the other of one thing: that can be months apart."""
    return bool(left.acts & right.acts)


def _weeks(one: Frame) -> Iterable[int]:
    """The weeks of printing, and the ones after: so that neighbours share one."""
    if one.place.printed is None:
        return ()
    return range(one.place.printed.first // _WEEK, one.place.printed.last // _WEEK + 2)
