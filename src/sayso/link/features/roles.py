"""Who speaks of whom: whether accuser and accused change places."""

from __future__ import annotations

from sayso.link.acts import act_words
from sayso.link.alliances import allies
from sayso.link.charges import UNTOLD
from sayso.link.features.base import Feature, Saying
from sayso.link.frame import Frame


def points(one: Frame, other: Frame) -> bool:
    """Whether one claim names the other's claimer or its side, and this is not one's own side."""
    return bool(one.about & (other.speaker - one.speaker))


def left_names_right(left: Frame, right: Frame) -> float:
    """1: the left content names the right claimer or its side."""
    return float(points(left, right))


def right_names_left(left: Frame, right: Frame) -> float:
    """1: the right content names the left claimer or its side."""
    return float(points(right, left))


def swapped(left: Frame, right: Frame) -> float:
    """1: each names the other's side."""
    return float(points(left, right) and points(right, left))


def same_target(left: Frame, right: Frame) -> float:
    """The share of named parties, other than the claimers' own sides, that both contents name."""
    mine = left.about - left.speaker - right.speaker
    theirs = right.about - left.speaker - right.speaker
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


def mirrored(left: Frame, right: Frame) -> frozenset[str]:
    """The kinds of act that each lays to the other's side; one of the two may only say "they"."""
    mine, theirs = _laid(left, right), _laid(right, left)
    they = {name for name, party in left.charges if party in UNTOLD}
    them = {name for name, party in right.charges if party in UNTOLD}
    return frozenset(mine & theirs | mine & them | they & theirs)


def opposed(left: Frame, right: Frame) -> bool:
    """Whether each speaks of the other's side, or lays the same to it."""
    return bool(swapped(left, right) or mirrored(left, right))


def _laid(one: Frame, other: Frame) -> set[str]:
    parties = (other.speaker | allies(other.lands)) - one.speaker - allies(one.lands)
    return {name for name, party in one.charges if party in parties}


def same_charge(left: Frame, right: Frame) -> float:
    """1: each lays one kind of act to the other's side."""
    return float(bool(mirrored(left, right)))


def _swap(left: Frame, right: Frame) -> Saying:
    return Saying(f"{left.name} speaks of the side of {right.name}, and the other way round")


def _left(left: Frame, right: Frame) -> Saying:
    return Saying(f"{left.name} speaks of {right.name} or that side")


def _right(left: Frame, right: Frame) -> Saying:
    return Saying(f"{right.name} speaks of {left.name} or that side")


def _target(left: Frame, right: Frame) -> Saying:
    return Saying(f"{left.name} and {right.name} name the same parties")


def _charge(left: Frame, right: Frame) -> Saying:
    kinds = sorted(mirrored(left, right))
    mine = [w for kind in kinds if (w := act_words(left.text, kind))]
    theirs = [w for kind in kinds if (w := act_words(right.text, kind))]
    detail = f"each lays it to the other's side: {', '.join(kinds)}"
    return Saying(detail, tuple(mine), tuple(theirs))


CHARGE = Feature("same_charge", same_charge, _charge)
SWAPPED = Feature("roles_swapped", swapped, _swap)
LEFT_NAMES = Feature("left_names_right", left_names_right, _left)
RIGHT_NAMES = Feature("right_names_left", right_names_left, _right)
SAME_TARGET = Feature("same_parties", same_target, _target)
