"""Agencies whose work a report uses, and whose report it reprints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.read.dates import written
from sayso.read.headmatter import Dateline
from sayso.read.lines import Line

_NAME = r"(?:[A-Z][\w.&'’-]{0,30})(?: (?:of |for |and |the )?[A-Z][\w.&'’-]{0,30}){0,4}"
_NAMES = rf"{_NAME}(?:(?:, | and | & |/|, and ){_NAME}){{0,5}}"
# "... such attacks." — AFP, Reuters: one word each, or a name that says it is an agency.
_SIGN = re.compile(rf"(?:^|[.?!]['\"’”]?\s)\s*[—–-]{{1,2}}\s?(?P<names>{_NAMES})\.?$")
_BRACKET = re.compile(rf"[.?!]['\"’”]?\s\((?:with (?:inputs|reports) from )?(?P<names>{_NAMES})\)$")
_AGENCY = re.compile(
    r"[A-Z]{2,8}|[A-Z][\w-]+"
    r"|(?!.*[’']s? ).*(?:News|Press|Agency|Agence|Agencies|Wire|Service|Bureau)\b.*"
)
_SOURCE = re.compile(rf"(?:.{{0,80}}[.!?] )?(?:[\w]{{1,15}}/)?Sources?\s?: (?P<names>{_NAMES})\.?")
_INPUTS = re.compile(
    rf"(?i:(?:with (?:inputs|reports?|reporting|material|files)|additional reporting) (?:from|by)) "
    rf"(?:the )?(?P<names>{_NAMES})"
)
_HELPED = re.compile(rf"(?:The )?(?P<names>{_NAMES}) contributed (?:to )?(?:this|reporting)")
_DATED_NAME = re.compile(rf"\W{{0,3}}(?P<names>{_NAME})\s?(?:[,|–—-]|\son)\s?")
_AGAIN = re.compile(
    rf"(?i:(?:^|\b(?:article|story|report|piece|post|column|interview|text|version|item)\b.{{0,40}}\b)"
    rf"(?:originally|first) (?:published|appeared|posted|printed|reported)"
    rf"|\bre-?(?:published|printed|posted) (?:with permission )?|\bcourtesy)"
    rf"(?: (?:[a-z]+ ){{0,4}}?)?(?: ?(?:by|on|in|at|from|of)) (?:the website of )?"
    rf"(?P<names>(?:[Tt]he )?{_NAME})"
)
_VIA = re.compile(rf"\(?(?:[Vv]ia|VIA):? (?P<names>(?:[Tt]he )?{_NAME})\)?\.?")
_DAYS = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Posted|Published|Updated)\b.*")
_WITH = re.compile(rf"[Ww]ith (?P<names>{_NAMES})\.?")
_MOST = 300
_ENDS = 4  # lines at the end of a report where credits stand


def agencies(
    report: Sequence[Line], below: Sequence[Line], opening: Dateline | None
) -> tuple[str, ...]:
    """Agencies that the report names as its sources, in the order of the text."""
    found: list[str] = []
    if opening is not None and opening.agency is not None:
        found += _names(opening.agency)
    for row in (*below[:6], *report[-_ENDS:]):
        tail = row.text[-_MOST:]
        for pattern in (_SIGN, _BRACKET, _INPUTS, _HELPED):
            match = pattern.search(tail)
            names = _names(match["names"]) if match else []
            if names and all(_AGENCY.fullmatch(name) for name in names):
                found += names
        source = _SOURCE.fullmatch(tail) or _WITH.fullmatch(tail)
        found += _names(source["names"]) if source else []
    return tuple(dict.fromkeys(found))


def reposted(around: Sequence[Line], report: Sequence[Line]) -> str | None:
    """The outlet that printed the report first, where the text says so. around: the lines near the
    headline."""
    dated = _dated_name(around, report)
    if dated is not None:
        return dated
    for row in dict.fromkeys((*around, *report[-_ENDS:])):
        tail = row.text[-_MOST:]
        found = _AGAIN.search(tail) or _SOURCE.fullmatch(tail) or _VIA.fullmatch(tail)
        if found is not None:
            return _names(found["names"])[0]
    return None


def _dated_name(around: Sequence[Line], report: Sequence[Line]) -> str | None:
    """The name of a line "COURIER, 10 Oct 2017", where another line gives this page's own day or
    the name is written in capitals."""
    others = 0
    name: str | None = None
    for row in around:
        days = list(written(row.text)) if len(row.text) <= 100 else []
        if not days:
            continue
        match = _DATED_NAME.fullmatch(row.text[: days[0].start])
        if match and days[0].end == len(row.text) and not _DAYS.fullmatch(match["names"]):
            name = name or match["names"]
        else:
            others += 1
    if name is None or not (others or name.isupper()):
        return None
    return _as_in_text(name, report)


def _as_in_text(name: str, report: Iterable[Line]) -> str:
    """The name as the report writes it in its sentences: "INTERLINE" is "Interline" there."""
    pattern = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    for row in report:
        for match in pattern.finditer(row.text[:5000]):
            if not match[0].isupper() and match[0][0].isupper():
                return match[0]
    return name


def _names(text: str) -> list[str]:
    found = re.split(r", and |, | and | & |/", text)
    return [name.strip(" .") for name in found if name.strip(" .")]
