"""The hand-written pairs of claims: reading them, which are held out, scoring a judge on them."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sayso.eval.report import Row
from sayso.judging import load_sentences
from sayso.link.frame import Frame, Place, Setting, compose, days
from sayso.link.judge import NONE, Judge, Probabilities
from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import KnownFrom, When
from sayso.model.errors import UsageError
from sayso.model.span import Evidence, Span

TENTH = 10


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
    """The pairs of a file of JSON lines, or of all such files in a folder, as a case would have
    them: with sentence vectors."""
    found = list(_read(path))
    frames = [frame for one in found for frame in (one.left, one.right)]
    vectors = iter(load_sentences()([frame.text for frame in frames]))
    return [
        replace(one, left=replace(one.left, vector=next(vectors)),
                right=replace(one.right, vector=next(vectors)))
        for one in found
    ]  # fmt: skip


def _read(path: Path) -> Iterator[Pair]:
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise UsageError(f"{path} holds no pairs; give a file of JSON lines")
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield _pair(json.loads(line))


def decided(found: Probabilities, threshold: float = 0.0) -> str:
    """The label that a judge gives: the likeliest, or none where it is not sure enough."""
    label = max(found, key=lambda name: found[name])
    return label if found[label] >= threshold else NONE


def score(judge: Judge, pairs: Sequence[Pair], threshold: float = 0.0) -> list[Row]:
    """Each label as a row of a report."""
    answers = judge([(pair.left, pair.right) for pair in pairs])
    given = [decided(found, threshold) for found in answers]
    right = Counter(a for a, pair in zip(given, pairs, strict=True) if a == pair.kind)
    gold, got = Counter(pair.kind for pair in pairs), Counter(given)
    return [Row(kind, right[kind], got[kind], gold[kind]) for kind in sorted(gold)]


def kinds(pairs: Iterable[Pair]) -> Mapping[str, int]:
    """How many pairs there are of each label."""
    return Counter(pair.kind for pair in pairs)


def _pair(line: Mapping[str, Any]) -> Pair:
    left, right = (_frame(line[side], f"{line['id']}/{side}") for side in ("left", "right"))
    return Pair(line["id"], line["quarrel"], line["topic"], line["kind"], left, right)


def _frame(side: Mapping[str, Any], made: str) -> Frame:
    """A side as the claim of a document of its own, that holds nothing else."""
    text, affiliation = side["text"], side.get("affiliation")
    who = Entity.make(side["claimer"], EntityKind(side["kind"]), None, affiliation)
    words = Evidence.cut(made, text, Span(0, len(text)))
    tie = Attribution(f"c{made}", made, None, None, (words.span,), Quotation(side["quotation"]))
    claim = Claim(tie, who, None, None, (words,), CueClass(side["cue_class"]))
    said = When(side["said"], KnownFrom.GIVEN) if side.get("said") else None
    place = Place(made, 0, len(text), side.get("outlet"), printed=days(said, known=False))
    setting = Setting(place, days(said, known=True), side.get("cue") or "")
    return compose(claim, (words,), setting, lambda _words: None)
