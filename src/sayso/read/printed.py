"""When a report was printed, to the minute where that is told, and how sure that is.

Signs are what the page states, a line with a date near the headline, the dateline, and the address.
The first that there is counts; the others agree with it, or throw doubt on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model.document import Certainty, KnownFrom, When
from sayso.read.base import Page
from sayso.read.dates import from_address, month_number, settle, written
from sayso.read.headmatter import Dateline, byline, ends_in_date, only_date
from sayso.read.parts import Parts, top
from sayso.read.times import in_zone, spoken

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![.,]?\d)")
_THIS_YEAR = re.compile(r"\b(?:this|of the|in the current) year\b")
_UPDATED = re.compile(r"\b(?:updated|modified|last edited)\b", re.IGNORECASE)
_LABELLED = re.compile(r"\b(?:published|posted|first published|created)\b", re.IGNORECASE)
_ZONES = timedelta(days=1)  # apart, two days may be one in two zones
_SOON = timedelta(days=31)  # from the printing of a dated report to the day it was seen


@dataclass(frozen=True, slots=True)
class Printed:
    """See `Document` for the fields."""

    when: When | None = None
    time: str | None = None
    certainty: Certainty | None = None


def published(page: Page, parts: Parts, opening: Dateline | None, repost: str | None) -> Printed:
    """The day and time of printing. repost: the outlet that printed it before, whose day is not
    this one."""
    lines = _dated_lines(parts, repost)
    day = _dateline_day(page, parts, opening)
    signs = [
        page.stated.published,
        When(lines[0].day, KnownFrom.TEXT) if lines else None,
        When(day, KnownFrom.DATELINE) if day else None,
        from_address(page.stated.url or page.source),
    ]
    told = [sign for sign in signs if sign is not None]
    if not told:
        return Printed()
    when = told[0]
    time = page.stated.time if page.stated.published else None
    if time is None:
        time = next((line.time for line in lines if line.day == when.iso), None)
    certainty = _certainty(told, page.stated.seen)
    if when is page.stated.published and when.known_from is KnownFrom.TEXT and len(told) == 1:
        certainty = Certainty.DOUBTFUL  # it was only searched for in all of the page
    return Printed(when, time if len(when.iso) == 10 else None, certainty)


def _certainty(told: Sequence[When], seen: str | None) -> Certainty:
    first, others = told[0], told[1:]
    if any(_apart(first.iso, other.iso) for other in others) or (
        seen is not None and first.iso > seen and _apart(first.iso, seen)
    ):
        return Certainty.DOUBTFUL
    kinds = {other.known_from for other in others if len(other.iso) == len(first.iso)}
    if kinds - {first.known_from}:
        return Certainty.AGREED
    return Certainty.STATED


def _apart(left: str, right: str) -> bool:
    """Whether two dates cannot be the same day, in whatever zones."""
    if len(left) < 10 or len(right) < 10:
        length = min(len(left), len(right))
        return left[:length] != right[:length]
    return abs(date.fromisoformat(left) - date.fromisoformat(right)) > _ZONES


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date in a line. rank: 0 where it is labelled as of printing, 2 as of a later change."""

    rank: int
    day: str
    time: str | None


def _dated_lines(parts: Parts, repost: str | None) -> list[_Dated]:
    """Days of the date lines near the headline: those that say "published" first, those of a later
    change last, and none of the first printing elsewhere."""
    found: list[_Dated] = []
    near: list[str] = []
    rows = [row for row in top(parts) if len(row.text) <= 250]
    for row in rows:
        near += [known.readings[0] for known in written(row.text) if len(known.readings) == 1]
    for row in rows:
        dated = only_date(row) or byline(row) or ends_in_date(row)
        if not dated or (repost and row.text.casefold().startswith(repost.casefold())):
            continue
        found += _dates(row.text, near)
    return sorted(found, key=lambda item: item.rank)


def _dates(line: str, near: list[str]) -> Iterator[_Dated]:
    """The dates of one line, each with the time that follows it."""
    known = list(written(line))
    before = 0
    for item, following in zip(known, [*known[1:], None], strict=False):
        label = line[before : item.start]
        rank = 2 if _UPDATED.search(label) else 0 if _LABELLED.search(label) else 1
        rest = line[item.end : following.start if following else len(line)]
        if before == 0 and not spoken(rest):  # "10:30 pm, 12 December 2016"
            rest = label
        time = spoken(_UPDATED.split(rest)[0])
        yield _Dated(rank, settle(item, near), in_zone(time, line) if time else None)
        before = item.end


def _dateline_day(page: Page, parts: Parts, opening: Dateline | None) -> str | None:
    if opening is None or opening.month is None or opening.day is None:
        return None
    month = month_number(opening.month)
    year = opening.year or _year(page, parts, month or 0, int(opening.day))
    text = f"{opening.day} {opening.month} {year}"
    return next((known.readings[0] for known in written(text) if year), None)


def _year(page: Page, parts: Parts, month: int, day: int) -> str | None:
    """The year of a dateline that gives none: of a copyright line, the only year of a report that
    calls it the current one and tells of an earlier day in it, or that of the day on which it was
    seen, where that came soon after."""
    for row, _ in parts.marked:
        if "©" in row.text or "opyright" in row.text:
            years = _YEAR.findall(row.text)
            if len(years) == 1:
                return str(years[0])
    text = "\n".join(row.text for row in parts.report[:500])[:50_000]
    if len(set(_YEAR.findall(text))) != 1 or not _THIS_YEAR.search(text):
        return _year_before(page.stated.seen, month, day)
    days = [known.readings[0] for known in written(text) if len(known.readings) == 1]
    earlier = [told for told in days if told[5:] < f"{month:02d}-{day:02d}" and len(told) == 10]
    return earlier[0][:4] if earlier else _year_before(page.stated.seen, month, day)


def _year_before(seen: str | None, month: int, day: int) -> str | None:
    """The year in which a day of the month came shortly before the report was seen."""
    last = date.fromisoformat(seen) + _ZONES if seen else None
    for year in (last.year, last.year - 1) if last else ():
        try:
            printed = date(year, month, day)
        except ValueError:  # 29 February
            continue
        if last and last - _SOON <= printed <= last:
            return str(year)
    return None
