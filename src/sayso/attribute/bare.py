"""Paragraphs that are nothing but a quotation.

Such a paragraph carries on the speech of the paragraph before it, where that one closes with an
attributed quotation; only where it does not may the next paragraph's "he said" reach back to it (in
PolNeAR's train part it is the one before in 53 of 56 such places). Where neither speaks, the
quotation stays without a source: unattributed, and said so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribute.tidy import Draft, Shelf
from sayso.model.parsed import Parsed
from sayso.model.span import Span

_SHORTEST = 6  # words: less is a title, a name or a scare quote
_WORD = re.compile(r"\w+")


class _Shares:
    """Which attribution holds what of which paragraph, while paragraphs change hands."""

    def __init__(self, parsed: Parsed, drafts: Sequence[Draft]) -> None:
        self._text = parsed.document.text
        self._paragraphs = parsed.paragraphs
        self._starts = [paragraph.start for paragraph in parsed.paragraphs]
        self._content = [set(draft.content) for draft in drafts]
        self._quotes = [sum(map(self._quoted, draft.content)) for draft in drafts]
        self._held: defaultdict[int, list[tuple[int, Span]]] = defaultdict(list)
        for index, draft in enumerate(drafts):
            for span in draft.content:
                for number in self._numbers(span):
                    self._held[number].append((index, span))

    def _numbers(self, span: Span) -> range:
        """The paragraphs that a stretch overlaps."""
        first = max(0, self.number(span.start))
        return range(first, bisect_left(self._starts, span.end))

    def _quoted(self, span: Span) -> bool:
        return any(mark in span.cut(self._text) for mark in '"“”»«')

    def number(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def of(self, number: int) -> list[tuple[int, Span]]:
        """Who holds a part of a paragraph, and which."""
        paragraph = self._paragraphs[number]
        return [
            (index, span)
            for index, span in self._held[number]
            if span in self._content[index] and span.overlaps(paragraph)
        ]

    def quotes(self, index: int) -> bool:
        """Whether any content of an attribution holds a quotation mark."""
        return self._quotes[index] > 0

    def give(self, number: int, index: int) -> None:
        """Take a paragraph from all that hold it, and give it to one."""
        for owner, span in self.of(number):
            self._content[owner].discard(span)
            self._quotes[owner] -= self._quoted(span)
        paragraph = self._paragraphs[number]
        self._content[index].add(paragraph)
        self._quotes[index] += 1
        self._held[number] = [(index, paragraph)]

    def content(self, index: int) -> tuple[Span, ...]:
        return tuple(sorted(self._content[index]))


def settle_quotes(parsed: Parsed, drafts: Sequence[Draft]) -> list[Draft]:
    """Give each paragraph that is one quotation to the attribution that it carries on; add those
    that stand alone."""
    text = parsed.document.text
    parsed = replace(parsed, paragraphs=_blocks(parsed))
    shares = _Shares(parsed, drafts)
    homes = _homes(shares, drafts)
    alone: list[Draft] = []
    doubles = Shelf(q.span for q in parsed.quotations if q.level == "double")
    before: int | None = None  # the paragraph before, furniture left out
    for number, paragraph in _report(parsed):
        if _only_quotes(text, paragraph, doubles.near(paragraph)):
            speaker = _speaker(parsed, drafts, shares, homes, before)
            owners = {index for index, _ in shares.of(number)}
            if speaker is not None and owners == {speaker}:
                homes[number] = speaker
            elif speaker is not None and all(_later(drafts[i], paragraph) for i in owners):
                shares.give(number, speaker)
                homes[number] = speaker
            elif not owners and len(_WORD.findall(paragraph.cut(text))) >= _SHORTEST:
                alone.append(Draft(None, None, (paragraph,), ()))
        before = number
    settled = (replace(one, content=shares.content(i)) for i, one in enumerate(drafts))
    return [one for one in settled if one.content] + alone


def _blocks(parsed: Parsed) -> tuple[Span, ...]:
    """The paragraphs; those that one closed quotation runs over, as a broken line makes it, are
    one."""
    text = parsed.document.text
    broken = Shelf(
        q.span
        for q in parsed.quotations
        if q.level == "double" and q.closed and "\n" in q.span.cut(text)
    )
    blocks: list[Span] = []
    for paragraph in parsed.paragraphs:
        if blocks and any(quote.start < blocks[-1].end for quote in broken.near(paragraph)):
            blocks[-1] = Span(blocks[-1].start, paragraph.end)
        else:
            blocks.append(paragraph)
    return tuple(blocks)


def _report(parsed: Parsed) -> Iterator[tuple[int, Span]]:
    """The paragraphs that are no furniture, with their numbers."""
    furniture = Shelf(item.span for item in parsed.document.furniture)
    for number, paragraph in enumerate(parsed.paragraphs):
        if not furniture.near(paragraph):
            yield number, paragraph


def _only_quotes(text: str, paragraph: Span, quotes: Sequence[Span]) -> bool:
    at = paragraph.start
    found = False
    for quote in quotes:
        if paragraph.covers(quote):
            if any(mark.isalnum() for mark in text[at : quote.start]):
                return False
            at, found = max(at, quote.end), True
    return found and not any(mark.isalnum() for mark in text[at : paragraph.end])


def _homes(shares: _Shares, drafts: Sequence[Draft]) -> dict[int, int]:
    """For each paragraph the attribution whose content ends last in it, cue included."""
    found: dict[int, int] = {}
    ends: dict[int, int] = {}
    for index, draft in enumerate(drafts):
        for span in draft.content:
            number = shares.number(span.start)
            inside = draft.cue is None or shares.number(draft.cue.start) == number
            if inside and span.end > ends.get(number, -1):
                found[number], ends[number] = index, span.end
    return found


def _speaker(
    parsed: Parsed,
    drafts: Sequence[Draft],
    shares: _Shares,
    homes: dict[int, int],
    before: int | None,
) -> int | None:
    """The attribution that the paragraph before closes with, where it quotes."""
    if before is None or before not in homes:
        return None
    speaker = homes[before]
    draft = drafts[speaker]
    paragraph, text = parsed.paragraphs[before], parsed.document.text
    ends = [s.end for i, s in shares.of(before) if i == speaker and paragraph.covers(s)]
    tail = text[max(ends) : paragraph.end] if ends else ""
    for span in (draft.source, draft.cue):
        if ends and span is not None and max(ends) <= span.start and paragraph.covers(span):
            tail = tail.replace(span.cut(text), "")
    return speaker if shares.quotes(speaker) and len(_WORD.findall(tail)) <= _SHORTEST else None


def _later(draft: Draft, paragraph: Span) -> bool:
    return draft.cue is not None and draft.cue.start >= paragraph.end
