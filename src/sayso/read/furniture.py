"""Marks what stands in the text and is not the report.

First each line by itself (`phrases`, `shapes`), then by its place and its neighbours: what comes
before the headline, what says the same as the line above it, a headline alone between paragraphs,
what follows the last paragraph. Every rule only adds marks, so their order says which kind wins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from sayso.model.document import Furniture, FurnitureKind
from sayso.read.headmatter import byline, dateline, ends_in_date, only_date
from sayso.read.lines import LONG, Line, capitals, same, title_case
from sayso.read.phrases import by_words
from sayso.read.shapes import alt_name, caption, foreign, menu, of_picture
from sayso.read.structure import Hints, key

Kinds = list[FurnitureKind | None]

_CAPTION, _RELATED, _LABEL = FurnitureKind.CAPTION, FurnitureKind.RELATED, FurnitureKind.LABEL
_HEADLINE_WORDS = 5  # fewer make a label
_SIBLING_WORDS = 7
_COPY_WORDS = 40  # a longer line that comes twice is a slip of the report, not furniture
_SIGNED = re.compile(r"@|[\"”’.] ?[—–―-]{1,2} ?[A-Z]")  # a post or quotation with its author
_SERVICE = re.compile(r" (?:International|News|Online|TV|Radio|Agency)$")
_MOST_FOREIGN = 0.2  # share of the lines
_PULLED_WORDS, _PULLED = 6, 30  # words and characters of a pull quote, at least
_MOST_TEXT = 200_000  # characters; each line is looked for in all of it
_QUOTES = re.compile("[\"“”‘’'«»]")
_MOST_LINKS = 12  # lines below a heading such as "Read more:"
_SPREADS = frozenset(
    {FurnitureKind.PAYWALL, FurnitureKind.SHARE, FurnitureKind.NAVIGATION, _RELATED}
)


def furniture(
    rows: Sequence[Line], title: Line | None, hints: Hints | None = None
) -> tuple[Furniture, ...]:
    """The furniture of a text, line by line, in its order. The headline is never furniture.

    hints: what a web page tells of its lines. Then a line is no link to another report by its looks
    alone.
    """
    kinds = _alone(rows)
    at = rows.index(title) if title is not None else -1
    _hinted(rows, kinds, hints or {})
    if at >= 0:
        kinds[at] = None
    for rule in _RULES if not hints else _RULES_OF_PAGES:
        rule(rows, kinds, at)
    if at >= 0:
        kinds[at] = None
    return tuple(
        Furniture(row.span, kind) for row, kind in zip(rows, kinds, strict=True) if kind is not None
    )


def _alone(rows: Sequence[Line]) -> Kinds:
    """What each line is by itself. Where much is in another script, none is foreign for that."""
    found = [_kind(row) for row in rows]
    strange = [index for index, row in enumerate(rows) if found[index] is _LABEL and foreign(row)]
    if len(strange) > _MOST_FOREIGN * len(rows):
        for index in strange:
            found[index] = None
    return found


def _kind(row: Line) -> FurnitureKind | None:
    found = by_words(row)
    if found is not None:
        return found
    if caption(row):
        return _CAPTION
    if menu(row):
        return FurnitureKind.NAVIGATION
    if foreign(row) or only_date(row) or ends_in_date(row) or byline(row) is not None:
        return _LABEL
    return None


def _hinted(rows: Sequence[Line], kinds: Kinds, hints: Hints) -> None:
    for index, row in enumerate(rows):
        if kinds[index] is None and len(row.text) <= LONG:
            kinds[index] = hints.get(key(row.text))


def _pull_quotes(rows: Sequence[Line], kinds: Kinds, title: int) -> None:
    """Words of a paragraph that stand again by themselves, in larger type on the page."""
    whole = [row for row, kind in zip(rows, kinds, strict=True) if kind is None and row.prose]
    paragraphs = [_plain(row.text) for row in whole]
    text = "\n".join(paragraphs)
    if len(text) > _MOST_TEXT:
        return
    for index, row in enumerate(rows):
        if index == title or kinds[index] or not _PULLED_WORDS <= row.words <= _COPY_WORDS:
            continue
        words = _plain(row.text)
        if len(words) > _PULLED and text.count(words) - paragraphs.count(words) == 1:
            kinds[index] = FurnitureKind.PULL_QUOTE


def _plain(text: str) -> str:
    return " ".join(_QUOTES.sub("", text).casefold().split()).strip(" .,!?…–—-")


def _before_title(rows: Sequence[Line], kinds: Kinds, title: int) -> None:
    """Letterheads, menus, mottos: all that stands before the headline."""
    for index in range(max(title, 0)):
        if kinds[index] is None and not rows[index].prose:
            kinds[index] = FurnitureKind.NAVIGATION


def _twice(rows: Sequence[Line], kinds: Kinds, title: int) -> None:
    """A line that says the same as the one above it: a picture's alternative text and caption, or
    a teaser's. Of the headline's copies only the copy is furniture."""
    copies = [False, *(same(above.text, row.text) for above, row in pairwise(rows)), False]
    for index in range(1, len(rows)):
        row = rows[index]
        # A line that goes on and on is a refrain, or a broken file.
        refrain = copies[index - 1] or copies[index + 1]
        if not copies[index] or refrain or row.words > _COPY_WORDS:
            continue
        kind = kinds[index] or (_CAPTION if row.final else _RELATED)
        for place in (index - 1, index):
            if place != title and kinds[place] is None:
                kinds[place] = kind


def _alternative_texts(rows: Sequence[Line], kinds: Kinds, title: int) -> None:
    """Lines that end in a dash and one and the same name, or the name of a service ("... News"), or
    such a line next to a caption."""
    names = {index: name for index, row in enumerate(rows) if (name := alt_name(row))}
    often = Counter(names.values())
    for index, name in names.items():
        near = _CAPTION in kinds[max(index - 1, 0) : index + 2]
        known = near or often[name] > 1 or _SERVICE.search(name) is not None
        if known and index != title and kinds[index] is None:
            kinds[index] = _CAPTION


def _picture_in_head(rows: Sequence[Line], kinds: Kinds, title: int) -> None:
    """The first sentence below a headline, where it describes a picture and the report follows."""
    first = _first_paragraph(rows, kinds, title)
    if title < 0 or first is None or first + 1 >= len(rows):
        return
    row, below = rows[first], rows[first + 1]
    follows = below.prose and below.words >= row.words and kinds[first + 1] is None
    if follows and of_picture(row) and dateline(row) is None:
        kinds[first] = _CAPTION


def _alone_in_body(rows: Sequence[Line], kinds: Kinds, title: int) -> None:
    """Headlines of other reports, and bare labels, between the paragraphs of this one."""
    often = Counter(row.text for row in rows if row.words < _HEADLINE_WORDS)
    for index in _between(rows, kinds, title):
        row = rows[index]
        if row.text[0] in '"“':
            continue  # somebody's words, in capitals or without a full stop
        if row.words >= _HEADLINE_WORDS and (title_case(row.bare) or capitals(row.text)):
            kinds[index] = _RELATED
        elif row.words < _HEADLINE_WORDS and often[row.text] == 1 and not row.final:
            # A name that comes again and again is who speaks next, in an interview.
            kinds[index] = _LABEL


def _siblings(rows: Sequence[Line], kinds: Kinds, title: int) -> None:
    """Where a page has named links to other reports, its other lone lines are such links too;
    unless they are many, for then they head the parts of the report."""
    named = sum(1 for row in rows if by_words(row) is _RELATED)
    lone = [
        index
        for index in _between(rows, kinds, title)
        if rows[index].words >= _SIBLING_WORDS and not _SIGNED.search(rows[index].text)
    ]
    if len(lone) <= named:
        for index in lone:
            kinds[index] = _RELATED


def _beside(rows: Sequence[Line], kinds: Kinds, title: int) -> None:
    """Bulleted or short lines glued below a line of furniture that heads a list."""
    for index in range(1, len(rows)):
        row, above = rows[index], kinds[index - 1]
        if kinds[index] is not None or index == title or row.prose:
            continue
        if row.bullet and above in _SPREADS:
            kinds[index] = above


def _below_heading(rows: Sequence[Line], kinds: Kinds, title: int) -> None:
    """The headlines below a bare "Read more:" or "Related stories", up to the next paragraph."""
    for head, row in enumerate(rows):
        bare = row.words <= 4 and (row.text.endswith(":") or ":" not in row.text)
        if kinds[head] is not _RELATED or not bare:
            continue
        for index in range(head + 1, min(head + 1 + _MOST_LINKS, len(rows))):
            if rows[index].prose or index == title:
                break
            kinds[index] = kinds[index] or _RELATED


def _after_comments(rows: Sequence[Line], kinds: Kinds, title: int) -> None:
    """All that stands below the heading of the comments, in the second half of the text."""
    if not rows:
        return
    half = rows[-1].span.end / 2
    for index, row in enumerate(rows):
        heading = kinds[index] is FurnitureKind.COMMENTS and row.words <= 4
        if heading and row.span.start > half and index > title:
            for place in range(index + 1, len(rows)):
                kinds[place] = kinds[place] or FurnitureKind.COMMENTS
            return


def _between(rows: Sequence[Line], kinds: Kinds, title: int) -> Iterator[int]:
    """Unmarked lines without a sentence's end that stand between paragraphs, outside lists."""
    first, last = _first_paragraph(rows, kinds, title), _last_paragraph(rows, kinds)
    if first is None:
        return
    in_list = False
    for index in range(first, last):
        row = rows[index]
        if kinds[index] is not None or index == title:
            continue
        if row.prose or _ends(row):
            in_list = row.text.endswith(":")
        elif not in_list and not row.bullet and not _broken(row, rows[index + 1]):
            yield index


def _broken(row: Line, below: Line) -> bool:
    """Whether the lines are one paragraph, broken in two."""
    return below.text[0].islower() or row.text[0].islower() or row.text.count('"') % 2 == 1


def _ends(row: Line) -> bool:
    return row.text.endswith((".", ",", ":", ";", "…", '."', ".”", ".’", ".'", ',"', ",”"))


def _first_paragraph(rows: Sequence[Line], kinds: Kinds, title: int) -> int | None:
    span = range(title + 1, len(rows))
    return next((index for index in span if kinds[index] is None and rows[index].prose), None)


def _last_paragraph(rows: Sequence[Line], kinds: Kinds) -> int:
    span = range(len(rows) - 1, -1, -1)
    return next((index for index in span if kinds[index] is None and rows[index].prose), 0)


_Rule = Callable[[Sequence[Line], Kinds, int], None]
_RULES: tuple[_Rule, ...] = (
    _before_title,
    _twice,
    _pull_quotes,
    _alternative_texts,
    _picture_in_head,
    _after_comments,
    _beside,
    _below_heading,
    _alone_in_body,
    _siblings,
)
# In a web page a link is known as one, so that what only looks like one is a heading.
_RULES_OF_PAGES = tuple(rule for rule in _RULES if rule not in (_alone_in_body, _siblings))
