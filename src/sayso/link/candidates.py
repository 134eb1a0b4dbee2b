"""Which pairs of claims are worth comparing: never all.

    claim → keys → claims that share a key → gates of time and words

A key is a pair of telling words of the content, or of any that stand side by side, one in its week
of printing, an act with a party, or a quoted run of words; it hangs on the words of the claim, not
on who is taken to be who. Keys that more than CROWD claims hold tell nothing and are dead. So
whether a pair is a candidate depends on the two claims and on which keys are alive in the case, not
on the order of adding.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from itertools import combinations, pairwise

from sayso.link.acts import EVERYDAY
from sayso.link.features import overlap
from sayso.link.features.claimer import same, speaks_for
from sayso.link.features.occasion import days_apart, refers_back
from sayso.link.features.roles import mirrored
from sayso.link.frame import Frame
from sayso.link.words import weight

CROWD = 150
TELLING = 7  # of the words of a claim make keys, the most telling first
QUARREL = 45  # days: what lies further apart is another quarrel, unless each accuses the other
_WEEK = 7
_LONGEST = 40  # words of a claim make keys with their neighbours
_BEGINNING = 16  # words of an accusation make keys with its act, so that a mirror is found years on
_BYTES = 5  # of a key: of ten million, some 50 meet by chance, which only makes a pair more


def keys(one: Frame) -> frozenset[int]:
    """Under which keys a claim is looked up. They hang on nothing but the claim."""
    telling = sorted(one.stems, key=lambda s: (-weight(s), -len(s), s))[:TELLING]
    found = {f"{a}+{b}" for a, b in combinations(sorted(telling), 2)}
    found |= {f"{act}:{party}" for act in one.acts for party in one.about}
    found |= {f"{word}@{week}" for word in telling for week in _weeks(one)}
    charged = {act for act, _ in one.charges} - EVERYDAY
    found |= {f"{act}#{week}" for act in charged for week in _weeks(one)}
    found |= {f"{act}~{word}" for act in charged for word in one.order[:_BEGINNING]}
    found |= {f"{a} {b}" for a, b in pairwise(one.order[:_LONGEST])}
    for stretch in one.quoted:
        found |= {" ".join(stretch[n : n + 3]) for n in range(len(stretch) - 2)}
    found.add(f"in:{one.place.document}")
    return frozenset(map(_number, found))


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=_BYTES).digest())


def fit(left: Frame, right: Frame) -> bool:
    """The gates: of one claim one half is no pair, nor are two who share one; time; something in
    common."""
    if left.parent == right.claim or right.parent == left.claim:
        return False
    if left.parts == right.parts:
        return False  # two who said it together
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


def worth(left: Frame, right: Frame) -> bool:
    """Whether a pair has anything that a judge could go by."""
    if overlap.jaccard(left, right) >= 0.08:
        return True
    if same(left, right) or speaks_for(left, right):
        return len(left.stems & right.stems) > 1 or _close(left, right)
    if right.claim in left.refers or left.claim in right.refers or mirrored(left, right):
        return True
    return bool(left.about & right.speaker or right.about & left.speaker)


def _close(left: Frame, right: Frame) -> bool:
    """Whether one follows the other in its sentence."""
    gap = max(left.place.start - right.place.end, right.place.start - left.place.end)
    return left.place.document == right.place.document and gap < 60
