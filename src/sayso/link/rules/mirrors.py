"""One accusation in opposite directions: accuser and accused change places, the act is the same."""

from __future__ import annotations

from sayso.link.acts import EVERYDAY
from sayso.link.features import act, claimer, occasion, overlap, polarity, roles
from sayso.link.rules.base import Judged, asserted, said
from sayso.link.words import weight
from sayso.model.relation import Relation, RelationKind

SURE = 0.8
_SHOWN = (roles.SWAPPED, roles.CHARGE, act.BOTH_ACCUSE, claimer.APART, overlap.JACCARD,
          occasion.DISTANCE)  # fmt: skip


def rule(pair: Judged) -> Relation | None:
    """Asserted for two sides that each speak of the other, of one kind of act."""
    score = max(pair.found["mirrors"], wording(pair))
    if round(score, 3) < SURE or not possible(pair):  # the wording counts in steps of .05
        return None
    return asserted(pair, RelationKind.MIRRORS, score, said(pair, _SHOWN))


def possible(pair: Judged) -> bool:
    """The gates: opposite directions, and neither a denial nor an offer."""
    left, right = pair.left, pair.right
    if not claimer.apart(left, right) or not roles.opposed(left, right):
        return False
    if act.other_kind(left, right):
        return False
    return not polarity.denies(left) and not polarity.denies(right)


def wording(pair: Judged) -> float:
    """How far the words alone prove it: one kind of act laid to the other, and shared words."""
    left, right = pair.left, pair.right
    kinds = roles.mirrored(left, right)
    if not kinds:
        return 0.0
    parties = {mark.strip("=").casefold()[:4] for mark in left.about | right.about}
    further = {s for s in left.stems & right.stems if s.strip("=")[:4] not in parties}
    telling = {s for s in further if weight(s) > 1}
    if kinds <= EVERYDAY and not telling:
        return 0.0
    return min(0.9, 0.5 + 0.1 * len(kinds - EVERYDAY) + 0.05 * len(kinds) + 0.05 * len(telling))
