"""Words of a span with their places, cut so that names and ranks keep their dots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.model.span import Span
from sayso.resolve.words import ABBREVIATIONS

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}(?:-[a-z]+)?"  # U.S., J.R., U.S.-led
    r"|[^\W_]+(?:[-./’'&][^\W_]+)*"  # words, with what joins them
    r"|[^\w\s]"
)
_WORD = re.compile(r"\w+")


class Token(NamedTuple):
    """A word or mark: its text, the same in lower case, and its place in the document. A tuple, for
    a document makes thousands."""

    text: str
    low: str
    start: int
    end: int

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def title(self) -> bool:
        """Whether it begins with a capital, as names do."""
        return self.text[0].isupper()


def tokens(text: str, span: Span) -> tuple[Token, ...]:
    """The words and marks of a span; "'s" is a token of its own."""
    found: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text, span.start, span.end):
        start, end = match.span()
        if start < last:
            continue  # the dot of an abbreviation
        last = end
        word = match.group()
        if word.isalpha() and text[end : end + 1] != ".":  # most are
            found.append(Token(word, word.lower(), start, end))
            continue
        found.extend(_cut(text, start, end, span.end))
        last = found[-1].end
        if len(found) > 1 and _closing_apostrophe(text, found[-2], found[-1]):
            found[-1] = Token(found[-1].text, "'s", found[-1].start, found[-1].end)
    return tuple(found)


def _closing_apostrophe(text: str, before: Token, mark: Token) -> bool:
    """ "Roberts' plan": an apostrophe that stands for a possessive "'s"."""
    if mark.text not in "'’" or before.end != mark.start or before.low[-1] != "s":
        return False
    return text[mark.end : mark.end + 1].isspace() and before.title


def _cut(text: str, start: int, end: int, limit: int) -> Iterable[Token]:
    word = text[start:end]
    if len(word) > 2 and word[-1] in "sS" and word[-2] in "’'":
        cut = end - 2
        yield _token(text, start, cut)
        yield _token(text, cut, end)
        return
    dotted = end < limit and text[end] == "." and word.isalpha()
    if dotted and (word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper())):
        end += 1
    yield _token(text, start, end)


def _token(text: str, start: int, end: int) -> Token:
    word = text[start:end]
    low = word.lower().replace("’", "'")
    return Token(word, low.rstrip(".") if len(low) > 1 else low, start, end)


def words_in(text: str) -> list[str]:
    """The words of a text in lower case, for a quick look at what it may tell."""
    return _WORD.findall(text.lower())


def cover(items: Sequence[Token]) -> Span:
    """From the first to the last of some tokens."""
    return Span(items[0].start, items[-1].end)
