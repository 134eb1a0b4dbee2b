"""Attributions inside another: "VETA reports that [the mayor said the pier is shut]".

The corpus that the encoder learned from marks every word for one attribution only, so in running
text it sees but the outer one. Read on its own, the content shows the inner one: hence a second
look, at those contents only that hold a word for telling outside quotation marks. What it finds
counts where it has source, cue and content, is told as said and not as something to say, and is
sure: an attribution too many costs more than one too few.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from sayso.attribute.beside import SAYING, TELLING, telling
from sayso.attribute.cue_lexicon import CLASS_OF, lemma
from sayso.attribute.tidy import Draft, Shelf
from sayso.model.parsed import Parsed
from sayso.model.span import Span

Look = Callable[[Span], Sequence[Draft]]
"""The attributions of a stretch of the text, read on its own."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST = 6  # words: less holds no speaker, cue and content
_SHORTEST_CONTENT = 3
_SHORTEST_THING = 5  # words: "attacks on the mayor" tells of no saying, but "said he left" does
_UNSAID = re.compile(r"(?:to|will|would|could|should|may|might)\b", re.IGNORECASE)


def inner(
    parsed: Parsed, outer: Sequence[Draft], known: Sequence[Draft], look: Look
) -> list[Draft]:
    """The attributions inside the contents of the outer ones that are not known yet."""
    text = parsed.document.text
    quotes = Shelf(q.span for q in parsed.quotations if q.level == "double")
    cues = Shelf(draft.cue for draft in known if draft.cue)
    spans = dict.fromkeys(span for draft in outer for span in draft.content)
    found: dict[Span, Draft] = {}  # by cue: contents that overlap may show the same one
    for span in (span for span in spans if _tells(text, span, quotes)):
        for one in look(span):
            if one.cue and not cues.near(one.cue) and _whole(text, one, span):
                found.setdefault(one.cue, one)
    return list(found.values())


def _tells(text: str, span: Span, quotes: Shelf) -> bool:
    """Whether a stretch is long enough, and holds a word for telling outside quotation marks."""
    words = list(_words(text, span))
    if len(words) < _SHORTEST:
        return False
    return any(
        telling(text[word.start : word.end]) and not any(q.covers(word) for q in quotes.near(word))
        for word in words[1:]
    )


def _words(text: str, span: Span) -> Iterator[Span]:
    return (Span(*match.span()) for match in _WORD.finditer(text, span.start, span.end))


def _whole(text: str, one: Draft, outer: Span) -> bool:
    """Whether it has all its parts, inside the outer content, and some of that left over."""
    if one.source is None or one.cue is None:
        return False
    parts = (one.source, one.cue, *one.content)
    length = sum(1 for span in one.content for _ in _words(text, span))
    cue = one.cue.cut(text)
    words = _WORD.findall(cue)
    if _UNSAID.match(cue) or not any(telling(word) for word in words):  # ":" holds no word at all
        return False
    least = _SHORTEST_CONTENT if _says(words[-1]) else _SHORTEST_THING
    return length >= least and all(outer.covers(part) for part in parts)


def _says(word: str) -> bool:
    """Whether what follows a word is what was said, and not the thing that was spoken of."""
    form = lemma(word.lower())
    return form in SAYING or CLASS_OF.get(form) in TELLING - {"accuse"}
