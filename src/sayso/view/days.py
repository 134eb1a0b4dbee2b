"""Dates as precise as they are known: the first and the last day that one may mean."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def first(iso: str) -> str:
    """The earliest day: "2031-03" may mean 2031-03-01."""
    return iso + {4: "-01-01", 7: "-01"}.get(len(iso), "")


def last(iso: str) -> str:
    """The latest day: "2031-02" may mean 2031-02-28."""
    if len(iso) == 4:
        return f"{iso}-12-31"
    if len(iso) == 7:
        return f"{iso}-{monthrange(int(iso[:4]), int(iso[5:7]))[1]:02d}"
    return iso


def agree(one: str, other: str) -> bool:
    """Whether two dates can mean the same day."""
    return first(one) <= last(other) and first(other) <= last(one)


def surely_after(one: str, other: str) -> bool:
    """Whether every day that one date can mean lies behind the other."""
    return first(one) > last(other)


def between(one: str, other: str) -> int:
    """Days from the last that one date can mean to the first that the other can."""
    return (date.fromisoformat(first(other)) - date.fromisoformat(last(one))).days
