"""The phrase around a name: "French Foreign Minister Jane Roe, a former envoy"."""

from __future__ import annotations

import re

from sayso.model.parsed import Mention
from sayso.model.span import Span
from sayso.resolve.labels import Labels
from sayso.resolve.names import PARTICLES, is_title
from sayso.resolve.parts import is_role
from sayso.resolve.places import PlaceKind, begins, country, place
from sayso.resolve.stretches import Sentences
from sayso.resolve.tokens import Token, tokens
from sayso.resolve.words import BODIES, HONORIFICS, RANKS, ROLE_MODIFIERS, ROLES, word_set

_BEFORE_TITLES = word_set("state party opposition police army navy government ministry")
_VERBS = BODIES - _BEFORE_TITLES
_COMPASS = word_set("new north south west east")  # begin names of places
_BEFORE = re.compile(r"([^\W\d_][\w.’'-]*)[\s(\"“]{0,2}\Z")
_WORD = 30  # characters that hold the word before a name
_TELLING = ROLES | BODIES | ROLE_MODIFIERS | HONORIFICS | RANKS | PARTICLES | {"of"}
_REACH = 90  # characters before a name that can describe it
_APPOSITION = re.compile(
    r",\s+(?:who (?:is|was|serves? as|served as) )?"
    r"((?:an?|the|its|his|her|their|former)\s[^,.;:()\"“”]{3,90}|[^,.;:()\"“”]{3,60})(?=[,.;])"
)


_CAPITALS = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-ZÀ-Þ][\w-]*\w\b(?=(?P<next> [A-ZÀ-Þ][\w-]*\w\b)?)")
_POLITE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady)\b\.?\s+"
    r"(?:[A-ZÀ-Þ][\w’-]+|de|van|von|al|bin)(?: (?:[A-ZÀ-Þ][\w’-]+|de|van|von|al|bin)){0,3}"
)


def around(text: str, lines: Sentences, labels: Labels) -> list[tuple[Span, str]]:
    """For each name that the name finder saw, the phrase that names and describes it, and its
    label. lines: the sentences."""
    found: list[tuple[Span, str]] = []
    for mention in labels.mentions:
        if mention.label in ("PER", "ORG"):
            sentence = lines.at(mention.span.start)
            found.append((_phrase(text, mention, sentence, labels), mention.label))
    found += [(one.span, "LOC") for one in labels.mentions if _state(one.span.cut(text), labels)]
    return found + [(span, "LOC") for span in countries(text, labels)]


def _state(words: str, labels: Labels) -> bool:
    return labels.states.get(words) == words


def countries(text: str, labels: Labels) -> list[Span]:
    """Countries, capitals and seats that stand in the text on their own, whatever the name finder
    made of them."""
    found = []
    for match in _CAPITALS.finditer(text):
        if not begins(match.group()):
            continue
        both = match.group() + (match["next"] or "")
        named = place(both)
        end = match.start() + len(both)
        if named is None:
            named, end = place(match.group()), match.end()
        if named is not None and named.kind is not PlaceKind.ADJECTIVE:
            span = Span(match.start(), end)
            if labels.label(span) not in ("PER", "ORG"):
                found.append(span)
    return found


def _phrase(text: str, mention: Mention, sentence: Span | None, labels: Labels) -> Span:
    span = mention.span
    opening = labels.after_dateline(sentence.start) if sentence else 0
    floor = max(min(opening, span.start), span.start - _REACH)
    start = span.start
    if floor < start and _may_describe(text, floor, start):
        before = tokens(text, Span(floor, start))
        person = mention.label == "PER"
        start = _leftwards(before, start, opening) if person else _country(before, start)
    end = span.end
    if mention.label == "PER" and sentence is not None and sentence.end > end:
        match = _APPOSITION.match(text, end, sentence.end)
        if match and any(is_role(t) for t in tokens(text, Span(match.start(1), match.end(1)))):
            end = match.end(1)
    return span if (start, end) == (span.start, span.end) else Span(start, end)


def _may_describe(text: str, floor: int, start: int) -> bool:
    """A quick look at the word before a name: most are plain ones, with which nothing begins."""
    match = _BEFORE.search(text, max(floor, start - _WORD), start)
    if match is None:
        return False
    word = match.group(1)
    low = word.lower().rstrip(".")
    return word[0].isupper() or low in _TELLING or low[-1] == "s" or "-" in low


def _leftwards(before: tuple[Token, ...], start: int, opening: int) -> int:
    """Where the words that describe a name begin. opening: where the sentence does; its first
    word is a capital in any case."""
    expected, right = start, None
    for token in reversed(before):
        if expected - token.end > 1 or not _describes(token, token.start == opening):
            break
        if right is not None and right.title and _verb(token):
            break
        expected, right = token.start, token
        start = token.start if token.low != "of" else start
    return start


def _verb(token: Token) -> bool:
    """ "To force President Roe": a small word that is no part of a title in capitals."""
    return not token.title and token.low in _VERBS


def _country(before: tuple[Token, ...], start: int) -> int:
    """Where the country begins that stands right before a body: "Russia's", "French"."""
    own = [t for t in before[-3:] if t.low != "'s"]
    if own and start - before[-1].end <= 1 and country(own[-1].text) is not None:
        return own[-1].start
    return start


def _describes(token: Token, opening: bool) -> bool:
    if token.low in ("and", "then", "for"):
        return False
    if token.low in ("of", "the") or token.low in PARTICLES:
        return True
    if token.low == "'s" or is_role(token) or is_title(token) or token.low in ROLE_MODIFIERS:
        return True
    if opening and token.low not in BODIES:
        return place(token.text) is not None or token.low in _COMPASS
    return token.title or token.low in BODIES


def polite(text: str, paragraphs: tuple[Span, ...]) -> list[Span]:
    """Names behind an honorific, which need no name finder."""
    found = []
    for paragraph in paragraphs:
        for match in _POLITE.finditer(text, paragraph.start, paragraph.end):
            end = match.end() - 2 if match.group().endswith(("'s", "’s")) else match.end()
            found.append(Span(match.start(), end))
    return found
