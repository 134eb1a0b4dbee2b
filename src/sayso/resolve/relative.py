"""What "who" and "which" stand for: the phrase right before them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model.claim import EntityKind
from sayso.model.span import Span
from sayso.resolve.event import Event
from sayso.resolve.parts import is_role
from sayso.resolve.register import Register
from sayso.resolve.tokens import Token, tokens
from sayso.resolve.words import (
    BODIES,
    DEFINITE,
    GROUPS,
    INDEFINITE,
    PREPOSITIONS,
    ROLE_MODIFIERS,
    word_set,
)

_STARTS = DEFINITE | INDEFINITE
_ANYONE = word_set("those anyone everyone someone one people others many some few all")
_MODIFIERS = ROLE_MODIFIERS - {"and"}
_LONG, _SHORT = 30, 6  # words that a description may have behind its noun
_OF_PLACE = re.compile(  # "Jane Roe (R-Utah) of Halvern, N.Y., "
    r"(?:,? \d{1,3})?(?: \([^()]{1,20}\)|,? [DRILG]-[A-Z][\w.]*)?"
    r"(?:,? (?:of|in|from) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}(?:, [A-Z][\w.]+){0,2})?,? "
)
_GAP = 3  # characters between a name and its pronoun: a comma, a space, a closing quotation mark


def antecedent(register: Register, pronoun: Span, low: str) -> Span | None:
    """The words that a relative pronoun takes up; None where nothing fits."""
    sentence = register.sentences.at(pronoun.start)
    if sentence is None or sentence.start >= pronoun.start:
        return None
    people = low in ("who", "whom", "whose")
    inside = register.between(sentence.start, pronoun.start)
    events = [e for e in inside if e.end <= pronoun.start]
    named = [e for e in events if not people or _animate(register, e)]
    nearest = max(named, key=lambda e: e.end, default=None)
    if nearest is not None and (
        pronoun.start - nearest.end <= _GAP
        or _OF_PLACE.fullmatch(register.text, nearest.end, pronoun.start)
    ):
        return Span(nearest.start, nearest.end)
    before = tokens(register.text, Span(sentence.start, pronoun.start))
    if before and before[-1].low in _ANYONE:
        return Span(before[-1].start, before[-1].end)
    return _phrase(before, nearest, people)


def _animate(register: Register, event: Event) -> bool:
    return register.known[event.number].kind in (EntityKind.PERSON, EntityKind.UNNAMED)


def _phrase(before: Sequence[Token], nearest: Event | None, people: bool) -> Span | None:
    """The phrase with the last noun that fits, from its article on; a name before a description
    ("Jane Roe, a spokeswoman for the bank, who") wins over the description."""
    nouns = [i for i, t in enumerate(before) if _noun(t, people) and _is_head(before, i)]
    if not nouns or len(before) - nouns[-1] > (_LONG if people else _SHORT):
        return None
    start = nouns[-1]
    while start and _belongs(before[start - 1]):
        start -= 1
    owned = before[start].low == "'s" or (start and before[start - 1].low == "'s")
    apart = before[start].start - nearest.end if nearest is not None else -1
    if nearest is not None and 0 <= apart <= _GAP and not owned:
        return Span(nearest.start, nearest.end)
    last = max(i for i, t in enumerate(before) if t.word or t.low == "'s")
    return Span(before[start].start, before[last].end)


def _is_head(before: Sequence[Token], at: int) -> bool:
    """Not the first half of a compound ("press service")."""
    if at + 1 == len(before) or not before[at + 1].word:
        return at + 1 == len(before) or before[at + 1].low != "'s"
    return before[at + 1].low in PREPOSITIONS


def _noun(token: Token, people: bool) -> bool:
    return (is_role(token) or token.low in GROUPS) if people else token.low in BODIES


def _belongs(token: Token) -> bool:
    if not token.word:
        return token.low == "'s"
    word = token.low in _STARTS or token.low in _MODIFIERS
    return word or token.title or is_role(token)


def last_two(register: Register, pronoun: Span) -> tuple[Span, Span] | None:
    """The two people that "who both" takes up, where they stand in the same sentence."""
    sentence = register.sentences.at(pronoun.start)
    if sentence is None:
        return None
    latest: dict[int, Event] = {}
    for event in register.between(sentence.start, pronoun.start):
        person = register.known[event.number].kind is EntityKind.PERSON
        if person and event.end <= pronoun.start:
            latest[event.number] = event
    pair = sorted(latest.values())[-2:]
    if len(pair) < 2:
        return None
    return Span(pair[0].start, pair[0].end), Span(pair[1].start, pair[1].end)
