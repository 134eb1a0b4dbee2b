"""What a case gives when asked to be seen: wording, coverage, timeline, side by side.

Each question reads what it needs, once, and hands it to the view, which knows no case.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.link.groups import Group, groups
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.errors import UnknownNameError, UsageError
from sayso.model.relation import Relation, Verdict
from sayso.store import ClaimQuery, Store, folded, folded_words, undisturbed
from sayso.versions import older

if TYPE_CHECKING:
    from sayso.view.coverage import CoveragePage
    from sayso.view.side_by_side import ClaimsPage, DocumentsPage
    from sayso.view.timeline import TimelinePage
    from sayso.view.wording import WordingPage

_MANY = 4000  # pairs of claims: of more, not every two are compared
NAME = 0.5  # score: a mention below is no name to count


@dataclass(frozen=True, slots=True)
class Seen:
    """What views look at. documents, claims: in the order of printing; of a page with several
    versions the newest alone, and no claims that people rejected. relations: between these, and
    not rejected. groups: claims that report one utterance."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    groups: tuple[Group, ...]

    def pairs(self) -> list[tuple[Claim, Claim]]:
        """Claims of different documents that report one utterance: every two, in a large case each
        with the first of its group only."""
        known = {claim.id: claim for claim in self.claims}
        small = sum(len(group.claims) ** 2 for group in self.groups) < _MANY
        two = (pair for group in self.groups for pair in _two(group.claims, every=small))
        return [
            (known[one], known[other])
            for one, other in two
            if known[one].document != known[other].document
        ]


def _two(claims: Sequence[str], *, every: bool) -> Iterable[tuple[str, str]]:
    return combinations(claims, 2) if every else ((claims[0], other) for other in claims[1:])


def seen(store: Store) -> Seen:
    """All of a case, as views look at it."""
    claims = [claim for claim, _ in store.claims(ClaimQuery(standing=True))]
    return of(store.documents(), claims, store.relations(bare=True), store.verdicts(), older(store))


def of(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    relations: Sequence[Relation],
    decided: Mapping[str, Verdict],
    older: Collection[str],
) -> Seen:
    """The same of what was read. claims: that nobody rejected. older: ids of the documents that
    are earlier versions of a page."""
    counted = tuple(claim for claim in claims if claim.document not in older)
    ids = {claim.id for claim in counted}
    kept = tuple(
        one
        for one in relations
        if one.left in ids and one.right in ids and decided.get(one.id) is not Verdict.REJECTED
    )
    grouped = groups([claim.id for claim in counted], relations, decided)
    return Seen(tuple(one for one in documents if one.id not in older), counted, kept, grouped)


@undisturbed()
def wording(store: Store, words: Sequence[str] = (), outlet: str | None = None) -> WordingPage:
    """Who calls what by which name; with words, only these.

    outlet: only those with these words in their names. Raises UnknownNameError where none has,
    UsageError for words without a letter.
    """
    from sayso.view.wording import asked_page, wording_page

    for word in words:
        if not folded_words(word):
            raise UsageError(f"no word in {word!r}")
    what = seen(store)
    if words:
        page = asked_page(what.documents, what.claims, words)
    else:
        mentions = store.names(NAME)
        page = wording_page(what.documents, what.claims, what.pairs(), mentions)
    return page if outlet is None else page.only(_outlets(page.outlets, outlet))


@undisturbed()
def coverage(store: Store, *, everything: bool = True) -> CoveragePage:
    """Who carries what was said, and who could have and did not.

    everything: also what one document alone carries and no other could have.
    """
    from sayso.view.coverage import coverage_page

    what = seen(store)
    return coverage_page(
        what.documents, what.claims, what.groups, what.relations, everything=everything
    )


@undisturbed()
def timeline(store: Store) -> TimelinePage:
    """When it happened, when it was said, when it was printed."""
    from sayso.view.timeline import timeline_page

    what = seen(store)
    return timeline_page(what.documents, what.claims, what.groups)


def side_by_side(store: Store, names: Sequence[str]) -> ClaimsPage | DocumentsPage:
    """Claims, or documents, in columns. names: of either; ids, or the beginnings of ids.

    Raises UsageError for fewer than two or some of each, UnknownNameError.
    """
    if len(set(names)) < 2:
        raise UsageError("give two claims or more, or two documents or more")
    claims = [_claim(store, name) for name in names]
    if all(claims):
        from sayso.view.side_by_side import claims_page

        found = [claim for claim in claims if claim]
        known = store.documents(sorted({claim.document for claim in found}))
        return claims_page(found, {document.id: document for document in known})
    if any(claims):
        raise UsageError("give claims or documents, not some of each")
    return _documents(store, [store.document(name) for name in names])


def _documents(store: Store, documents: Sequence[Document]) -> DocumentsPage:
    from sayso.view.side_by_side import documents_page

    queries = (ClaimQuery(document=document.id) for document in documents)
    claims = {claim.id: claim for query in queries for claim, _ in store.claims(query)}
    decided = store.verdicts()
    grouped = groups(list(claims), store.relations(bare=True), decided)
    return documents_page(documents, claims, grouped)


def _claim(store: Store, name: str) -> Claim | None:
    """The claim with that id; None where no claim's begins so. Raises UsageError for several."""
    found = store.claims(ClaimQuery(id=name)) if name else []
    if len(found) > 1:
        raise UsageError(f"{name!r} begins the ids of {len(found)} claims; give more of it")
    return found[0][0] if found else None


def _outlets(known: Iterable[str], name: str) -> Collection[str]:
    words = folded_words(name)
    found = [one for one in known if all(word in folded(one) for word in words)]
    if not words or not found:
        raise UnknownNameError(f"no outlet is called {name!r}; there are {', '.join(known)}")
    return found
