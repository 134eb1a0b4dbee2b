"""The versions of the pages of a case."""

from __future__ import annotations

from collections import defaultdict

from sayso.model.address import page_of, page_of_document
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.errors import UnknownNameError
from sayso.store import ClaimQuery, Store
from sayso.store.evidence import Sighting
from sayso.view import versions as view
from sayso.view.changes import key_of, same_report
from sayso.view.versions import PageHistory, history, pages


def versions(store: Store, address: str | None = None) -> list[PageHistory]:
    """The pages that were seen with more than one text; or that page, also with a single one.

    Raises UnknownNameError where no document shows the page.
    """
    found = pages(store.sightings())
    if address is not None:
        wanted = page_of(address)
        if wanted not in found:
            raise UnknownNameError(f"no document of this case shows {address}")
        found = {wanted: found[wanted]}
    else:
        found = {page: some for page, some in found.items() if len(some) > 1}
    made = [_history(store, page, some) for page, some in sorted(found.items())]
    return [one for one in made if address is not None or one.edits]


def older(store: Store) -> dict[str, str]:
    """Documents that are earlier versions of a page that the case has newer: by id, with the id of
    the newest. A page that was seen twice is one report, and its newest version speaks."""
    found = [some for some in pages(store.sightings()).values() if _many(some)]
    ids = sorted({one.document for some in found for one in some})
    documents = {one.id: one for one in store.documents(ids)} if ids else {}
    return view.older(found, documents)


def _many(some: list[Sighting]) -> bool:
    return len({one.document for one in some}) > 1


def _history(store: Store, page: str, found: list[Sighting]) -> PageHistory:
    ids = list(dict.fromkeys(one.document for one in found))
    documents = {document.id: document for document in store.documents(ids)}
    claims = defaultdict[str, list[Claim]](list)
    for made in ids:
        claims[made] += [claim for claim, _ in store.claims(ClaimQuery(document=made))]
    return history(page, found, documents, claims, _Shown(store))


class _Shown:
    """All words that the page of a document shows; of those asked for last, kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept = dict[str, str]()

    def __call__(self, document: Document) -> str:
        from sayso.read.everything import words_shown

        if document.id not in self._kept:
            if len(self._kept) > 1:
                self._kept.pop(next(iter(self._kept)))
            self._kept[document.id] = key_of(words_shown(self._store.original(document)))
        return self._kept[document.id]


class Latest:
    """The last version of each page, so that what did not change is not kept again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pages: dict[str, str] | None = None

    def same(self, document: Document, address: str) -> str | None:
        """The id of the last version of the same page, where that says the same."""
        known = self._known.get(_page(document, address))
        if known is None:
            return None
        (earlier,) = self._store.documents([known])
        return known if same_report(earlier, document) else None

    def see(self, document: str, address: str) -> None:
        """Take note of the version that an address shows now. document: id."""
        if self._pages is not None:
            (shown,) = self._store.documents([document])
            self._pages[_page(shown, address)] = document

    @property
    def _known(self) -> dict[str, str]:
        if self._pages is None:
            found = pages(self._store.sightings())
            self._pages = {page: some[-1].document for page, some in found.items()}
        return self._pages


def _page(document: Document, address: str) -> str:
    return page_of_document(document.url, address) or address
