"""Two texts, word against word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sayso.model.document import Document
from sayso.model.span import Span

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*|[^\w\s]")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_MOST = 4_000  # words of one passage that are compared with those of another
_MOST_PAIRS = 250_000  # of lines that only one of two texts has, up to which they are compared
_FEWEST = 5  # words of a line that is sought in the other page
_LABEL = 12  # words and marks of a line without a sentence's end, up to which it is a label
_FINAL = re.compile(r"[.?!:;,…][\"'”’)\]]*$")
_NEAR = 6  # words shown before and after
_RUN = 4  # words in a row
_SAME = 0.2  # of the shorter text's runs: two reports of one event by one writer share a tenth


@dataclass(frozen=True, slots=True)
class Change:
    """Words in the place of others. left, right: their places, None where there are none.

    before, after: the words as each text has them, "" for none. lead, tail: a few words around
    them, which both texts have.
    """

    left: Span | None
    right: Span | None
    before: str
    after: str
    lead: str = ""
    tail: str = ""

    @property
    def kind(self) -> str:
        """added, removed or replaced."""
        if not self.before:
            return "added"
        return "replaced" if self.after else "removed"


@dataclass(frozen=True, slots=True)
class _Word:
    """text: as it is compared. start, end: its place in the document."""

    text: str
    start: int
    end: int


Shown = Callable[[Document], str]
"""All words that the page of a document shows, furniture included, as `key_of` gives them."""


def changes(left: Document, right: Document, shown: Shown | None = None) -> tuple[Change, ...]:
    """What the second report says otherwise than the first, in the order of the text.

    Furniture, white space and kinds of quotation marks do not count; nor do lines that came or went
    as a whole and are no sentence, or that the other page shows, too (`shown`). Lines that are the
    same are matched first, then words within those that differ.
    """
    mine, theirs = _told(left, right, shown)
    matcher = SequenceMatcher(
        None, [_key(line) for line in mine], [_key(line) for line in theirs], autojunk=False
    )
    found = list[Change]()
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            ours, their = (_flat(lines) for lines in (mine[a:b], theirs[c:d]))
            found += _within(left.text, right.text, ours, their)
    return tuple(found)


def key_of(text: str) -> str:
    """The words of a text without its marks, a space around each."""
    words = (_plain(match[0]).casefold() for match in _WORD.finditer(text))
    return f" {' '.join(word for word in words if word[0].isalnum())} "


def same_report(left: Document, right: Document) -> bool:
    """Whether two documents hold one and the same report, furniture aside."""
    return [_key(line) for line in _lines(left)] == [_key(line) for line in _lines(right)]


def edited(left: Document, right: Document) -> bool:
    """Whether two texts of one page are one report, edited: of one outlet, and with much the same
    words. An address may show another report tomorrow."""
    if left.outlet and right.outlet and left.outlet.casefold() != right.outlet.casefold():
        return False
    mine, theirs = _runs(left), _runs(right)
    least = min(len(mine), len(theirs))
    return least > 0 and len(mine & theirs) >= _SAME * least


def _runs(document: Document) -> set[tuple[str, ...]]:
    """Every few words in a row, furniture aside."""
    words = [word.text.casefold() for line in _lines(document) for word in line]
    return {tuple(words[n : n + _RUN]) for n in range(max(1, len(words) - _RUN + 1)) if words}


def count(text: str) -> int:
    """How many words."""
    return sum(match[0][0].isalnum() for match in _WORD.finditer(text))


def _lines(document: Document) -> Iterator[list[_Word]]:
    """The words of each line that is not furniture; only lines that have some."""
    for match in _LINE.finditer(document.text):
        words = [
            _Word(_plain(found[0]), found.start(), found.end())
            for found in _WORD.finditer(document.text, *match.span())
            if not document.is_furniture(Span(*found.span()))
        ]
        if words:
            yield words


def _told(
    left: Document, right: Document, shown: Shown | None
) -> tuple[list[list[_Word]], list[list[_Word]]]:
    """The lines of both, without those that only one has and that are no part of its report."""
    mine, theirs = list(_lines(left)), list(_lines(right))
    known, others = ({_key(line) for line in lines} for lines in (mine, theirs))
    gone = [line for line in mine if _key(line) not in others]
    new = [line for line in theirs if _key(line) not in known]
    if not (gone or new) or len(gone) * len(new) > _MOST_PAIRS:
        return mine, theirs
    idle = _idle(left, right, gone, new, shown) | _idle(right, left, new, gone, shown)
    return [line for line in mine if id(line) not in idle], [
        line for line in theirs if id(line) not in idle
    ]


def _idle(
    document: Document,
    other: Document,
    lines: Sequence[Sequence[_Word]],
    across: Sequence[Sequence[_Word]],
    shown: Shown | None,
) -> set[int]:
    """The `id` of each line that is unlike all across and tells nothing: no sentence, or one that
    the other page shows, too."""
    bags = [{word.text for word in line} for line in across]
    found, page = set[int](), None
    for line in lines:
        mine = {word.text for word in line}
        if any(len(mine & bag) * 2 >= min(len(mine), len(bag)) for bag in bags):
            continue
        if not _is_told(document, line):
            found.add(id(line))
        elif shown is not None and len(line) >= _FEWEST:
            page = shown(other) if page is None else page
            if key_of(_cut(document.text, line)) in page:
                found.add(id(line))
    return found


def _is_told(document: Document, line: Sequence[_Word]) -> bool:
    """Whether a line is a sentence, a list's item, or the headline, and no label or heading."""
    title = document.title_span
    if title is not None and title.start <= line[0].start < title.end:
        return True
    text = document.text[line[0].start : line[-1].end]
    return len(line) > _LABEL or _FINAL.search(text) is not None


def _key(line: Sequence[_Word]) -> str:
    return " ".join(word.text for word in line)


def _flat(lines: Sequence[Sequence[_Word]]) -> list[_Word]:
    return [word for line in lines for word in line]


def _plain(word: str) -> str:
    """Typographic and plain marks are one."""
    return word.translate(_MARKS)


_MARKS = str.maketrans("‘’‚“”„–—", "'''\"\"\"--")


def _within(left: str, right: str, ours: list[_Word], their: list[_Word]) -> Iterator[Change]:
    if len(ours) > _MOST or len(their) > _MOST:
        yield _change(left, right, ours, their, "", "")
        return
    matcher = SequenceMatcher(
        None, [word.text for word in ours], [word.text for word in their], autojunk=False
    )
    for a, b, c, d in _joined(matcher.get_opcodes(), ours):
        lead = _cut(left, ours[max(0, a - _NEAR) : a])
        tail = _cut(left, ours[b : b + _NEAR])
        yield _change(left, right, ours[a:b], their[c:d], lead, tail)


def _joined(
    opcodes: Sequence[tuple[str, int, int, int, int]], ours: Sequence[_Word]
) -> list[tuple[int, int, int, int]]:
    """The places that differ; two that only a mark or a single short word parts are one."""
    found = list[tuple[int, int, int, int]]()
    for tag, a, b, c, d in opcodes:
        if tag == "equal":
            continue
        between = ours[found[-1][1] : a] if found else ()
        if found and len(between) <= 1 and all(len(word.text) <= 3 for word in between):
            found[-1] = (found[-1][0], b, found[-1][2], d)
        else:
            found.append((a, b, c, d))
    return found


def _change(
    left: str, right: str, ours: Sequence[_Word], their: Sequence[_Word], lead: str, tail: str
) -> Change:
    return Change(
        _span(ours), _span(their), _cut(left, ours), _cut(right, their), lead=lead, tail=tail
    )


def _span(words: Sequence[_Word]) -> Span | None:
    return Span(words[0].start, words[-1].end) if words else None


def _cut(text: str, words: Sequence[_Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""
