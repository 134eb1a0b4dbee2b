"""Who printed a report, on whose work, where and when: from what the page states, then its text.

What neither tells stays None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.document import Furniture, FurnitureKind, KnownFrom, When
from sayso.read.base import Page
from sayso.read.credits import agencies, reposted
from sayso.read.dates import from_address, month_number, settle, written
from sayso.read.headmatter import (
    Dateline,
    byline,
    dated_place,
    dateline,
    ends_in_date,
    only_date,
)
from sayso.read.lines import Line
from sayso.read.outlet import SECTION, outlet

_HEAD = 30  # lines among which dates, bylines and the dateline are sought
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![.,]?\d)")
_THIS_YEAR = re.compile(r"\b(?:this|of the|in the current) year\b")
_UPDATED = re.compile(r"\b(?:updated|modified|last edited)\b", re.IGNORECASE)
_LABELLED = re.compile(r"\b(?:published|posted|first published|created)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Provenance:
    """See `Document` for the fields."""

    outlet: str | None
    byline: str | None
    credits: tuple[str, ...]
    repost_of: str | None
    place: str | None
    published: When | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines that provenance looks at.

    above: before the headline. below: from the headline to the first paragraphs. report: lines
    that are no furniture, without the headline. marked: furniture, with its kind.
    """

    above: tuple[Line, ...]
    below: tuple[Line, ...]
    report: tuple[Line, ...]
    marked: tuple[tuple[Line, FurnitureKind], ...]


def provenance(
    page: Page, rows: Sequence[Line], title: Line | None, furniture: Sequence[Furniture]
) -> Provenance:
    """All that the page and its text tell."""
    parts = split(rows, title, furniture)
    opening = _opening(parts.report)
    repost = reposted((*parts.above[-8:], *parts.below[:8]), parts.report)
    return Provenance(
        outlet=page.stated.outlet or outlet(parts, opening),
        byline=page.stated.byline or _byline(parts),
        credits=agencies(parts.report, parts.below, opening),
        repost_of=repost,
        place=_place(parts, opening),
        published=page.stated.published or _published(page, parts, opening, repost),
    )


def split(rows: Sequence[Line], title: Line | None, furniture: Sequence[Furniture]) -> Parts:
    """The lines by where they stand."""
    kinds = {item.span.start: item.kind for item in furniture}
    at = rows.index(title) if title is not None else -1
    report = tuple(row for i, row in enumerate(rows) if row.span.start not in kinds and i != at)
    marked = tuple((row, kinds[row.span.start]) for row in rows if row.span.start in kinds)
    return Parts(tuple(rows[: max(at, 0)]), tuple(rows[at + 1 : at + 1 + _HEAD]), report, marked)


def _opening(report: Sequence[Line]) -> Dateline | None:
    return next((found for row in report[:6] if (found := dateline(row))), None)


def _byline(parts: Parts) -> str | None:
    named = next((found for row in _top(parts) if (found := byline(row))), None)
    return named or next((row.text for row in parts.below[:8] if _is_name(row)), None)


def _is_name(row: Line) -> bool:
    """Whether a line between headline and report is a person's name and nothing more."""
    words = row.text.split() if row.words <= 3 else []
    return len(words) >= 2 and all(
        word.isalpha() and word[0].isupper() and not word.isupper() and not SECTION.fullmatch(word)
        for word in words
    )


def _top(parts: Parts) -> list[Line]:
    """Lines around the headline, up to the second paragraph of the report."""
    paragraphs = [row for row in parts.report if row.prose]
    end = paragraphs[1].span.start if len(paragraphs) > 1 else None
    return [row for row in (*parts.above, *parts.below) if end is None or row.span.start < end]


def _place(parts: Parts, opening: Dateline | None) -> str | None:
    if opening is not None and opening.place:
        return opening.place
    return next((found for row in _top(parts) if (found := dated_place(row))), None)


def _published(
    page: Page, parts: Parts, opening: Dateline | None, repost: str | None
) -> When | None:
    days = _dated_lines(parts, repost)
    if days:
        return When(days[0], KnownFrom.TEXT)
    day = _dateline_day(parts, opening)
    if day is not None:
        return When(day, KnownFrom.DATELINE)
    return from_address(page.stated.url or page.source)


def _dated_lines(parts: Parts, repost: str | None) -> list[str]:
    """Days of the date lines near the headline: those that say "published" first, those of a later
    change last, and none of the first printing elsewhere."""
    found: list[tuple[int, str]] = []
    near: list[str] = []
    top = [row for row in _top(parts) if len(row.text) <= 250]
    for row in top:
        near += [date.readings[0] for date in written(row.text) if len(date.readings) == 1]
    for row in top:
        dated = only_date(row) or byline(row) or ends_in_date(row)
        if not dated or (repost and row.text.casefold().startswith(repost.casefold())):
            continue
        before = 0
        for date in written(row.text):
            label = row.text[before : date.start]
            rank = 2 if _UPDATED.search(label) else 0 if _LABELLED.search(label) else 1
            found.append((rank, settle(date, near)))
            before = date.end
    return [day for _, day in sorted(found, key=lambda item: item[0])]


def _dateline_day(parts: Parts, opening: Dateline | None) -> str | None:
    if opening is None or opening.month is None or opening.day is None:
        return None
    month = month_number(opening.month)
    year = opening.year or _year(parts, month or 0, int(opening.day))
    text = f"{opening.day} {opening.month} {year}"
    return next((date.readings[0] for date in written(text) if year), None)


def _year(parts: Parts, month: int, day: int) -> str | None:
    """The year of a dateline that gives none: of a copyright line, or the only year of a report
    that calls it the current one and tells of an earlier day in it."""
    for row, _ in parts.marked:
        if "©" in row.text or "opyright" in row.text:
            years = _YEAR.findall(row.text)
            if len(years) == 1:
                return str(years[0])
    text = "\n".join(row.text for row in parts.report[:500])[:50_000]
    if len(set(_YEAR.findall(text))) != 1 or not _THIS_YEAR.search(text):
        return None
    days = [date.readings[0] for date in written(text) if len(date.readings) == 1]
    earlier = [known for known in days if known[5:] < f"{month:02d}-{day:02d}" and len(known) == 10]
    return earlier[0][:4] if earlier else None
