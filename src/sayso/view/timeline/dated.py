"""Dates in a text, and what happened on them: only where the words leave no doubt.

A date counts for what happened where it stands in a sentence that reports nobody's words, or
inside the content of a claim. A date beside a cue tells when something was said, and is another
clock. A weekday counts in the past tense only ("on Sunday troops retook it", not "until Friday"),
and inside a quotation only where the day of the quotation is known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.attribute.cue_lexicon import lemma
from sayso.link.words import content_stems
from sayso.model.claim import Claim
from sayso.model.document import Document, KnownFrom, When
from sayso.model.span import Evidence, Span
from sayso.parse.sentences import sentences
from sayso.resolve.dates import said_when

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = re.compile(
    rf"\b(?:{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?(?:,?\s+\d{{4}})?(?!\d)"
    rf"|[Ii]n\s+{_MONTH}(?:,?\s+\d{{4}})?(?![\s\xa0]+\d)"
    rf"|[Ii]n\s+(?:19|20)\d\d\b"
    rf"|(?:last\s+)?{_DAY}(?!['’]s\s+[A-Z])|yesterday|last\s+(?:week|month|year))\b"
)
_RELATIVE = re.compile(rf"{_DAY}|yesterday|last\s+(?:week|month|year)")
# Words that put a date ahead, or make it an edge of something else.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|until|till|by|before|next|plans?|planned|expected|scheduled|due|set"
    r"|could|may|might|should|must|ahead of|from)\b",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"\b(?:until|till|by|before|next|every|each|from|through|to|than|of)\s+(?:the\s+)?$", re.I
)
_PAST = re.compile(
    r"\b(?:\w+ed|was|were|had|has|have|did|began|took|cut|fell|came|went|made|met|left|gave|got|sent|broke|shot|won|lost|held|fought|struck|rose|retook|hit|shut|put|ran)\b"
)
_CAPITAL = re.compile(r"\b[A-Z]\S*")
# What stands under a post, or tells of the page itself.
_SIGNED = re.compile(r"\(@|https?:|\b(?:updated|published|posted|story|article|photo)\b", re.I)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SAYING = frozenset(
    "say tell speak write respond reply answer announce claim deny accuse warn add argue insist"
    " allege describe report comment remark explain declare state note admit acknowledge confirm"
    " condemn criticize criticise denounce dismiss reject repeat promise vow urge call ask tweet"
    " turn".split()
)
_LEAST = 3  # telling words without which a sentence names no event
_BY = 60  # characters of the text before a date that can put it ahead


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that a text says happened on a date.

    when: resolved. date: the words of it. words: the sentence or content around it.
    claim: the one that says so, None for the outlet. stems: what the sentence is about; plain: of
        those, the ones that are no part of a name.
    """

    document: Document
    when: When
    date: Evidence
    words: Evidence
    claim: Claim | None
    stems: frozenset[str]
    plain: frozenset[str]


def dated(document: Document, claims: Sequence[Claim]) -> Iterator[Dated]:
    """Everything that a document says happened on a date. claims: all that stand in it."""
    if not _DATE.search(document.text):
        return
    text = document.text
    contents = sorted(
        ((part.span, claim) for claim in claims for part in claim.content),
        key=lambda pair: (len(pair[0]), pair[0]),
    )
    around = sentences(text)
    starts = [span.start for span in around]
    for match in _DATE.finditer(text):
        span = Span(*match.span())
        if document.is_furniture(span) or span.start == 0:
            continue
        inside = next(((s, c) for s, c in contents if s.covers(span)), None)
        at = bisect_right(starts, span.start) - 1
        sentence = around[at] if at >= 0 and around[at].covers(span) else None
        if sentence is None:
            continue
        if inside is None and (
            any(_touches(claim, sentence) for _, claim in contents) or _says(sentence.cut(text))
        ):
            continue  # the date of a saying, or of what cannot be told from it
        found = _dated(document, span, sentence, inside)
        if found is not None:
            yield found


def _dated(
    document: Document, span: Span, sentence: Span, inside: tuple[Span, Claim] | None
) -> Dated | None:
    text, claim = document.text, inside[1] if inside else None
    within = _common(sentence, inside[0]) if inside else sentence
    base = document.published
    if claim is not None and _RELATIVE.search(text, span.start, span.end):
        base = claim.said  # "on Monday", said on a day that need not be that of the printing
    when = said_when(span.cut(text), base if base else None)
    if when is None or not _sure(text, span, within):
        return None
    if claim is not None and claim.said and claim.said.iso == when.iso:
        return None  # "accused it on Tuesday of …": the day of the accusing
    words, date = within.cut(text), frozenset(content_stems(span.cut(text)))
    stems = frozenset(content_stems(words)) - date
    if len(stems) < _LEAST or len(_DATE.findall(words)) > 1 or _SIGNED.search(words):
        return None  # of two dates in a sentence nothing tells which is whose
    plain = stems & frozenset(content_stems(_CAPITAL.sub(" ", words)))
    cut = Evidence.cut
    return Dated(
        document, When(when.iso, KnownFrom.TEXT), cut(document.id, text, span),
        cut(document.id, text, within), claim, stems, plain,
    )  # fmt: skip


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _touches(claim: Claim, sentence: Span) -> bool:
    parts = [*claim.content, *filter(None, (claim.cue, claim.source))]
    return any(part.span.overlaps(sentence) for part in parts)


def _says(words: str) -> bool:
    """Whether a sentence tells of a saying, though no claim was found in it."""
    return any(lemma(word) in _SAYING for word in _WORD.findall(words.casefold()))


def _sure(text: str, span: Span, within: Span) -> bool:
    """Whether the words leave no doubt that the date is that of what is told."""
    before = text[max(within.start, span.start - _BY) : span.start]
    if _EDGE.search(before):
        return False
    if not _RELATIVE.search(text, span.start, span.end):
        return not re.search(r"\b(?:until|till|by|before|next)\s+$", before, re.IGNORECASE)
    whole = within.cut(text)
    return bool(_PAST.search(whole)) and not _AHEAD.search(whole)
