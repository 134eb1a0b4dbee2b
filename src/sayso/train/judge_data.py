"""What the judge of pairs learns from: NLI corpora first, then pairs of claims with their kind."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.eval.pairs import Pair
from sayso.link.features import FEATURES
from sayso.link.frame import Frame
from sayso.link.judge import CLASSES, TURNED, measured
from sayso.link.wording import lines
from sayso.parse.pieces import Pieces, to_pieces

NLI = {"entailment": 0, "neutral": 1, "contradiction": 2}
_INITIALS = {name[0]: number for name, number in NLI.items()}


@dataclass(frozen=True, slots=True)
class Example:
    """Two sides and their label: its number in CLASSES, or in NLI. features: in their order."""

    left: Pieces
    right: Pieces
    label: int
    features: tuple[float, ...] = (0.0,) * len(FEATURES)


Cut = Callable[[str], Pieces]


def cutter(tokenizer: Any, length: int) -> Cut:
    """Cuts a text into word pieces, the first `length` of them."""
    return lambda text: to_pieces(text, tokenizer).cut(0, length)


def both_ways(one: Pair, cut: Cut) -> tuple[Example, Example]:
    """A pair as it was written, and turned round."""
    turned = TURNED.get(one.kind, one.kind)
    return (
        _example(one.left, one.right, one.kind, cut),
        _example(one.right, one.left, turned, cut),
    )


def _example(left: Frame, right: Frame, kind: str, cut: Cut) -> Example:
    mine, theirs = lines(left, right)
    values = tuple(measured(left, right).values())
    return Example(cut(mine), cut(theirs), CLASSES.index(kind), values)


def nli(data: Path, cut: Cut) -> Iterator[Example]:
    """What entails or contradicts what: every second row of MNLI dev, the train part of SICK,
    negated MNLI and SNLI, every third row of Breaking NLI, the dev parts of ANLI 1 and 2."""
    for premise, hypothesis, label in _nli(data):
        yield Example(cut(premise), cut(hypothesis), label)


def _nli(data: Path) -> Iterator[tuple[str, str, int]]:
    for number, row in enumerate(_table(data / "nli_small/mnli/dev.csv")):
        if number % 2 and row["label"] in NLI:
            yield row["premise"], row["hypothesis"], NLI[row["label"]]
    for row in _table(data / "sts_sick/sts/sick2014/SICK_train.txt", delimiter="\t"):
        yield row["sentence_A"], row["sentence_B"], NLI[row["entailment_judgment"].lower()]
    for part in ("MNLI", "SNLI"):
        path = data / f"negation_nli/data/new_benchmarks/clean_data/{part}.txt"
        for row in _table(path, "cp1252", delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["Text"], row["Hypothesis"], _INITIALS[row["gold_label"][0]]
    with zipfile.ZipFile(data / "breaking_nli/breaking_nli_dataset.zip") as archive:
        texts = archive.read("data/dataset.jsonl").decode().splitlines()
    for row in map(json.loads, texts[::3]):
        yield row["sentence1"], row["sentence2"], NLI[row["gold_label"]]
    for part in ("r1", "r2"):
        for row in _table(data / f"anli_r1_r2/ANLI_analysis_{part}_dev.csv"):
            if (first := row["gold_label"][:1].lower()) in _INITIALS:
                yield row["context"], row["statement"], _INITIALS[first]


def _table(path: Path, encoding: str = "utf-8", **how: Any) -> Iterator[dict[str, str]]:
    with path.open(encoding=encoding, errors="replace", newline="") as table:
        yield from csv.DictReader(table, **how)
