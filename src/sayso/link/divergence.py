"""Two wordings of one utterance, word against word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from sayso.link.words import STOP, WORD, stem
from sayso.model.span import Evidence, Span


class Change(StrEnum):
    """What became of a stretch of words from one wording to the other."""

    SAME = "same"
    OTHER = "other"
    ONLY_LEFT = "only_left"
    ONLY_RIGHT = "only_right"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand against each other. left, right: as each side has them; "" for none.

    left_parts, right_parts: the same with their places, one for each piece of content touched.
    """

    change: Change
    left: str
    right: str
    left_parts: tuple[Evidence, ...] = ()
    right_parts: tuple[Evidence, ...] = ()


_Word = tuple[str, int, int, int]  # stem, number of the part, start and end within it


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two contents, word against word.

    left, right: the contents. mine, theirs: their words. codes: what becomes of the left words from
    a to b: tag ("equal", "replace", "delete", "insert"), a, b, and c to d among the right ones.
    """

    left: Sequence[Evidence]
    right: Sequence[Evidence]
    mine: Sequence[_Word]
    theirs: Sequence[_Word]
    codes: Sequence[tuple[str, int, int, int, int]]

    def cut_left(self, start: int, end: int) -> tuple[Evidence, ...]:
        """The left words from start to end, cut from each piece of content that they touch."""
        return _cut(self.left, self.mine[start:end])

    def cut_right(self, start: int, end: int) -> tuple[Evidence, ...]:
        """The same of the right ones."""
        return _cut(self.right, self.theirs[start:end])


def aligned(left: Sequence[Evidence], right: Sequence[Evidence]) -> Aligned:
    """Both contents, word against word; forms of one word count as the same."""
    mine, theirs = _words(tuple(left)), _words(tuple(right))
    matcher = SequenceMatcher(None, [w[0] for w in mine], [w[0] for w in theirs], autojunk=False)
    return Aligned(left, right, mine, theirs, matcher.get_opcodes())


def divergence(left: Sequence[Evidence], right: Sequence[Evidence]) -> tuple[Stretch, ...]:
    """Both contents from their beginning to their end, in stretches that are the same or differ.

    Forms of one word count as the same ("completely neutralise", "completely neutralising").
    """
    both, found = aligned(left, right), []
    for tag, a, b, c, d in both.codes:
        ours, their = both.cut_left(a, b), both.cut_right(c, d)
        found.append(Stretch(_change(tag), _text(ours), _text(their), ours, their))
    return tuple(found)


def telling(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Those that differ in more than words such as "the" and "of"."""
    return tuple(
        s for s in stretches if s.change is not Change.SAME and (_tells(s.left) or _tells(s.right))
    )


def _tells(words: str) -> bool:
    return any(word.casefold() not in STOP for word in WORD.findall(words))


def _change(tag: str) -> Change:
    return {
        "equal": Change.SAME,
        "replace": Change.OTHER,
        "delete": Change.ONLY_LEFT,
        "insert": Change.ONLY_RIGHT,
    }[tag]


@lru_cache(maxsize=64)  # a claim is held against each of its group in turn
def _words(parts: tuple[Evidence, ...]) -> list[_Word]:
    return [
        (stem(found.group()), n, found.start(), found.end())
        for n, part in enumerate(parts)
        for found in WORD.finditer(part.text)
    ]


def _cut(parts: Sequence[Evidence], words: Sequence[_Word]) -> tuple[Evidence, ...]:
    """The stretch of each part from the first to the last of these words."""
    found = []
    for n in dict.fromkeys(word[1] for word in words):
        start = min(word[2] for word in words if word[1] == n)
        end = max(word[3] for word in words if word[1] == n)
        part = parts[n]
        span = Span(part.span.start + start, part.span.start + end)
        found.append(Evidence(part.document, span, part.text[start:end]))
    return tuple(found)


def _text(parts: Sequence[Evidence]) -> str:
    return " … ".join(part.text for part in parts)
