"""Who stands before a cue that came without a source: "France denied …", "who had announced …",
"Roe's announcement, saying …"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.span import Span
from sayso.resolve.event import Event
from sayso.resolve.register import Register
from sayso.resolve.tokens import Token, tokens
from sayso.resolve.words import DOCUMENTS, FIRST, PRONOUNS, WE, word_set

_HELPERS = word_set("has have had will would also both later then now recently again already never")
_REACH = 60  # characters between an owner and the cue: "Roe's Monday announcement, saying"


def subject_before(register: Register, cue: Span) -> Span | None:
    """The words that name the subject of a cue, where they stand right before it."""
    sentence = register.sentences.at(cue.start)
    if sentence is None or sentence.start >= cue.start:
        return None
    before = list(tokens(register.text, Span(sentence.start, cue.start)))
    while before and (before[-1].low in _HELPERS or before[-1].low.endswith("ly")):
        before.pop()
    if not before:
        return None
    if before[-1].low in PRONOUNS - FIRST - WE:
        return Span(before[-1].start, before[-1].end)
    inside = register.between(sentence.start, cue.start)
    events = [e for e in inside if e.end <= cue.start]
    nearest = max(events, key=lambda e: (e.end, -e.start), default=None)
    if nearest is None:
        return None
    if nearest.end == before[-1].end or _issued(before, nearest, cue):
        return Span(nearest.start, nearest.end)
    return None


def _issued(before: Sequence[Token], owner: Event, cue: Span) -> bool:
    """Whether the words between are a thing that the owner issued: "'s announcement,"."""
    between = [t for t in before if t.start >= owner.end]
    if not between or between[0].low != "'s" or cue.start - owner.end > _REACH:
        return False
    words = [t.low for t in between if t.word]
    return bool(words) and words[-1] in DOCUMENTS
