"""Which line is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.read.headmatter import byline, dateline, ends_in_date, only_date
from sayso.read.lines import Line, capitals, same, title_case
from sayso.read.phrases import by_words
from sayso.read.shapes import caption, foreign, menu

_FIRST = 40  # lines among which a headline is sought
_MOST_WORDS = 35
_STOPPED = re.compile(r"(?:[.…][\"'”’)\]]*|[,;:])$")
_NOTE = re.compile(r"[\[(]|(?:warning|note|editor.s note|correction)\s?:", re.IGNORECASE)


def headline(rows: Sequence[Line], stated: str | None = None) -> Line | None:
    """The line that is the headline: the one that the page states, or else the first that looks
    like one before the report begins. None where the text starts with the report itself."""
    if stated is not None:
        found = next((row for row in rows[:_FIRST] if same(row.text, stated)), None)
        if found is not None:
            return found
    candidates = _candidates(rows[:_FIRST])
    glued = {above.span: row for above, row in pairwise(rows[:_FIRST]) if not row.gap}
    for place, row in enumerate(candidates):
        if not _letterhead(row, glued.get(row.span), candidates[place + 1 :]):
            return row
    return None


def _candidates(rows: Sequence[Line]) -> list[Line]:
    """Lines before the first paragraph that may be headlines or names of the outlet."""
    found: list[Line] = []
    for row in rows:
        if _passed_over(row):
            continue
        if not _may_be_headline(row):
            break
        found.append(row)
    return found


def _passed_over(row: Line) -> bool:
    if by_words(row) or menu(row) or caption(row) or foreign(row) or ends_in_date(row):
        return True
    return row.bullet or only_date(row) or byline(row) is not None


def _may_be_headline(row: Line) -> bool:
    if (
        _NOTE.match(row.text)
        or row.words > _MOST_WORDS
        or len(row.text) > 300
        or dateline(row) is not None
    ):
        return False
    # A sentence with its full stop is a paragraph; a title that somebody ended so is one in title
    # case.
    return not _STOPPED.search(row.text[-6:]) or title_case(row.text)


def _letterhead(row: Line, below: Line | None, after: Sequence[Line]) -> bool:
    """Whether a line is the outlet's name or motto, with the headline still to come: a short name,
    or lines glued together while a better one follows behind an empty line.

    below: the line glued to this one. after: the candidates that follow.
    """
    better = [other for other in after if other.words >= 4]
    if row.words <= 3 and _name_like(row):
        return bool(better) or row.words <= 2
    glued = not row.gap or (below is not None and (below in after or menu(below)))
    return glued and any(other.gap for other in better)


def _name_like(row: Line) -> bool:
    return capitals(row.text) or all(word[:1].isupper() for word in row.text.split())
