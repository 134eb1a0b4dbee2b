"""A claim about another's claim."""

from __future__ import annotations

from sayso.link.features import claimer, occasion, overlap, polarity, reply, roles
from sayso.link.frame import Frame
from sayso.link.rules.base import Judged, asserted, said
from sayso.model.claim import EntityKind
from sayso.model.relation import Relation, RelationKind

SURE = 0.6
_SHOWN = (reply.LEFT_REPLIES, roles.LEFT_NAMES, claimer.APART, overlap.JACCARD, occasion.SAME_DAY)


def rule(pair: Judged) -> Relation | None:
    """Asserted where the left claim speaks of what the right claimer has said."""
    score = max(pair.found["replies_to"], wording(pair))
    if score < SURE or not possible(pair):
        return None
    return asserted(pair, RelationKind.REPLIES_TO, score, said(pair, _SHOWN))


def possible(pair: Judged) -> bool:
    """The gates: another mouth, named by the one that answers, not long before."""
    left, right = pair.left, pair.right
    if claimer.same(left, right) or claimer.one_side(left, right):
        return False
    if right.claim in left.refers:
        return not polarity.denies(left)
    if not reply.left_replies(left, right) or not roles.points(left, right):
        return False
    return occasion.days_apart(left, right) <= 30


def wording(pair: Judged) -> float:
    """How far the words alone prove it: the answer names the person, and words of what was said."""
    left, right = pair.left, pair.right
    if right.claim in left.refers:
        return 0.8
    if right.kind is not EntityKind.PERSON or not names_person(left, right):
        return 0.0
    return 0.75 if len(left.stems & right.stems) > 1 else 0.0


def names_person(left: Frame, right: Frame) -> bool:
    """Whether the left content has the right claimer's last name, or role and country."""
    text = left.text.casefold()
    last = right.name.split()[-1].casefold()
    role = right.role.casefold()
    return (len(last) > 2 and last in text) or bool(
        role and role in text and right.lands & left.about
    )
