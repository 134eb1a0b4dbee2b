"""Names that the name finder takes for people's, and that the text shows to be something else's: a
state ("the Merounan minister"), an outlet that the page names, what has "the" before it ("the
Windlass reported") or "which" behind it.

Nothing is taken from a person: who has a title, a usual given name or "who" somewhere in the text
is one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property

from sayso.model.parsed import Mention, Parsed
from sayso.resolve.given import given_gender
from sayso.resolve.words import (
    ABBREVIATIONS,
    AGENCIES,
    BODIES,
    COMPANY_KINDS,
    HONORIFICS,
    OUTLET_KINDS,
    OUTLET_NAMES,
    OUTLETS,
    RANKS,
    ROLE_MODIFIERS,
    ROLES,
    UNION_KINDS,
    word_set,
)

_KINDS = (OUTLETS | OUTLET_KINDS | COMPANY_KINDS | UNION_KINDS | {"agency"}) - AGENCIES
_KINDS -= word_set("post times mirror guardian independent observer site channel station")
_TITLES = (ROLES | ROLE_MODIFIERS | HONORIFICS | RANKS | ABBREVIATIONS) - {"st"}
_BODIES = BODIES | OUTLETS | OUTLET_NAMES
_KIND = "|".join(sorted(_KINDS))
_THE = re.compile(r"\b[Tt]he \Z")
_AFTER_THE = re.compile(  # no noun that the name only belongs to ("the Roe campaign")
    r"[’']s\b|[,.;:)”\"]|\s+(?:said|says|say|has|had|have|was|is|were|did|does|will|would|reported"
    r"|reports|wrote|writes|quoted|told|tells|noted|claimed|and|in|on|at|for|of|that|which|from|to"
    r"|by|with|as|called|put|we|he|she|they|it|though)\b"
)
_WHICH = re.compile(r",? which\b(?! means?\b)")
_APPOSED = re.compile(
    r", (?:an?|the|its|[A-ZÀ-Þ][\w-]+[’']s) "
    r"(?:(?!of|at|for|in|from|with|on|who|and)[\w’-]+ ){0,4}?"
    rf"(?:{_KIND})\b(?![’']s| \w+er\b)"
)
_CALLED = re.compile(rf"\b(?:{_KIND}),? \Z")
_WHO = re.compile(r",? (?:who|whose|himself|herself|\d\d,)(?!\w)")
_SEAT = re.compile(r" \(?[DRI]-[A-Z]")
_TITLED = re.compile(r"([^\W\d_]+)\.? \Z")
_INITIAL = re.compile(r"\b[A-Z]\.")
_LETTERS = re.compile(r"[A-Z]{3,6}")
_WORDS = re.compile(r"[^\W\d_]+")
_BEFORE = 60  # characters before a name that are looked at
_UNSURE = 0.6  # a label below this gives way to what the text tells
_OFTEN = 2  # times that "the" before a word tells more than a longer name with it


def reread(
    parsed: Parsed, mentions: Sequence[Mention], states: Mapping[str, str], placed: Set[str]
) -> list[Mention]:
    """The same mentions, each with the label that the whole text gives its words. placed: words
    that stand where places do."""
    text = parsed.document.text
    names = _Names(parsed, mentions)
    labels = dict.fromkeys(names.people_after_all(), "PER")
    labels |= dict.fromkeys(names.places_too(placed), "LOC") | dict.fromkeys(names.things(), "ORG")
    labels |= {words: "LOC" if words == name else "MISC" for words, name in states.items()}
    return [
        replace(one, label=labels[words])
        if one.label in ("PER", "LOC", "ORG", "MISC") and (words := one.span.cut(text)) in labels
        else one
        for one in mentions
    ]


def _own(words: Sequence[str]) -> Sequence[str]:
    """The words of a name without titles in front."""
    at = 0
    while at < len(words) and words[at].lower().strip(".") in _TITLES:
        at += 1
    return words[at:]


def _parts(words: Sequence[str]) -> set[str]:
    return {part for word in words for part in re.findall(r"[^\W\d_]+", word.lower())}


class _Names:
    """The names of a document that may be people's, each with its places."""

    def __init__(self, parsed: Parsed, mentions: Sequence[Mention]) -> None:
        self.text = parsed.document.text
        self.places: dict[str, list[Mention]] = defaultdict(list)
        for one in mentions:
            self.places[one.span.cut(self.text)].append(one)
        self.names = {part for words in self.places for part in (words, words.split()[-1])}
        self.scores: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for one in parsed.mentions:
            mine = self.scores[one.span.cut(self.text)]
            mine[one.label] = max(mine[one.label], one.score)
        document = parsed.document
        named = (document.outlet, document.repost_of, *document.credits)
        self.outlets = {name.casefold().removeprefix("the ") for name in named if name}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the text, as it is written."""
        return frozenset(_WORDS.findall(self.text))

    def things(self) -> set[str]:
        """Words that are labelled as a person's name somewhere and are none."""
        doubted = {w for w, found in self.places.items() if any(m.label == "PER" for m in found)}
        people = {words for words in doubted if self._person(words)}
        longer = {words.split()[-1] for words in doubted if " " in words}
        longer_people = {words.split()[-1] for words in people}
        things = {
            words
            for words in doubted - people
            if words not in longer_people and self._thing(words, _OFTEN if words in longer else 1)
        }
        firsts = {words.split()[0] for words in things}
        rest = doubted - people - longer_people
        return things | {w for w in rest if w in firsts or w.split()[-1] in things}

    def people_after_all(self) -> set[str]:
        """Two or three words with a usual given name that no finder has for a person's, with "who"
        or a seat behind them or a title before: "President George Roe, who"."""
        return {
            words
            for words, found in self.places.items()
            if all(one.label != "PER" for one in found)
            and (own := _own(words.split()))
            and len(own) in (2, 3)
            and given_gender(own[0].lower()) is not None
            and _parts(own).isdisjoint(_BODIES)
            and any(self._stands_as_one(one, len(own) < len(words.split())) for one in found)
        }

    def _stands_as_one(self, one: Mention, titled: bool) -> bool:
        behind = _SEAT.match(self.text, one.span.end) or _WHO.match(self.text, one.span.end)
        return titled or behind is not None or self._title_before(one)

    def places_too(self, placed: Set[str]) -> set[str]:
        """Lone words that are surely a place's somewhere, stand behind "in", and nobody's."""
        last = {words.split()[-1] for words in self.places if " " in words}
        return {
            words
            for words, scores in self.scores.items()
            if words in placed and scores["LOC"] >= _UNSURE
            if words not in last and not self._person(words)
        }

    def _person(self, words: str) -> bool:
        given, *others = words.lower().split()
        if others and (given_gender(given) is not None or _INITIAL.search(words)):
            return True
        return any(
            self._title_before(one) or _WHO.match(self.text, one.span.end) is not None
            for one in self.places[words]
        )

    def _title_before(self, one: Mention) -> bool:
        start = one.span.start
        floor = max(0, start - _BEFORE)
        word = max(floor, self.text.rfind(" ", floor, start - 1) + 1)  # where the one before begins
        before = _TITLED.search(self.text, word, start)
        low = before[1].lower() if before else ""
        return low in HONORIFICS or low in RANKS or low in ROLES

    def _thing(self, words: str, often: int) -> bool:
        """often: how many times "the" must stand before it."""
        if words.casefold() in self.outlets or self._acronym(words) or self._plain(words):
            return True
        spans = [one.span for one in self.places[words]]
        if any(_WHICH.match(self.text, s.end) or _APPOSED.match(self.text, s.end) for s in spans):
            return True
        before = [self.text[max(0, span.start - _BEFORE) : span.start] for span in spans]
        if any(_CALLED.search(words_before) for words_before in before):
            return True
        the = (
            _THE.search(words_before) and _AFTER_THE.match(self.text, span.end)
            for span, words_before in zip(spans, before, strict=True)
        )
        return words.lower() not in ROLES and not self._many(words) and sum(map(bool, the)) >= often

    def _many(self, words: str) -> bool:
        """ "The Roes" are people."""
        return words.endswith("s") and not self.names.isdisjoint((words[:-1], words[:-2]))

    def _acronym(self, words: str) -> bool:
        """ "HANA" is no person's name, but where a whole line is in capitals."""
        if not _LETTERS.fullmatch(words) or words.capitalize() in self.words:
            return False
        return any(not self._line(one.span.start).isupper() for one in self.places[words])

    def _line(self, at: int) -> str:
        end = self.text.find("\n", at)
        return self.text[self.text.rfind("\n", 0, at) + 1 : end if end >= 0 else None]

    def _plain(self, words: str) -> bool:
        """ "Tern Line" ends in a plain word of the text, and the name finder is in doubt."""
        scores = self.scores[words]
        others = max((score for label, score in scores.items() if label != "PER"), default=0.0)
        if not others > 0 or min(scores["PER"], 1.0) >= max(others, _UNSURE):
            return False
        last = words.split()[-1]
        return last != words and last.lower() in self.words
