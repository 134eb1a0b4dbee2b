"""Passages that two texts share, by winnowed fingerprints of runs of words.

Two texts with two or more fingerprints in common share a passage; the words around the common runs
are then compared one by one. Copied words are evidence of copying, likeness of meaning is none.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sayso.model.span import Evidence, Span

RUN, WINDOW = 6, 4  # words in a run; runs of which the smallest fingerprint is kept
_WORD = re.compile(r"\w+(?:['’]\w+)?")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two documents share, with few changes. words: how many are the same."""

    left: Evidence
    right: Evidence
    words: int


@dataclass(frozen=True, slots=True)
class Print:
    """A text taken apart. starts, ends: of each word; prints: fingerprint → first word's number."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    prints: Mapping[int, int]


def taken(text: str) -> Print:
    """A text with its fingerprints."""
    found = list(_WORD.finditer(text))
    words = tuple(match.group().casefold() for match in found)
    starts, ends = tuple(m.start() for m in found), tuple(m.end() for m in found)
    return Print(text, words, starts, ends, dict(_winnowed(words)))


def alike(one: Print, other: Print) -> bool:
    """Whether two texts have two or more fingerprints in common."""
    return len(one.prints.keys() & other.prints.keys()) > 1


def passages(left: str, right: str, prints: Mapping[str, Print]) -> tuple[Passage, ...]:
    """The passages that two documents share, longest first."""
    mine, theirs = prints[left], prints[right]
    matcher = SequenceMatcher(None, mine.words, theirs.words, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size >= 3]
    found = (_passage(left, right, mine, theirs, group) for group in _grouped(blocks))
    return tuple(sorted((p for p in found if p.words >= RUN), key=lambda p: -p.words))


def _grouped(blocks: Sequence[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    """Matching runs with few words between them, on both sides."""
    group = list[tuple[int, int, int]]()
    for a, b, size in blocks:
        if group:
            last_a, last_b, last = group[-1]
            if max(a - last_a - last, b - last_b - last) > 5:
                yield group
                group = []
        group.append((a, b, size))
    if group:
        yield group


def _passage(
    left: str, right: str, mine: Print, theirs: Print, group: list[tuple[int, int, int]]
) -> Passage:
    (a, b, _), (c, d, size) = group[0], group[-1]
    ours = Span(mine.starts[a], mine.ends[c + size - 1])
    their = Span(theirs.starts[b], theirs.ends[d + size - 1])
    count = sum(block[2] for block in group)
    return Passage(
        Evidence.cut(left, mine.text, ours), Evidence.cut(right, theirs.text, their), count
    )


def _winnowed(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    marks = [_mark(" ".join(words[n : n + RUN])) for n in range(len(words) - RUN + 1)]
    for n in range(max(1, len(marks) - WINDOW + 1) if marks else 0):
        window = marks[n : n + WINDOW]
        least = min(window)
        yield least, n + window.index(least)


def _mark(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big")
