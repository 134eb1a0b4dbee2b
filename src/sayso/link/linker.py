"""Frames → relations.

    frames → candidates → worth judging? → judge → one rule a kind → relations

A verdict on a pair rests on its two frames alone, so that only pairs with a new claim are judged
when a document is added, and the outcome is that of linking everything at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from sayso.link.candidates import Index
from sayso.link.features import overlap
from sayso.link.features.claimer import same, speaks_for
from sayso.link.features.polarity import denies
from sayso.link.features.reply import replies
from sayso.link.features.roles import mirrored
from sayso.link.frame import Frame
from sayso.link.judge import Judge
from sayso.link.rules import RULES, Judged
from sayso.model.relation import Relation

_BATCH = 256


def link(index: Index, judge: Judge, among: Collection[str] | None = None) -> Iterator[Relation]:
    """The relations of a case. among: only those with at least one of these claims."""
    frames = index.frames
    pairs = (oriented(frames[a], frames[b]) for a, b in index.pairs(among))
    worthy = (pair for pair in pairs if worth(*pair))
    while batch := list(islice(worthy, _BATCH)):
        for (left, right), found in zip(batch, judge(batch), strict=True):
            relation = decide(Judged(left, right, found))
            if relation is not None:
                yield relation


def decide(pair: Judged) -> Relation | None:
    """The tie of a judged pair, if it has one."""
    return next((made for rule in RULES if (made := rule(pair)) is not None), None)


def oriented(left: Frame, right: Frame) -> tuple[Frame, Frame]:
    """First the one that may deny or answer: by its cue, else the one said later."""
    for tells in (denies, replies):
        if tells(left) != tells(right):
            return (left, right) if tells(left) else (right, left)
    return (left, right) if _later(left) > _later(right) else (right, left)


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


def _later(one: Frame) -> tuple[int, str]:
    days = one.said or one.place.printed
    return (days.last if days else 0, one.claim)
