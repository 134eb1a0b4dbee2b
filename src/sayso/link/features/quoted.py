"""Words that stand in quotation marks on one side, and on the other."""

from __future__ import annotations

from sayso.link.features.base import Feature, Saying
from sayso.link.features.overlap import in_common
from sayso.link.frame import Frame
from sayso.link.words import mass


def quoted(left: Frame, right: Frame) -> float:
    """The share of one side's quoted words that the other side has, at its best."""
    return max(_share(left, right), _share(right, left))


def both_quoted(left: Frame, right: Frame) -> float:
    """The share of quoted words that both sides have in quotation marks, of the fewer."""
    mine, theirs = _all(left), _all(right)
    if not mine or not theirs:
        return 0.0
    return mass(mine & theirs) / max(2.0, min(mass(mine), mass(theirs)))


def shared(left: Frame, right: Frame) -> frozenset[str]:
    """The stems that both sides have in quotation marks."""
    return _all(left) & _all(right)


def _share(one: Frame, other: Frame) -> float:
    best = 0.0
    for stretch in one.quoted:
        inside = frozenset(stretch)
        if inside:
            best = max(best, mass(inside & other.stems) / max(4.0, mass(inside)))
    return best


def _all(one: Frame) -> frozenset[str]:
    return frozenset(stem for stretch in one.quoted for stem in stretch)


def _say(left: Frame, right: Frame) -> Saying:
    mine, theirs = in_common(left, right)
    return Saying(f"quoted words that both have: {', '.join(mine)}", mine, theirs)


QUOTED = Feature("shared_quotation", quoted, _say)
BOTH_QUOTED = Feature("quoted_by_both", both_quoted, _say)
