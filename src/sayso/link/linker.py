"""Pairs of frames → relations.

    pairs → gates of time and words → gates of each kind → sieve → judge → the surest kind

A verdict on a pair rests on its two frames alone, so that only pairs with a new claim are judged
when a document is added, and the outcome is that of linking everything at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from sayso.link.candidates import fit, worth
from sayso.link.frame import Frame
from sayso.link.judge import Judge, Probabilities, sieve, turned
from sayso.link.rules import RULES, Judged, Rule
from sayso.model.relation import UNDIRECTED, Relation

_BATCH = 64  # pairs that are put before the judge together, while the next are looked for

Answered = Iterable[tuple[tuple[Frame, Frame], Probabilities]]
"""Pairs, each with what the judge gives."""


def ties(pairs: Iterable[tuple[Frame, Frame]], judge: Judge) -> Iterator[Relation]:
    """The relations of candidate pairs, each pair given once, in any order."""
    worthy = (oriented(*pair) for pair in pairs if promising(*pair))
    before: Answered = ()
    while batch := list(islice(worthy, _BATCH)):
        answers = judge(batch)
        yield from _decided(before)
        before = zip(batch, answers, strict=True)
    yield from _decided(before)


def _decided(answered: Answered) -> Iterator[Relation]:
    for (left, right), found in answered:
        relation = decide(left, right, found)
        if relation is not None:
            yield relation


def promising(left: Frame, right: Frame) -> bool:
    """Whether a pair is worth the judge's time: cheap tests first."""
    if not fit(left, right) or not worth(left, right):
        return False
    ahead, behind = oriented(left, right)
    open_to = [
        (rule, first, second)
        for rule in RULES
        for first, second in _directions(rule, ahead, behind)
        if rule.possible(first, second)
    ]
    if any(rule.proof(*sides) for rule, *sides in open_to):
        return True
    return bool(open_to) and sieve(ahead, behind, {rule.kind.value for rule, *_ in open_to})


def decide(left: Frame, right: Frame, found: Probabilities) -> Relation | None:
    """The tie of a judged pair, if it has one: the surest."""
    views = {(left.claim, right.claim): found, (right.claim, left.claim): turned(found)}
    scored = [
        (rule.score(pair), rule, pair)
        for rule in RULES
        for first, second in _directions(rule, left, right)
        for pair in [Judged(first, second, views[first.claim, second.claim])]
    ]
    score, rule, pair = max(scored, key=lambda one: one[0])
    return rule.asserted(pair, score) if score > 0 else None


def oriented(left: Frame, right: Frame) -> tuple[Frame, Frame]:
    """The order in which a pair is put before the judge: first the one said later."""
    return (left, right) if _later(left) > _later(right) else (right, left)


def _directions(rule: Rule, left: Frame, right: Frame) -> tuple[tuple[Frame, Frame], ...]:
    if rule.kind in UNDIRECTED:
        return ((left, right),)
    return ((left, right), (right, left))


def _later(one: Frame) -> tuple[int, str]:
    days = one.said or one.place.printed
    return (days.last if days else 0, one.claim)
