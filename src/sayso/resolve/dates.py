"""When it was said, as the text tells it: "on Monday", "last week", "on December 6".

A rule for each way of saying it, counted from the day of printing and never more precise than the
words: "last week" is a month, or a year where the week lies in two months. What cannot be (30
February, a day after the printing) gives nothing.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from sayso.model.document import KnownFrom, When

_DAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_DAYS |= {name.lower(): i for i, name in enumerate(calendar.day_abbr)}
_DAYS |= {"tues": 1, "thur": 3, "thurs": 3}
_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAY = "|".join(sorted(_DAYS, key=len, reverse=True))
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_FULL = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH})\.?)(?:,?\s+(?P<y>\d{{4}}))?\b",
    re.IGNORECASE,
)
_ONLY_MONTH = re.compile(rf"\b[Ii]n\s+(?P<m>{_MONTH})(?:,?\s+(?P<y>\d{{4}}))?\b", re.IGNORECASE)
_ONLY_YEAR = re.compile(r"\b[Ii]n\s+(?P<y>(?:19|20)\d\d)\b")
_WEEKDAY = re.compile(
    rf"\b(?P<last>last\s+)?(?P<day>{_DAY})\b(?!['’]s|\.?\s+\d|\s+(?:Times|Telegraph|Post|Mirror))",
    re.IGNORECASE,
)
_NEAR = re.compile(r"\b(today|tonight|this morning|this afternoon|this evening|yesterday)\b", re.I)
_PERIOD = re.compile(
    r"\b(?P<which>last|this|earlier this|later this)\s+(?P<unit>week|month|year)\b", re.I
)
_DIGIT = re.compile(r"\d")
_EARLIEST = "1000"  # no report is older: what claims to be has a wrong date
_STALE = 300  # days: an unmarked "December 20" is not almost a year old


def is_calendar(low: str) -> bool:
    """Whether a word in lower case is a day or month."""
    return low in _DAYS or low in _MONTHS


def said_when(words: str, published: When | None) -> When | None:
    """The time that some words name, counted from the day of printing."""
    day = _day(published)
    iso = _full(words, day) or _near(words, day) or _weekday(words, day) or _rough(words, day)
    return When(iso, KnownFrom.TEXT) if iso else None


def _day(published: When | None) -> date | None:
    if published is None or len(published.iso) < 10 or published.iso < _EARLIEST:
        return None
    return _date(*(int(part) for part in published.iso.split("-")))


def _full(words: str, day: date | None) -> str | None:
    match = _FULL.search(words) if _DIGIT.search(words) else None
    if match is None:
        return None
    month = _MONTHS[(match["m1"] or match["m2"]).lower()]
    number = int(match["d1"] or match["d2"])
    if match["y"]:
        found = _date(int(match["y"]), month, number)
        return found.isoformat() if found and (day is None or found <= day) else None
    if day is None:
        return None
    years = (_date(year, month, number) for year in (day.year, day.year - 1))
    past = next((found for found in years if found is not None and found <= day), None)
    return past.isoformat() if past and (day - past).days <= _STALE else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _near(words: str, day: date | None) -> str | None:
    match = _NEAR.search(words)
    if match is None or day is None:
        return None
    return (day - timedelta(days=match[1].lower() == "yesterday")).isoformat()


def _weekday(words: str, day: date | None) -> str | None:
    """The last such day up to that of printing, which counts itself."""
    match = _WEEKDAY.search(words)
    if match is None or day is None or not match["day"][0].isupper():
        return None
    back = (day.weekday() - _DAYS[match["day"].lower()]) % 7
    if match["last"] and back == 0:
        back = 7
    return (day - timedelta(days=back)).isoformat()


def _rough(words: str, day: date | None) -> str | None:
    match = _PERIOD.search(words)
    if match is not None and day is not None:
        return _period(match["which"].lower() == "last", match["unit"].lower(), day)
    month = _ONLY_MONTH.search(words)
    if month is not None and (month["y"] or day):
        return _month(_MONTHS[month["m"].lower()], month["y"], day)
    year = _ONLY_YEAR.search(words)
    return year["y"] if year and (day is None or int(year["y"]) <= day.year) else None


def _period(last: bool, unit: str, day: date) -> str | None:
    if unit == "year":
        return f"{day.year - last:04d}"
    if unit == "month":
        first = day.replace(day=1)
        return (first - timedelta(days=1) if last else day).isoformat()[:7]
    monday = day - timedelta(days=day.weekday() + (7 if last else 0))
    end = monday + timedelta(days=6) if last else day
    shared = monday.isoformat()[:7]
    if shared == end.isoformat()[:7]:
        return shared
    return f"{day.year:04d}" if monday.year == end.year else None


def _month(month: int, year: str | None, day: date | None) -> str | None:
    if year:
        late = day is not None and (int(year), month) > (day.year, day.month)
        return None if late else f"{year}-{month:02d}"
    assert day is not None
    return f"{day.year - (month > day.month):04d}-{month:02d}"
