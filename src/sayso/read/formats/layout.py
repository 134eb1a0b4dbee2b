"""Lines with their places on printed pages → paragraphs in reading order.

`columns` orders the lines of a page, `running` sets aside what comes again on every page; here they
become paragraphs, which go on over columns and pages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from sayso.read.formats.columns import columns
from sayso.read.formats.running import running
from sayso.read.formats.typeset import SOFT, TextLine

_LARGE = 1.15  # times the body's type: a heading
_SMALL = 0.93  # times the body's type, at most: a note at the foot
_NEAR = 1.6  # times the height of a line to the next one of its paragraph, at most
_LOOKED_BACK = 8  # groups among which one goes on around what stands beside it
_FINAL = re.compile(r"[.?!:…][\"'”’)\]]*\d{0,2}$")
_LISTED = re.compile(r"[•·▪●◦‣*–—-]\s|\d{1,2}[.)]\s")
_CAPTION = re.compile(r"(?:table|figure|fig\.|photo|chart|map)\s?[\d:.]", re.IGNORECASE)
_NOTE = re.compile(r"(?:\d{1,2}|[*†‡§¶]{1,2})\s?[A-Z“\"'(]")
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_ONES = frozenset("one two three four five six seven eight nine".split())


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. pages: where in its text each page begins, as (offset, page). aside: whether it
    is a running head or page number. title: whether it is the headline."""

    text: str
    pages: tuple[tuple[int, int], ...]
    aside: bool = False
    title: bool = False


@dataclass(frozen=True, slots=True)
class _Column:
    """Lines of one column, top to bottom."""

    lines: tuple[TextLine, ...]

    @property
    def left(self) -> float:
        return median(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)


def laid_out(lines: Sequence[TextLine]) -> list[Paragraph]:
    """The paragraphs of all pages. Running heads and notes stand behind the paragraph that goes on
    below them, so that none is broken by one."""
    heads = running(lines)
    by_page: dict[int, list[TextLine]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    body = _body_size([line for line in lines if id(line) not in heads])
    found: list[list[TextLine]] = []
    waiting: list[list[TextLine] | Paragraph] = []
    order: list[list[TextLine] | Paragraph] = []
    for page in sorted(by_page):
        mine = [line for line in by_page[page] if id(line) not in heads]
        waiting += [_aside(line) for line in by_page[page] if id(line) in heads]
        for column in columns(mine):
            for group in _groups(_Column(column), body):
                before = _before(found, group, column, body)
                if before is not None:
                    before += group
                elif _is_note(group[0], body) or (found and _floats(found[-1][-1], group, column)):
                    waiting.append(group)
                else:
                    order += waiting
                    waiting = []
                    found.append(group)
                    order.append(group)
    order += waiting
    words = _words(lines)
    title = _title(found, body)
    return [
        item if isinstance(item, Paragraph) else _joined(item, words, title=item is title)
        for item in order
    ]


def _aside(line: TextLine) -> Paragraph:
    return Paragraph(line.text.replace(SOFT, "-"), ((0, line.page),), aside=True)


def _is_note(line: TextLine, body: float) -> bool:
    """Whether a note at the foot of a page begins here."""
    low = line.top > 0.4 * line.height
    return low and line.size <= _SMALL * body and _NOTE.match(line.text) is not None


def _floats(last: TextLine, group: Sequence[TextLine], column: Sequence[TextLine]) -> bool:
    """Whether a table or a caption stands at the top of a column in which a paragraph goes on."""
    if _FINAL.search(last.text) or group[0].top > last.top or len(last.text) <= 20:
        return False
    return _CAPTION.match(group[0].text) is not None or _is_table(group, column)


def _is_table(group: Sequence[TextLine], column: Sequence[TextLine]) -> bool:
    """Whether no line but the last is as long as those of a paragraph are."""
    left, right = min(line.left for line in column), max(line.right for line in column)
    return len(group) > 1 and all(line.right < right - 0.06 * (right - left) for line in group[:-1])


def _body_size(lines: Iterable[TextLine]) -> float:
    """The size that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _groups(column: _Column, body: float) -> Iterator[list[TextLine]]:
    """The lines of each paragraph of a column."""
    pitches = [low.top - high.top for high, low in pairwise(column.lines) if low.top > high.top]
    pitch = median(pitches) if pitches else 0.0
    group: list[TextLine] = []
    for line in column.lines:
        if group and _begins(group, line, column, pitch, body):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(
    group: Sequence[TextLine], line: TextLine, column: _Column, pitch: float, body: float
) -> bool:
    """Whether a paragraph begins with this line: by the gap above it, its type, its indent, or the
    short last line of the one before."""
    above = group[-1]
    step = line.top - above.top
    if step > 1.35 * pitch * max(1.0, line.size / (body or 1.0)) or step < 0:
        return True
    if max(line.size, above.size) > _LARGE * min(line.size, above.size) or _LISTED.match(line.text):
        return True
    if _is_note(line, body) or (line.size < _LARGE * body and _centred(above, line, column)):
        return True
    width = column.right - column.left
    indented = line.left > column.left + 0.6 * line.size and above.left < line.left - 3
    short = above.right < column.right - 0.12 * width and _FINAL.search(above.text) is not None
    return (indented and _FINAL.search(above.text) is not None) or short


def _centred(above: TextLine, line: TextLine, column: _Column) -> bool:
    """Whether two lines stand below each other in the middle of a column: name, place, date."""
    middle = (above.left + above.right) / 2
    return (
        abs(middle - (line.left + line.right) / 2) < 2
        and abs(above.left - line.left) > 3
        and min(above.left, line.left) > min(one.left for one in column.lines) + 3
    )


def _before(
    found: Sequence[list[TextLine]],
    after: Sequence[TextLine],
    column: Sequence[TextLine],
    body: float,
) -> list[TextLine] | None:
    """The paragraph that goes on with these lines: the last one, at the top of the next column or
    page; or, for the first lines of a column, one that they stand right below, with something
    beside it read in between."""
    if not found or after[0].text.isupper():
        return None
    if _goes_on(found[-1][-1], after[0], body) and not _floats(found[-1][-1], after, column):
        return found[-1]
    if after[0] is not column[0]:
        return None
    return next(
        (group for group in found[-1:-_LOOKED_BACK:-1] if _is_below(group[-1], after[0])), None
    )


def _goes_on(last: TextLine, first: TextLine, body: float) -> bool:
    moved = first.page != last.page or first.top < last.top
    alike = abs(last.size - first.size) < 0.1 * body
    if not moved or not alike or len(last.text) <= 20:
        return False
    return _FINAL.search(last.text) is None


def _is_below(last: TextLine, first: TextLine) -> bool:
    step = first.top - last.top
    if first.page != last.page or not 0 < step < _NEAR * (last.bottom - last.top):
        return False
    alike = abs(last.size - first.size) < 0.1 * last.size and abs(last.left - first.left) < 3
    return alike and _FINAL.search(last.text) is None and not _LISTED.match(first.text)


def _title(groups: Sequence[list[TextLine]], body: float) -> list[TextLine] | None:
    """The group in the largest type on the first page, where it is larger than the body."""
    first = [group for group in groups if group[0].page == groups[0][0].page][:12]
    largest = max(first, key=lambda group: group[0].size, default=None)
    if largest is None or largest[0].size < _LARGE * body or len(largest) > 6:
        return None
    return largest


def _words(lines: Iterable[TextLine]) -> Counter[str]:
    """The words inside lines: whether "long-term" or "longterm" is written shows there."""
    return Counter(
        word for line in lines for word in re.findall(r"[\w-]+", line.text.casefold()[:-1])
    )


def _joined(group: Sequence[TextLine], words: Counter[str], *, title: bool) -> Paragraph:
    text, pages = "", [(0, group[0].page)]
    for line in group:
        glue = "" if not text else " "
        if text.endswith(SOFT) or (text.endswith("-") and line.text[:1].islower()):
            stem, glue = text[:-1], ""
            text = stem if _one_word(stem, line.text, words) else f"{stem}-"
        if line.page != pages[-1][1]:
            pages.append((len(text) + len(glue), line.page))
        text += glue + _mended(line.text, words)
    return Paragraph(text.replace(SOFT, "-"), tuple(pages), title=title)


def _mended(line: str, words: Counter[str]) -> str:
    """A line with the hyphens inside it settled: pdfium puts the rest of a broken word behind its
    first half itself."""
    while (at := line.find(SOFT)) not in (-1, len(line) - 1):
        stem, rest = line[:at], line[at + 1 :]
        line = stem + ("" if _one_word(stem, rest, words) else "-") + rest
    return line


def _one_word(stem: str, rest: str, words: Counter[str]) -> bool:
    """Whether the two halves at a hyphen are one word, by how the text writes it elsewhere."""
    ends, begins = re.search(r"[\w-]*$", stem.casefold()), re.match(r"[\w-]*", rest.casefold())
    left, right = (found[0] if found else "" for found in (ends, begins))
    whole, broken = f"{left}{right}", f"{left}-{right}"
    if words[whole] != words[broken]:
        return words[whole] > words[broken]
    if left in _TENS and right in _ONES:
        return False
    return not (stem[-1:].isupper() or "-" in left)
