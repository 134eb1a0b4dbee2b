"""One accusation in opposite directions: accuser and accused change places, the act is the same."""

from __future__ import annotations

from sayso.link.acts import EVERYDAY
from sayso.link.features import act, claimer, meaning, occasion, overlap, polarity, roles
from sayso.link.frame import Frame
from sayso.link.rules.base import Rule
from sayso.link.words import weight
from sayso.model.attribution import CueClass
from sayso.model.relation import RelationKind

NEAR, FAR = 0.35, 0.15  # in meaning: less is another matter, also for one telling kind of act
LOOSE = EVERYDAY | {"threatening", "insulting", "beating", "crossing"}
"""Acts that both sides are spoken of with, without a charge: more has to be shared."""
SURE, VERY_SURE = 0.7, 0.95
_CHARGES = frozenset({CueClass.ACCUSE, CueClass.CLAIM})
_SHOWN = (roles.SWAPPED, roles.CHARGE, act.BOTH_ACCUSE, claimer.APART, overlap.JACCARD,
          occasion.DISTANCE)  # fmt: skip


def possible(left: Frame, right: Frame) -> bool:
    """The gates: opposite directions, and neither a denial nor an offer."""
    if claimer.same(left, right) or claimer.one_side(left, right):
        return False
    if claimer.nobody(left) or claimer.nobody(right) or not roles.opposed(left, right):
        return False
    if act.other_kind(left, right):
        return False
    return not polarity.denies(left) and not polarity.denies(right)


def proof(left: Frame, right: Frame) -> float:
    """How far the words alone prove it: one kind of act laid to the other, and shared words."""
    kinds = roles.mirrored(left, right)
    if not kinds or meaning.meaning(left, right) < (FAR if kinds - LOOSE else NEAR):
        return 0.0
    further = overlap.beyond_parties(left, right)
    telling = {s for s in further if weight(s) > 1}
    if kinds <= LOOSE and not telling:
        return 0.0
    telling_kinds = len(kinds - LOOSE)
    accused = 0.2 * ({left.cue_class, right.cue_class} <= _CHARGES)
    return min(0.9, 0.5 + 0.15 * telling_kinds + 0.05 * min(3, len(further)) + accused)


def sure(left: Frame, right: Frame) -> float:
    """It takes more where no act is laid to both."""
    return SURE if proof(left, right) else VERY_SURE


RULE = Rule(RelationKind.MIRRORS, sure, possible, proof, _SHOWN, alone=True)
