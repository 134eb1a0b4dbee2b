"""Headlines that attribute with a mark: "Ministry: Bridge Was Closed", "Bridge unsafe – minister".

Running text hardly ever attributes so, and corpora of it teach nothing about it: hence a rule. The
part before the colon must be a name or end in a word for one who speaks; "Update:" and "Video:"
are labels of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribute.tidy import Draft
from sayso.model.parsed import Parsed
from sayso.model.span import Span

_COLON = re.compile(r"(?P<source>[^\s:][^:\n]{1,58}[^\s:])(?P<cue>:)\s+(?P<content>\S[^\n]*\S)")
_DASH = re.compile(r"(?P<content>\S[^\n]{10,150}\S) (?P<cue>[–—-]) (?P<source>[^\n–—:-]{3,60})")
_SPEAKERS = frozenset(
    """
    ministry minister president premier chancellor spokesman spokeswoman spokesperson official
    officials source sources report reports police army military court judge union company ceo
    chief chairman chairwoman mayor governor senator lawmaker lawmakers expert experts analyst
    analysts study poll survey ambassador envoy diplomat diplomats general commander
    prosecutor prosecutors lawyer lawyers witnesses activists scientists researchers doctors
    agency council commission committee government opposition party king queen prince pope
    bishop mod mfa
    """.split()
)
_MOST_WORDS = 8
_SURE = (-0.35, -0.35, -0.35)


def colon_headline(parsed: Parsed, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with the attribution of a title that has one with a colon.

    It gives way to one that is found there with a source; one without, made of a word of what the
    headline quotes ("Ministry: Raiders Destroyed Bridge"), gives way to it.
    """
    kept = list(drafts)
    title = parsed.document.title_span
    if title is None:
        return kept
    kept = [whole for one in drafts if (whole := _in_title(one, title))]
    drafts = kept
    text = parsed.document.text
    match = _COLON.fullmatch(text, title.start, title.end)
    if match is None:
        match = _DASH.fullmatch(text, title.start, title.end)
        if match is None or _last(match["source"]) not in _SPEAKERS:  # a name there is the outlet's
            return kept
    source, cue, content = (Span(*match.span(role)) for role in ("source", "cue", "content"))
    there = [one for one in drafts if any(content.overlaps(span) for span in one.content)]
    # What has its source before the colon is this one, read otherwise: "Harbour [MoD:] ...".
    others = [one for one in there if one.source and not one.source.overlaps(source)]
    if others or not _speaks(parsed, source):
        return kept
    return [one for one in kept if one not in there] + [Draft(source, cue, (content,), _SURE)]


def _in_title(one: Draft, title: Span) -> Draft | None:
    """A headline says all that it says itself: what follows below is not its content."""
    if one.cue is None or not title.covers(one.cue):
        return one
    content = tuple(span for span in one.content if title.covers(span))
    return replace(one, content=content) if content else None


def _last(words: str) -> str:
    return words.split()[-1].strip("'’\"“”").lower()


def _speaks(parsed: Parsed, source: Span) -> bool:
    words = source.cut(parsed.document.text).split()
    if len(words) > _MOST_WORDS:
        return False
    last = _last(words[-1])
    named = any(
        mention.label in ("PER", "ORG")
        and source.covers(mention.span)
        and mention.span.end == source.end
        for mention in parsed.mentions
    )
    return last in _SPEAKERS or named
