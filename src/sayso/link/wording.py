"""How a pair of claims is put before the learned judge: one line of text a side.

The same lines are made of claims of a case and of hand-written pairs, so that the judge sees in use
what it saw in training.
"""

from __future__ import annotations

from sayso.link.frame import Days, Frame

LONGEST = 420  # characters of a claim's words: what comes after is left off


def lines(left: Frame, right: Frame) -> tuple[str, str]:
    """Both sides; the first begins with how far apart they were said."""
    return f"{apart(left.said, right.said)}: {line(left)}", line(right)


def line(one: Frame) -> str:
    """`Ada Lund (Oruna) denied [not deny]: the bridge was closed`"""
    of = f" ({one.affiliation})" if one.affiliation else ""
    act = f"not {one.cue_class.value}" if one.negated else one.cue_class.value
    return f"{one.name}{of} {one.cue} [{act}]: {one.text[:LONGEST]}"


def apart(left: Days | None, right: Days | None) -> str:
    """How far apart two sayings are, in words."""
    if left is None or right is None or not (left.known and right.known):
        return "undated"
    days = left.apart(right)
    if days == 0:
        return "same day" if left.first == left.last and right.first == right.last else "undated"
    return "days apart" if days <= 3 else "weeks apart" if days <= 45 else "months apart"
