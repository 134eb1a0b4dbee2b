"""Coreference metrics of the CoNLL-2012 task: MUC, B³, CEAF over entities, and their average.

A chain is a set of places that name one thing; chains of one place count for B³ and CEAF only.
Each metric gives four sums, so that documents add up: what precision and recall are the quotients
of (`Sums`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.eval.report import Row

Place = tuple[int, int]
Chain = frozenset[Place]
Chains = Sequence[Chain]


@dataclass(frozen=True, slots=True)
class Sums:
    """right_found of found is precision, right_gold of gold is recall."""

    right_found: float = 0.0
    found: float = 0.0
    right_gold: float = 0.0
    gold: float = 0.0

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            self.right_found + other.right_found,
            self.found + other.found,
            self.right_gold + other.right_gold,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        return 100 * self.right_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.right_gold / self.gold if self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Rated(Row):
    """A row whose precision and recall, 0 to 100, do not count the same hits."""

    rates: tuple[float, float] = (0.0, 0.0)

    @property
    def precision(self) -> float:
        return self.rates[0]

    @property
    def recall(self) -> float:
        return self.rates[1]

    @property
    def f1(self) -> float:
        both = sum(self.rates)
        return 2 * self.precision * self.recall / both if both else 0.0


def muc(found: Chains, gold: Chains) -> Sums:
    """Links: a chain of n places has n - 1, less one for each piece more that the other side
    cuts it into (Vilain et al. 1995)."""
    precision, recall = _links(found, gold), _links(gold, found)
    return Sums(precision[0], precision[1], recall[0], recall[1])


def _links(chains: Chains, others: Chains) -> tuple[int, int]:
    where = {place: number for number, chain in enumerate(others) for place in chain}
    right = total = 0
    for chain in chains:
        known = {where[place] for place in chain if place in where}
        pieces = len(known) + sum(place not in where for place in chain)
        right += len(chain) - pieces
        total += len(chain) - 1
    return right, total


def b_cubed(found: Chains, gold: Chains) -> Sums:
    """Places: the share of a place's chain that the other side has in its chain too (Bagga and
    Baldwin 1998)."""
    precision, recall = _shares(found, gold), _shares(gold, found)
    return Sums(precision[0], precision[1], recall[0], recall[1])


def _shares(chains: Chains, others: Chains) -> tuple[float, int]:
    right = sum(len(a & b) ** 2 / len(a) for a in chains for b in others if a & b)
    return right, sum(map(len, chains))


def ceaf(found: Chains, gold: Chains) -> Sums:
    """Entities: chains paired off one to one so that their likeness, 2 |a ∩ b| / (|a| + |b|), adds
    up to the most (Luo 2005, φ4)."""
    if not found or not gold:
        return Sums(0.0, len(found), 0.0, len(gold))
    likeness = [[2 * len(a & b) / (len(a) + len(b)) for b in gold] for a in found]
    most = best_pairing(likeness)
    return Sums(most, len(found), most, len(gold))


def best_pairing(gains: Sequence[Sequence[float]]) -> float:
    """The most that a one-to-one pairing of rows and columns gains; the Hungarian method with
    potentials, O(rows² · columns)."""
    if len(gains) > len(gains[0]):
        gains = list(zip(*gains, strict=True))
    rows, columns = len(gains), len(gains[0])
    row_potential, column_potential = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)  # the row that a column is paired with; 0 for none
    for row in range(1, rows + 1):
        _augment(row, gains, row_potential, column_potential, owner)
    return sum(gains[owner[c] - 1][c - 1] for c in range(1, columns + 1) if owner[c])


def _augment(
    row: int,
    gains: Sequence[Sequence[float]],
    row_potential: list[float],
    column_potential: list[float],
    owner: list[int],
) -> None:
    """Pair one row more, along the shortest way of re-pairing the others. Counts from 1."""
    columns = len(owner) - 1
    slack, before = [float("inf")] * (columns + 1), [0] * (columns + 1)
    seen = [False] * (columns + 1)
    owner[0], here = row, 0
    while owner[here]:
        seen[here] = True
        at, nearest, step = owner[here], 0, float("inf")
        for c in range(1, columns + 1):
            if seen[c]:
                continue
            cost = -gains[at - 1][c - 1] - row_potential[at] - column_potential[c]
            if cost < slack[c]:
                slack[c], before[c] = cost, here
            if slack[c] < step:
                step, nearest = slack[c], c
        for c in range(columns + 1):
            if seen[c]:
                row_potential[owner[c]] += step
                column_potential[c] -= step
            else:
                slack[c] -= step
        here = nearest
    while here:
        owner[here] = owner[before[here]]
        here = before[here]


METRICS = {"MUC": muc, "B3": b_cubed, "CEAFe": ceaf}


def rows(documents: Sequence[tuple[Chains, Chains]]) -> list[Row]:
    """A row for each metric over all documents (found, gold), and the average of the three F1.
    The rows count places."""
    found = sum(len(chain) for chains, _ in documents for chain in chains)
    gold = sum(len(chain) for _, chains in documents for chain in chains)
    made: list[Row] = []
    for name, metric in METRICS.items():
        sums = sum((metric(*document) for document in documents), Sums())
        made.append(Rated(name, 0, found, gold, (sums.precision, sums.recall)))
    return [*made, average(made, found, gold)]


def average(made: Sequence[Row], found: int, gold: int) -> Row:
    """The mean of each figure, F1 included: it is not the F1 of the mean precision and recall."""
    mean = tuple(sum(figure) / len(made) for figure in zip(*map(_figures, made), strict=True))
    return Mean("average", 0, found, gold, (mean[0], mean[1]), mean[2])


@dataclass(frozen=True, slots=True)
class Mean(Rated):
    """A mean of other rows."""

    mean_f1: float = 0.0

    @property
    def f1(self) -> float:
        return self.mean_f1


def _figures(row: Row) -> tuple[float, float, float]:
    return row.precision, row.recall, row.f1
