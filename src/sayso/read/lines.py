"""A text as lines, and what the shape of a line tells.

Only shapes live here, no words of furniture. All of it is linear in the length of the line, and
lines longer than `LONG` are prose without a further look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model.span import Span

MOST_LINES = 100_000
LONG = 1_200  # characters; no furniture is that long

_BULLET = re.compile(r"(?:[•·▪●◦‣*]|[-–—](?=\s))\s*")
_FINAL = re.compile(r"[.?!…][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_][\w’'.&-]*")
_SMALL = re.compile(
    r"an?|and|as|at|but|by|for|from|if|in|into|is|nor|of|off|on|onto|or|out|over|per|so|than|that"
    r"|the|to|up|via|vs\.?|with|without",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something.

    span: its place, without the space around it. text: the words there.
    bare: the text without a bullet in front. bullet: whether there was one.
    gap: whether an empty line, or the start of the text, stands before it.
    """

    span: Span
    text: str
    bare: str
    bullet: bool
    gap: bool

    @property
    def words(self) -> int:
        return self.bare.count(" ") + 1

    @property
    def final(self) -> bool:
        """Whether it ends as a sentence does."""
        return _FINAL.search(self.text[-8:]) is not None

    @property
    def prose(self) -> bool:
        """Whether it reads as a paragraph of a report rather than a heading, label or link."""
        if len(self.text) > LONG or self.words >= 40:
            return True
        if self.words < 5 or title_case(self.bare) or self.bullet:
            return False
        return self.final or self.text.endswith((":", ",", ";", "—", "–")) or self.words >= 25


def lines(text: str) -> tuple[tuple[Line, ...], bool]:
    """The lines that hold something, and whether those are all: False behind MOST_LINES."""
    found: list[Line] = []
    at, gap = 0, True
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            if len(found) == MOST_LINES:
                return tuple(found), False
            start = at + len(raw) - len(raw.lstrip())
            found.append(_line(stripped, start, gap))
        gap = not stripped
        at += len(raw)
    return tuple(found), True


def _line(text: str, start: int, gap: bool) -> Line:
    bullet = _BULLET.match(text)
    bare = text[bullet.end() :] if bullet else text
    if not bare:
        bullet, bare = None, text
    return Line(Span(start, start + len(text)), text, bare, bullet is not None, gap)


def title_case(text: str) -> bool:
    """Whether nearly all words that count begin with a capital: "Talks Fail as Envoy Leaves City".

    Needs four such words. Text in capitals only is title case too.
    """
    if len(text) > 300:
        return False
    found = _WORD.findall(text)
    counting = [word for word in found[1:] if not _SMALL.fullmatch(word)]
    upper = sum(1 for word in counting if word[0].isupper())
    return len(counting) >= 3 and upper >= 0.85 * len(counting)


def capitals(text: str) -> bool:
    """Whether all letters are capitals, and there are some."""
    return len(text) <= LONG and text.isupper()


def same(left: str, right: str) -> bool:
    """Whether two lines say the same, but for space, case and final marks."""
    if abs(len(left) - len(right)) > 40:
        return False
    return _folded(left) == _folded(right)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .:;|-–—•")
