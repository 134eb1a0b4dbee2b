"""What a scoring run found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measure.

    name: of what was scored. hits: found and marked by people. predicted: found. gold: marked.
    """

    name: str
    hits: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was found that people marked, 0 to 100."""
        return 100 * self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of what people marked that was found, 0 to 100."""
        return 100 * self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, 0 to 100."""
        both = self.predicted + self.gold
        return 200 * self.hits / both if both else 0.0

    def as_dict(self) -> dict[str, str | int | float]:
        """For tables and JSON; figures to one place."""
        return {
            "name": self.name,
            "precision": round(self.precision, 1),
            "recall": round(self.recall, 1),
            "f1": round(self.f1, 1),
            "predicted": self.predicted,
            "gold": self.gold,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """A scoring run: of which corpus, its rows, and notes a reader needs to judge them."""

    corpus: str
    measures: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> list[dict[str, str | int | float]]:
        return [row.as_dict() for row in self.measures]
