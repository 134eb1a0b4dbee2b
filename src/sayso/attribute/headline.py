"""Headlines that attribute with a colon: "Ministry: Bridge Was Closed", "Envoy: 'We will stay'".

Running text hardly ever attributes so, and corpora of it teach nothing about it: hence a rule. The
part before the colon must be a name or end in a word for one who speaks; "Update:" and "Video:"
are labels of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.attribute.tidy import Draft
from sayso.model.parsed import Parsed
from sayso.model.span import Span

_COLON = re.compile(r"(?P<source>[^\s:][^:\n]{1,58}[^\s:])(?P<cue>:)\s+(?P<content>\S[^\n]*\S)")
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
    match = _COLON.fullmatch(parsed.document.text, title.start, title.end) if title else None
    if match is None:
        return kept
    source, cue, content = (Span(*match.span(role)) for role in ("source", "cue", "content"))
    there = [one for one in drafts if any(content.overlaps(span) for span in one.content)]
    # What has its source before the colon is this one, read otherwise: "Harbour [MoD:] ...".
    others = [one for one in there if one.source and not one.source.overlaps(source)]
    if others or not _speaks(parsed, source):
        return kept
    return [one for one in kept if one not in there] + [Draft(source, cue, (content,), _SURE)]


def _speaks(parsed: Parsed, source: Span) -> bool:
    words = source.cut(parsed.document.text).split()
    if len(words) > _MOST_WORDS:
        return False
    last = words[-1].strip("'’\"“”").lower()
    named = any(
        mention.label in ("PER", "ORG")
        and source.covers(mention.span)
        and mention.span.end == source.end
        for mention in parsed.mentions
    )
    return last in _SPEAKERS or named
