"""Days as pages and reports write them; never more precise than written.

Only forms that carry a year are days. In "03.04.2017" the order of day and month is open: it is
settled by a number over twelve, or by another date nearby, and otherwise only the year is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sayso.model.document import KnownFrom, When

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}}\.?"
_YEAR = r"(?P<{}>(?:19|20)\d\d)"
_DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?"
_WRITTEN = re.compile(
    rf"\b(?:{_DAY.format('d1')},?\s(?:of\s)?{_MONTH.format('m1')},?\s{_YEAR.format('y1')}"
    rf"|{_MONTH.format('m2')}\s{_DAY.format('d2')},?\s{_YEAR.format('y2')}"
    rf"|{_MONTH.format('m3')},?\s{_YEAR.format('y3')}"
    rf"|{_YEAR.format('y4')}-(?P<m4>[01]\d)-(?P<d4>[0-3]\d)"
    r"|(?P<a>[0-3]?\d)(?P<sep>[./-])(?P<b>[0-3]?\d)(?P=sep)(?P<y5>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_/]?)([01]\d)\2([0-3]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Written:
    """A date in a line. start, end: its place there. readings: the days it may mean, as ISO; one
    where it is clear, two where the order of day and month is open."""

    start: int
    end: int
    readings: tuple[str, ...]


def written(line: str) -> Iterator[Written]:
    """The dates with a year that a line holds, in order."""
    for match in _WRITTEN.finditer(line):
        readings = _readings(match)
        if readings:
            yield Written(match.start(), match.end(), readings)


def settle(found: Written, others: list[str]) -> str:
    """The one reading, by the days nearby; only the year where they do not tell."""
    if len(found.readings) == 1:
        return found.readings[0]
    days = [date.fromisoformat(other) for other in others if len(other) == 10]
    near = sorted(
        (min((abs((date.fromisoformat(r) - day).days) for day in days), default=999), r)
        for r in found.readings
    )
    if near[0][0] <= 15 and near[1][0] > near[0][0]:
        return near[0][1]
    return found.readings[0][:4]


def iso_day(text: str) -> str | None:
    """The day of an ISO time stamp, or of another written form; None where there is none."""
    match = _ISO.match(text)
    if match:
        return _valid(match[1], match[2], match[3])
    for found in written(text[:100]):
        return settle(found, [])
    return None


def from_address(address: str) -> When | None:
    """The day in an address or file name: ".../2016/12/12/talks", "2016-12-12-talks.txt"."""
    name = address if "://" in address else address.rsplit("/", 1)[-1]
    for match in _PATH.finditer(name[:2000]):
        day = _valid(match[1], match[3], match[4])
        if day is not None and (match[2] or len(match[0]) == 8):
            return When(day, KnownFrom.URL)
    return None


def month_number(name: str) -> int | None:
    """1 to 12 for "December", "Dec." or "Sept"; None for anything else."""
    wanted = name.lower()[:3]
    return _MONTHS.index(wanted) + 1 if wanted in _MONTHS else None


def _readings(match: re.Match[str]) -> tuple[str, ...]:
    if match["y5"]:
        one = _valid(match["y5"], match["b"], match["a"])
        other = _valid(match["y5"], match["a"], match["b"])
        return tuple(dict.fromkeys(day for day in (one, other) if day))
    if match["y4"]:
        return tuple(filter(None, [_valid(match["y4"], match["m4"], match["d4"])]))
    if match["y3"]:
        return (f"{match['y3']}-{month_number(match['m3']):02d}",)
    n = "1" if match["y1"] else "2"
    return tuple(
        filter(None, [_valid(match[f"y{n}"], str(month_number(match[f"m{n}"])), match[f"d{n}"])])
    )


def _valid(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
