"""Two speakers whose claims cannot both hold."""

from __future__ import annotations

from sayso.link.features import act, claimer, figures, occasion, overlap, polarity, roles
from sayso.link.rules.base import Judged, asserted, said
from sayso.model.relation import Relation, RelationKind

SURE = 0.6
_SHOWN = (claimer.APART, figures.CLASH, polarity.OPPOSITE, overlap.JACCARD, occasion.SAME_DAY,
          act.SAME_ACT, roles.SAME_TARGET)  # fmt: skip


def rule(pair: Judged) -> Relation | None:
    """Asserted for two mouths that are not of one side."""
    score = max(pair.found["refuting"], wording(pair))
    if score < SURE or not possible(pair):
        return None
    return asserted(pair, RelationKind.REFUTING, score, said(pair, _SHOWN))


def possible(pair: Judged) -> bool:
    """The gates: another mouth of another side, in one quarrel, of one thing."""
    left, right = pair.left, pair.right
    if claimer.same(left, right) or claimer.one_side(left, right):
        return False
    if claimer.nobody(left) or claimer.nobody(right) or act.other_kind(left, right):
        return False
    return occasion.days_apart(left, right) <= 30 and len(left.stems & right.stems) > 1


def wording(pair: Judged) -> float:
    """How far the words alone prove it: figures that clash for one thing, much of it shared."""
    left, right = pair.left, pair.right
    if not figures.clash(left, right) or not claimer.apart(left, right):
        return 0.0
    shared = overlap.contained(left, right)
    return 0.7 if shared >= 0.3 and overlap.shared_rare(left, right) >= 0.3 else 0.0
