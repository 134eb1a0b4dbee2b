"""Two speakers whose claims cannot both hold."""

from __future__ import annotations

from sayso.link.features import act, claimer, figures, meaning, occasion, overlap, polarity, roles
from sayso.link.frame import Frame
from sayso.link.rules.base import Rule
from sayso.model.relation import RelationKind

SAME_MATTER = 0.75
NEAR, FAR = 0.7, 0.35  # in meaning: less, and the judge has to be very sure; less is another matter
SURE, VERY_SURE = 0.92, 0.95
_SHOWN = (claimer.APART, figures.CLASH, polarity.OPPOSITE, overlap.JACCARD, occasion.SAME_DAY,
          act.SAME_ACT, roles.SAME_TARGET)  # fmt: skip


def possible(left: Frame, right: Frame) -> bool:
    """The gates: another mouth of another side, in one quarrel, of one thing."""
    if claimer.same(left, right) or claimer.one_side(left, right):
        return False
    if claimer.nobody(left) or claimer.nobody(right) or act.other_kind(left, right):
        return False
    if occasion.days_apart(left, right) > 30 or len(left.stems & right.stems) < 2:
        return False
    return bool(figures.clash(left, right)) or meaning.meaning(left, right) >= FAR


def sure(left: Frame, right: Frame) -> float:
    """It takes more where the words speak little for it."""
    near = meaning.meaning(left, right) >= NEAR and polarity.opposite(left, right)
    return SURE if near or figures.clash(left, right) else VERY_SURE


def proof(left: Frame, right: Frame) -> float:
    """How far the words alone prove it: figures that clash for one thing, much of it shared."""
    if not figures.clash(left, right) or not claimer.apart(left, right):
        return 0.0
    near = meaning.meaning(left, right) >= SAME_MATTER
    return 0.92 if near and overlap.contained(left, right) >= 0.6 else 0.0


RULE = Rule(RelationKind.REFUTING, sure, possible, proof, _SHOWN, alone=True)
