"""Who found what when, and what went wrong on the way."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.ids import problem_id


@dataclass(frozen=True, slots=True)
class Maker:
    """The program that found a row. Kept apart from what the row is, and never part of an id.

    name: of the part ("minilm-roles"). version: its own. settings: JSON.
    """

    name: str
    version: str
    settings: str = "{}"

    def __str__(self) -> str:
        return f"{self.name}/{self.version}"


@dataclass(frozen=True, slots=True)
class Run:
    """One call of the program on a case. started, finished: ISO times; inputs: what was asked."""

    maker: Maker
    started: str
    finished: str | None
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Trouble in the data. Whatever is dropped leaves one.

    kind: a short name ("empty", "not-english").
    message: a sentence that says what to do.
    document: id, where there is one. source: path or address.
    """

    kind: str
    message: str
    source: str
    document: str | None = None

    @property
    def id(self) -> str:
        return problem_id(self.kind, self.source, self.message)
