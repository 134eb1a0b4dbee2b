"""Who tells how two claims stand to each other.

A judge gives probabilities; the rules of each kind decide what is asserted. The one in this module
reads no words: a softmax over the features and the products of some of them, with weights that were
fit on the hand-written pairs of `sayso/train/pairs`. It is the sieve before the judge that reads
(`sayso.judging`), which takes a hundred times as long.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Protocol

from sayso.link.features import FEATURES
from sayso.link.frame import Frame

Probabilities = Mapping[str, float]
"""By label: the kinds of relation but relays, and "none". Directed kinds: of left to right."""

NONE = "none"
LABELS = ("same_utterance", "identical", "supporting", "refuting", "denies", "mirrors",
          "replies_to", NONE)  # fmt: skip
CLASSES = (*LABELS, "denied_by", "replied_by")
TURNED = {"denies": "denied_by", "denied_by": "denies", "replies_to": "replied_by",
          "replied_by": "replies_to"}  # fmt: skip
SIEVE = {"same_utterance": 0.15, "identical": 0.15, "supporting": 0.3, "refuting": 0.25,
         "denies": 0.1, "mirrors": 0.08, "replies_to": 0.1}  # fmt: skip
"""A pair whose kinds the features all find less likely is not put before the judge. In 12,000
claims of real reports half as many are read as at 0.05 for each, and one tie in eighty is lost."""

# Each of the first with each of the second makes one more column.
_FIRST = ("same_claimer", "speaks_for", "one_side", "different_sides", "roles_swapped",
          "left_denies", "right_denies", "numbers_clash", "opposite")  # fmt: skip
_SECOND = ("shared_words", "contained", "rare_words", "shared_quotation", "same_day", "other_day",
           "same_act", "same_charge", "roles_swapped", "left_names_right", "right_names_left",
           "different_sides")  # fmt: skip


@cache
def card() -> dict[str, Any]:
    """What the judge that reads was made from: data, licences, scores; `length`: pieces that it
    reads of a side; `version`: of its weights."""
    path = files("sayso.link") / "weights" / "card.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


class Judge(Protocol):
    """Tells for each pair how likely each label is; may go on reading until the answer is asked
    for."""

    def __call__(self, pairs: Sequence[tuple[Frame, Frame]]) -> Iterable[Probabilities]: ...


def measured(left: Frame, right: Frame) -> dict[str, float]:
    """The value of each feature, by name."""
    return {feature.name: feature.value(left, right) for feature in FEATURES}


def row(values: Mapping[str, float]) -> list[float]:
    """The features, their products, and a constant: what the weights are for."""
    products = (values[a] * values[b] for a in _FIRST for b in _SECOND if a != b)
    return [*values.values(), *products, 1.0]


class RuleJudge:
    """Only weights. weights: one row for each of CLASSES; those that ship, if not given."""

    def __init__(self, weights: Sequence[Sequence[float]] | None = None) -> None:
        self._weights = _shipped() if weights is None else weights

    def __call__(self, pairs: Sequence[tuple[Frame, Frame]]) -> Sequence[Probabilities]:
        return [self._of(left, right) for left, right in pairs]

    def _of(self, left: Frame, right: Frame) -> Probabilities:
        columns = row(measured(left, right))
        live = [(n, value) for n, value in enumerate(columns) if value]
        scores = [sum(weights[n] * value for n, value in live) for weights in self._weights]
        return dict(zip(CLASSES, softmax(scores), strict=True))


def turned(found: Probabilities) -> Probabilities:
    """What a judge gives of left and right, as of right and left."""
    return {label: found[TURNED.get(label, label)] for label in found}


def sieve(left: Frame, right: Frame, kinds: Iterable[str]) -> bool:
    """Whether the features find one of these kinds likely enough to ask a judge that reads."""
    (found,) = RuleJudge()([(left, right)])
    return any(
        max(found[kind], found.get(TURNED.get(kind, kind), 0.0)) >= SIEVE[kind] for kind in kinds
    )


def softmax(scores: Iterable[float]) -> list[float]:
    """Scores as probabilities."""
    values = list(scores)
    top = max(values)
    powers = [math.exp(value - top) for value in values]
    return [power / sum(powers) for power in powers]


@lru_cache(maxsize=1)
def _shipped() -> tuple[tuple[float, ...], ...]:
    text = (files("sayso.link") / "weights" / "sieve.json").read_text(encoding="utf-8")
    found = json.loads(text)
    return tuple(tuple(found[name]) for name in CLASSES)
