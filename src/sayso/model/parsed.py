"""A document taken apart: paragraphs, sentences, quotations, names."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.document import Document
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks.

    span: from the opening mark to behind the closing one.
    level: "double" or "single".
    closed: False where the closing mark is missing, as at the end of all but the last paragraph of
        a long quotation.
    """

    span: Span
    level: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. label: PER, ORG, LOC or MISC (nationalities, events), as in CoNLL-2003.
    score: 0 to 1."""

    span: Span
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document with its parts, each in the order of the text.

    paragraphs: lines that hold something, without the space around them; furniture included.
    sentences: inside paragraphs; a quotation of several sentences is not kept whole.
    quotations, mentions: see their types.
    """

    document: Document
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quoted, ...]
    mentions: tuple[Mention, ...]
