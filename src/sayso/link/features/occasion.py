"""Whether two claims can be of one occasion."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from sayso.link.features.base import Feature, Saying
from sayso.link.frame import Days, Frame

UNKNOWN = 4  # days taken for apart where a date is missing
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


def days_apart(left: Frame, right: Frame) -> int:
    """Days between the two sayings, at least; UNKNOWN where one has no date at all."""
    if left.said is None or right.said is None:
        return UNKNOWN
    return left.said.apart(right.said)


def compatible(left: Frame, right: Frame) -> bool:
    """Whether both can be of one occasion: no day lies between them, or one is undated."""
    return left.said is None or right.said is None or left.said.apart(right.said) == 0


def same_day(left: Frame, right: Frame) -> float:
    """1: both are dated, to the same day."""
    known = left.said and right.said and left.said.known and right.said.known
    return float(bool(known) and days_apart(left, right) == 0)


def distance(left: Frame, right: Frame) -> float:
    """0 for no day between them, 1 for two months or more."""
    return min(1.0, days_apart(left, right) / 60)


def other_day(left: Frame, right: Frame) -> float:
    """1: both are dated, to different days."""
    known = left.said and right.said and left.said.known and right.said.known
    return float(bool(known) and days_apart(left, right) > 0)


def refers_back(left: Frame, right: Frame) -> bool:
    """Whether one names the year in which the other was said."""
    return _names_year(left, right) or _names_year(right, left)


def _names_year(one: Frame, other: Frame) -> bool:
    if other.said is None:
        return False
    return str(_year(other.said.last)) in _YEAR.findall(one.text)


@lru_cache(maxsize=4096)
def _year(day: int) -> int:
    return date.fromordinal(day).year


def written(days: Days | None) -> str:
    """ "4 March 2031", or from when to when."""
    if days is None:
        return "no known day"
    last = date.fromordinal(days.last).isoformat()
    if days.first == days.last:
        return last
    return f"{date.fromordinal(days.first).isoformat()} to {last}" if days.known else f"by {last}"


def _day(left: Frame, _right: Frame) -> Saying:
    return Saying(f"both were said on {written(left.said)}")


def _days(left: Frame, right: Frame) -> Saying:
    return Saying(f"said {written(left.said)}, and {written(right.said)}")


SAME_DAY = Feature("same_day", same_day, _day)
OTHER_DAY = Feature("other_day", other_day, _days)
DISTANCE = Feature("days_between", distance, _days)
