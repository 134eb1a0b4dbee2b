"""Numbers of things, in words."""

from __future__ import annotations


def count(number: int, thing: str, things: str = "") -> str:
    """ "1 claim", "2 claims", "1,200 people"."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def told(passages: int, reports: int) -> str:
    """ "2 reports"; "3 passages of 2 reports" where one report tells it more than once."""
    where = count(reports, "report")
    return where if passages == reports else f"{count(passages, 'passage')} of {where}"
