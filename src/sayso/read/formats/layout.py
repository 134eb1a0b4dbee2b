"""Lines with their places on printed pages → paragraphs in reading order.

Columns are found by the gutters that narrow lines leave free; lines across a gutter (headlines)
part a page into bands, each read column by column. Lengths are in points, from the top left.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_EDGE = 0.09  # share of the page's height at top and bottom where running heads stand
_GUTTER = 7.0  # points between two columns, at least
_NARROW = 0.62  # share of the text's width up to which a line may belong to a column
_FEWEST = 3  # lines on each side that make a gutter one
_LARGE = 1.15  # times the body's type: a heading
_SOFT = "\u00ad"
_FINAL = re.compile(r"[.?!:…][\"'”’)\]]*$")
_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite)?\s?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\W*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_LISTED = re.compile(r"[•·▪●◦‣*–—-]\s|\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line. page: from 0. left, top, right, bottom: its box. size: of its type. height: of the
    page."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    height: float


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
    """The paragraphs of all pages. Running heads stand behind the paragraph that goes on below
    them, so that none is broken by one."""
    heads = _running(lines)
    by_page: dict[int, list[TextLine]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    body = _body_size([line for line in lines if id(line) not in heads])
    found: list[list[TextLine]] = []
    waiting: list[Paragraph] = []
    order: list[list[TextLine] | Paragraph] = []
    for page in sorted(by_page):
        mine = [line for line in by_page[page] if id(line) not in heads]
        waiting += [_aside(line) for line in by_page[page] if id(line) in heads]
        for column in _columns(mine):
            for group in _groups(column, body):
                if found and _goes_on(found[-1], group, body):
                    found[-1] += group
                else:
                    order += waiting
                    waiting = []
                    found.append(group)
                    order.append(group)
    order += waiting
    words = _words(lines)
    title = _title([item for item in order if isinstance(item, list)], body)
    return [
        item if isinstance(item, Paragraph) else _joined(item, words, title=item is title)
        for item in order
    ]


def _aside(line: TextLine) -> Paragraph:
    return Paragraph(line.text.replace(_SOFT, "-"), ((0, line.page),), aside=True)


def _running(lines: Sequence[TextLine]) -> set[int]:
    """The lines at the edge of pages that come again on others, but for their numbers, or are a
    number only."""
    edge = [
        line
        for line in lines
        if line.bottom < line.height * _EDGE * 1.3 or line.top > line.height * (1 - _EDGE)
    ]
    pages = len({line.page for line in lines})
    often = Counter(_DIGITS.sub("#", line.text) for line in edge)
    return {
        id(line)
        for line in edge
        if _NUMBER.fullmatch(line.text)
        or (pages > 1 and often[_DIGITS.sub("#", line.text)] >= max(2, pages // 3))
    }


def _body_size(lines: Iterable[TextLine]) -> float:
    """The size that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _columns(lines: Sequence[TextLine]) -> Iterator[_Column]:
    """The lines of a page in columns, in reading order."""
    if not lines:
        return
    gutters = _gutters(lines)
    if not gutters:
        yield _Column(tuple(_merged(lines)))
        return
    bands: list[list[TextLine]] = [[]]
    for line in sorted(lines, key=lambda line: (line.top, line.left)):
        if any(line.left < gutter < line.right for gutter in gutters):
            if not bands[-1] or not _crosses(bands[-1][-1], gutters):
                bands.append([])
        elif bands[-1] and _crosses(bands[-1][-1], gutters):
            bands.append([])
        bands[-1].append(line)
    for band in filter(None, bands):
        columns: dict[int, list[TextLine]] = defaultdict(list)
        for line in band:
            across = _crosses(line, gutters)
            columns[-1 if across else sum(gutter <= line.left for gutter in gutters)].append(line)
        for place in sorted(columns):
            yield _Column(tuple(_merged(columns[place])))


def _crosses(line: TextLine, gutters: Sequence[float]) -> bool:
    return any(line.left < gutter < line.right for gutter in gutters)


def _gutters(lines: Sequence[TextLine]) -> list[float]:
    """Where narrow lines leave a strip free from top to bottom, with several on each side."""
    width = max(line.right for line in lines) - min(line.left for line in lines)
    narrow = sorted(
        (line for line in lines if line.right - line.left <= width * _NARROW),
        key=lambda line: line.left,
    )
    found: list[float] = []
    reach = narrow[0].right if narrow else 0.0
    for index, line in enumerate(narrow):
        before, after = index, len(narrow) - index
        if line.left - reach >= _GUTTER and min(before, after) >= _FEWEST:
            found.append((line.left + reach) / 2)
        reach = max(reach, line.right)
    return found


def _merged(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Top to bottom; pieces that stand side by side in one line are one."""
    held: TextLine | None = None
    for line in sorted(lines, key=lambda line: (round((line.top + line.bottom) / 6), line.left)):
        if held and abs(line.bottom - held.bottom) < 0.3 * line.size and line.left >= held.right:
            held = TextLine(
                held.page,
                f"{held.text} {line.text}",
                held.left,
                min(held.top, line.top),
                line.right,
                max(held.bottom, line.bottom),
                held.size,
                held.height,
            )
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _groups(column: _Column, body: float) -> Iterator[list[TextLine]]:
    """The lines of each paragraph of a column."""
    pitches = [low.top - high.top for high, low in _pairs(column.lines) if low.top > high.top]
    pitch = median(pitches) if pitches else 0.0
    group: list[TextLine] = []
    for line in column.lines:
        if group and _begins(group, line, column, pitch, body):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _pairs(lines: Sequence[TextLine]) -> Iterator[tuple[TextLine, TextLine]]:
    return pairwise(lines)


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
    width = column.right - column.left
    indented = line.left > column.left + 0.6 * line.size and above.left < line.left - 3
    short = above.right < column.right - 0.12 * width and _FINAL.search(above.text) is not None
    return (indented and _FINAL.search(above.text) is not None) or short


def _goes_on(group: Sequence[TextLine], after: Sequence[TextLine], body: float) -> bool:
    """Whether a paragraph goes on at the top of the next column or page."""
    last, first = group[-1], after[0]
    moved = first.page != last.page or first.top < last.top
    alike = abs(last.size - first.size) < 0.1 * body
    if not moved or not alike or len(last.text) <= 20:
        return False
    return _FINAL.search(last.text) is None and not first.text.isupper()


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
        if text.endswith(_SOFT) or (text.endswith("-") and line.text[:1].islower()):
            stem, glue = text[:-1], ""
            text = stem if _one_word(stem, line.text, words) else f"{stem}-"
        if line.page != pages[-1][1]:
            pages.append((len(text) + len(glue), line.page))
        text += glue + _mended(line.text, words)
    return Paragraph(text.replace(_SOFT, "-"), tuple(pages), title=title)


def _mended(line: str, words: Counter[str]) -> str:
    """A line with the hyphens inside it settled: pdfium puts the rest of a broken word behind its
    first half itself."""
    while (at := line.find(_SOFT)) not in (-1, len(line) - 1):
        stem, rest = line[:at], line[at + 1 :]
        line = stem + ("" if _one_word(stem, rest, words) else "-") + rest
    return line


def _one_word(stem: str, rest: str, words: Counter[str]) -> bool:
    """Whether the two halves at a hyphen are one word, by how the text writes it elsewhere."""
    left = re.search(r"[\w-]*$", stem.casefold())
    right = re.match(r"[\w-]*", rest.casefold())
    whole, broken = f"{left[0]}{right[0]}", f"{left[0]}-{right[0]}"  # type: ignore[index]
    if words[whole] != words[broken]:
        return words[whole] > words[broken]
    return not (stem[-1:].isupper() or "-" in left[0])  # type: ignore[index]
