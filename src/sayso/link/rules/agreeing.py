"""Two mouths that say the same, or one that makes the other likelier."""

from __future__ import annotations

from sayso.link.features import act, claimer, figures, meaning, occasion, overlap, polarity, roles
from sayso.link.frame import Frame
from sayso.link.rules.base import Rule, at_least
from sayso.model.relation import RelationKind

NEAR = 0.4  # in meaning: less is another matter
LONG = 5  # telling words: fewer prove nothing by being the same
_SHOWN = (claimer.ONE_SIDE, claimer.APART, figures.AGREE, overlap.JACCARD, occasion.SAME_DAY,
          roles.SAME_TARGET, act.SAME_ACT)  # fmt: skip


def possible(left: Frame, right: Frame) -> bool:
    """The gates: two mouths, neither of which denies, in one quarrel, no figures that clash."""
    if claimer.same(left, right) or claimer.nobody(left) or claimer.nobody(right):
        return False
    if figures.clash(left, right):
        return False
    if polarity.denies(left) != polarity.denies(right) or polarity.opposite(left, right):
        return False
    if occasion.days_apart(left, right) > 30 or len(left.stems & right.stems) < 2:
        return False
    return meaning.meaning(left, right) >= NEAR


def proof(left: Frame, right: Frame) -> float:
    """How far the words alone prove it: nearly all of them shared, and the figure."""
    if not claimer.apart(left, right) or roles.swapped(left, right):
        return 0.0
    near = meaning.meaning(left, right) >= 0.75 and min(len(left.stems), len(right.stems)) >= LONG
    return 0.9 if near and overlap.jaccard(left, right) >= 0.6 else 0.0


IDENTICAL = Rule(
    RelationKind.IDENTICAL, at_least(0.9), possible, proof, _SHOWN, alone=True, veto=0.2
)
SUPPORTING = Rule(RelationKind.SUPPORTING, at_least(0.97), possible, at_least(0.0), _SHOWN)
"""Words alone cannot tell that one makes the other likelier."""
