"""A denial, tied to what it denies."""

from __future__ import annotations

import re

from sayso.link.features import claimer, meaning, occasion, overlap, polarity, reply, roles
from sayso.link.frame import Frame, charged
from sayso.link.rules.base import Rule, at_least
from sayso.model.attribution import CueClass
from sayso.model.relation import RelationKind

_CHARGES = frozenset({CueClass.ACCUSE, CueClass.CLAIM})
BESIDE = 80  # characters: a denial of "a claim" speaks of what stands no farther before it
_CALLED_WRONG = re.compile(
    r"\b(?:th(?:is|at|ese|ose)|such|his|her|their) (?:\w+ )?"
    r"(?:claims?|allegations?|accusations?|charges?|assertions?|statements?|remarks?|reports?) "
    r"(?:\w+ ){0,2}(?:is|are|was|were) (?:\w+ ){0,2}"
    r"(?:incorrect|false|untrue|wrong|baseless|groundless|unfounded|absurd|lies?|nonsense|"
    r"ridiculous)\b",
    re.IGNORECASE,
)
NEAR = 0.35  # in meaning: less is another matter
_SHOWN = (polarity.LEFT_DENIES, polarity.LEFT_REJECTS, claimer.APART, roles.LEFT_NAMES,
          roles.RIGHT_NAMES, overlap.JACCARD, occasion.SAME_DAY)  # fmt: skip


def possible(left: Frame, right: Frame) -> bool:
    """The gates: a denial, of something that another mouth of another side claims."""
    explicit = polarity.denies(left) or polarity.left_rejects(left, right)
    if not explicit or polarity.denies(right):
        return False
    if claimer.same(left, right) or claimer.one_side(left, right):
        return False
    if (
        right.claim not in left.refers
        and not roles.points(left, right)
        and not roles.points(right, left)
    ):
        return False
    if right.claim in left.refers:
        return True
    if occasion.days_apart(left, right) > 30 or not left.stems & right.stems:
        return False
    return overlap.contained(left, right) >= 0.3 or meaning.meaning(left, right) >= NEAR


def proof(left: Frame, right: Frame) -> float:
    """How far the words alone prove it: a denial by its cue that speaks of that claim, or of the
    same words and nearly the same matter, where the one who denies was accused."""
    if right.claim in left.refers:
        if not polarity.denies(left):
            return 0.7 * bool(_CALLED_WRONG.search(left.text))
        told = right.cue_class in _CHARGES or charged(right, left) or reply.speaks_of(left, right)
        return 0.85 if told or 0 <= left.place.start - right.place.end <= BESIDE else 0.0
    if not polarity.denies(left) or not roles.points(right, left):
        return 0.0
    near = meaning.meaning(left, right)
    if overlap.contained(left, right) < 0.5 or near < 0.5 or len(left.stems & right.stems) < 3:
        return 0.0
    return 0.75 if right.cue_class in _CHARGES or near >= 0.75 else 0.5


RULE = Rule(RelationKind.DENIES, at_least(0.65), possible, proof, _SHOWN, alone=True)
