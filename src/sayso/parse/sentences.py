"""Paragraphs and sentences.

A sentence ends at a full stop, question or exclamation mark, with the quotation marks and brackets
that close behind it, where the next word can begin a sentence. It does not end behind an initial
("J. Roe"), a title or rank ("Maj. Gen."), a shortened month, an acronym in the middle of a clause
("the U.S. envoy"), nor inside a dateline ("CITY, March 3. /ABCD/."), nor between a quotation and
the words that attribute it ('"Why?" he asked').
"""

from __future__ import annotations

import re

from sayso.model.span import Span

_ABBREVIATED = frozenset(
    """
    mr mrs ms mx dr prof rev fr st sr jr hon gen lt col maj capt cmdr sgt adm brig pvt gov sen
    rep pres amb sec supt insp det jan feb mar apr jun jul aug sep sept oct nov dec mon tue
    wed thu fri sat sun vs etc cf approx no vol art al ca inc ltd co corp bros dept est fig
    min max ave blvd rd mt ft
    """.split()
)
# Taken whole or not at all: a row of 100,000 dots is looked at once.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’'»)\]]*+(?=\s|$)")
_STARTER = re.compile(r"[\"“‘'«(\[]*[A-Z0-9À-ÞĀ-Ž]")


def paragraphs(text: str) -> tuple[Span, ...]:
    """Lines that hold something, without the white space around them."""
    found = []
    at = 0
    for line in text.splitlines(keepends=True):
        core = line.strip()
        if core:
            start = at + line.index(core[0])
            found.append(Span(start, start + len(core)))
        at += len(line)
    return tuple(found)


def sentences(text: str) -> tuple[Span, ...]:
    """Sentences, paragraph by paragraph. Linear in the text."""
    return tuple(s for p in paragraphs(text) for s in _sentences(text, p))


def _sentences(text: str, paragraph: Span) -> list[Span]:
    found = []
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if match.end() < paragraph.end and not _ends(text, match, paragraph):
            continue
        found.append(Span(start, match.end()))
        start = _next_word(text, match.end(), paragraph.end)
    if start < paragraph.end:
        found.append(Span(start, paragraph.end))
    return found


def _next_word(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, match: re.Match[str], paragraph: Span) -> bool:
    following = _next_word(text, match.end(), paragraph.end)
    if not _STARTER.match(text, following, following + 8):
        return False
    if match.group()[0] != "." or len(match.group()) > 1:
        return True
    word = _word_before(text, match.start(), paragraph.start)
    if word.lower().rstrip(".") in _ABBREVIATED:
        return False
    initial = len(word) == 1 and word.isupper()
    acronym = "." in word and all(len(part) <= 2 for part in word.split("."))
    return not initial and not acronym


def _word_before(text: str, end: int, floor: int) -> str:
    start = end
    while start > max(floor, end - 20) and not text[start - 1].isspace():
        start -= 1
    return text[start:end].lstrip("\"“‘'«([")
