"""Paragraphs that are nothing but a quotation.

Such a paragraph carries on the speech of the paragraph before it, where that one closes with an
attributed quotation; only where it does not may the next paragraph's "he said" reach back to it (in
PolNeAR's train part it is the one before in 53 of 56 such places). Where neither speaks, the
quotation stays without a source: unattributed, and said so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribute.tidy import Draft, Shelf
from sayso.model.parsed import Parsed
from sayso.model.span import Span

_SHORTEST = 6  # words: less is a title, a name or a scare quote
_WORD = re.compile(r"\w+")


def settle_quotes(parsed: Parsed, drafts: Sequence[Draft]) -> list[Draft]:
    """Give each paragraph that is one quotation to the attribution that it carries on; add those
    that stand alone."""
    text = parsed.document.text
    settled = list(drafts)
    homes = _homes(parsed, drafts)
    alone: list[Draft] = []
    doubles = Shelf(q.span for q in parsed.quotations if q.level == "double")
    before: int | None = None  # the paragraph before, furniture left out
    for number, paragraph in enumerate(parsed.paragraphs):
        if parsed.document.is_furniture(paragraph):
            continue
        if _only_quotes(text, paragraph, doubles.near(paragraph)):
            speaker = _speaker(parsed, settled, homes, before)
            owners = [i for i, one in enumerate(settled) if _holds(one, paragraph)]
            if speaker is not None and all(_later(settled[i], paragraph) for i in owners):
                for i in owners:
                    settled[i] = _without(settled[i], paragraph)
                settled[speaker] = _with(settled[speaker], paragraph)
                homes[number] = speaker
            elif not owners and len(_WORD.findall(paragraph.cut(text))) >= _SHORTEST:
                alone.append(Draft(None, None, (paragraph,), ()))
        before = number
    return [one for one in settled if one.content] + alone


def _only_quotes(text: str, paragraph: Span, quotes: Sequence[Span]) -> bool:
    at = paragraph.start
    found = False
    for quote in quotes:
        if paragraph.covers(quote):
            if any(mark.isalnum() for mark in text[at : quote.start]):
                return False
            at, found = max(at, quote.end), True
    return found and not any(mark.isalnum() for mark in text[at : paragraph.end])


def _homes(parsed: Parsed, drafts: Sequence[Draft]) -> dict[int, int]:
    """For each paragraph the attribution whose content ends last in it, cue included."""
    found: dict[int, int] = {}
    ends: dict[int, int] = {}
    starts = [paragraph.start for paragraph in parsed.paragraphs]
    for index, draft in enumerate(drafts):
        for span in draft.content:
            number = _number(starts, span.start)
            inside = draft.cue is None or _number(starts, draft.cue.start) == number
            if inside and span.end > ends.get(number, -1):
                found[number], ends[number] = index, span.end
    return found


def _number(starts: Sequence[int], at: int) -> int:
    return bisect_right(starts, at) - 1


def _speaker(
    parsed: Parsed, drafts: Sequence[Draft], homes: dict[int, int], before: int | None
) -> int | None:
    """The attribution that the paragraph before closes with, where it quotes."""
    if before is None or before not in homes:
        return None
    draft = drafts[homes[before]]
    paragraph, text = parsed.paragraphs[before], parsed.document.text
    quoted = any(mark in span.cut(text) for span in draft.content for mark in "\"“”»«")
    ends = [span.end for span in draft.content if paragraph.covers(span)]
    tail = text[max(ends) : paragraph.end] if ends else ""
    for span in (draft.source, draft.cue):
        if ends and span is not None and max(ends) <= span.start and paragraph.covers(span):
            tail = tail.replace(span.cut(text), "")
    return homes[before] if quoted and len(_WORD.findall(tail)) <= _SHORTEST else None


def _holds(draft: Draft, paragraph: Span) -> bool:
    return any(span.overlaps(paragraph) for span in draft.content)


def _later(draft: Draft, paragraph: Span) -> bool:
    return draft.cue is not None and draft.cue.start >= paragraph.end


def _without(draft: Draft, paragraph: Span) -> Draft:
    return replace(draft, content=tuple(s for s in draft.content if not s.overlaps(paragraph)))


def _with(draft: Draft, paragraph: Span) -> Draft:
    return replace(draft, content=tuple(sorted({*draft.content, paragraph})))
