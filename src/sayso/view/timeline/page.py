"""What the page of the timeline holds: three clocks, never mixed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.document import KnownFrom
from sayso.model.span import Evidence
from sayso.view import days


class Clock(StrEnum):
    """What a date is the date of: something that happened, was said, or was printed."""

    EVENT = "event"
    SAID = "said"
    PRINTED = "printed"


@dataclass(frozen=True, slots=True)
class Witness:
    """One place that gives the date of an entry.

    document, outlet, printed: the report, "" where unknown. claim, claimer: who says so in it, ""
        where the outlet does in its own words.
    date: the words of the date. words: the sentence or content around it. None where the date is
        that of the report itself.
    """

    document: str
    outlet: str
    printed: str
    claim: str = ""
    claimer: str = ""
    date: Evidence | None = None
    words: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a date.

    id: from its clock, date and first place. when: "2016", "2016-12" or "2016-12-12", as precise as
        it is known; known_from: what tells it.
    heading: what happened, was said, or the headline; safe, on one line. who: the claimer, or the
        outlet.
    witnesses: every place that says so. dispute: id of the dispute that it is a side of, "" for
        none.
    """

    id: str
    clock: Clock
    when: str
    known_from: KnownFrom
    heading: str
    who: str
    witnesses: tuple[Witness, ...]
    dispute: str = ""

    @property
    def first(self) -> str:
        """The first day that the date can mean."""
        return days.first(self.when)

    @property
    def last(self) -> str:
        """The last one."""
        return days.last(self.when)


@dataclass(frozen=True, slots=True)
class Dispute:
    """One thing to which reports give dates that cannot all be right.

    id: from its entries. entries: ids, by date. shared: the words that make it one thing.
    """

    id: str
    clock: Clock
    entries: tuple[str, ...]
    shared: str


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """entries: by date, within a date first what happened, then what was said, then what was
    printed. disputes: by date. undated: documents of which no date is known."""

    entries: tuple[Entry, ...]
    disputes: tuple[Dispute, ...]
    undated: tuple[str, ...] = ()

    def of(self, clock: Clock) -> tuple[Entry, ...]:
        """The entries of one clock."""
        return tuple(entry for entry in self.entries if entry.clock is clock)

    def sides(self, dispute: Dispute) -> tuple[Entry, ...]:
        """The entries of a dispute."""
        return tuple(entry for entry in self.entries if entry.id in dispute.entries)
