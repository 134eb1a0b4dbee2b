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
_SIDE = r"(?P<source>[^\s,.;:\"“”][^,.;:\"“”\n]{1,90}?)"
_CUE = r"(?P<cue>(?:(?:has|have|had|also|then|later|further)\s+){0,2}(?P<verb>[A-Za-z]{3,14}))"
_AFTER = re.compile(rf"\s*{_SIDE}\s+{_CUE}(?=\s*[.,;]|\s+(?:in|on|at|to|during)\b|\s*$)")
_INVERTED = re.compile(rf"\s*(?P<cue>(?P<verb>[a-z]{{3,14}}))\s+{_SIDE}(?=\s*[.,;]|\s*$)")
_BEFORE = re.compile(rf"(?:^|[.;]\s+){_SIDE}\s+{_CUE}\s*[:,]\s*$")
_SURE = (-0.6, -0.4, -0.5)  # as parts of a Draft: less sure than what the encoder sees


def telling(word: str) -> bool:
    """Whether a word is one for telling: said, claims, denied, according."""
    form = lemma(word.lower())
    return form in SAYING or CLASS_OF.get(form) in TELLING


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
        if draft and draft.cue and not cues.near(draft.cue):
            found.append(draft)
    return found


def _spoken(text: str, home: Span, quote: Span) -> Draft | None:
    tries = (
        _AFTER.match(text, quote.end, home.end),
        _INVERTED.match(text, quote.end, home.end),
        _BEFORE.search(text, max(home.start, quote.start - 160), quote.start),
    )
    for match in tries:
        if match and telling(match["verb"]):
            source, cue = Span(*match.span("source")), Span(*match.span("cue"))
            return Draft(source, cue, (quote,), _SURE)
    return None
