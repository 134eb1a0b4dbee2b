"""One act of speaking in two reports, or twice in one: one mouth, one occasion, shared content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.link.divergence import Change, divergence, telling
from sayso.link.features import claimer, figures, meaning, occasion, overlap, polarity, quoted
from sayso.link.features.base import Saying
from sayso.link.frame import Frame
from sayso.link.rules.base import Judged, Rule, told
from sayso.model.attribution import CueClass, Quotation
from sayso.model.relation import Reason, RelationKind

SURE, VERY_SURE = 0.75, 0.9
VETO = 0.2  # words alike prove nothing where the judge sees two remarks
LONG, SHORT = 5, 3  # telling words: fewer prove nothing by being near; fewer than SHORT, nothing
FEW = 3  # quoted words that both have: fewer are said by anybody
AGAIN = 0.25  # of the words of two claims of one report
NEAR, SHARED = 0.35, 0.3  # in meaning, and of the words: less, and the judge has to be very sure
FAR, HARDLY = 0.25, 0.12  # … less is another remark
_TAKES_UP = re.compile(r"(?:and |by )?(?:saying|claiming|arguing|alleging|stating|declaring)", re.I)
_SHOWN = (claimer.SAME, claimer.SPEAKS_FOR, occasion.SAME_DAY, quoted.QUOTED, overlap.JACCARD,
          figures.AGREE)  # fmt: skip


def possible(left: Frame, right: Frame) -> bool:
    """The gates: who, when, and no figure that clashes."""
    mouth = claimer.same(left, right) or claimer.speaks_for(left, right)
    if not mouth or not occasion.compatible(left, right) or claimer.nobody(left):
        return False
    if figures.clash(left, right) or polarity.denies(left) != polarity.denies(right):
        return False
    if proof(left, right):
        return True
    if shortest(left, right) < SHORT or meaning.meaning(left, right) < FAR:
        return False
    if said_on(left, right):  # two remarks, unless it is said twice
        return overlap.jaccard(left, right) >= HARDLY
    return overlap.contained(left, right) >= HARDLY


def solid(left: Frame, right: Frame) -> bool:
    """Whether the words speak for it as well: enough of them, near in meaning, many shared."""
    if shortest(left, right) < LONG or meaning.meaning(left, right) < NEAR:
        return False
    if said_on(left, right):
        return overlap.jaccard(left, right) >= AGAIN
    return overlap.contained(left, right) >= SHARED


def said_on(left: Frame, right: Frame) -> bool:
    """Whether both stand in the body of one report."""
    here = left.place.document == right.place.document
    return here and not (left.place.title or right.place.title)


def proof(left: Frame, right: Frame) -> float:
    """How far the words alone prove one utterance: a quotation that the other has, too."""
    if not (claimer.same(left, right) or claimer.speaks_for(left, right)):
        return 0.0
    both, run = quoted.both_quoted(left, right), overlap.run(left, right)
    jaccard = overlap.jaccard(left, right)
    rare = overlap.shared_rare(left, right)
    if goes_on(left, right) or goes_on(right, left):
        return 0.7
    near, contained = meaning.meaning(left, right), overlap.contained(left, right)
    title = left.place.title or right.place.title
    long = shortest(left, right) >= LONG
    one_mouth = claimer.same(left, right) or bool(left.lands & right.lands)
    return max(
        0.8 * (near >= 0.7 and contained >= 0.45 and rare >= 0.3 and long and one_mouth),
        0.8 * (title and near >= 0.6 and contained >= 0.7),
        0.9 * (both >= 0.6 and rare >= 0.5 and len(quoted.shared(left, right)) >= FEW),
        0.85 * (run >= 0.4 and jaccard >= 0.3),
        0.75 * (quoted.quoted(left, right) >= 0.6 and rare >= 0.5),
        0.7 * (jaccard >= 0.3 and rare >= 0.5),
    )


def shortest(left: Frame, right: Frame) -> int:
    """How many telling words the shorter one has."""
    return min(len(left.stems), len(right.stems))


def sure(left: Frame, right: Frame) -> float:
    """It takes more where nobody can tell when one of the two was said, or the words speak little
    for it, unless they prove it."""
    dated = (left.said and right.said) or left.place.document == right.place.document
    return SURE if proof(left, right) or (dated and solid(left, right)) else VERY_SURE


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


RULE = Rule(
    RelationKind.SAME_UTTERANCE, sure, possible, proof, _SHOWN, _differences, alone=True, veto=VETO
)
