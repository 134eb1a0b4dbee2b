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
    [
        "ministry",
        "minister",
        "president",
        "premier",
        "chancellor",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "official",
        "officials",
        "source",
        "sources",
        "report",
        "reports",
        "police",
        "army",
        "military",
        "court",
        "judge",
        "union",
        "company",
        "ceo",
        "chief",
        "chairman",
        "chairwoman",
        "mayor",
        "governor",
        "senator",
        "lawmaker",
        "lawmakers",
        "expert",
        "experts",
        "analyst",
        "analysts",
        "study",
        "poll",
        "survey",
        "ambassador",
        "envoy",
        "diplomat",
        "diplomats",
        "general",
        "commander",
        "prosecutor",
        "prosecutors",
        "lawyer",
        "lawyers",
        "witnesses",
        "activists",
        "scientists",
        "researchers",
        "doctors",
        "agency",
        "council",
        "commission",
        "committee",
        "government",
        "opposition",
        "party",
        "king",
        "queen",
        "prince",
        "pope",
        "bishop",
        "mod",
        "mfa",
    ]
)
_MOST_WORDS = 8
_SURE = (-0.35, -0.35, -0.35)


def colon_headline(parsed: Parsed, drafts: Sequence[Draft]) -> list[Draft]:
    """The attribution of the title, where it has one with a colon that is not found yet."""
    title = parsed.document.title_span
    if title is None:
        return []
    text = parsed.document.text
    match = _COLON.fullmatch(text, title.start, title.end)
    if match is None:
        return []
    source, cue, content = (Span(*match.span(role)) for role in ("source", "cue", "content"))
    if any(content.overlaps(span) for draft in drafts for span in draft.content):
        return []
    return [Draft(source, cue, (content,), _SURE)] if _speaks(parsed, source) else []


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
