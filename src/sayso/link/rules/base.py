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


Rule = Callable[[Judged], Relation | None]


def asserted(pair: Judged, kind: RelationKind, score: float, reasons: Iterable[Reason]) -> Relation:
    """The tie of a pair, with its reasons."""
    bounded = round(min(1.0, max(0.0, score)), 4)
    return Relation.make(kind, pair.left.claim, pair.right.claim, bounded, tuple(reasons))


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
