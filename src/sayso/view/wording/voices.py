"""Whose words stand at a place: the outlet's own, quoted, or put into a quotation in brackets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.parsed import Quoted
from sayso.model.span import Evidence, Span
from sayso.parse.quotes import quotations
from sayso.view.claims import outlet
from sayso.view.plain import safe
from sayso.view.wording.page import Passage, Voice

_AROUND = 60  # characters on each side of a passage
_SCARE = 5  # words: a longer quotation is one, even if nobody is named
_BRACKETS = re.compile(r"\[[^\]\n]*\]|\([^)\n]*\)")
_SO_CALLED = re.compile(r"\bso[- ]called\s+$", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"\w+(?:[.'’-]\w+)*")
_SENTENCE = re.compile(r"[.!?;][\"”’'»]?$")


class Voices:
    """Tells the voice at any place of one document. claims: all that stand in it."""

    def __init__(self, document: Document, claims: Sequence[Claim]) -> None:
        self.document = document
        self._text = document.text
        self.outlet = outlet(document)
        self.published = document.published.iso if document.published else ""
        self.quotations = quotations(document.text)
        self._quoted = [one.span.start for one in self.quotations]
        self._quoted_reach = list(accumulate((one.span.end for one in self.quotations), max))
        said = [(p.span.start, -p.span.end, claim) for claim in claims for p in claim.content]
        self._said = sorted(said, key=itemgetter(0, 1))
        self._starts = [start for start, _, _ in self._said]
        self._reach = list(accumulate((-back for _, back, _ in self._said), max))
        self._furniture = [(item.span.start, item.span.end) for item in document.furniture]

    def is_furniture(self, span: Span) -> bool:
        """Whether a place is no part of the report."""
        return any(start < span.end and span.start < end for start, end in self._furniture)

    def passage(self, span: Span, whose: str = "") -> Passage:
        """A place of the report with all that is known of its voice."""
        quoted, claim = self._quotation(span), self._claim(span)
        inserted = quoted is not None and self._inserted(quoted.span, span)
        title = self.document.title_span
        return Passage(
            name=Evidence.cut(self.document.id, self._text, span),
            before=self._context(span.start - _AROUND, span.start),
            after=self._context(span.end, span.end + _AROUND),
            outlet=self.outlet,
            published=self.published,
            voice=Voice.QUOTED if quoted and not inserted else Voice.OWN,
            inserted=inserted,
            scare=quoted is not None and not inserted and self.is_scare(quoted),
            title=title is not None and title.overlaps(span),
            claim=claim.id if claim else "",
            claimer=claim.claimer.name if claim else "",
            whose=whose,
        )

    def is_scare(self, quoted: Quoted) -> bool:
        """Whether quotation marks quote nobody: a few words that no claim reports, or so-called."""
        words = self._text[quoted.span.start : quoted.span.end]
        if not quoted.closed or len(_WORD.findall(words)) > _SCARE or _SENTENCE.search(words[:-1]):
            return False
        before = self._text[max(0, quoted.span.start - 12) : quoted.span.start]
        return bool(_SO_CALLED.search(before)) or self._claim(quoted.span) is None

    def _quotation(self, span: Span) -> Quoted | None:
        """The outermost quotation around a place."""
        n = bisect_left(self._quoted_reach, span.end)  # the first that reaches so far
        return self.quotations[n] if n < bisect_left(self._quoted, span.start) else None

    def _claim(self, span: Span) -> Claim | None:
        """The innermost claim whose content holds a place."""
        found, length = None, len(self._text) + 1
        for n in range(bisect_right(self._starts, span.start) - 1, -1, -1):
            if self._reach[n] < span.end:  # nor does any before it reach so far
                break
            start, back, claim = self._said[n]
            if span.end <= -back and -back - start <= length:
                found, length = claim, -back - start
        return found

    def _inserted(self, quoted: Span, span: Span) -> bool:
        found = _BRACKETS.finditer(self._text, quoted.start, quoted.end)
        return any(m.start() < span.start and span.end < m.end() for m in found)

    def _context(self, start: int, end: int) -> str:
        """Text on one line; an edge that is blank stays a blank."""
        words = safe(self._text[max(0, start) : max(0, end)])
        return _BLANKS.sub(" ", words) if "\n" in words or "  " in words else words
