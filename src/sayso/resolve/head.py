"""A source span → what it names: cut it into parts, look for a person, else read its noun."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.model.span import Span
from sayso.resolve.form import Form, Head
from sayso.resolve.glued import glued_at, is_seat
from sayso.resolve.labels import Labels
from sayso.resolve.nouns import noun_at, read_thing
from sayso.resolve.own_state import of_state, read_state
from sayso.resolve.parts import is_role, words_of
from sayso.resolve.persons import Found, find_person, sole_person
from sayso.resolve.roles import Described, describe
from sayso.resolve.tokens import Token, cover, tokens
from sayso.resolve.words import (
    BODIES,
    DOCUMENTS,
    FIRST,
    GROUPS,
    PRONOUNS,
    RELATIVE,
    ROLES,
    word_set,
)

_BEHIND = frozenset(("himself", "herself", "itself", "themselves", "yesterday", "today", "tonight"))
_WITH_PRONOUNS = word_set("both all also each himself herself themselves itself later")
_NO_ADVERBS = frozenset(("tally", "family", "ally", "rally", "assembly", "daily", "weekly"))
_ASKER = re.compile(
    r"\b(?:interview|speaking|talking|conversation|appearance|sitting down) (?:with|on|to) "
    r"(?:the )?(?:[\w.&-]+ ){0,3}(?:[\w.&-]+[’']s )?$"
)
_BEFORE = 80  # characters before a name that may make an asker of its bearer
_DAYS = frozenset(day.lower() for day in calendar.day_name)


def read_head(text: str, span: Span, labels: Labels) -> Head | None:
    """What a span names; None where it holds no word."""
    start = labels.opening(span)
    items = _bare(text, Span(start, span.end) if span.start < start < span.end else span)
    if items and items[0].low in FIRST and start > span.start:
        items = _bare(text, Span(span.start, start))  # "Jane Roe", and a line below: "I think …"
    if not items:
        return None
    if _is_pronoun(items):
        plural = items[0].low in ("they", "them", "their", "we", "us", "our", "both") or (
            items[-1].low in ("both", "all")
        )
        return Head(Form.PRONOUN, cover(items), words_of(items), plural=plural)
    segments = _segments(items)
    if len(segments) > 1 and _asks(text, items[0].start) and _named(segments[1], labels):
        segments = segments[1:]
    head = read_state(segments[0], labels) or _person(segments, labels)
    head = head or read_thing(segments[0], labels)
    return of_state(head, labels) if head is not None else None


def _asks(text: str, at: int) -> bool:
    """Whether whoever is named here is who asks: "in an interview with Halvern One's Roe, …"."""
    return _ASKER.search(text, max(0, at - _BEFORE), at) is not None


def _named(part: Sequence[Token], labels: Labels) -> bool:
    """Whether a part names somebody by role and name."""
    found = find_person(part, labels)
    return (
        found is not None and found.described.role is not None and found.span.start > part[0].start
    )


def _bare(text: str, span: Span) -> list[Token]:
    """The words, without brackets, quotation marks and a closing possessive."""
    found: list[Token] = []
    depth = 0
    for token in tokens(text, span):
        depth += token.text in "([" and len(token.text) == 1
        if not depth and (token.low == "'s" or token.text not in "\"“”«»‘’'"):
            found.append(token)
        depth -= depth > 0 and token.text in ")]"
    while found and (not found[-1].word or found[-1].low == "'s" or _emphatic(found)):
        found.pop()
    while found and (not found[0].word or (len(found) > 1 and _opens(found[0]))):
        found.pop(0)
    whole = glued_at([token.text for token in found])
    return found[:whole] if whole else found


def _opens(token: Token) -> bool:
    """ "In the Senate, moderates": where it was said, not who said it."""
    return token.title and token.low in ("in", "at", "on", "from", "for", "among")


def _emphatic(items: Sequence[Token]) -> bool:
    """ "Roe herself" is Roe; so is "Roe on Monday" and "Roe bluntly", cut too late."""
    last = items[-1]
    if len(items) < 2:
        return False
    adverb = last.low.endswith("ly") and not last.title and items[-2].title
    dated = last.title and last.low in _DAYS and (items[-2].title or items[-2].low in DOCUMENTS)
    return (adverb and last.low not in _NO_ADVERBS) or last.low in _BEHIND or dated


def _is_pronoun(items: Sequence[Token]) -> bool:
    return items[0].low in PRONOUNS and all(t.low in _WITH_PRONOUNS for t in items[1:])


def _segments(items: Sequence[Token]) -> list[list[Token]]:
    """Parts between commas and dashes, up to a relative clause. Empty and numeric ones (ages) and
    party signs ("R-Utah") are left out."""
    found: list[list[Token]] = [[]]
    for at, token in enumerate(items):
        if token.low in RELATIVE and at:
            break
        if token.text == "," and at + 1 < len(items) and items[at + 1].low in ("jr", "sr"):
            continue
        if token.text in ",;" or (token.text in "–—-" and not _joins(items, at)):
            found.append([])
        elif token.word or token.low == "'s" or found[-1]:
            found[-1].append(token)
    kept = [part for part in found if part and not _is_note(part)]
    return kept or [list(items)]


def _joins(items: Sequence[Token], at: int) -> bool:
    """A dash between capitals is part of a long name."""
    return 0 < at < len(items) - 1 and items[at - 1].title and items[at + 1].title


def _is_note(part: Sequence[Token]) -> bool:
    first = part[0].text
    return len(part) == 1 and (first.isdigit() or is_seat(first))


def _person(segments: Sequence[Sequence[Token]], labels: Labels) -> Head | None:
    """A person: in the first part, or in the second behind a title ("The head of X, Name")."""
    found = find_person(segments[0], labels)
    if found is not None:
        behind = [describe(part) for part in segments[1:3] if not sole_person(part, labels)]
        return _person_head(found, behind)
    if len(segments) > 1 and _introduces(segments[0]):
        found = find_person(segments[1], labels)
        if found is not None:
            return _person_head(found, [describe(segments[0])])
    return None


def _introduces(part: Sequence[Token]) -> bool:
    """Whether a part can describe the person named behind it: "Roe's running mate, …"."""
    noun = part[noun_at(part)]
    if noun.low in BODIES or noun.low in GROUPS:
        return False
    return any(is_role(t) for t in part) or (not noun.title and not noun.low.endswith("s"))


def _one(word: str) -> bool:
    low = word.lower()
    return low not in ROLES and low.removesuffix("s") in ROLES


def _person_head(found: Found, behind: Sequence[Described]) -> Head:
    described = found.described
    for other in behind:
        described = described.or_else(other)
    if described.role and described.role[-1] == "s" and _one(described.role.split()[-1]):
        described = replace(described, role=described.role[:-1])  # "two candidates, Roe and Doe"
    gender = found.name.gender or described.gender
    if gender != described.gender:
        described = replace(described, gender=gender)
    return Head(Form.PERSON, found.span, found.written, described, found.name)
