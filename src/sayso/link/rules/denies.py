"""A denial, tied to what it denies."""

from __future__ import annotations

from sayso.link.features import claimer, occasion, overlap, polarity, roles
from sayso.link.rules.base import Judged, asserted, said
from sayso.model.relation import Relation, RelationKind

SURE = 0.6
_SHOWN = (polarity.LEFT_DENIES, polarity.LEFT_REJECTS, claimer.APART, roles.LEFT_NAMES,
          roles.RIGHT_NAMES, overlap.JACCARD, occasion.SAME_DAY)  # fmt: skip


def rule(pair: Judged) -> Relation | None:
    """Asserted where an explicit denial and another side's claim speak of one thing."""
    score = max(pair.found["denies"], wording(pair))
    if score < SURE or not possible(pair):
        return None
    return asserted(pair, RelationKind.DENIES, score, said(pair, _SHOWN))


def possible(pair: Judged) -> bool:
    """The gates: a denial, of something that another mouth of another side claims."""
    left, right = pair.left, pair.right
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
    near = occasion.days_apart(left, right) <= 30
    return near and bool(left.stems & right.stems or right.claim in left.refers)


def wording(pair: Judged) -> float:
    """How far the words alone prove it: a denial by its cue, of the same words."""
    left, right = pair.left, pair.right
    if not polarity.denies(left):
        return 0.6 if right.claim in left.refers and polarity.left_rejects(left, right) else 0.0
    if right.claim in left.refers:
        return 0.85
    named = roles.points(right, left) or roles.points(left, right)
    contained = overlap.contained(left, right)
    return 0.8 if named and contained >= 0.6 and len(left.stems & right.stems) > 2 else 0.0
