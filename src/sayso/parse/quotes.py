"""Where quotation marks open and close.

Marks are matched by paragraph, in one pass and in linear time. Three habits of the press need care:
a quotation of several paragraphs opens anew in each and closes only in the last; a broken line may
fall inside a quotation; and a straight mark says only by its neighbours whether it opens or closes.
An apostrophe is never a mark, and a mark without a partner never swallows the text behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.parsed import Quoted
from sayso.model.span import Span

_MARKS = re.compile(r"[\"“”„‟«»‘’‚'`]")
_OPENING = frozenset("“„‟«")
_CLOSING = frozenset("”»")
_SINGLE = frozenset("‘’‚'`")
_DECADE = re.compile(r"[‘'`]\d0s\b")
_LONGEST_SINGLE = 600  # characters: a longer run between single marks is two apostrophes


@dataclass(slots=True)
class _Open:
    at: int
    mark: str


def quotations(text: str) -> tuple[Quoted, ...]:
    """All quotations of a text, in the order of their opening marks.

    Single marks inside double ones are reported too; doubles never overlap one another.
    """
    found: list[Quoted] = []
    carried: _Open | None = None
    for start, end in _paragraphs(text):
        carried = _paragraph(text, start, end, carried, found)
    found.extend(_singles(text))
    found.sort(key=lambda quotation: (quotation.span.start, -quotation.span.end))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)


def _paragraph(
    text: str, start: int, end: int, carried: _Open | None, found: list[Quoted]
) -> _Open | None:
    """Match the double marks of one paragraph; returns a quotation that its end leaves open."""
    current: _Open | None = None
    for match in _MARKS.finditer(text, start, end):
        at, mark = match.start(), match.group()
        if mark in _SINGLE:
            continue
        role = _role(text, at, mark, start, end, current)
        if role == "close" and current is not None:
            found.append(Quoted(Span(current.at, at + 1), "double", True))
            current = None
        elif role == "close" and carried is not None:
            # The line was broken inside the quotation: one quotation over both paragraphs.
            _replace_unclosed(found, carried.at, at + 1)
            carried = None
        elif role == "open":
            carried = None
            current = _Open(at, mark)
    if current is None:
        return None
    return _leave_open(text, start, end, current, found)


def _leave_open(
    text: str, start: int, end: int, current: _Open, found: list[Quoted]
) -> _Open | None:
    """An opening mark without a partner counts only where a quotation can begin: up front, or
    after a colon or comma. Elsewhere it is a stray mark (inches, a slip) and is dropped."""
    before = text[start : current.at].rstrip()
    if (before and before[-1] not in ":,.?!—–-") or end - current.at < 2:
        return None
    found.append(Quoted(Span(current.at, end), "double", False))
    return current


def _replace_unclosed(found: list[Quoted], at: int, end: int) -> None:
    for index in range(len(found) - 1, -1, -1):
        if found[index].span.start == at:
            found[index] = Quoted(Span(at, end), "double", True)
            return


def _role(text: str, at: int, mark: str, start: int, end: int, current: _Open | None) -> str:
    if mark in _CLOSING:
        return "close"
    if mark == "“" and current is not None and current.mark in "„‟":
        return "close"
    if mark in _OPENING:
        return "open"
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    opens = (before.isspace() or before in "([{—–-/") and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in ".,;:!?)]}—–-/")
    if opens and not closes:
        return "open"
    if closes and not opens:
        return "close"
    return "close" if current is not None else "open"


def _singles(text: str) -> Iterator[Quoted]:
    """Single marks that pair up on one line; an apostrophe has a letter or digit on both sides, or
    stands at the end of a word with no opening mark before it, or before a decade ('90s)."""
    open_at: int | None = None
    for match in re.finditer(r"[‘’‚'`\n]", text):
        at, mark = match.start(), match.group()
        if mark == "\n":
            open_at = None
            continue
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if (before.isalnum() and after.isalnum()) or _DECADE.match(text, at):
            continue
        starts_word = not before.isalnum() and (after.isalnum() or after in '[(…"“')
        if starts_word and mark != "’" and before not in ".,!?":
            open_at = at
        elif open_at is not None and mark in "’'`" and not before.isspace():
            if 1 < at - open_at <= _LONGEST_SINGLE:
                yield Quoted(Span(open_at, at + 1), "single", True)
            open_at = None


def inside_double(text: str, found: tuple[Quoted, ...] | None = None) -> bytearray:
    """For each character 0 outside double marks, 1 inside, 2 the mark itself. Linear."""
    states = bytearray(len(text))
    for quotation in quotations(text) if found is None else found:
        if quotation.level != "double":
            continue
        start, end = quotation.span.start, quotation.span.end
        states[start:end] = b"\x01" * (end - start)
        states[start] = 2
        if quotation.closed:
            states[end - 1] = 2
    return states
