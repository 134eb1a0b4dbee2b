"""Where a text says that two names stand for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model.document import Document
from sayso.model.span import Evidence, Span
from sayso.view.wording.forms import fits, is_acronym

_NAME = r"(?:[A-Z][\w.’'-]*)(?:\s+(?:(?:of|the|and|for|in)\s+)?[A-Z][\w.’'-]*)*"
_MARK = r"[“\"‘']?"
_AROUND = 120  # characters on each side of the words that join two names
_LETTERS = re.compile(r"\([“\"‘']?([A-Z][A-Z.-]{1,9})[”\"’']?\)")
_LAST = re.compile(rf"({_NAME})$")
# What may stand between two names that are one.
_BETWEEN = (
    r",?\s*\(?(?:also|formerly|better|otherwise|previously)\s+known\s+as\s+",
    r",?\s+(?:which|who|that)\s+calls?\s+(?:itself|themselves)\s+",
    r",\s+(?:also|formerly|commonly|sometimes|often)\s+(?:called|dubbed)\s+",
    r",\s+(?:an?|the)\s+[\w\s-]{0,30}?(?:acronym|abbreviation)\s+(?:for|of)\s+",
    r",\s+(?:an?|the|its|their)\s+[\w\s-]{0,30}?(?:name|term|word|nickname)\s+for\s+",
)
# Words without one of which no text says so: to look for each is far quicker than for all at once.
_HINTS = (
    "known as", "calls itself", "call itself", "calls themselves", "call themselves", "called",
    "dubbed", "acronym", "abbreviation", "name for", "term for", "word for",
)  # fmt: skip
_TOLD = re.compile(
    "|".join(
        rf"(?P<a{n}>{_NAME}){between}(?:the\s+)?{_MARK}(?P<b{n}>{_NAME})"
        for n, between in enumerate(_BETWEEN)
    )
)


def told(document: Document) -> Iterator[tuple[str, str, Evidence]]:
    """Two names, and the words that say that they are one."""
    text = document.text
    if "(" in text:
        for match in _LETTERS.finditer(text):
            start = max(0, match.start() - _AROUND)
            end = start + len(text[start : match.start()].rstrip())
            before = _LAST.search(text, start, end)
            if before and is_acronym(match[1]) and (long := _long(before[1], match[1])):
                yield long, match[1], _words(document, end - len(long), match.end())
    for at, hint in _hints(text):
        for match in _TOLD.finditer(text, max(0, at - _AROUND), at + len(hint) + _AROUND):
            if match.start() < at < match.end():
                one, other = (name for name in match.groups() if name)
                yield one, other, _words(document, *match.span())


def _hints(text: str) -> Iterator[tuple[int, str]]:
    """Where hints stand, in the order of the text."""
    found = list[tuple[int, str]]()
    for hint in _HINTS:
        at = text.find(hint)
        while at >= 0:
            found.append((at, hint))
            at = text.find(hint, at + 1)
    return iter(sorted(found))


def _long(name: str, letters: str) -> str | None:
    """The end of a name that the letters fit: "the head of the National Water Union (NWU)"."""
    starts = [0, *(match.end() for match in re.finditer(r"[\s–—]+", name))]
    tails = (name[start:] for start in starts)
    return next((tail for tail in tails if fits(letters, re.findall(r"[^\s–—]+", tail))), None)


def _words(document: Document, start: int, end: int) -> Evidence:
    return Evidence.cut(document.id, document.text, Span(start, end))
