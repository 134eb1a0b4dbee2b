"""The promise of a feature: what it measures on two claims, and how it says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.link.frame import Frame

Pair = tuple[Frame, Frame]


@dataclass(frozen=True, slots=True)
class Saying:
    """What a feature saw, in a sentence that a reader can check.

    left, right: the words on each side that it rests on, as they stand in the content.
    """

    detail: str
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing about two claims.

    name: as reasons give it. value: a number, 0 where there is nothing to see, mostly 0 to 1.
    say: the sentence for it; asked only where the value is not 0.
    """

    name: str
    value: Callable[[Frame, Frame], float]
    say: Callable[[Frame, Frame], Saying]
