"""The name finder's mentions, put right by what the whole document tells: cut to words, labelled as
the same name is elsewhere, grown to the whole name, and the places that it passed over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model.parsed import Mention, Parsed
from sayso.model.span import Span
from sayso.resolve.cuts import doubled, last_line, parted, trimmed
from sayso.resolve.dates import is_calendar
from sayso.resolve.names import PARTICLES
from sayso.resolve.places import place
from sayso.resolve.stretches import Covered
from sayso.resolve.words import (
    ABBREVIATIONS,
    BODIES,
    DOCUMENTS,
    GROUPS,
    HONORIFICS,
    INDEFINITE,
    OPENERS,
    OUTLETS,
    PREPOSITIONS,
    PRONOUNS,
    RANKS,
    ROLE_MODIFIERS,
    ROLES,
)

_SURE = 0.35  # below this a mention tells nothing
_GIVEN = 0.5  # of a mention that the document's other names give
_DOUBTED = 0.6  # another label below this gives way to what the document tells
_OUTVOTED = 3.0  # a label with so much less support than another of the same words is an error
_WORD = re.compile(r"[^\W\d_][\w’'-]*\.?")
_CAPITAL = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]*[^\W_](?![\w-])")
_SMALL = re.compile(r"(?<![\w’'-])[a-zà-ÿ][\w-]+")
_LEFT = re.compile(r"(?:(?<=^)|(?<=[^\w’'-]))([A-ZÀ-Þ](?:[\w’'-]*[^\W_])?\.?)[ \xa0]$")
_RIGHT = re.compile(r"[ \xa0]([A-ZÀ-Þ][\w’'-]*[^\W_])(?![\w-])")
_GENERATION = re.compile(r",? (?:Jr|Sr)\b\.?| (?:II|III|IV)\b")
_INITIALS = re.compile(r"[A-Z]\.(?:[A-Z]\.)*$")
_WITH_INITIAL = re.compile(r"[A-ZÀ-Þ][\w’-]+ (?:[A-Z]\. )+[A-ZÀ-Þ][\w’-]+")
_LONGEST = 60  # characters that a name may have in front of what was found
_OPENING_ENDS = ("ed", "ing", "ly")  # "Asked", "Speaking", "Recently"
_TITLES = HONORIFICS | RANKS | ABBREVIATIONS
_PLAIN = (
    ROLES | BODIES | OUTLETS | GROUPS | DOCUMENTS | ROLE_MODIFIERS | HONORIFICS | RANKS
    | PRONOUNS | PREPOSITIONS | INDEFINITE | OPENERS
)  # fmt: skip


def refine(parsed: Parsed, lines: Covered) -> list[Mention]:
    """Mentions without overlaps, in the order of the text. lines: see `headlines`."""
    text = parsed.document.text
    begun = [line.start for line in parsed.paragraphs]
    sure = [last_line(one, begun) for one in parsed.mentions if one.score >= _SURE]
    kept = [m for one in sure if (m := trimmed(text, one))]
    small = frozenset(_SMALL.findall(text))
    named = _without_openings(parsed, kept, small)
    kept = [part for one in named for part in parted(text, one)]
    return _Refiner(parsed, lines, _voted(text, kept), small).mentions()


def _without_openings(
    parsed: Parsed, kept: Sequence[Mention], small: frozenset[str]
) -> list[Mention]:
    """Without words that a sentence begins with and the text has in small letters too ("Critics
    say"), or that are many of something ("Plenty of"), unless they are names elsewhere."""
    text = parsed.document.text
    starts = {sentence.start for sentence in parsed.sentences}
    inside = {m.span.cut(text) for m in kept if m.span.start not in starts}

    def plain(one: Mention) -> bool:
        word = one.span.cut(text)
        lone = one.span.start in starts and " " not in word and word not in inside
        return lone and (word.lower() in small or text.startswith(" of ", one.span.end))

    return [one for one in kept if not plain(one)]


def _voted(text: str, kept: Sequence[Mention]) -> list[Mention]:
    """The same words get the same label; a name with an initial in it is a person's."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for one in kept:
        votes[one.span.cut(text)][one.label] += one.score
    found = []
    for one in kept:
        words = one.span.cut(text)
        best = max(votes[words], key=lambda label: votes[words][label])
        if _WITH_INITIAL.fullmatch(words):
            best = "PER"
        elif votes[words][best] < _OUTVOTED * votes[words][one.label]:
            best = one.label
        found.append(one if best == one.label else replace(one, label=best))
    return found


def _unnaming(word: str) -> bool:
    """Whether a word is no given name, so that one may stand before it."""
    return bool(_INITIALS.match(word)) or word.lower() in PARTICLES


class _Refiner:
    """Grows mentions in one document."""

    def __init__(
        self, parsed: Parsed, lines: Covered, kept: list[Mention], small: frozenset[str]
    ) -> None:
        self.text = parsed.document.text
        self.lines = lines
        self.openings = {sentence.start for sentence in parsed.sentences}
        self.small = small
        self.found = kept
        self.surnames = self._surnames()
        self.bare = {m.span.cut(self.text) for m in kept if m.label == "PER"} & self.surnames
        self.found = [self._person_after_all(one) for one in kept]

    def mentions(self) -> list[Mention]:
        merged = [*self.found, *self._passed_over()]
        merged.sort(key=lambda m: m.span)
        grown: list[Mention] = []
        for at, one in enumerate(merged):
            floor = grown[-1].span.end if grown else 0
            roof = merged[at + 1].span.start if at + 1 < len(merged) else len(self.text)
            if one.span.start < floor:
                continue
            if grown and (given := self._given(grown[-1], one)) is not None:
                grown[-1] = given
            else:
                grown.append(self._grown(one, floor, roof))
        return [self._with_suffix(one) for one in grown if len(one.span) > 1]

    def _with_suffix(self, one: Mention) -> Mention:
        """ "Jane Roe" → "Jane Roe, Jr." where the text goes on so."""
        match = _GENERATION.match(self.text, one.span.end) if one.label == "PER" else None
        return replace(one, span=Span(one.span.start, match.end())) if match else one

    def _given(self, first: Mention, second: Mention) -> Mention | None:
        """Both as one person, where a given name and a surname came apart."""
        words = first.span.cut(self.text).split()
        between = self.text[first.span.end : second.span.start]
        if second.label != "PER" or len(between) != 1 or not between.isspace():
            return None
        if len(words) > 1 and words[-2].lower().rstrip(".") in _TITLES:
            words = words[-1:]
        sure = len(words) > 1 or (first.label == "LOC" and first.score >= _DOUBTED)
        if sure or not self._nameable(words[-1]):
            return None
        both = Span(first.span.end - len(words[-1]), second.span.end)
        twice = doubled(self.text, both.start, both.end)
        return None if twice else replace(second, span=both)

    def _surnames(self) -> frozenset[str]:
        """Last words of people's names that are no plain words."""
        people = (m.span.cut(self.text).split()[-1] for m in self.found if m.label == "PER")
        return frozenset(w for w in people if len(w) > 2 and self._nameable(w))

    def _person_after_all(self, one: Mention) -> Mention:
        """ "Jane Roe" is no body where a "Roe" is a person, unless that is quite sure."""
        words = one.span.cut(self.text).split()
        if one.label == "PER":
            return self._cut_behind(one, words)
        if len(words) == 1 and one.label == "ORG" and words[0] in self.bare:
            return replace(one, label="PER")
        if len(words) != 2 or words[1] not in self.surnames:
            return one
        given = one.score < _DOUBTED and self._nameable(words[0])
        return replace(one, label="PER") if given else one

    def _cut_behind(self, one: Mention, words: Sequence[str]) -> Mention:
        """Without what a page glued behind a name ("Jane Roe Jane Ellen", where "Roe" is known)."""
        at = next((i for i, w in enumerate(words) if i and w in self.bare), len(words) - 1)
        if at == len(words) - 1 or words[-1] in self.bare:
            return one
        end = re.compile(r"\b" + re.escape(words[at]) + r"\b").search(
            self.text, one.span.start + len(words[0]), one.span.end
        )
        return replace(one, span=Span(one.span.start, end.end())) if end else one

    def _nameable(self, word: str) -> bool:
        low = word.lower().rstrip(".")
        if low in _PLAIN or low.rstrip("s") in _PLAIN or low in self.small or is_calendar(low):
            return False
        return place(word) is None

    def _passed_over(self) -> Iterable[Mention]:
        """Places of people's last names that stand in no mention."""
        if not self.surnames:
            return
        covered = Covered(m.span for m in self.found)
        for match in _CAPITAL.finditer(self.text):
            word = match.group().removesuffix("’s").removesuffix("'s")
            if word not in self.surnames or covered.around(match.start()) is not None:
                continue
            end = match.start() + len(word)
            if _RIGHT.match(self.text, end) is None:  # "Roe Foundation" is none of hers
                yield Mention(Span(match.start(), end), "PER", _GIVEN)

    def _grown(self, one: Mention, floor: int, roof: int) -> Mention:
        if one.label not in ("PER", "ORG") or self.lines.around(one.span.start) is not None:
            return one
        span = self._person(one.span, floor) if one.label == "PER" else self._body(one.span, floor)
        span = self._rightwards(span, roof) if one.label == "ORG" else span
        return one if span == one.span else replace(one, span=span)

    def _person(self, span: Span, floor: int) -> Span:
        """With a given name and initials in front of a lone surname."""
        start = span.start
        while all(map(_unnaming, self.text[start : span.end].split()[:-1])):
            before = self._before(start, floor)
            if before is None:
                break
            word = before.group(1)
            opening = before.start(1) in self.openings and word.endswith(_OPENING_ENDS)
            if not _INITIALS.match(word) and (opening or not self._nameable(word)):
                break
            start = before.start(1)
        if start == span.start or _INITIALS.match(self.text[start : start + 2]):
            return span
        return Span(start, span.end)

    def _body(self, span: Span, floor: int) -> Span:
        """With the capitals in front of it; behind an article all of them, else up to a role."""
        start, plain = span.start, span.start
        while (before := self._before(start, floor)) is not None:
            word = before.group(1)
            low = word.lower()
            if before.start(1) in self.openings or low in HONORIFICS or low in ("the", "a", "an"):
                break
            start = before.start(1)
            if plain == before.end() and self._nameable(word):
                plain = start
        article = re.search(r"\b[Tt]he $", self.text[max(0, start - 4) : start])
        return Span(start if article else plain, span.end)

    def _rightwards(self, span: Span, roof: int) -> Span:
        end = span.end
        while (after := _RIGHT.match(self.text, end)) is not None and after.end() <= roof:
            low = after.group(1).lower()
            if low in ROLES or low in HONORIFICS or low in RANKS:
                return span  # "Rowers of Halvern Executive Director Jane Roe"
            if is_calendar(low):
                break
            end = after.end()
        return Span(span.start, end)

    def _before(self, start: int, floor: int) -> re.Match[str] | None:
        low = max(floor, start - _LONGEST)
        word = max(low, self.text.rfind(" ", low, max(low, start - 2)) + 1)
        return _LEFT.search(self.text, word, start)
