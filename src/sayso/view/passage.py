"""The words around a claim in its document, with source, cue and content marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.view.document import Piece, document_page

AROUND = 240  # characters before and after


def passage(document: Document, claim: Claim, around: int = AROUND) -> tuple[Piece, ...]:
    """The pieces of the text from a little before the first word of a claim to a little behind
    its last; cut between words, "…" where the text goes on."""
    parts = [part for part in (claim.source, claim.cue, *claim.content) if part]
    first = max(min(part.span.start for part in parts) - around, 0)
    last = min(max(part.span.end for part in parts) + around, len(document.text))
    pieces = document_page(document, [claim]).pieces
    ends = [piece.start for piece in pieces[1:]] + [len(document.text)]
    inside = [
        _cut(piece, end, first, last)
        for piece, end in zip(pieces, ends, strict=True)
        if piece.start < last and end > first
    ]
    return tuple(piece for piece in inside if piece.text)


def _cut(piece: Piece, end: int, first: int, last: int) -> Piece:
    text = piece.text
    if piece.start < first:
        text = "…" + _from_word(text[first - piece.start :])
    if end > last:
        text = _to_word(text[: len(text) - (end - last)]) + "…"
    return replace(piece, text=text)


def _from_word(text: str) -> str:
    _, space, rest = text.partition(" ")
    return space + rest if space else text


def _to_word(text: str) -> str:
    rest, space, _ = text.rpartition(" ")
    return rest + space if space else text


def pieces_from(pieces: Sequence[Piece], start: int, end: int) -> tuple[Piece, ...]:
    """Those that begin in a part of the text."""
    return tuple(piece for piece in pieces if start <= piece.start < end)
