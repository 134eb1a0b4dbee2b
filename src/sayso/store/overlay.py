"""What people say a claim should be, laid over what was found in its document.

Findings come and go; the corrections stay, and each new analysis has them laid over it. A claim
that a correction replaces is put aside, so that it comes back when the correction is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.claim import Claim
from sayso.model.correction import Correction
from sayso.model.span import Span
from sayso.model.trace import Maker

PERSON = "person"  # name of the maker of a claim that somebody corrected
_SAME = 0.5  # of the longer content: two claims that share so much are about the same words


@dataclass(frozen=True, slots=True)
class Overlaid:
    """found: what stays of the findings. written: claims as people say they should be, with the
    correction that says so. overruled: found, and put aside, with that correction."""

    found: tuple[Claim, ...]
    written: tuple[tuple[Claim, Correction], ...]
    overruled: tuple[tuple[Claim, Correction], ...]


def overlay(found: Sequence[Claim], corrections: Iterable[Correction]) -> Overlaid:
    """Findings of one document under the corrections that count, none of them taken back."""
    kept = list(found)
    written, overruled = list[tuple[Claim, Correction]](), list[tuple[Claim, Correction]]()
    for correction in corrections:
        if correction.claim is None:
            continue
        gone = _replaced(kept, correction, correction.claim)
        kept = [claim for claim in kept if claim not in gone]
        overruled += [(claim, correction) for claim in gone]
        written.append((correction.claim, correction))
    now = {old.id: made.claim.id for old, made in overruled if made.claim}
    known = {claim.id for claim in kept} | {claim.id for claim, _ in written}
    return Overlaid(
        found=tuple(_under(claim, now, known) for claim in kept),
        written=tuple((_under(claim, now, known), why) for claim, why in written),
        overruled=tuple(overruled),
    )


def maker(correction: Correction) -> Maker:
    """Who made a claim that is written by a correction."""
    return Maker(PERSON, correction.who)


def _replaced(found: Sequence[Claim], correction: Correction, claim: Claim) -> list[Claim]:
    """What a correction replaces: the claim it is about, and the same words found anew; where
    another analysis found neither, whatever is about the same words."""
    named = [one for one in found if one.id in (correction.subject, claim.id)]
    return named or [one for one in found if _about_the_same(one, claim)]


def _about_the_same(one: Claim, other: Claim) -> bool:
    if one.cue and other.cue and not one.cue.span.overlaps(other.cue.span):
        return False
    mine, theirs = _letters(one), _letters(other)
    return len(mine & theirs) > _SAME * max(len(mine), len(theirs))


def _letters(claim: Claim) -> set[int]:
    spans: Iterable[Span] = (part.span for part in claim.content)
    return {at for span in spans for at in range(span.start, span.end)}


def _under(claim: Claim, now: Mapping[str, str], known: set[str]) -> Claim:
    """The claim under the parent of today."""
    tie = claim.attribution
    parent = now.get(tie.parent, tie.parent) if tie.parent else None
    parent = parent if parent in known and parent != tie.id else None
    if parent == tie.parent:
        return claim
    return replace(claim, attribution=replace(tie, parent=parent))
