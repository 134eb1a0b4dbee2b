"""How near two contents are in meaning, by sentence vectors. No evidence of copying."""

from __future__ import annotations

from functools import lru_cache

from sayso.link.features.base import Feature, Saying
from sayso.link.frame import Frame

STEPS = 400  # a part of a vector of length 1 is kept in so many steps, -127 to 127


def meaning(left: Frame, right: Frame) -> float:
    """The cosine of both vectors, 0 where it is below, or where a claim has none."""
    if not left.vector or not right.vector:
        return 0.0
    return cosine(left.vector, right.vector)


@lru_cache(maxsize=8192)
def cosine(left: bytes, right: bytes) -> float:
    """The cosine of two sentence vectors as `judging` makes them, 0 where it is below."""
    import numpy as np  # only here: what asks nothing of the words shall load nothing

    mine, theirs = (np.frombuffer(one, np.int8).astype(np.int32) for one in (left, right))
    return min(1.0, max(0.0, float(mine @ theirs) / STEPS**2))


def _say(left: Frame, right: Frame) -> Saying:
    return Saying(f"the contents are near in meaning: {meaning(left, right):.2f}")


MEANING = Feature("near_in_meaning", meaning, _say)
