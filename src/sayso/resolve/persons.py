"""Where in a phrase a person's name stands, and what the words before it say of that person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.span import Span
from sayso.resolve.dates import is_calendar
from sayso.resolve.glued import is_seat
from sayso.resolve.labels import Labels
from sayso.resolve.names import PersonName, gender_of, is_title, name_part, split_titles
from sayso.resolve.parts import is_role, words_of
from sayso.resolve.places import PlaceKind, country, place
from sayso.resolve.roles import Described, describe
from sayso.resolve.tokens import Token, cover
from sayso.resolve.words import (
    BODIES,
    CHAMBERS,
    DEFINITE,
    DOCUMENTS,
    GROUPS,
    HONORIFICS,
    INDEFINITE,
    OPENERS,
    OUTLET_NAMES,
    OUTLETS,
    PARTY_MEMBERS,
    PREPOSITIONS,
    RANKS,
    word_set,
)

_NEVER = BODIES | DOCUMENTS | GROUPS | OUTLETS
_ARTICLES = DEFINITE | INDEFINITE
_RANKS = RANKS - {"gen", "general"}
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Da|Du|Le|La|Van|Von|Fitz|O[’'])[A-Z][a-z]+[A-Z]")
_OFFICES = PARTY_MEMBERS | word_set(
    "senator representative congressman congresswoman secretary president governor mayor minister"
    " spokesman spokeswoman administration campaign university department committee ministry party"
    " foundation commission institute news"
)
# Titles that are given names too, where the name finder takes them into the name.
_GIVEN_TITLES = word_set("dean major marshal prince king earl duke baron judge bishop")
_OTHER_PARTY = frozenset(("republicans", "democrats", "gop"))


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a phrase. span: of the name alone; written: with its honorific ("Mr. Roe");
    described: by the words around it."""

    name: PersonName
    span: Span
    described: Described
    written: str


def find_person(items: Sequence[Token], labels: Labels) -> Found | None:
    """The person that ends a phrase, before any "of …" or "in …" behind the name."""
    body = list(items[: _end(items, labels)])
    while body and (not body[-1].word or body[-1].low == "'s"):
        body.pop()
    if not body:
        return None
    start = _start(body, labels)
    if start is None:
        return None
    before, name = body[:start], body[start:]
    titles, name, gender = split_titles(name)
    before = [*before, *titles]
    if not name or (len(name) == 1 and is_title(name[0])) or _hangs(before):
        return None
    if name[-1].low in _OFFICES or (len(name) > 1 and _people(name[-1])):
        return None  # "the Halvern Democrat", "the Trade Secretary"
    if not _plausible(before, name, items, labels):
        return None
    return _found(before, name, gender, items[len(body) :])


def _people(token: Token) -> bool:
    """ "Good-thinking Icelanders" are no person."""
    return token.low.endswith("s") and place(token.text) is None and country(token.text) is not None


def _hangs(before: Sequence[Token]) -> bool:
    """Whether the name belongs to somebody else's description: "a lawyer for Mr. Roe"."""
    last = max((i for i, t in enumerate(before) if t.low in PREPOSITIONS), default=None)
    if last is None:
        return False
    behind = before[last + 1 :]
    return all(is_title(t) or is_role(t) or t.low in _ARTICLES for t in behind)


def _found(
    before: Sequence[Token], name: Sequence[Token], gender: str | None, behind: Sequence[Token]
) -> Found:
    gender = gender or next((g for t in before if is_title(t) and (g := gender_of(t.low))), None)
    described = describe(before) if before and not _of_many(before) else Described()
    if behind and behind[0].low == "of" and described.affiliation is None:
        described = described.or_else(describe(behind[1:]))
    person = PersonName.read(words_of(name), gender)
    first_lady = len(before) > 1 and before[-2].low == "first"
    polite = before[-1:] if before and before[-1].low in HONORIFICS and not first_lady else []
    return Found(person, cover(name), described, words_of([*polite, *name]))


def _of_many(before: Sequence[Token]) -> bool:
    """ "Lawmakers Rip Jane Roe": a plural before a name is not that person's role."""
    last = next((t for t in reversed(before) if is_role(t)), None)
    return last is not None and last.low.endswith("s") and last.low in GROUPS


def sole_person(items: Sequence[Token], labels: Labels) -> bool:
    """Whether a part between commas is another person's name rather than a description."""
    return bool(items) and items[0].title and find_person(items, labels) is not None


def _end(items: Sequence[Token], labels: Labels) -> int:
    """Up to the preposition behind the name; one inside a role ("head of") or before one ("Board
    for Rivers chief Jane Roe") is passed over."""
    for at, token in enumerate(items):
        if token.low in PREPOSITIONS and at and items[at - 1].title and not is_role(items[at - 1]):
            name = labels.within(cover(items[-1:]))
            named = bool(name) and name[-1].label == "PER" and name[-1].span.end >= items[-1].end
            later = [t for t in items[at:] if t.title and (is_title(t) or (named and is_role(t)))]
            if not later and not _office(items[:at]):
                return at
    return len(items)


def _office(before: Sequence[Token]) -> bool:
    return any(is_role(t) or t.low in BODIES for t in before[-1:])


def _start(body: Sequence[Token], labels: Labels) -> int | None:
    """Where the trailing name begins: the name finder's word first, then the capitals."""
    start = len(body)
    while start and name_part(body[start - 1]) and not _breaks(body, start - 1, labels):
        start -= 1
        if start < len(body) - 1 and is_title(body[start]) and body[start].low in HONORIFICS:
            break
    while start < len(body) and not body[start].title:
        start += 1
    start = _from_label(body, start, labels)
    return start if start < len(body) else None


def _breaks(body: Sequence[Token], at: int, labels: Labels) -> bool:
    """Whether the word before a name cannot be part of it."""
    token = body[at]
    last = at == len(body) - 1
    if token.low in OUTLETS and not _given_before(body, at):
        return True
    if token.low in OPENERS and not last:
        return True
    if token.low in _NEVER or token.low in _ARTICLES or token.low == "'s":
        return labels.label(Span(token.start, token.end)) != "PER"
    if is_role(token) and not is_title(token):
        label = labels.label(Span(token.start, token.end))
        if token.low in _GIVEN_TITLES and labels.begins(token.start, "PER"):
            return False
        return not (last and (label == "PER" or _follows_title(body, at)))
    if not last and place(token.text) is not None:
        return labels.label(Span(token.start, token.end)) != "PER"
    return False


def _given_before(body: Sequence[Token], at: int) -> bool:
    """Whether a word stands behind a given name or an honorific: "Jane Post", "Mr. Post"."""
    if at == 0 or not body[at - 1].title:
        return False
    before = body[at - 1]
    return before.low in HONORIFICS or not (is_role(before) or before.low in _NEVER)


def _follows_title(body: Sequence[Token], at: int) -> bool:
    return at > 0 and body[at - 1].low in HONORIFICS


def _from_label(body: Sequence[Token], start: int, labels: Labels) -> int:
    """Begin later where the name finder has a person at the end of the run of capitals and
    something else before; what it passed over may be a given name."""
    if start >= len(body):
        return start
    named = labels.within(cover(body[start:]))
    people = [m for m in named if m.label == "PER"]
    whole = people[-1].span if people else None
    if whole is not None and whole.end >= body[-1].end and body[-1].start > whole.start:
        return next(i for i in range(start, len(body)) if body[i].start >= whole.start)
    others = [m for m in named if m.label != "PER"]
    if not people or not others or people[-1].span.end < body[-1].start:
        return start
    first = max(m.span.end for m in others)
    later = next((i for i in range(start, len(body)) if body[i].start >= first), start)
    return later if first <= people[-1].span.start else start


def _plausible(
    before: Sequence[Token], name: Sequence[Token], items: Sequence[Token], labels: Labels
) -> bool:
    """Whether a run of capitals is a person: so labelled, or introduced as one."""
    label = labels.label(cover(name))
    if len(name) == 1 and _nobody(name[0]):
        return False
    seat = place(words_of(name))
    if seat is not None and seat.kind is PlaceKind.SEAT:
        return False
    if (name[-1].low in _NEVER or name[-1].low in _OTHER_PARTY) and label != "PER":
        return False
    if label == "PER":
        return True
    titled = any(is_title(t) and t.low not in _RANKS for t in before[-1:])
    if titled or (before and is_title(before[-1])):
        return True
    article = bool(before) and before[0].low in _ARTICLES
    introduced = _introduced(before) and not (article and len(name) == 1 and before[-1].title)
    if label is not None:
        two_words = len(name) in (2, 3) and place(words_of(name)) is None
        return introduced and two_words and not any(t.text.isupper() for t in name)
    if place(words_of(name)) is not None or (len(name) == 1 and name[0].text.isupper()):
        return False
    if introduced or (before and before[-1].low == "'s" and len(name) > 1):
        return True
    alone = not before and items[0] is name[0] and len(name) <= 3
    if len(name) > 1:
        return alone
    opens = name[0].start in labels.openings or name[0].low in OUTLET_NAMES
    return alone and not opens and not name[0].low.endswith("s")


def _nobody(token: Token) -> bool:
    """Whether a lone word is never somebody's name, whatever the name finder says."""
    short = token.text.isupper() and len(token.text) < 4
    many = token.low in GROUPS or token.low in CHAMBERS or token.low in OUTLET_NAMES
    shape = _CAMEL.match(token.text) is not None or is_seat(token.text)
    return short or many or shape or is_calendar(token.low)


def _introduced(before: Sequence[Token]) -> bool:
    """Whether the words before end in a role: "minister", "Secretary of State"."""
    if not before:
        return False
    return is_role(before[-1]) or (
        describe(before).role is not None and before[-1].low in ("state", "staff", "affairs")
    )
