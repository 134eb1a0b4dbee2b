"""When it was said, as the text tells it: "on Monday", "last week", "on December 6".

A rule for each way of saying it, counted from the day of printing and never more precise than the
words: "last week" is a month, or a year where the week lies in two months. What may be meant of
another time gives nothing; what cannot be (30 February, a Saturday that is none) gives nothing and
says so.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from sayso.model.document import KnownFrom, When

_DAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_DAYS |= {name.lower(): i for i, name in enumerate(calendar.day_abbr)}
_DAYS |= {"tues": 1, "thur": 3, "thurs": 3}
_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAY = "|".join(sorted(_DAYS, key=len, reverse=True))
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_FULL = re.compile(
    rf"\b(?P<on>on\s+)?(?:(?P<w>{_DAY})\.?,?\s+)?"
    rf"(?:(?P<m1>{_MONTH})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH})\.?)"
    rf"(?:,?\s+(?P<y>\d{{4}}))?\b",
    re.IGNORECASE,
)
_MONTH_OF_YEAR = re.compile(rf"\b(?P<m>{_MONTH})\.?(?:,|\s+of)?\s+(?P<y>\d{{4}})\b", re.IGNORECASE)
_ONLY_MONTH = re.compile(
    rf"\b(?i:in|last|since|an?|his|her|its|their)\s+(?:(?i:early|late|mid)[ -])?"
    rf"(?P<m>(?=[A-Z])(?i:{_MONTH}))\b(?! [A-Z])"
)
_ONLY_YEAR = re.compile(r"\b[Ii]n\s+(?P<y>(?:19|20)\d\d)\b")
_WEEKDAY = re.compile(
    rf"\b(?P<last>last\s+)?(?P<day>{_DAY})\b(?!['’]s|\.?\s+\d|\s+(?:Times|Telegraph|Post|Mirror))",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(today|tonight|this morning|this afternoon|this evening|yesterday|last night)\b", re.I
)
_WEEKEND = re.compile(r"\b(?:over|at|during|on|this|this past|last)\s+(?:the\s+)?weekend\b", re.I)
_PERIOD = re.compile(
    r"\b(?P<which>last|this|the past|this past|earlier this|later this)\s+"
    r"(?P<unit>week|month|year)\b",
    re.I,
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10}  # fmt: skip
_AGO = re.compile(
    rf"\b(?P<n>{'|'.join(_COUNTS)}|\d{{1,2}})\s+(?P<unit>day|week|month|year)s?\s+ago\b", re.I
)
_UNITS = ("week", "month", "year")
_TIMELY = (  # what any time is told with, so that most words need no closer look
    "day", "night", "morning", "afternoon", "evening", "week", "month", "year",
    *(name[:3] for name in (*calendar.day_name, *calendar.month_name) if name),
)  # fmt: skip
_DIGIT = re.compile(r"\d")
_EARLIEST = "1000"  # no report is older: what claims to be has a wrong date
_STALE = 300  # days: an unmarked "December 20" is not almost a year old
_LOOSE = 3  # days that "two weeks ago" may be off


class Dated(NamedTuple):
    """when: it was said, if that can be told. amiss: of a date that cannot be, a sentence."""

    when: When | None = None
    amiss: str | None = None


def is_calendar(low: str) -> bool:
    """Whether a word in lower case is a day or month."""
    return low in _DAYS or low in _MONTHS


def said_when(words: str, published: When | None) -> When | None:
    """The time that some words name, counted from the day of printing."""
    return dated(words, published).when


def dated(words: str, published: When | None) -> Dated:
    """The time that some words name, or what is wrong with it."""
    if not (_DIGIT.search(words) or any(sign in words for sign in _TIMELY)):
        return Dated()
    day = _day(published)
    match = _FULL.search(words) if _DIGIT.search(words) else None
    if match is not None:
        amiss = _amiss(match, day)
        if amiss is not None:
            return Dated(amiss=f'"{" ".join(match.group().split())}" cannot be: {amiss}')
    full = _full(match, day) if match is not None else None
    iso = full or _near(words, day) or _weekday(words, day) or _rough(words, day)
    return Dated(When(iso, KnownFrom.TEXT)) if iso else Dated()


def _day(published: When | None) -> date | None:
    if published is None or len(published.iso) < 10 or published.iso < _EARLIEST:
        return None
    return _date(*(int(part) for part in published.iso.split("-")))


# ------------------------------------------------------------------------------ days of a month


def _amiss(match: re.Match[str], day: date | None) -> str | None:
    """What is wrong with a date: no such day, still to come, or another day of the week."""
    month, number = _month_and_day(match)
    if number > calendar.monthrange(2000, month)[1] or number == 0:
        return f"{calendar.month_name[month]} has no day {number}"
    found = _year_told(match, month, number)
    if match["y"] and found is None:
        return f"{match['y']} has no February 29"
    if found is not None and day is not None and found > day and match["on"]:
        return f"the report was printed on {day.isoformat()}"
    found = found or _past(month, number, day)
    if match["w"] and found is not None and found.weekday() != _DAYS[match["w"].lower()]:
        return f"{found.isoformat()} is a {calendar.day_name[found.weekday()]}"
    return None


def _full(match: re.Match[str], day: date | None) -> str | None:
    month, number = _month_and_day(match)
    found = _year_told(match, month, number)
    if match["y"]:
        return found.isoformat() if found and (day is None or found <= day) else None
    past = _past(month, number, day)
    return past.isoformat() if past and day and (day - past).days <= _STALE else None


def _month_and_day(match: re.Match[str]) -> tuple[int, int]:
    return _MONTHS[(match["m1"] or match["m2"]).lower()], int(match["d1"] or match["d2"])


def _year_told(match: re.Match[str], month: int, number: int) -> date | None:
    return _date(int(match["y"]), month, number) if match["y"] else None


def _past(month: int, number: int, day: date | None) -> date | None:
    """The last such day up to that of printing."""
    if day is None:
        return None
    years = (_date(year, month, number) for year in (day.year, day.year - 1))
    return next((found for found in years if found is not None and found <= day), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# ------------------------------------------------------------------------------ days of a week


def _near(words: str, day: date | None) -> str | None:
    match = _NEAR.search(words)
    if match is None or day is None:
        return None
    before = match[1].lower() in ("yesterday", "last night")
    return (day - timedelta(days=before)).isoformat()


def _weekday(words: str, day: date | None) -> str | None:
    """The last such day up to that of printing, which counts itself."""
    match = _WEEKDAY.search(words)
    if match is None or day is None or not match["day"][0].isupper():
        return None
    back = (day.weekday() - _DAYS[match["day"].lower()]) % 7
    if match["last"] and back == 0:
        back = 7
    return (day - timedelta(days=back)).isoformat()


# ------------------------------------------------------------------------------ longer stretches


def _rough(words: str, day: date | None) -> str | None:
    low = words.lower()
    if day is not None and any(unit in low for unit in _UNITS):
        stretch = _stretch(words, day)
        if stretch is not None:
            return _shared(*stretch)
    if day is not None and (match := _AGO.search(words)) and match["unit"].lower() == "day":
        return (day - timedelta(days=_count(match["n"]))).isoformat()
    month = _MONTH_OF_YEAR.search(words) or _ONLY_MONTH.search(words)
    if month is not None:
        return _month(_MONTHS[month["m"].lower()], month.groupdict().get("y"), day)
    year = _ONLY_YEAR.search(words)
    return year["y"] if year and (day is None or int(year["y"]) <= day.year) else None


def _stretch(words: str, day: date) -> tuple[date, date] | None:
    """First and last day of the week, month or year that some words name."""
    if _WEEKEND.search(words):
        sunday = day - timedelta(days=(day.weekday() + 1) % 7)
        return sunday - timedelta(days=1), sunday
    match = _PERIOD.search(words)
    if match is not None:
        which = match["which"].lower()
        return _period("past" if "past" in which else which, match["unit"].lower(), day)
    match = _AGO.search(words)
    if match is not None and match["unit"].lower() != "day":
        return _ago(_count(match["n"]), match["unit"].lower(), day)
    return None


def _count(word: str) -> int:
    return _COUNTS.get(word.lower()) or int(word)


def _period(which: str, unit: str, day: date) -> tuple[date, date]:
    last = which == "last"
    if unit == "year":
        year = day.year - last
        return date(year, 1, 1), date(year, 12, 31)
    if unit == "month":
        first = day.replace(day=1)
        return (_months_back(first, 1), first - timedelta(days=1)) if last else (first, day)
    monday = day - timedelta(days=day.weekday() + (7 if last else 0))
    if which == "past":
        return day - timedelta(days=7), day
    return monday, monday + timedelta(days=6) if last else day


def _ago(n: int, unit: str, day: date) -> tuple[date, date] | None:
    if unit == "year":
        return (date(day.year - n, 1, 1), date(day.year - n, 12, 31)) if n < day.year else None
    if unit == "month":
        then = _months_back(day.replace(day=1), n)
        return then, then
    then, loose = day - timedelta(weeks=n), timedelta(days=_LOOSE)
    return then - loose, min(then + loose, day)


def _months_back(first: date, n: int) -> date:
    months = first.year * 12 + first.month - 1 - n
    return date(months // 12, months % 12 + 1, 1)


def _shared(first: date, last: date) -> str | None:
    """The month that two days share, else their year."""
    for length in (7, 4):
        if first.isoformat()[:length] == last.isoformat()[:length]:
            return first.isoformat()[:length]
    return None


def _month(month: int, year: str | None, day: date | None) -> str | None:
    if year:
        late = day is not None and (int(year), month) > (day.year, day.month)
        return None if late else f"{year}-{month:02d}"
    if day is None:
        return None
    return f"{day.year - (month > day.month):04d}-{month:02d}"
