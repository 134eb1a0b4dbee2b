"""One act of speaking in two reports, or twice in one: one mouth, one occasion, shared content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.link.divergence import Change, divergence, telling
from sayso.link.features import claimer, figures, occasion, overlap, polarity, quoted
from sayso.link.features.base import Saying
from sayso.link.frame import Frame
from sayso.link.rules.base import Judged, asserted, said, told
from sayso.model.attribution import CueClass, Quotation
from sayso.model.relation import Reason, Relation, RelationKind

SURE, VERY_SURE = 0.75, 0.85
_TAKES_UP = re.compile(r"(?:and |by )?(?:saying|claiming|arguing|alleging|stating|declaring)", re.I)
_SHOWN = (claimer.SAME, claimer.SPEAKS_FOR, occasion.SAME_DAY, quoted.QUOTED, overlap.JACCARD,
          figures.AGREE)  # fmt: skip


def rule(pair: Judged) -> Relation | None:
    """Asserted where the judge is sure or the wording proves it, and nothing speaks against."""
    score = max(pair.found["same_utterance"], wording(pair))
    if score < SURE or not possible(pair):
        return None
    reasons = [*said(pair, _SHOWN), *_differences(pair)]
    return asserted(pair, RelationKind.SAME_UTTERANCE, score, reasons)


def possible(pair: Judged) -> bool:
    """The gates: who, when, and no figure that clashes."""
    left, right = pair.left, pair.right
    mouth = claimer.same(left, right) or claimer.speaks_for(left, right)
    if not mouth or not occasion.compatible(left, right):
        return False
    dated = (left.said and right.said) or left.place.document == right.place.document
    if not dated and pair.found["same_utterance"] < VERY_SURE and not wording(pair):
        return False
    if figures.clash(left, right) or not (
        left.stems & right.stems or goes_on(left, right) or goes_on(right, left)
    ):
        return False
    return polarity.denies(left) == polarity.denies(right)


def wording(pair: Judged) -> float:
    """How far the words alone prove one utterance: a quotation that the other has, too."""
    left, right = pair.left, pair.right
    if not (claimer.same(left, right) or claimer.speaks_for(left, right)):
        return 0.0
    both, run = quoted.both_quoted(left, right), overlap.run(left, right)
    jaccard = overlap.jaccard(left, right)
    rare = overlap.shared_rare(left, right)
    if goes_on(left, right) or goes_on(right, left):
        return 0.7
    return max(
        0.9 * (both >= 0.6 and rare >= 0.5),
        0.85 * (run >= 0.4 and jaccard >= 0.3),
        0.75 * (quoted.quoted(left, right) >= 0.6 and rare >= 0.5),
        0.7 * (jaccard >= 0.3 and rare >= 0.5),
    )


def goes_on(first: Frame, then: Frame) -> bool:
    """Whether one takes up the other in its sentence: "accused Veld of lying, saying that …"."""
    near = -1 <= then.place.start - first.place.end < 40
    taken_up = first.cue_class is CueClass.ACCUSE and _TAKES_UP.fullmatch(then.cue.strip())
    return near and bool(taken_up) and first.place.document == then.place.document


def _differences(pair: Judged) -> Iterator[Reason]:
    """What the two wordings make of one utterance."""
    stretches = telling(divergence(pair.left.parts, pair.right.parts))
    for stretch in stretches[:8]:
        detail = {
            Change.OTHER: f"“{stretch.left}” here, “{stretch.right}” there",
            Change.ONLY_LEFT: f"only here: “{stretch.left}”",
            Change.ONLY_RIGHT: f"only there: “{stretch.right}”",
        }[stretch.change]
        yield Reason("divergence", 0.0, detail, stretch.left_parts, stretch.right_parts)
    direct = pair.left.quotation is pair.right.quotation is Quotation.DIRECT
    if direct and any(s.change is Change.OTHER for s in stretches):
        saying = Saying("both stand in quotation marks and differ: at most one is verbatim")
        yield told(pair, "not_verbatim", 0.0, saying)
