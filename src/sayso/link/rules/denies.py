"""A denial, tied to what it denies."""

from __future__ import annotations

import re

from sayso.link.features import claimer, meaning, occasion, overlap, polarity, reply, roles
from sayso.link.frame import Frame, charged
from sayso.link.rules.base import DISPUTES, UNLIKE, Rule
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
_REFUSES = re.compile(r"\b(?:rul\w+ out|refus\w+|declin\w+)\b", re.IGNORECASE)  # to do it
BRIEF = 5  # telling words: a denial of fewer has to share one with what it denies
NEAR, FAR = 0.35, 0.2  # in meaning: less, and the judge has to be very sure; less is another matter
SURE, VERY_SURE = 0.7, 0.85
_SHOWN = (polarity.LEFT_DENIES, polarity.LEFT_REJECTS, claimer.APART, roles.LEFT_NAMES,
          roles.RIGHT_NAMES, overlap.JACCARD, occasion.SAME_DAY)  # fmt: skip


def possible(left: Frame, right: Frame) -> bool:
    """The gates: something that another mouth of another side claims, one naming the other; no
    denial of a denial."""
    if polarity.denies(right) or claimer.nobody(right) or _REFUSES.search(left.cue):
        return False
    if claimer.same(left, right) or claimer.one_side(left, right):
        return False
    if right.claim in left.refers:
        return explicit(left, right)
    if not roles.points(left, right) and not roles.points(right, left):
        return False
    if len(left.stems) < BRIEF and not overlap.beyond_parties(left, right):
        return False  # "Veld's claims" by itself can be any of them
    return occasion.days_apart(left, right) <= 30 and meaning.meaning(left, right) >= FAR


def explicit(left: Frame, right: Frame) -> bool:
    """Whether it denies or rejects in so many words."""
    return bool(polarity.denies(left) or polarity.left_rejects(left, right))


def sure(left: Frame, right: Frame) -> float:
    """It takes more where the words speak little for it."""
    if right.claim in left.refers:
        return SURE
    shared = overlap.contained(left, right) >= 0.3 or meaning.meaning(left, right) >= NEAR
    return SURE if explicit(left, right) and shared else VERY_SURE


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


RULE = Rule(
    RelationKind.DENIES, sure, possible, proof, _SHOWN, alone=True, veto=UNLIKE, heard=DISPUTES
)
