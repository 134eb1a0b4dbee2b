"""The hand-written pairs of claims: reading them, which are held out, scoring a judge on them."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.eval.quarrels import Quarrel, quarrels
from sayso.eval.report import Report, Row
from sayso.judging import load_sentences
from sayso.link.frame import Frame, Place, Setting, compose, days
from sayso.link.judge import NONE, Judge, Probabilities
from sayso.linking import country
from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import KnownFrom, When
from sayso.model.span import Evidence, Span

TENTH = 10
PRECISE = 0.9


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims with their label. id, quarrel, kind ("none" where there is no tie), topic: as
    written."""

    id: str
    quarrel: str
    topic: str
    kind: str
    left: Frame
    right: Frame


def held_out(quarrel: str) -> bool:
    """Whether the pairs of a quarrel are kept for scoring and never trained on: one in ten. Pairs
    of one quarrel share texts, so they stay together."""
    return zlib.crc32(quarrel.encode()) % TENTH == 0


def read(path: Path) -> list[Pair]:
    """The pairs of a text file of quarrels, or of all such files in a folder."""
    return framed(quarrels(path))


def framed(written: Iterable[Quarrel]) -> list[Pair]:
    """The pairs of quarrels as a case would have them: with sentence vectors."""
    found = [one for quarrel in written for one in pairs(quarrel)]
    frames = {side.claim: side for one in found for side in (one.left, one.right)}
    vectors = load_sentences()([frame.text for frame in frames.values()])
    known = {
        made: replace(frame, vector=vector)
        for (made, frame), vector in zip(frames.items(), vectors, strict=True)
    }
    return [replace(one, left=known[one.left.claim], right=known[one.right.claim]) for one in found]


def pairs(quarrel: Quarrel) -> Iterator[Pair]:
    """The pairs of one quarrel, without sentence vectors."""
    sides = {
        letter: _frame(said, f"{quarrel.name}/{letter}") for letter, said in quarrel.claims.items()
    }
    for left, right, kind in quarrel.ties():
        made = f"{quarrel.name}-{left}{right}"
        yield Pair(made, quarrel.name, quarrel.topic, kind, sides[left], sides[right])


def decided(found: Probabilities, threshold: float = 0.0) -> str:
    """The label that a judge gives: the likeliest, or none where it is not sure enough."""
    label = max(found, key=lambda name: found[name])
    return label if found[label] >= threshold else NONE


def score(judge: Judge, pairs: Sequence[Pair], threshold: float = 0.0) -> Report:
    """Each label as a row of a report; and each kind once more, of its surest answers as many as
    are right in nine of ten cases: what its threshold can be on these pairs."""
    answers = list(judge([(pair.left, pair.right) for pair in pairs]))
    given = [decided(found, threshold) for found in answers]
    labels = [pair.kind for pair in pairs]
    right = Counter(a for a, label in zip(given, labels, strict=True) if a == label)
    gold, got = Counter(labels), Counter(given)
    rows = [Row(kind, right[kind], got[kind], gold[kind]) for kind in sorted(gold)]
    surest = [_surest(kind, answers, labels) for kind in sorted(gold) if kind != NONE]
    notes = (f"{row.name}: those of a chance of {lowest:.2f} or more" for row, lowest in surest)
    return Report("pairs", (*rows, *(row for row, _ in surest)), tuple(notes))


def _surest(
    kind: str, answers: Sequence[Probabilities], labels: Sequence[str]
) -> tuple[Row, float]:
    """The most answers of a kind, surest first, of which PRECISE are right; the lowest chance."""
    ranked = sorted(((found[kind], label) for found, label in zip(answers, labels, strict=True)),
                    key=lambda one: -one[0])  # fmt: skip
    hits, best, lowest = 0, (0, 0), 1.0
    for given, (chance, label) in enumerate(ranked, 1):
        hits += label == kind
        if hits >= PRECISE * given:
            best, lowest = (hits, given), chance
    return Row(f"{kind}, the surest", *best, labels.count(kind)), lowest


def kinds(pairs: Iterable[Pair]) -> Mapping[str, int]:
    """How many pairs there are of each label."""
    return Counter(pair.kind for pair in pairs)


def _frame(side: Mapping[str, str], made: str) -> Frame:
    """A side as the claim of a document of its own, that holds nothing else."""
    text = side["text"]
    kind = EntityKind(side["kind"])
    who = Entity.make(side["claimer"], kind, None, side["affiliation"] or None)
    words = Evidence.cut(made, text, Span(0, len(text)))
    tie = Attribution(f"c{made}", made, None, None, (words.span,), Quotation(side["quotation"]))
    claim = Claim(tie, who, None, None, (words,), CueClass(side["cue_class"]))
    said = When(side["said"], KnownFrom.GIVEN) if side["said"] else None
    place = Place(made, 0, len(text), side["outlet"] or None, printed=days(said, known=False))
    setting = Setting(place, days(said, known=True), side["cue"])
    return compose(claim, (words,), setting, country)
