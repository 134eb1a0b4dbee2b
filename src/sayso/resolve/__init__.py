"""4. Attribution → Claim: which person or body "he", "the ministry", "the statement" is; for whom
they speak; through what, to whom, where and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.model.attribution import Attribution, CueClass
from sayso.model.claim import Claim
from sayso.model.parsed import Parsed

if TYPE_CHECKING:
    from sayso.resolve.anaphora import SameScorer

__all__ = ["resolve"]


def resolve(
    parsed: Parsed,
    attributions: Sequence[Attribution],
    readings: Sequence[tuple[CueClass, bool]],
    same: SameScorer | None = None,
) -> tuple[Claim, ...]:
    """The claims of one document, in the order of the attributions.

    readings: for each attribution the class of its cue and whether it is negated.
    same: a learned judge of what names the same thing; the rules work without it.
    A joint source ("Roe and Doe") gives a claim for each speaker, next to one another.
    """
    from sayso.resolve.claims import Document

    return Document(parsed, attributions, same).claims(attributions, readings)
