"""A remark in pieces, and which of them a report kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.link.words import WORD, content_stems
from sayso.model.attribution import Quotation
from sayso.model.claim import Claim
from sayso.model.span import Evidence, Span
from sayso.view.coverage.page import Piece

# Where a sentence, or a half of one that stands on its own, ends.
_JOINT = re.compile(
    r"(?<=[.!?…;:])[\"”’']?\s+|(?<=,)\s+(?=(?:but|while|whereas|yet|although|though|and|or|so)\s)"
    r"|\s+[–—]\s+|\s+(?=(?:but|whereas|although)\s)"
)
_MARKS = re.compile(r"[“\"«]([^”\"»“«]+)[”\"»]?|[‘']([^’']{8,})[’']")
_KEPT = 0.5  # of a piece's telling words: above, the piece is there
_LEAST = 2  # telling words without which a stretch is no piece of its own


@lru_cache(maxsize=65536)
def stems(text: str) -> frozenset[str]:
    """Stems of the words that tell something."""
    return frozenset(map(_told, set(WORD.findall(text)))) - {""}


@lru_cache(maxsize=65536)
def _told(word: str) -> str:
    return next(iter(content_stems(word)), "")


def fullest(claims: Sequence[Claim]) -> Claim:
    """The claim with most telling words; of two alike the one that quotes, then the first."""
    return max(claims, key=lambda claim: (len(stems(claim.text)), quotes(claim)))


def quoted_stems(claim: Claim) -> frozenset[str]:
    """Stems of the words of a claim that stand in quotation marks."""
    if claim.attribution.quotation is Quotation.DIRECT:
        return stems(claim.text)
    if claim.attribution.quotation is Quotation.INDIRECT:
        return frozenset()
    return stems(" ".join(m[1] or m[2] for m in _MARKS.finditer(claim.text)))


def quotes(claim: Claim) -> bool:
    """Whether any of its words stand in quotation marks."""
    return claim.attribution.quotation is not Quotation.INDIRECT


def pieces(claims: Sequence[Claim]) -> tuple[Piece, ...]:
    """The sentences and halves of a remark: those of its fullest wording, then what only others
    have. claims: all reports of it."""
    best = fullest(claims)
    found = list(_cut(best))
    for claim in sorted(claims, key=lambda one: -len(stems(one.text))):
        for words in _cut(claim) if claim.id != best.id else ():
            if all(share(words.text, known.text) < _KEPT for known in found):
                found.append(words)
    return tuple(map(Piece, found))


def kept(piece: Piece, claims: Sequence[Claim]) -> float:
    """The share of a piece's telling words that these claims have, 0 to 1."""
    there = frozenset[str]().union(*(stems(claim.text) for claim in claims))
    wanted = stems(piece.words.text)
    return len(wanted & there) / len(wanted) if wanted else 0.0


def share(words: str, other: str) -> float:
    """How much of the telling words of one stretch the other has."""
    wanted = stems(words)
    return len(wanted & stems(other)) / len(wanted) if wanted else 1.0


def _cut(claim: Claim) -> list[Evidence]:
    """The content at its joints. A stretch that tells too little goes with the one beside it."""
    found = list[Evidence]()
    for part in claim.content:
        start, mine = 0, list[tuple[int, int]]()
        for end in [*(m.start() for m in _JOINT.finditer(part.text)), len(part.text)]:
            if len(stems(part.text[start:end])) >= _LEAST:
                mine.append((start, end))
                start = end
            elif mine:
                mine[-1] = (mine[-1][0], end)
                start = end
        found += [_within(part, *place) for place in mine or [(0, len(part.text))]]
    return found


def _within(part: Evidence, start: int, end: int) -> Evidence:
    """A stretch of some words, without the space around it."""
    words = part.text[start:end]
    start += len(words) - len(words.lstrip())
    span = Span(part.span.start + start, part.span.start + start + len(words.strip()))
    return Evidence(part.document, span, words.strip())
