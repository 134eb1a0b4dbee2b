"""Who tells how two claims stand to each other.

A judge gives probabilities; the rules of each kind decide what is asserted. The one that ships here
needs no model file: a softmax over the features and the products of some of them, with weights that
were fit on the hand-written pairs of `sayso/train/pairs`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Protocol

from sayso.link.features import FEATURES
from sayso.link.features.claimer import same
from sayso.link.features.overlap import contained, jaccard, shared_rare
from sayso.link.features.quoted import quoted
from sayso.link.features.roles import mirrored
from sayso.link.frame import Frame

Probabilities = Mapping[str, float]
"""By label: the kinds of relation but relays, and "none". Directed kinds: of left to right."""

NONE = "none"
LABELS = ("same_utterance", "identical", "supporting", "refuting", "denies", "mirrors",
          "replies_to", NONE)  # fmt: skip
BACKWARD = {"denies": "denied_by", "replies_to": "replied_by", "supporting": "supporting"}
CLASSES = (*LABELS, "denied_by", "replied_by")

# Each of the first with each of the second makes one more column.
_FIRST = ("same_claimer", "speaks_for", "one_side", "different_sides", "roles_swapped",
          "left_denies", "right_denies", "numbers_clash", "opposite")  # fmt: skip
_SECOND = ("shared_words", "contained", "rare_words", "shared_quotation", "same_day", "other_day",
           "same_act", "same_charge", "roles_swapped", "left_names_right", "right_names_left",
           "different_sides")  # fmt: skip


class Judge(Protocol):
    """Tells for each pair how likely each label is."""

    def __call__(self, pairs: Sequence[tuple[Frame, Frame]]) -> Sequence[Probabilities]: ...


def measured(left: Frame, right: Frame) -> dict[str, float]:
    """The value of each feature, by name."""
    return {feature.name: feature.value(left, right) for feature in FEATURES}


def row(values: Mapping[str, float]) -> list[float]:
    """The features, their products, and a constant: what the weights are for."""
    products = (values[a] * values[b] for a in _FIRST for b in _SECOND if a != b)
    return [*values.values(), *products, 1.0]


class RuleJudge:
    """The judge that ships: no model, only weights. weights: one row for each of CLASSES."""

    def __init__(self, weights: Sequence[Sequence[float]] | None = None) -> None:
        self._weights = _shipped() if weights is None else weights

    def __call__(self, pairs: Sequence[tuple[Frame, Frame]]) -> Sequence[Probabilities]:
        return [self._of(left, right) for left, right in pairs]

    def _of(self, left: Frame, right: Frame) -> Probabilities:
        columns = row(measured(left, right))
        live = [(n, value) for n, value in enumerate(columns) if value]
        scores = [sum(weights[n] * value for n, value in live) for weights in self._weights]
        return _cautious(dict(zip(CLASSES, softmax(scores), strict=True)), left, right)


def _cautious(found: dict[str, float], left: Frame, right: Frame) -> dict[str, float]:
    """Less sure of one utterance where few words are shared: features cannot see the meaning."""
    here = left.place.document == right.place.document
    shared = jaccard(left, right)
    if here and not (left.place.title or right.place.title):
        enough = shared >= 0.22
    else:
        enough = max(contained(left, right), quoted(left, right)) >= 0.4
    if not same(left, right):
        enough = enough and shared >= 0.15
    if not enough or shared_rare(left, right) < 0.3:
        found["same_utterance"] *= 0.5
    if not mirrored(left, right):
        found["mirrors"] *= 0.5
    return found


def softmax(scores: Iterable[float]) -> list[float]:
    """Scores as probabilities."""
    values = list(scores)
    top = max(values)
    powers = [math.exp(value - top) for value in values]
    return [power / sum(powers) for power in powers]


@lru_cache(maxsize=1)
def _shipped() -> tuple[tuple[float, ...], ...]:
    text = (files("sayso.link") / "weights.json").read_text(encoding="utf-8")
    found = json.loads(text)
    return tuple(tuple(found[name]) for name in CLASSES)
