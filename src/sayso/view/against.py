"""Two claims word against word: the whole words of both, cut where they part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.link.divergence import Change, divergence
from sayso.model.claim import Claim
from sayso.model.span import Evidence
from sayso.view.plain import line


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one side, safe and on one line.

    change: "same"; "other", where the other side has other words in that place; "only", where it
    has none; "gap" between two stretches of content.
    """

    text: str
    change: str


_CHANGES = {Change.SAME: "same", Change.OTHER: "other"}


def against(left: Claim, right: Claim) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The words of both claims. What a side's parts say, put together, is its claim's text."""
    stretches = divergence(left.content, right.content)
    mine = ((part, stretch.change) for stretch in stretches for part in stretch.left_parts)
    theirs = ((part, stretch.change) for stretch in stretches for part in stretch.right_parts)
    return _side(left.content, mine), _side(right.content, theirs)


def _side(
    content: Sequence[Evidence], marked: Iterable[tuple[Evidence, Change]]
) -> tuple[Part, ...]:
    stretches = sorted(marked, key=lambda pair: pair[0].span)
    found = list[Part]()
    for n, piece in enumerate(content):
        if n:
            found.append(Part(" … ", "gap"))
        found.extend(_cut(piece, [(e, c) for e, c in stretches if e.span.overlaps(piece.span)]))
    return tuple(found)


def _cut(piece: Evidence, marked: Iterable[tuple[Evidence, Change]]) -> Iterable[Part]:
    """One stretch of content; what stands between two marked ones (marks, spaces) is the same."""
    at = piece.span.start
    for evidence, change in marked:
        start, end = evidence.span.start, evidence.span.end
        yield from _part(piece, at, start, "same")
        yield from _part(piece, start, end, _CHANGES.get(change, "only"))
        at = end
    yield from _part(piece, at, piece.span.end, "same")


def _part(piece: Evidence, start: int, end: int, change: str) -> Iterable[Part]:
    words = piece.text[start - piece.span.start : end - piece.span.start]
    if words:
        before, after = " " * words[:1].isspace(), " " * words[-1:].isspace()
        yield Part(f"{before}{line(words)}{after}" if words.strip() else " ", change)
