"""What the page of coverage holds: what was said, and how each report carries it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Evidence


class Carried(StrEnum):
    """How a report carries what was said.

    whole: in quotation marks, all or nearly all of the fullest wording known.
    part: some of it in quotation marks. paraphrased: in the outlet's words only.
    relayed: only as another outlet has it. absent: not at all, though the report is on the same
    occasion and appeared after it was said. same_day: the same, but it appeared on the very day, so
    that it may have been too early.
    """

    WHOLE = "whole"
    PART = "part"
    PARAPHRASED = "paraphrased"
    RELAYED = "relayed"
    ABSENT = "absent"
    SAME_DAY = "same_day"


CARRIED = frozenset((Carried.WHOLE, Carried.PART, Carried.PARAPHRASED, Carried.RELAYED))


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or half of a remark. words: as the fullest report of it has them."""

    words: Evidence


@dataclass(frozen=True, slots=True)
class Cell:
    """How one document carries one utterance.

    claims: ids, in the order of the text; none for absent. kept: of each piece of the remark, the
        share of its telling words that is there, 0 to 1. share: the same of the whole remark.
    why: a sentence: what it was relayed from, or why it could have been carried.
    """

    document: str
    carried: Carried
    claims: tuple[str, ...] = ()
    kept: tuple[float, ...] = ()
    share: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said, and the reports that carry it or could have.

    id: of the claim that has it most fully. claimer, standing, said: "" where unknown.
    words: its fullest wording, on one line. pieces: its sentences or halves.
    claims: ids of every report of it. independent: how many heard it for themselves.
    cells: in the order of the documents; a document without one is not on this occasion.
    """

    id: str
    claimer: str
    standing: str
    said: str
    words: str
    pieces: tuple[Piece, ...]
    claims: tuple[str, ...]
    independent: int
    cells: tuple[Cell, ...]

    def cell(self, document: str) -> Cell | None:
        """How a document carries it; None where it is not on this occasion."""
        return next((cell for cell in self.cells if cell.document == document), None)

    @property
    def carriers(self) -> int:
        """How many documents carry it."""
        return sum(cell.carried in CARRIED for cell in self.cells)

    @property
    def absent(self) -> int:
        """How many could have carried it and do not."""
        return sum(cell.carried is Carried.ABSENT for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Column:
    """A document as the head of a column. Strings are safe, on one line, "" where unknown."""

    document: str
    outlet: str
    published: str
    title: str


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """What was said × documents. utterances: those that most documents carry first, then those
    that most could have carried. columns: by date."""

    columns: tuple[Column, ...]
    utterances: tuple[Utterance, ...]

    def column(self, document: str) -> Column:
        """The column of a document. Raises KeyError."""
        return {column.document: column for column in self.columns}[document]
