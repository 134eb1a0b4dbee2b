"""The promise of a rule: from a judged pair to the ties that it is sure enough to assert."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sayso.link.features.base import Feature, Saying
from sayso.link.frame import Frame
from sayso.link.judge import Probabilities
from sayso.model.relation import Reason, Relation, RelationKind
from sayso.model.span import Evidence, Span


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with what the judge gives. left: the one that may deny or answer the other."""

    left: Frame
    right: Frame
    found: Probabilities


DISPUTES = ("denies", "denied_by", "refuting", "mirrors", "replies_to", "replied_by")
UNLIKE = 0.1  # a chance of any of them: with less, words alone prove none
HALF = 0.5  # of chance and proof, each: then the two make each other surer
Measure = Callable[[Frame, Frame], float]


def _no_more(_pair: Judged) -> Iterator[Reason]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Rule:
    """When a kind is asserted of two claims.

    kind: of the tie. sure: the score it takes at least. possible: the gates, each of which speaks
    for itself. proof: how far the words alone prove it, 0 to 1; alone: whether that is enough, or
    the judge has to find it, too. shown: the features that are given as reasons; more: reasons
    beyond them. veto: a chance below which no proof counts; heard: the labels that have it
    together, the kind's own if none are given.
    """

    kind: RelationKind
    sure: Measure
    possible: Callable[[Frame, Frame], bool]
    proof: Measure
    shown: tuple[Feature, ...]
    more: Callable[[Judged], Iterator[Reason]] = _no_more
    alone: bool = False
    veto: float = 0.0
    heard: tuple[str, ...] = ()

    def score(self, pair: Judged) -> float:
        """How sure it is, 0 to 1; 0 where it cannot be or is not sure enough."""
        left, right = pair.left, pair.right
        if not self.possible(left, right):
            return 0.0
        if sum(pair.found[label] for label in self.heard or (self.kind.value,)) < self.veto:
            return 0.0
        chance, proof = pair.found[self.kind.value], self.proof(left, right)
        both = 1 - (1 - chance) * (1 - proof) if min(chance, proof) >= HALF else 0.0
        score = max(chance, both, proof if self.alone else (chance + proof) / 2)
        return round(score, 4) if score >= self.sure(left, right) else 0.0

    def asserted(self, pair: Judged, score: float) -> Relation:
        """The tie, with its reasons."""
        reasons = (*judged(pair, self.kind), *said(pair, self.shown), *self.more(pair))
        return Relation.make(self.kind, pair.left.claim, pair.right.claim, score, reasons)


def at_least(score: float) -> Measure:
    """One score that every pair has to reach."""
    return lambda _left, _right: score


def judged(pair: Judged, kind: RelationKind) -> Iterator[Reason]:
    """What the judge gives, where it speaks for the tie."""
    chance = pair.found[kind.value]
    if chance >= 0.5:
        detail = f"the judge, which has read both, finds it {chance:.0%} likely"
        yield Reason("judge", round(min(1.0, chance), 4), detail)


def said(pair: Judged, features: Iterable[Feature]) -> Iterator[Reason]:
    """A reason for each feature that sees something."""
    for feature in features:
        if value := feature.value(pair.left, pair.right):
            yield told(pair, feature.name, value, feature.say(pair.left, pair.right))


def told(pair: Judged, name: str, score: float, saying: Saying) -> Reason:
    """A reason with its words cut from both contents."""
    return Reason(
        name,
        round(min(1.0, score), 4),
        saying.detail,
        tuple(_located(pair.left, saying.left)),
        tuple(_located(pair.right, saying.right)),
    )


def _located(one: Frame, words: Iterable[str]) -> Iterator[Evidence]:
    """Where words stand in the content; each once, in the order of the text."""
    places = dict[tuple[int, int], Evidence]()
    for word in words:
        for part in one.parts:
            at = part.text.find(word) if word else -1
            if at >= 0:
                span = Span(part.span.start + at, part.span.start + at + len(word))
                places.setdefault((span.start, span.end), Evidence(part.document, span, word))
                break
    yield from (places[place] for place in sorted(places))
