"""One hop on the way from mouth to page: who has a claim from whom.

A relay ties a claim (the later hop) to the claim that it was taken from: the text names the other's
outlet ("told the Comet", "HANA quoted him as saying"), credits its agency, is a repost of it, or
shares a passage with it. Likeness of meaning is no evidence of a relay.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sayso.link.features import claimer, overlap
from sayso.link.frame import Frame
from sayso.link.reuse import Passage, passages, shared, taken
from sayso.link.sides import own
from sayso.model.document import Document
from sayso.model.relation import Reason, Relation, RelationKind
from sayso.model.span import Evidence, Span


def relays(
    claims: Mapping[str, Sequence[Frame]],
    documents: Sequence[Document],
    among: Collection[str],
) -> Iterator[Relation]:
    """The relays between claims of different documents, of which one is among these claims."""
    known = {document.id: document for document in documents}
    prints = {made: taken(_report(document)) for made, document in known.items()}
    touched = {d for d, some in claims.items() if any(one.claim in among for one in some)}
    for left, right in shared(prints, touched):
        found = passages(left, right, prints)
        for later, earlier in _ordered(known[left], known[right]):
            yield from _copied(claims, later, earlier, found)


def _report(document: Document) -> str:
    """The text with its furniture blanked out, so that places stay."""
    text = document.text
    for item in document.furniture:
        start, end = item.span.start, item.span.end
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _ordered(one: Document, other: Document) -> Iterator[tuple[Document, Document]]:
    """Later and earlier, where what is printed tells which took from which: credit or repost."""
    for later, earlier in ((one, other), (other, one)):
        if credited(later, earlier):
            yield later, earlier
            return


def credited(later: Document, earlier: Document) -> str | None:
    """The credit by which one document names the other's outlet."""
    names = (*later.credits, *filter(None, [later.repost_of]))
    mine = _words(earlier.outlet)
    return next((name for name in names if mine and _words(name) == mine), None)


def _words(name: str | None) -> frozenset[str]:
    return own([name], lambda _words: None) if name else frozenset()


def _copied(
    claims: Mapping[str, Sequence[Frame]],
    later: Document,
    earlier: Document,
    found: Sequence[Passage],
) -> Iterator[Relation]:
    for one in claims.get(later.id, ()):
        for other in claims.get(earlier.id, ()):
            passage = _of(one, other, later, found)
            if passage and claimer.same(one, other) and overlap.jaccard(one, other) > 0.3:
                yield Relation.make(
                    RelationKind.RELAYS,
                    one.claim,
                    other.claim,
                    0.9,
                    _reasons(later, earlier, passage),
                )


def _of(one: Frame, other: Frame, later: Document, found: Sequence[Passage]) -> Passage | None:
    """The shared passage that touches both claims."""
    for passage in found:
        mine, theirs = passage.left, passage.right
        if mine.document != later.id:
            mine, theirs = theirs, mine
        if _touches(one, mine) and _touches(other, theirs):
            return Passage(mine, theirs, passage.words)
    return None


def _touches(one: Frame, words: Evidence) -> bool:
    return Span(one.place.start, one.place.end).overlaps(words.span)


def _reasons(later: Document, earlier: Document, passage: Passage) -> tuple[Reason, ...]:
    credit = f"{later.outlet or later.source} credits {credited(later, earlier)}"
    text = f"{passage.words} words in a row, with few changes"
    return (
        Reason("credit", 0.9, credit),
        Reason(
            "shared_passage", min(1.0, passage.words / 40), text, (passage.left,), (passage.right,)
        ),
    )
