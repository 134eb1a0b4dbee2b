"""The occasion of a claim: "at a news conference in Lannet", "after talks with the minister".

Read from the words around the cue, without those that are reported. A phrase counts where it is
told of the saying itself: right behind cue, speaker and listener, between speaker and cue, or at
the head of the sentence. Whatever may belong to another verb is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model.span import Span
from sayso.resolve.occasion_words import (
    ARTICLES,
    ASKED,
    BARE,
    BREAKS,
    BY,
    FREE,
    HEADS,
    JOINS,
    LINKS,
    LISTENERS,
    NEEDS,
    NO_DAY,
    NUMBERS,
    ONLY_BARE,
    QUOTES,
    TIMES,
    TOLD,
)
from sayso.resolve.tokens import Token, tokens, words_in
from sayso.resolve.words import GROUPS, ROLES

Words = Sequence[Token]

_NOUN = 8  # words of a phrase up to its noun, at most
_COMPLEMENT = 10  # words of what it is with or about
_LISTENER = 9  # words of whoever was told
_ASIDE = 25  # words of what somebody was asked there
_OPENINGS = sorted((tuple(o.split()) for o in HEADS if o != "told"), key=len, reverse=True)
_CLOSING = BREAKS | TIMES | BY | NUMBERS
_DAYS, _MANY = TIMES - NO_DAY, GROUPS | LISTENERS
_LOOSE, _BREAKING = ARTICLES | LINKS | {"'s", "-", "&"}, BREAKS - ARTICLES - LINKS
_FIRST = frozenset(opening[0] for opening in _OPENINGS) | TOLD
_NOUNS = frozenset(words_in(" ".join(noun for nouns in HEADS.values() for noun in nouns)))
_INSIDE = frozenset({"'s", "-", ",", "&", "'"}) | QUOTES  # marks that a phrase may hold


def occasion(words: str, cue: Span | None, source: Span | None) -> Span | None:
    """Where the occasion stands in words; None where none is told, or none surely.

    words: around the cue, the claim's own content blanked out with NUL and others' with newlines.
    cue, source: where they stand in the words, if they do.
    """
    clause = _Clause(words, cue, source)
    found = (clause.at(n) for n, word in enumerate(clause.tokens) if word.low in _FIRST)
    return next((span for span in found if span), None)


def may_tell(words: str) -> bool:
    """A quick look: most sentences tell of no occasion."""
    return not _NOUNS.isdisjoint(words_in(words))


class _Clause:
    """The words around a cue."""

    def __init__(self, words: str, cue: Span | None, source: Span | None) -> None:
        self.words = words
        plain = words.replace("\0", "\n")  # NULs would be marks, and there may be many
        self.tokens = tokens(plain, Span(0, len(words))) if words else ()
        self.cue, self.source = cue, source
        self.anchors = [span for span in (cue, source) if span]
        self.stops = frozenset(span.start for span in self.anchors)

    def at(self, n: int) -> Span | None:
        """The occasion that begins at a word, if it is of the saying."""
        word = self.tokens[n]
        if word.low in TOLD:  # "told a news conference"
            spoken = self.cue is not None and self.cue.start <= word.start < self.cue.end
            return self._phrase(n + 1, n + 1, "told") if spoken else None
        opening = next((one for one in _OPENINGS if self._reads(n, one)), None)
        if opening is None:
            return None
        found = self._phrase(n, n + len(opening), " ".join(opening))
        return found if found and self._of_the_saying(found) else None

    # ---------------------------------------------------------------- the phrase

    def _phrase(self, begin: int, at: int, opening: str) -> Span | None:
        """From its first word to the last of what it goes on with. at: where its noun's words
        begin, behind the opening."""
        noun = self._noun(at, opening)
        if noun is None:
            return None
        end = self._end(noun)
        while end > noun and _loose(self.tokens[end]):
            end -= 1
        return Span(self.tokens[begin].start, self.tokens[end].end)

    def _noun(self, at: int, opening: str) -> int | None:
        """The number of the noun that one speaks at, where a phrase with it begins here."""
        if at >= len(self.tokens) or not self._begins(at):
            return None
        for n in range(at, min(at + _NOUN, len(self.tokens))):
            word = self.tokens[n]
            broken = word.start in self.stops or (n > at and _breaks(word))
            if broken or not (word.word or word.low in _INSIDE):
                return None
            if word.low in HEADS[opening] and self._closes(n):
                return n if (self._led(n, opening) if n > at else self._bare(n)) else None
        return None

    def _begins(self, at: int) -> bool:
        low = self.tokens[at].low
        owned = any(t.low == "'s" for t in self.tokens[at + 1 : at + 5])
        return low in ARTICLES or low in BARE or owned

    def _bare(self, n: int) -> bool:
        """Whether a noun needs nothing before it: "in testimony", "after meeting with"."""
        low = self.tokens[n].low
        return low in BARE and (low != "meeting" or self._reads(n + 1, ["with"]))

    def _led(self, n: int, opening: str) -> bool:
        """Whether a noun has before it what it needs: "in a conference" may be a body."""
        low = self.tokens[n].low
        if low in ONLY_BARE or (low == "call" and self._reads(n + 1, ["for"])):
            return False
        needs = NEEDS.get(f"{opening} {low}") or NEEDS.get(low)
        return needs is None or self.tokens[n - 1].low in needs

    def _closes(self, n: int) -> bool:
        """Whether the noun ends its phrase: a "rally" is one, a "rally organizer" none."""
        if n + 1 == len(self.tokens):
            return True
        word = self.tokens[n + 1]
        if not word.word:
            return word.low not in {"'s", "-", "&"}
        if word.start in self.stops or self._blank(self.tokens[n].end, word.start):
            return True
        return word.low in _CLOSING or word.low.isdigit() or word.low.endswith(("ly", "ed", "ing"))

    def _end(self, noun: int) -> int:
        """The last word of the phrase: "a visit" may go on "to Tollen", "with reporters"."""
        last = noun
        while last + 2 < len(self.tokens) and self.tokens[last + 1].low in BY:
            end = self._complement(last + 1)
            if end is None:
                break
            last = end
        return last

    def _complement(self, at: int) -> int | None:
        """The last word of "with reporters", which begins at a word; None where it is no such."""
        by = self.tokens[at]
        if by.start in self.stops or self._blank(self.tokens[at - 1].end, by.start):
            return None
        first = at + 1
        if by.low in {"hosted", "organized", "organised", "held"}:
            if self.tokens[first].low not in {"by", "in", "at"}:
                return None
            first += 1
        n = first
        while n < len(self.tokens) and self._inside(n, first):
            n = self._title(n) + 1
        listed = self.tokens[first:n]
        if not 0 < len(listed) <= _COMPLEMENT or (by.low == "to" and not _thing(listed)):
            return None
        timed = listed[0].low in TIMES or listed[-1].low in _DAYS
        return None if timed or listed[0].low.isdigit() else n - 1

    def _inside(self, n: int, first: int) -> bool:
        word, before = self.tokens[n], self.tokens[n - 1]
        if word.start in self.stops or (n > first and self._blank(before.end, word.start)):
            return False
        if word.low in ARTICLES and not word.title:
            return n == first or before.low in LINKS
        if n > first and word.low in LINKS:  # "the House of Wards"
            after = self.tokens[n + 1] if n + 1 < len(self.tokens) else None
            return before.title and after is not None and (after.title or after.low in ARTICLES)
        if word.low in {"'s", "-", "&"} or self._title(n) > n:
            return True
        named = word.title and before.title and word.low in NO_DAY  # "Weather Today"
        return word.word and not _breaks(word) and (named or word.low not in TIMES)

    def _title(self, n: int) -> int:
        """Of the name of a show in quotation marks the last mark; else the same word."""
        if self.tokens[n].text not in QUOTES or n + 1 == len(self.tokens):
            return n
        if not self.tokens[n + 1].title:
            return n
        for end in range(n + 1, min(n + _NOUN, len(self.tokens))):
            if self.tokens[end].text in QUOTES:
                return n if self._blank(self.tokens[n].start, self.tokens[end].end) else end
        return n

    # ---------------------------------------------------------------- of the saying

    def _of_the_saying(self, found: Span) -> bool:
        if not self.anchors:
            return False
        if self.cue and self.cue.start <= found.start < self.cue.end:
            return True
        if found.start < min(self.stops):
            return self._leads(found, min(self.stops))
        behind = max(span.end for span in self.anchors)
        if found.start >= behind:
            return self._behind(behind, found)
        return self._between(found)

    def _leads(self, found: Span, first: int) -> bool:
        """ "Speaking at a rally in Tollen on Monday, Marsh said"."""
        left, right = self._from(0, found.start), self._from(found.end, first)
        joined = not left or not left[0].word or left[0].low in JOINS
        if not _all_free(left) or (self.words.startswith("\n") and not joined):
            return False
        if any(word.low in ASKED for word in left):
            return 0 < len(right) < _ASIDE and right[-1].low == ","
        return _all_free(right) and not any(word.low in JOINS for word in right)

    def _behind(self, behind: int, found: Span) -> bool:
        """ "said Marsh, the mayor, at a rally", "told a crowd of growers at a rally"."""
        gap = self._from(behind, found.start)
        if _all_free(gap):
            return True
        heard = self.cue and any(w.low in TOLD for w in self._from(self.cue.start, self.cue.end))
        blank = self._blank(behind, found.start)
        return bool(heard) and not blank and len(gap) <= _LISTENER and not any(map(_turns, gap))

    def _between(self, found: Span) -> bool:
        """ "Marsh, speaking at a rally, said". Of "officials at a rally" it tells who they are."""
        if self.cue is None or self.source is None:
            return False
        low, high = min(s.end for s in self.anchors), max(self.stops)
        left, right = self._from(low, found.start), self._from(found.end, high)
        if not low <= found.start < high or not _all_free((*left, *right)):
            return False
        last = self._from(self.source.start, self.source.end)[-1:]
        named = last and last[0].title and last[0].low not in _MANY
        return bool(left) or bool(named)

    # ---------------------------------------------------------------- looking

    def _reads(self, at: int, words: Sequence[str]) -> bool:
        return [token.low for token in self.tokens[at : at + len(words)]] == list(words)

    def _from(self, low: int, high: int) -> Words:
        return [t for t in self.tokens if low <= t.start and t.end <= high]

    def _blank(self, low: int, high: int) -> bool:
        return any(mark in self.words[low:high] for mark in "\0\n")


def _breaks(word: Token) -> bool:
    return word.low in BREAKS and not word.title


def _loose(word: Token) -> bool:
    """Whether no phrase ends with a word."""
    return not word.title and word.low in _LOOSE


def _thing(listed: Words) -> bool:
    """Whether it is a noun that stands behind "to", and no verb."""
    first = listed[0]
    plural = len(listed) == 1 and first.low.endswith("s")
    return first.title or first.low in ARTICLES or plural


def _all_free(words: Iterable[Token]) -> bool:
    return all(map(_free, words))


def _free(word: Token) -> bool:
    """Whether a word may stand between a saying and its occasion: none that tells of another."""
    low = word.low
    return word.title or low in FREE or low in ROLES or low.isdigit() or low.endswith("ly")


def _turns(word: Token) -> bool:
    """Whether a word leads on to another verb or clause."""
    return word.low in _BREAKING
