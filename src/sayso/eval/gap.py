"""GAP: whether a pronoun in a Wikipedia passage is name A, name B, or neither."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sayso.eval.report import Report, Row
from sayso.model.span import Span
from sayso.parse.sentences import sentences
from sayso.resolve.nearness import learned, likeness, log_odds, logit

Pairs = Sequence[tuple[Span, Span]]
Same = Callable[[str, Pairs], Sequence[float]]
"""(text, pairs of places in it) → how likely each pair names one thing, 0 to 1."""

_THRESHOLD = 0.0  # in nine of ten passages, of the training files too, it is A or B: always answer
_MASCULINE = frozenset({"he", "him", "his"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, its pronoun, the names A and B, and for each name whether the pronoun is it."""

    text: str
    pronoun: Span
    names: tuple[Span, Span]
    gold: tuple[bool, bool]

    @property
    def masculine(self) -> bool:
        return self.pronoun.cut(self.text).lower() in _MASCULINE


def score(path: Path, same: Same, threshold: float = _THRESHOLD) -> Report:
    """path: gap-development.tsv or another of its files. As the task's own scorer does, each name
    is a yes or no of its own, and bias is feminine F1 over masculine."""
    answered = [(one, answer(one, same, threshold)) for one in passages(path)]
    rows = (
        _row("overall", answered),
        _row("masculine", [pair for pair in answered if pair[0].masculine]),
        _row("feminine", [pair for pair in answered if not pair[0].masculine]),
    )
    bias = rows[2].f1 / rows[1].f1 if rows[1].f1 else 0.0
    notes = (f"{len(answered)} pronouns, threshold {threshold}; bias (F/M) {bias:.3f}.",)
    return Report(path.stem, rows, notes)


def passages(path: Path) -> Iterator[Passage]:
    """The rows of a file."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Passage(
                row["Text"],
                _place(row, "Pronoun"),
                (_place(row, "A"), _place(row, "B")),
                (row["A-coref"].upper() == "TRUE", row["B-coref"].upper() == "TRUE"),
            )


def _place(row: dict[str, str], name: str) -> Span:
    start = int(row[f"{name}-offset"])
    return Span(start, start + len(row[name]))


def answer(one: Passage, same: Same, threshold: float) -> tuple[bool, bool]:
    """The likelier of the two names by the learned score and by how they stand to the pronoun, both
    as log-odds; nobody where its learned score is below the threshold."""
    odds = likeness(partial(same, one.text), one.pronoun, one.names)
    parts = sentences(one.text)
    a, b = (
        learned(score) + log_odds(one.text, one.pronoun, name, parts)
        for score, name in zip(odds, one.names, strict=True)
    )
    least = logit(threshold)
    return odds[0] >= least and a >= b, odds[1] >= least and b > a


def _row(name: str, answered: Sequence[tuple[Passage, tuple[bool, bool]]]) -> Row:
    both = [pair for one, given in answered for pair in zip(given, one.gold, strict=True)]
    hits = sum(given and gold for given, gold in both)
    return Row(name, hits, sum(given for given, _ in both), sum(gold for _, gold in both))
