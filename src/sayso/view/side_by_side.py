"""Two or more claims or documents in columns, with what they share and where they part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.link.divergence import Aligned, Stretch, aligned, divergence
from sayso.link.groups import Group
from sayso.link.words import WORD, stem
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.span import Evidence, Span
from sayso.view.claims import outlet
from sayso.view.plain import line, safe

RUN = 4  # words in a row that make two documents share something


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column. id: of the claim or document. Strings are safe, on one line, "" where
    unknown; who: the claimer, or "" over a document."""

    id: str
    document: str
    who: str
    outlet: str
    published: str
    title: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one column in one row. parts: cut from the content; none where it has nothing
    to set against the others. shared: whether they are those of the first column."""

    parts: tuple[Evidence, ...] = ()
    shared: bool = False

    @property
    def text(self) -> str:
        return line(" … ".join(part.text for part in self.parts))


@dataclass(frozen=True, slots=True)
class Row:
    """Words that stand beside each other, a cell a column."""

    cells: tuple[Cell, ...]

    @property
    def same(self) -> bool:
        """Whether all columns share it."""
        return all(cell.shared for cell in self.cells)


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """Claims in columns. rows: from the beginning to the end of the first one.

    stretches: of two claims, what became of each stretch; empty for more.
    """

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document. text: safe to show. shared: numbers of the columns that have the
    same words, at least RUN in a row. furniture: whether it is no part of the report."""

    text: str
    span: Span
    shared: tuple[int, ...] = ()
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """Documents in columns. pieces: the whole text of each. utterances: what two or more of them
    carry, a column for each document that does, heads as in the columns."""

    heads: tuple[Head, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    utterances: tuple[ClaimsPage, ...]


def claims_page(claims: Sequence[Claim], documents: Mapping[str, Document]) -> ClaimsPage:
    """Claims beside each other, word against word, each against the first."""
    contents = [claim.content for claim in claims]
    stretches = divergence(*contents) if len(contents) == 2 else ()
    heads = tuple(_claim_head(claim, documents.get(claim.document)) for claim in claims)
    return ClaimsPage(heads, tuple(rows(contents)), stretches)


def rows(contents: Sequence[Sequence[Evidence]]) -> Iterator[Row]:
    """Contents beside each other: cut wherever any of them begins or ceases to agree with the
    first."""
    first, *others = contents
    alignments = [aligned(first, other) for other in others]
    edges = {edge for one in alignments for _, a, b, *_ in one.codes for edge in (a, b)}
    inserts = defaultdict[int, list[tuple[int, int, int]]](list)
    for n, one in enumerate(alignments):
        for tag, a, _, c, d in one.codes:
            if tag == "insert":
                inserts[a].append((n, c, d))
    cuts = sorted(edges)
    for start, end in [*pairwise(cuts), (cuts[-1], cuts[-1])] if cuts else []:
        if found := inserts.get(start):
            cells = [Cell() for _ in contents]
            for n, c, d in found:
                cells[n + 1] = Cell(alignments[n].cut_right(c, d))
            yield Row(tuple(cells))
        if start < end:
            yield Row(tuple(_across(alignments, start, end)))


def _across(alignments: Sequence[Aligned], start: int, end: int) -> Iterator[Cell]:
    """The cells beside some words of the first content."""
    yield Cell(alignments[0].cut_left(start, end), shared=True)
    for one in alignments:
        for tag, a, b, c, d in one.codes:
            if a <= start and end <= b and tag != "insert":
                if tag == "equal":
                    yield Cell(one.cut_right(c + start - a, c + end - a), shared=True)
                else:  # all that stands against the stretch goes beside its beginning
                    yield Cell(one.cut_right(c, d) if a == start else ())
                break


def documents_page(
    documents: Sequence[Document], claims: Mapping[str, Claim], groups: Iterable[Group]
) -> DocumentsPage:
    """Documents beside each other. groups: claims that report one utterance."""
    known = {document.id: document for document in documents}
    order = {made: n for n, made in enumerate(known)}
    utterances = list[ClaimsPage]()
    for group in groups:
        inside = [claims[made] for made in group.claims if claims[made].document in known]
        if len({claim.document for claim in inside}) > 1:
            ordered = sorted(inside, key=lambda claim: order[claim.document])
            utterances.append(claims_page(ordered, known))
    return DocumentsPage(
        heads=tuple(map(_document_head, documents)),
        pieces=_shared_pieces(documents),
        utterances=tuple(utterances),
    )


def _shared_pieces(documents: Sequence[Document]) -> tuple[tuple[Piece, ...], ...]:
    words = [list(_report_words(document)) for document in documents]
    holders = defaultdict[tuple[str, ...], set[int]](set)
    for n, some in enumerate(words):
        for run in _runs(some):
            holders[run].add(n)
    return tuple(
        tuple(_pieces(document, words[n], _shares(words[n], holders, n)))
        for n, document in enumerate(documents)
    )


_Word = tuple[str, int, int]  # stem, start, end


def _report_words(document: Document) -> Iterator[_Word]:
    """The words of the report, without furniture."""
    for found in WORD.finditer(document.text):
        if not document.is_furniture(Span(*found.span())):
            yield stem(found.group()), found.start(), found.end()


def _runs(words: Sequence[_Word]) -> Iterator[tuple[str, ...]]:
    stems = [word[0] for word in words]
    return (tuple(stems[n : n + RUN]) for n in range(len(stems) - RUN + 1))


def _shares(
    words: Sequence[_Word], holders: Mapping[tuple[str, ...], set[int]], mine: int
) -> list[frozenset[int]]:
    """For each word the other columns that share a run with it."""
    found = [frozenset[int]()] * len(words)
    for n, run in enumerate(_runs(words)):
        others = frozenset(holders[run] - {mine})
        if others:
            for at in range(n, n + RUN):
                found[at] |= others
    return found


def _pieces(
    document: Document, words: Sequence[_Word], shares: Sequence[frozenset[int]]
) -> Iterator[Piece]:
    """The text cut where a shared stretch or furniture begins or ends."""
    marks = list[tuple[int, int, tuple[int, ...], bool]]()
    for (_, start, end), others in zip(words, shares, strict=True):
        shared = tuple(sorted(others))
        if marks and marks[-1][2] == shared and shared:
            marks[-1] = (marks[-1][0], end, shared, False)
        else:
            marks.append((start, end, shared, False))
    kept = [mark for mark in marks if mark[2]]
    kept += [(f.span.start, f.span.end, (), True) for f in document.furniture]
    at = 0
    for start, end, shared, furniture in sorted(kept):
        if at < start:
            yield Piece(safe(document.text[at:start]), Span(at, start))
        if max(at, start) < end:
            span = Span(max(at, start), end)
            yield Piece(safe(span.cut(document.text)), span, shared, furniture)
        at = max(at, end)
    if at < len(document.text):
        yield Piece(safe(document.text[at:]), Span(at, len(document.text)))


def _claim_head(claim: Claim, document: Document | None) -> Head:
    printed = document.published.iso if document and document.published else ""
    title = line(document.title or "") if document else ""
    who = line(claim.claimer.name)
    return Head(claim.id, claim.document, who, outlet(document), printed, title)


def _document_head(document: Document) -> Head:
    printed = document.published.iso if document.published else ""
    return Head(document.id, document.id, "", outlet(document), printed, line(document.title or ""))
