"""Bylines, dates and datelines: lines near the headline that tell who wrote, where and when.

Each pattern is matched against one line of at most `_MOST` characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.read.dates import written
from sayso.read.lines import Line

_MOST = 250
_PERSON = (
    r"[A-Z][\w.'’-]*"
    r"(?: (?:(?:de|van|von|der|den|bin|ibn|al|el|la|le|da|dos|di|du|ter) )?[A-Z][\w.'’-]*){1,3}"
)
_PEOPLE = rf"{_PERSON}(?:(?:, | and | & |, and ){_PERSON}){{0,5}}"
_BYLINE = re.compile(
    rf"(?:(?i:(?:posted|written|reported|story|words|text|published) by|by)[: ]+(?P<by>{_PEOPLE})"
    r"|(?P<our>(?i:our|special|staff|from our|by our|by a|by)(?: own)? (?:[A-Z][\w-]+ ){0,3}"
    r"(?i:correspondents?|reporters?|bureau|staff|writers?|agencies)))"
    r"(?P<rest>(?:\s?[,|•·–—-]| on | in | for |\s\().{0,120}|\s*)"
)
_FILLER = re.compile(
    r"(?:published|posted|updated|last|modified|first|created|date|time|on|at|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|mon|tues?|wed|thur?s?|fri|sat|sun|[ap]\.?m\.?|noon|gmt|utc|ist|est"
    r"|edt|et|bst|cet|cest|msk|local|hrs?|\d{1,2}[:.]\d\d(?::\d\d)?|\d{1,2}|[\W_])",
    re.IGNORECASE,
)
_CITY = r"[A-Z][A-Z.'’ /-]{1,40}(?:, (?:[A-Z][A-Za-z.'’]{1,20} ?){1,3})?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH})"
_DATELINE = re.compile(
    rf"(?P<place>{_CITY}?),?(?: (?:{_DAY})(?:,? (?P<year>(?:19|20)\d\d))?)?\.?"
    r"(?:\s?/(?P<slash>[A-Z][\w -]{1,25})/\.?|\s?\((?P<paren>[A-Z][\w .-]{1,25})\)\s?[-–—:]*"
    r"|\s?[-–—:](?=\s))\s*"
)
_MIXED = re.compile(  # "Istrand (VCN)", "Istrand, Halvern (AP) —"
    r"(?P<place>[A-Z][a-z]\w{1,20}(?: [A-Z][a-z]\w{1,20}){0,2}(?:, [A-Z][\w.]{1,20})?)(?P<slash>)"
    r" \((?P<paren>[A-Z]{2,8})\)\s?[-–—:]*\s*"
    r"(?P<month>)(?P<month2>)(?P<day>)(?P<day2>)(?P<year>)"
)
_NO_PLACE = re.compile(
    r"ABOVE|ANALYSIS|BELOW|BREAKING.*|COMMENT|CORRECTION|EDITORIAL|EXCLUSIVE|FACTBOX|FILE|LIVE|NEW"
    r"|JUST IN|NOTE|OPINION|READ|SEE|TIMELINE|UPDATED?|WARNING|WATCH|VIDEO"
)
_PARAGRAPH = 12  # words
_BARE = re.compile(r"\((?P<paren>[A-Z][\w .-]{1,25})\)\s?[-–—]+\s")
_DATED_PLACE = re.compile(r"[-–—|]\s*(?P<place>[A-Z][A-Z.'’ -]{2,30})\s*:?$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a report's first sentence: "ISTRAND, March 4 (Reuters) -".

    length: of it, in characters. place, month, day, year: as written, where they are.
    agency: the name in slashes or brackets; own: whether slashes say that it is the agency's own.
    """

    length: int
    place: str | None = None
    agency: str | None = None
    own: bool = False
    month: str | None = None
    day: str | None = None
    year: str | None = None


def byline(line: Line) -> str | None:
    """Who wrote it, of a line like "By Jane Roe and John Doe, Istrand"."""
    if len(line.text) > _MOST or (line.final and line.words > 12):
        return None
    match = _BYLINE.fullmatch(_behind_date(line.bare))
    if match is None:
        return None
    name = match["by"] or match["our"]
    return name.title() if name.isupper() else name


def _behind_date(text: str) -> str:
    """The text without a date in front: "14 June 2031, by Jane Roe"."""
    first = next(written(text), None)
    return text[first.end :].lstrip(" ,|-–—") if first and first.start == 0 else text


def ends_in_date(line: Line) -> bool:
    """Whether a short line ends in a date with its year: "THE COURIER, 10 Oct 2017".

    Below a post its author and day stand so too; that line says who speaks, and is none of these.
    """
    if line.words > 8 or len(line.text) > _MOST or "@" in line.text:
        return False
    return any(found.end >= len(line.text) - 1 for found in written(line.text))


def only_date(line: Line) -> bool:
    """Whether a line holds a date or time and nothing else: "Published 10 December 2017"."""
    if len(line.text) > _MOST or not any(char.isdigit() for char in line.text):
        return False
    rest = line.text
    for found in reversed(list(written(line.text))):
        rest = rest[: found.start] + rest[found.end :]
    place = _DATED_PLACE.search(rest)
    return not _FILLER.sub("", rest[: place.start()] if place else rest)


def dated_place(line: Line) -> str | None:
    """The place at the end of a date line: "... 10:30 pm - LANNET:"."""
    match = _DATED_PLACE.search(line.text) if only_date(line) else None
    return match["place"].strip() if match else None


def dateline(line: Line) -> Dateline | None:
    """The dateline that a paragraph opens with, if it does."""
    head = line.text[:120]
    match = _DATELINE.match(head) or _MIXED.match(head)
    if match is None:
        bare = _BARE.match(head)
        return Dateline(bare.end(), agency=bare["paren"]) if bare else None
    agency = match["slash"] or match["paren"]
    place = match["place"].strip(" ,-")
    place = place if ", " in place else place.rstrip(".")  # the stop of "MARLOW, Ala." is its own
    # Without an agency only a dash or colon tells: then the paragraph must be one.
    if len(place) < 3 or _NO_PLACE.fullmatch(place) or (not agency and line.words < _PARAGRAPH):
        return None
    return Dateline(
        match.end(),
        place,
        agency,
        bool(match["slash"]),
        match["month"] or match["month2"] or None,
        match["day"] or match["day2"] or None,
        match["year"] or None,
    )
