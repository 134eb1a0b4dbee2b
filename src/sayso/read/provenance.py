"""Who printed a report, on whose work, where and when: from what the page states, then its text.

What neither tells stays None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.document import Certainty, Furniture, When
from sayso.read.base import Page
from sayso.read.credits import agencies, reposted
from sayso.read.headmatter import Dateline, byline, dated_place, dateline
from sayso.read.lines import Line, same
from sayso.read.outlet import SECTION, outlet
from sayso.read.parts import Parts, split, top
from sayso.read.printed import published


@dataclass(frozen=True, slots=True)
class Provenance:
    """See `Document` for the fields."""

    outlet: str | None
    byline: str | None
    credits: tuple[str, ...]
    repost_of: str | None
    place: str | None
    published: When | None
    time: str | None
    certainty: Certainty | None


def provenance(
    page: Page, rows: Sequence[Line], title: Line | None, furniture: Sequence[Furniture]
) -> Provenance:
    """All that the page and its text tell."""
    parts = split(rows, title, furniture)
    opening = _opening(parts.report)
    repost = reposted((*parts.above[-8:], *parts.below[:8]), parts.report)
    printed = published(page, parts, opening, repost)
    house = page.stated.outlet or outlet(parts, opening)
    author = page.stated.byline or _byline(parts)
    return Provenance(
        outlet=house,
        byline=None if author and house and same(author, house) else author,
        credits=tuple(
            dict.fromkeys((*page.stated.credits, *agencies(parts.report, parts.below, opening)))
        ),
        repost_of=repost,
        place=_place(parts, opening),
        published=printed.when,
        time=printed.time,
        certainty=printed.certainty,
    )


def _opening(report: Sequence[Line]) -> Dateline | None:
    return next((found for row in report[:6] if (found := dateline(row))), None)


def _byline(parts: Parts) -> str | None:
    named = next((found for row in top(parts) if (found := byline(row))), None)
    near = [row for row in top(parts) if row in parts.below[:8]]
    return named or next((row.text for row in near if _is_name(row)), None)


def _is_name(row: Line) -> bool:
    """Whether a line between headline and report is a person's name and nothing more."""
    words = row.text.split() if row.words <= 3 else []
    return len(words) >= 2 and all(
        word.isalpha() and word[0].isupper() and not word.isupper() and not SECTION.fullmatch(word)
        for word in words
    )


def _place(parts: Parts, opening: Dateline | None) -> str | None:
    if opening is not None and opening.place:
        return opening.place
    return next((found for row in top(parts) if (found := dated_place(row))), None)
