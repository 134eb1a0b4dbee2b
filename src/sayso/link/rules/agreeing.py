"""Two mouths that say the same, or one that makes the other likelier."""

from __future__ import annotations

from sayso.link.features import act, claimer, figures, occasion, overlap, polarity, roles
from sayso.link.rules.base import Judged, asserted, said
from sayso.model.relation import Relation, RelationKind

SURE = 0.6
_SHOWN = (claimer.ONE_SIDE, claimer.APART, figures.AGREE, overlap.JACCARD, occasion.SAME_DAY,
          roles.SAME_TARGET, act.SAME_ACT)  # fmt: skip


def identical(pair: Judged) -> Relation | None:
    """Asserted for two mouths with the same truth conditions."""
    score = max(pair.found["identical"], wording(pair))
    if score < SURE or not possible(pair) or figures.clash(pair.left, pair.right):
        return None
    return asserted(pair, RelationKind.IDENTICAL, score, said(pair, _SHOWN))


def supporting(pair: Judged) -> Relation | None:
    """Asserted where the judge is sure; words alone cannot tell."""
    score = pair.found["supporting"]
    if score < SURE or not possible(pair) or figures.clash(pair.left, pair.right):
        return None
    return asserted(pair, RelationKind.SUPPORTING, score, said(pair, _SHOWN))


def possible(pair: Judged) -> bool:
    """The gates: two mouths, neither of which denies, in one quarrel."""
    left, right = pair.left, pair.right
    if claimer.same(left, right) or claimer.nobody(left) or claimer.nobody(right):
        return False
    if polarity.denies(left) != polarity.denies(right) or polarity.opposite(left, right):
        return False
    return occasion.days_apart(left, right) <= 30 and len(left.stems & right.stems) > 1


def wording(pair: Judged) -> float:
    """How far the words alone prove it: nearly all of them shared, and the figure."""
    left, right = pair.left, pair.right
    if not claimer.apart(left, right) or roles.swapped(left, right):
        return 0.0
    return 0.7 if overlap.jaccard(left, right) >= 0.5 and figures.agree(left, right) else 0.0
