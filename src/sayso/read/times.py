"""Time stamps of machines → day, and time of day with its zone; never more precise than written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import parsedate_tz

from sayso.read.dates import iso_day

_STAMP = re.compile(
    r"\s*\d{4}-?\d\d-?\d\d[T ](?P<h>\d\d):?(?P<m>\d\d)(?::?(?P<s>\d\d)(?:[.,]\d{1,9})?)?"
    r"\s*(?P<zone>Z|[+-]\d\d:?(?:\d\d)?|UTC|GMT)?"
)
_DAY_FIRST = re.compile(r"\s*(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\s+\d")
_SPOKEN = re.compile(
    r"(?<![\d.,:])(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)(?::[0-5]\d)?\s?(?P<half>[ap]\.?\s?m\b\.?)?"
    r"(?:\s?\(?(?P<zone>GMT|UTC|BST|CES?T|EES?T|E[SD]T|C[SD]T|M[SD]T|P[SD]T|[EP]T|IST|MSK|TRT|JST"
    r"|AES?T|Z)\b(?P<offset>[+-]\d{1,2}(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_UTC = frozenset({"z", "utc", "gmt", "+00:00", "-00:00", "+0000", "+00"})


@dataclass(frozen=True, slots=True)
class Moment:
    """day: "2016", "2016-12" or "2016-12-12". time: "22:30", with the zone where that is told:
    "22:30Z", "22:30+05:30"; as letters where letters were written: "22:30 IST"."""

    day: str
    time: str | None = None


def moment(text: str) -> Moment | None:
    """What a time stamp tells: ISO 8601, RFC 2822 or a written date. None where there is no day."""
    text = text[:100]
    stamp = _STAMP.match(text)
    day = iso_day(text)
    if stamp and day and len(day) == 10:
        return Moment(day, _clock(stamp["h"], stamp["m"], stamp["s"], stamp["zone"]))
    if _DAY_FIRST.match(text):
        found = _mailed(text)
        if found:
            return found
    return Moment(day, spoken(text)) if day else None


def spoken(text: str) -> str | None:
    """The first time of day in a line as people write it: "10:30 pm IST" is "22:30 IST"."""
    found = _SPOKEN.search(text)
    if found is None:
        return None
    hour = int(found["h"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    zone = (found["zone"] or "").upper()
    if zone in ("GMT", "UTC", "Z") and not found["offset"]:
        return f"{hour:02d}:{found['m']}Z"
    return f"{hour:02d}:{found['m']}" + (f" {zone}{found['offset'] or ''}" if zone else "")


def in_zone(time: str, line: str) -> str:
    """A time with the one zone that its line names, at another time of day."""
    if len(time) > len("22:30"):
        return time
    zones = {f[len("22:30") :] for m in _SPOKEN.finditer(line) if (f := spoken(m[0])) and f[5:]}
    return time + zones.pop() if len(zones) == 1 else time


def _mailed(text: str) -> Moment | None:
    """The date of a letter: "Mon, 04 Nov 2019 08:00:00 +0100"."""
    try:
        parts = parsedate_tz(text)
    except (ValueError, TypeError, IndexError):  # it trips over some broken dates
        return None
    if parts is None:
        return None
    year, month, day, hour, minute, second, *_, offset = parts
    iso = iso_day(f"{year:04d}-{month:02d}-{day:02d}")
    if iso is None or not (0 <= hour < 24 and 0 <= minute < 60):
        return None
    zone = re.search(r"([+-]\d{4}|[A-Z]{1,5})\s*(?:\(.*)?$", text)
    told = zone[1] if zone else None
    if told and told.isalpha() and told.lower() not in _UTC:
        return Moment(iso, f"{hour:02d}:{minute:02d} {told}")
    shown = None if offset is None or told == "-0000" else told  # RFC 5322: of unknown zone
    return Moment(iso, _clock(f"{hour:02d}", f"{minute:02d}", f"{second:02d}", shown))


def _clock(hour: str, minute: str, second: str | None, zone: str | None) -> str | None:
    """Midnight to the second is how machines write that they know the day only."""
    if int(hour) > 23 or int(minute) > 59:
        return None
    if (hour, minute, second or "00") == ("00", "00", "00"):
        return None
    if zone is None:
        return f"{hour}:{minute}"
    if zone.lower() in _UTC:
        return f"{hour}:{minute}Z"
    digits = re.sub(r"\D", "", zone).ljust(4, "0")
    return f"{hour}:{minute}{zone[0]}{digits[:2]}:{digits[2:4]}"
