"""Figures that clash or agree."""

from __future__ import annotations

from itertools import product

from sayso.link.features.base import Feature, Saying
from sayso.link.frame import Frame
from sayso.link.numbers import Number


def clash(left: Frame, right: Frame) -> float:
    """1: two figures for the same thing that cannot both be right, and none for it that agrees."""
    return float(clashing(left, right) is not None)


def agree(left: Frame, right: Frame) -> float:
    """1: one figure for the same thing."""
    return float(agreeing(left, right) is not None)


def equal(left: Frame, right: Frame) -> float:
    """1: a figure above ten stands on both sides, whatever it counts."""
    mine = {n.low or n.high for n in left.numbers}
    theirs = {n.low or n.high for n in right.numbers}
    return float(any(value > 10 for value in mine & theirs))


def clashing(left: Frame, right: Frame) -> tuple[Number, Number] | None:
    """The figures that clash."""
    if agreeing(left, right) or equal(left, right):
        return None
    pairs = product(left.numbers, right.numbers)
    return next(((a, b) for a, b in pairs if a.clashes(b)), None)


def agreeing(left: Frame, right: Frame) -> tuple[Number, Number] | None:
    """The figures that agree."""
    pairs = product(left.numbers, right.numbers)
    return next(((a, b) for a, b in pairs if a.agrees(b)), None)


def _clash(left: Frame, right: Frame) -> Saying:
    found = clashing(left, right)
    mine, theirs = (n.words for n in found) if found else ("", "")
    return Saying(f"{mine} against {theirs} for the same thing", (mine,), (theirs,))


def _agree(left: Frame, right: Frame) -> Saying:
    found = agreeing(left, right)
    mine, theirs = (n.words for n in found) if found else ("", "")
    return Saying(f"both give the figure {mine}", (mine,), (theirs,))


def _equal(_left: Frame, _right: Frame) -> Saying:
    return Saying("one figure stands on both sides")


CLASH = Feature("numbers_clash", clash, _clash)
AGREE = Feature("numbers_agree", agree, _agree)
EQUAL = Feature("same_figure", equal, _equal)
