"""Quotations that the encoder missed although plain words beside them tell who spoke.

'"The pier is shut," the harbour office has stated.' A quotation of some length with a speaker and
a word for telling next to it is an attribution on its face; a slip in the text (a letter missing,
words run together) is enough for a learned tagger to pass over it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.attribute.cue_lexicon import CLASS_OF, lemma
from sayso.attribute.tidy import Draft, Shelf
from sayso.model.parsed import Parsed
from sayso.model.span import Span

TELLING = frozenset({"claim", "accuse", "deny", "admit", "confirm", "warn"})
SAYING = frozenset(["say", "tell", "state", "report", "announce", "declare", "according", "note"])
_SHORTEST = 6  # words in the quotation: less is a title, a name or a scare quote
_BACK = 160  # characters before a quotation that are looked at: all that `_BEFORE` can match
# Blanks are counted, or a long run of them would be walked again for each length of the source.
_GAP = r"[^\S\n]{1,4}"
_EDGE = r"[^\S\n]{0,4}"
_SIDE = r"(?P<source>[^\s,.;:\"“”][^,.;:\"“”\n]{1,90}?)"
_ADVERB = rf"(?:(?:has|have|had|also|then|later|further){_GAP})"
_CUE = rf"(?P<cue>{_ADVERB}{{0,2}}(?P<verb>[A-Za-z]{{3,14}}))"
_STOP = rf"{_EDGE}(?:[.,;]|$)"
_AFTER = re.compile(rf"{_EDGE}{_SIDE}{_GAP}{_CUE}(?={_STOP}|{_GAP}(?:in|on|at|to|during)\b)")
_INVERTED = re.compile(rf"{_EDGE}(?P<cue>(?P<verb>[a-z]{{3,14}})){_GAP}{_SIDE}(?={_STOP})")
_BEFORE = re.compile(rf"(?:^|[.;]{_GAP}){_SIDE}{_GAP}{_CUE}{_EDGE}[:,]{_EDGE}$")
_SURE = (-0.6, -0.4, -0.5)  # as parts of a Draft: less sure than what the encoder sees


def telling(word: str) -> bool:
    """Whether a word is one for telling: said, claims, denied, according."""
    lower = word.lower()
    form = lemma(lower)
    return lower in SAYING or form in SAYING or CLASS_OF.get(form) in TELLING


def beside(parsed: Parsed, drafts: Sequence[Draft]) -> list[Draft]:
    """Attributions of the long quotations that none of the drafts holds."""
    text = parsed.document.text
    taken = Shelf(span for draft in drafts for span in draft.content)
    cues = Shelf(draft.cue for draft in drafts if draft.cue)
    furniture = Shelf(item.span for item in parsed.document.furniture)
    homes = Shelf(parsed.paragraphs)
    found = []
    for quote in parsed.quotations:
        span = quote.span
        if quote.level != "double" or not quote.closed or len(span.cut(text).split()) < _SHORTEST:
            continue
        if taken.near(span) or furniture.near(span):
            continue
        home = next((p for p in homes.near(span) if p.covers(span)), None)
        draft = _spoken(text, home, span) if home else None
        if draft and not any(cues.near(part) or furniture.near(part) for part in _sides(draft)):
            found.append(draft)
    return found


def _spoken(text: str, home: Span, quote: Span) -> Draft | None:
    start = max(home.start, quote.start - _BACK)
    tries = (
        (_AFTER.match(text, quote.end, home.end), 0),
        (_INVERTED.match(text, quote.end, home.end), 0),
        (_BEFORE.search(text[start : quote.start]), start),  # cut, so that ^ is where it begins
    )
    for match, offset in tries:
        if match and telling(match["verb"]):
            source, cue = (_place(match, part, offset) for part in ("source", "cue"))
            return Draft(source, cue, (quote,), _SURE)
    return None


def _place(match: re.Match[str], part: str, offset: int) -> Span:
    start, end = match.span(part)
    return Span(start + offset, end + offset)


def _sides(draft: Draft) -> list[Span]:
    return [part for part in (draft.source, draft.cue) if part]
