"""One document with its attributions marked: the text cut into pieces, each with its marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.span import Span
from sayso.view.claims import outlet
from sayso.view.plain import line, safe


class Role(StrEnum):
    """What a stretch of the text is."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch with its role. Marks sort so that the outer one comes before the inner one."""

    start: int
    back: int  # minus the end: of two marks with one start, the longer is the outer
    role: Role


@dataclass(frozen=True, slots=True)
class Begin:
    """Where the content of a claim begins. number: of the claim, counted in the document."""

    claim: str
    number: int
    who: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text under one set of marks, outermost first. text is safe to show.

    start: its place in the text. begins: the claims whose content begins here.
    """

    text: str
    marks: tuple[Mark, ...]
    start: int = 0
    begins: tuple[Begin, ...] = ()

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(mark.role for mark in self.marks)


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document to read.

    heading: outlet, date, headline. facts: pairs of a name and what is known ("credits", "AFP").
    pieces: the whole text, in order. claims: how many there are. language: of the text.
    """

    id: str
    heading: str
    facts: tuple[tuple[str, str], ...]
    pieces: tuple[Piece, ...]
    claims: int
    language: str


def document_page(document: Document, claims: Sequence[Claim]) -> DocumentPage:
    """The page of one document; claims: all that stand in it."""
    published = document.published.iso if document.published else ""
    parts = (outlet(document), published, line(document.title or ""))
    return DocumentPage(
        id=document.id,
        heading=" · ".join(part for part in parts if part),
        facts=_facts(document),
        pieces=_pieces(document.text, _marks(document, claims), _begins(claims)),
        claims=len(claims),
        language=document.language,
    )


def _facts(document: Document) -> tuple[tuple[str, str], ...]:
    when = document.published
    known = {
        "from": document.source,
        "by": document.byline,
        "credits": ", ".join(document.credits),
        "repost of": document.repost_of,
        "place": document.place,
        "date known from": when.known_from.value if when else None,
        "language": document.language,
    }
    return tuple((name, line(value)) for name, value in known.items() if value)


def _marks(document: Document, claims: Iterable[Claim]) -> list[Mark]:
    found = {_mark(item.span, Role.FURNITURE) for item in document.furniture}
    for claim in claims:
        found.update(_mark(part.span, Role.CONTENT) for part in claim.content)
        if claim.source:
            found.add(_mark(claim.source.span, Role.SOURCE))
        if claim.cue:
            found.add(_mark(claim.cue.span, Role.CUE))
    return sorted(found)


def _mark(span: Span, role: Role) -> Mark:
    return Mark(span.start, -span.end, role)


def _begins(claims: Iterable[Claim]) -> dict[int, tuple[Begin, ...]]:
    """The claims that begin at each place, numbered in the order of the text."""
    told = (claim for claim in claims if claim.content)
    ordered = sorted(told, key=lambda claim: (claim.content[0].span, claim.id))
    found: dict[int, tuple[Begin, ...]] = {}
    for number, claim in enumerate(ordered, 1):
        start = claim.content[0].span.start
        begin = Begin(claim.id, number, line(claim.claimer.name))
        found[start] = (*found.get(start, ()), begin)
    return found


def _pieces(
    text: str, marks: Sequence[Mark], begins: Mapping[int, tuple[Begin, ...]]
) -> tuple[Piece, ...]:
    """Cut at every edge of a mark. One sweep: a mark is open from its start to its end."""
    edges = {0, len(text)} | {mark.start for mark in marks} | {-mark.back for mark in marks}
    cuts = sorted(edges)
    pieces, opened, coming = [], list[Mark](), 0
    for start, end in pairwise(cuts):
        opened = [mark for mark in opened if -mark.back > start]
        while coming < len(marks) and marks[coming].start == start:
            opened.append(marks[coming])
            coming += 1
        here = safe(text[start:end])
        pieces.append(Piece(here, tuple(opened), start, begins.get(start, ())))
    return tuple(pieces)
