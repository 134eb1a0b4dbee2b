"""What the judge of pairs learns from: NLI corpora first, then pairs of claims with their kind."""

from __future__ import annotations

import csv
import json
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from sayso.eval.entailment import HELD
from sayso.eval.pairs import Pair, framed
from sayso.eval.quarrels import Quarrel
from sayso.judging import ENTAILMENT
from sayso.link.features import FEATURES
from sayso.link.frame import Frame
from sayso.link.judge import CLASSES, NONE, TURNED, measured
from sayso.link.wording import lines
from sayso.linking import country
from sayso.parse.pieces import Pieces, to_pieces
from sayso.train.corpora import conll
from sayso.train.judge_names import Pools, countries, exchanged

NLI = {name: number for number, name in enumerate(ENTAILMENT)}
NOT_ENTAILED = len(NLI)  # neutral or contradiction: some corpora do not tell which
_PICTURE = re.compile(r"\s*\d+jpg\d")  # what begins each caption of MPE
_INITIALS = {name[0]: number for name, number in NLI.items()}


@dataclass(frozen=True, slots=True)
class Example:
    """Two sides and their label: its number in CLASSES, or in NLI. features: in their order."""

    left: Pieces
    right: Pieces
    label: int
    features: tuple[float, ...] = (0.0,) * len(FEATURES)


Cut = Callable[[str], Pieces]


class Quarrels:
    """Quarrels to learn from. unlisted: how many pairs of no tie that nobody wrote down stand
    beside each tie."""

    def __init__(
        self, written: Sequence[Quarrel], pools: Pools, rng: random.Random, unlisted: float = 0.7
    ) -> None:
        self._written, self._pools, self._rng, self._unlisted = written, pools, rng, unlisted

    def once(self) -> list[Pair]:
        """The pairs for one time round: each listed one, and some of the others."""
        return framed(self._some(quarrel) for quarrel in self._written)

    def _some(self, quarrel: Quarrel) -> Quarrel:
        ties = sum(label != NONE for *_, label in quarrel.listed)
        others = [tie for tie in quarrel.ties() if tie not in quarrel.listed]
        most = min(len(others), round(ties * self._unlisted))
        other = self._rng.random() < 0.5
        made = exchanged(quarrel, self._pools, self._rng) if other else quarrel
        kept = [*quarrel.listed, *self._rng.sample(others, most)]
        return replace(made, listed=kept, complete=False)


def pools(data: Path) -> Pools:
    """Real countries, and the people and towns of CoNLL-2003's training part."""
    people, towns = set[tuple[str, str]](), set[str]()
    for one in conll(data / "conll2003/corpus/CoNLL-2003/eng.train"):
        for start, end, sort in one.names:
            words = one.text[start:end].split()
            if not all(word.istitle() and word.isalpha() for word in words):
                continue
            if sort == "PER" and len(words) == 2:
                people.add((words[0], words[1]))
            elif sort == "LOC" and len(words) == 1 and not country(words[0]):
                towns.add(words[0])
    return Pools(countries(), sorted(people), sorted(towns))


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
    """What entails or contradicts what: seven in eight rows of MNLI dev, the train parts of SICK,
    MPE, FraCaS and RTE, RTE-3, negated MNLI and SNLI, every third row of Breaking NLI, the dev
    parts of ANLI 1 and 2."""
    for premise, hypothesis, label in _nli(data):
        yield Example(cut(premise), cut(hypothesis), label)


def _nli(data: Path) -> Iterator[tuple[str, str, int]]:
    for number, row in enumerate(_table(data / "nli_small/mnli/dev.csv")):
        if number % HELD and row["label"] in NLI:
            yield row["premise"], row["hypothesis"], NLI[row["label"]]
    for row in _table(data / "nli_small/mpe/train.csv"):
        premises = _PICTURE.sub(". ", row["premise"]).removeprefix(". ")
        yield premises, row["hypothesis"], NLI[row["label"]]
    for row in _table(data / "nli_small/fracas/train.csv"):
        if row["label"] in NLI:
            yield row["premise"], row["hypothesis"], NLI[row["label"]]
    for row in _table(data / "rte_glue/data/RTE/train.tsv", delimiter="\t", quoting=csv.QUOTE_NONE):
        entailed = row["label"] == "entailment"
        yield row["sentence1"], row["sentence2"], NLI["entailment"] if entailed else NOT_ENTAILED
    folder = data / "rte3/core/src/main/resources/data-set"
    for pair in ElementTree.parse(folder / "English_dev.xml").iter("pair"):
        entailed = pair.get("entailment", "").upper() in ("ENTAILMENT", "YES")
        label = NLI["entailment"] if entailed else NOT_ENTAILED
        yield pair.findtext("t", ""), pair.findtext("h", ""), label
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
