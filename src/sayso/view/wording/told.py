"""Where a text says that two names stand for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model.document import Document
from sayso.model.span import Evidence, Span
from sayso.view.wording.forms import fits, is_acronym

_NAME = r"(?:[A-Z][\w.’'-]*)(?:\s+(?:(?:of|the|and|for|in)\s+)?[A-Z][\w.’'-]*)*"
_MARK = r"[“\"‘']?"
_LETTERS = re.compile(rf"({_NAME})\s*\(({_MARK}[A-Z][A-Z.-]{{1,9}})[”\"’']?\)")
# What may stand between two names that are one, with a word to look for first.
_BETWEEN = (
    ("known as", r",?\s*\(?(?:also|formerly|better|otherwise|previously)\s+known\s+as\s+"),
    ("call", r",?\s+(?:which|who|that)\s+calls?\s+(?:itself|themselves)\s+"),
    ("called", r",?\s+(?:also|formerly|commonly|sometimes|often)\s+(?:called|dubbed)\s+"),
    ("acronym", r",?\s+(?:an?|the)\s+[\w\s-]{0,30}?acronym\s+(?:for|of)\s+"),
    ("abbreviation", r",?\s+(?:an?|the)\s+[\w\s-]{0,30}?abbreviation\s+(?:for|of)\s+"),
    (" for ", r",?\s+(?:an?|the|its|their)\s+[\w\s-]{0,30}?(?:name|term|word|nickname)\s+for\s+"),
    (", or ", r",\s+or\s+"),
)
_TOLD = tuple(
    (hint, re.compile(rf"({_NAME}){between}(?:the\s+)?{_MARK}({_NAME})"))
    for hint, between in _BETWEEN
)


def told(document: Document) -> Iterator[tuple[str, str, Evidence]]:
    """Two names, and the words that say that they are one."""
    text = document.text
    if "(" in text:
        for match in _LETTERS.finditer(text):
            short = match[2].strip("“\"‘'")
            if is_acronym(short) and (long := _long(match[1], short)):
                yield long, short, _words(document, match)
    for hint, pattern in _TOLD:
        if hint in text:
            for match in pattern.finditer(text):
                yield match[1], match[2], _words(document, match)


def _long(name: str, letters: str) -> str | None:
    """The end of a name that the letters fit: "the head of the National Water Union (NWU)"."""
    words = name.replace("–", " ").replace("—", " ").split()
    tails = (words[n:] for n in range(len(words)))
    return next((" ".join(tail) for tail in tails if fits(letters, tail)), None)


def _words(document: Document, match: re.Match[str]) -> Evidence:
    return Evidence.cut(document.id, document.text, Span(*match.span()))
