"""4. Attribution → Claim: which person or body "he", "the ministry", "the statement" is; for whom
they speak; through what, to whom, where and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model.attribution import Attribution, CueClass
from sayso.model.claim import Claim
from sayso.model.parsed import Parsed
from sayso.model.trace import Problem

if TYPE_CHECKING:
    from sayso.resolve.anaphora import SameScorer

__all__ = ["Resolved", "resolve", "resolve_all"]


def resolve(
    parsed: Parsed,
    attributions: Sequence[Attribution],
    readings: Sequence[tuple[CueClass, bool]],
    same: SameScorer | None = None,
) -> tuple[Claim, ...]:
    """The claims of one document, in the order of the attributions; see `resolve_all`."""
    return resolve_all(parsed, attributions, readings, same).claims


@dataclass(frozen=True, slots=True)
class Resolved:
    """The claims of a document, and what was wrong on the way (a date that cannot be)."""

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


def resolve_all(
    parsed: Parsed,
    attributions: Sequence[Attribution],
    readings: Sequence[tuple[CueClass, bool]],
    same: SameScorer | None = None,
) -> Resolved:
    """The claims of one document, in the order of the attributions, and its problems.

    readings: for each attribution the class of its cue and whether it is negated.
    same: a learned judge of what names the same thing; the rules work without it.
    A joint source ("Roe and Doe") gives a claim for each speaker, next to one another.
    """
    from sayso.resolve.claims import Document

    document = Document(parsed, attributions, same)
    claims = document.claims(attributions, readings)
    return Resolved(claims, tuple(document.problems))
