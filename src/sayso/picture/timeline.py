"""The timeline: days from top to bottom, and three clocks side by side that never mix."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.picture.base import Picture, in_table_only
from sayso.picture.canvas import Line, Point, Sign, Word, chart
from sayso.picture.svg import INK_2, RULE, drawn, short
from sayso.view.timeline import Clock, Entry, TimelinePage

LINES, EACH = 90, 5  # lines in all, and of one clock on one day
DATES, LANE, ROW, TOP = 96.0, 292.0, 19.0, 46.0
TITLE = "What happened, when it was said, when it was printed"
CLOCKS: Mapping[Clock, tuple[str, str]] = {
    Clock.EVENT: ("happened", "diamond"),
    Clock.SAID: ("said", "circle"),
    Clock.PRINTED: ("printed", "square"),
}
_LONG = 8  # days without anything before a gap is told


@dataclass(frozen=True, slots=True)
class _Day:
    """A date, as precise as it is known, with what has it."""

    when: str
    entries: Mapping[Clock, Sequence[Entry]]

    @property
    def height(self) -> int:
        return max(min(len(some), EACH + 1) for some in self.entries.values())

    @property
    def weight(self) -> tuple[bool, int]:
        every = [entry for some in self.entries.values() for entry in some]
        return any(e.dispute for e in every), sum(len(e.witnesses) for e in every)


def timeline_picture(page: TimelinePage) -> Picture:
    """The days with most on them, in order."""
    days = _days(page.entries)
    shown = _shown(days)
    description = (
        f"{len(shown)} dates from top to bottom, in three columns: what happened, with a diamond; "
        "what was said, with a circle; what was printed, with a square. An outlined sign is a date "
        "known only by its month or year. A dashed line joins dates of one thing that cannot all "
        "be right."
    )
    return Picture(
        name="timeline",
        title=TITLE,
        description=description,
        svg=_draw(shown, description) if shown else "",
        columns=("date", "clock", "who", "what", "reports", "date disputed", "claims"),
        rows=tuple(map(_row, page.entries)),
        left_out=in_table_only(len(days) - len(shown), "dates"),
    )


def _row(entry: Entry) -> tuple[str, ...]:
    outlets = ", ".join(dict.fromkeys(witness.outlet for witness in entry.witnesses))
    disputed = "disputed" if entry.dispute else ""
    claims = " ".join(witness.claim for witness in entry.witnesses if witness.claim)
    clock = CLOCKS[entry.clock][0]
    return entry.when, clock, entry.who, entry.heading, outlets, disputed, claims


def _days(entries: Iterable[Entry]) -> list[_Day]:
    found = defaultdict[str, defaultdict[Clock, list[Entry]]](lambda: defaultdict(list))
    for entry in entries:
        found[entry.when][entry.clock].append(entry)
    days = (
        _Day(when, {clock: sorted(some, key=_telling) for clock, some in lanes.items()})
        for when, lanes in found.items()
    )
    return sorted(
        days, key=lambda day: (min(e.first for s in day.entries.values() for e in s), day.when)
    )


def _telling(entry: Entry) -> tuple[bool, int]:
    """Sorts first what is disputed, then what most reports have."""
    return not entry.dispute, -len(entry.witnesses)


def _shown(days: Sequence[_Day]) -> list[_Day]:
    """Those with disputes and with most reports, as many as there is room for."""
    left, chosen = LINES, set[str]()
    for day in sorted(days, key=lambda day: day.weight, reverse=True):
        if day.height <= left:
            left -= day.height
            chosen.add(day.when)
    return [day for day in days if day.when in chosen]


_Parts = tuple[list[Line], list[Sign], list[Word]]


def _draw(days: Sequence[_Day], description: str) -> str:
    parts: _Parts = ([], [], [])
    lines, signs, words = parts
    for n, (name, shape) in enumerate(CLOCKS.values()):
        x = DATES + LANE * n
        signs.append(Sign((x + 8, 18), shape, 70))
        words.append(Word((x + 20, 18), name, bold=True, size=13))
    width, at = DATES + LANE * len(CLOCKS), TOP
    sides = defaultdict[str, list[Point]](list)
    before = ""
    for day in days:
        first = min(e.first for some in day.entries.values() for e in some)
        if gap := _gap(before, first):
            words.append(Word((DATES + 20, at), gap, size=10.5, colour=INK_2))
            lines.append(Line(((4, at), (DATES + 10, at)), (1, 4), 1, INK_2))
            at += ROW
        lines.append(Line(((0, at - ROW / 2), (width, at - ROW / 2)), width=1, colour=RULE))
        words.append(Word((4, at), day.when, bold=True))
        for n, clock in enumerate(CLOCKS):
            _lane(day.entries.get(clock, ()), (DATES + LANE * n + 8, at), parts, sides)
        at += ROW * day.height + 5
        before = max(e.last for some in day.entries.values() for e in some)
    for points in sides.values():
        if len(points) > 1:
            aside = ((x - 9, y) for x, y in points)
            lines.append(Line(tuple(aside), (4, 3), 1.4))
    return drawn(chart(width, at, *parts), TITLE, description)


def _lane(
    entries: Sequence[Entry], at: Point, parts: _Parts, sides: Mapping[str, list[Point]]
) -> None:
    _, signs, words = parts
    x, y = at
    shown = entries if len(entries) <= EACH + 1 else entries[:EACH]
    for n, entry in enumerate(shown):
        here = (x, y + ROW * n)
        exact = len(entry.when) == len("2031-03-04")
        signs.append(Sign(here, CLOCKS[entry.clock][1], 46, filled=exact))
        words.append(Word((x + 11, here[1]), _label(entry), size=11))
        if entry.dispute:
            sides[entry.dispute].append(here)
    if len(entries) > len(shown):
        more = f"and {len(entries) - len(shown)} more"
        words.append(Word((x + 11, y + ROW * len(shown)), more, size=10.5, colour=INK_2))


def _label(entry: Entry) -> str:
    """Who and what, in one line of a lane."""
    times = len({witness.document for witness in entry.witnesses})
    tail = (" (date disputed)" if entry.dispute else "") + (f" ×{times}" if times > 1 else "")
    told = (
        entry.heading if entry.clock is Clock.EVENT else f"{short(entry.who, 22)}: {entry.heading}"
    )
    return short(told, 46 - len(tail)) + tail


def _gap(before: str, first: str) -> str:
    """ "3 weeks later", where there is a long time between two days; "" where there is not."""
    if not before:
        return ""
    days = (date.fromisoformat(first) - date.fromisoformat(before)).days
    for size, name in ((365, "year"), (30, "month"), (7, "week")):
        if days >= max(size, _LONG):
            number = days // size
            return f"{number} {name}{'s' if number > 1 else ''} later"
    return ""
