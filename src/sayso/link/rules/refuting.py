"""Two speakers whose claims cannot both hold."""

from __future__ import annotations

from sayso.link.features import act, claimer, figures, meaning, occasion, overlap, polarity, roles
from sayso.link.frame import Frame
from sayso.link.rules.base import Rule, at_least
from sayso.model.relation import RelationKind

SAME_MATTER = 0.75
NEAR = 0.7  # in meaning: less is another matter
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
    if figures.clash(left, right):
        return True
    return meaning.meaning(left, right) >= NEAR and bool(polarity.opposite(left, right))


def proof(left: Frame, right: Frame) -> float:
    """How far the words alone prove it: figures that clash for one thing, much of it shared."""
    if not figures.clash(left, right) or not claimer.apart(left, right):
        return 0.0
    near = meaning.meaning(left, right) >= SAME_MATTER
    return 0.92 if near and overlap.contained(left, right) >= 0.6 else 0.0


RULE = Rule(RelationKind.REFUTING, at_least(0.92), possible, proof, _SHOWN, alone=True)
