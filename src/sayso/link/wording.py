"""How a claim is put before the learned judge: one line of text a side.

The same line is made from a claim of a case and from a hand-written pair, so that the judge sees
in use what it saw in training. Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

LONGEST = 420  # characters of a claim's words: what comes after is left off


@dataclass(frozen=True, slots=True)
class Side:
    """What the judge is told of a claim.

    claimer, affiliation: names. cue: its words. cue_class: as in the contract; negated: "did not".
    said: ISO date as precise as known, or None. text: the content.
    """

    claimer: str
    affiliation: str | None
    cue: str
    cue_class: str
    negated: bool
    said: str | None
    text: str


def line(side: Side) -> str:
    """`Ada Lund (Oruna) denied [not deny]: the bridge was closed`"""
    of = f" ({side.affiliation})" if side.affiliation else ""
    act = f"not {side.cue_class}" if side.negated else side.cue_class
    return f"{side.claimer}{of} {side.cue} [{act}]: {side.text[:LONGEST]}"


def apart(left: str | None, right: str | None) -> str:
    """How far apart two dates are, in words: what is known to the month is taken by its middle."""
    if not left or not right:
        return "undated"
    days = abs((_day(left) - _day(right)).days)
    coarse = min(len(left), len(right)) < len("2031-03-02")
    if days == 0 and not coarse:
        return "same day"
    return "days apart" if days <= 3 else "weeks apart" if days <= 45 else "months apart"


def _day(iso: str) -> date:
    year, month, day = (*map(int, iso.split("-")), 0, 0)[:3]
    return date(year, month or 7, day or 15)
