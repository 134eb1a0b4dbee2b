"""A page that was seen with one text and then with another: its versions, and what was edited."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from sayso.model.address import page_of_document
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.store.evidence import Sighting
from sayso.view.changes import Change, Shown, changes, count, edited, same_report

# By these words a page owns up to a change; a date alone ("Updated 5 March") does, too.
_NOTICE = re.compile(
    r"\b(?:correct(?:ion|ed|s)\b|clarif(?:ication|ied|ies)\b|amended\b|updated?\b"
    r"|editor['’]?s['’]? note|(?:an )?earlier version\b|retract(?:ion|ed)\b)",
    re.IGNORECASE,
)
_LONGEST = 400  # characters of a line that is a notice and not the report


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a page. first, last: when it was seen, ISO times; None where that is unknown."""

    document: Document
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """From one version to the next.

    changes: outside of furniture. notice: the line by which the page owns up to a change.
    gone, new: claims that only the earlier or only the later version has. claims_after: ids of all
    that the later one has.
    """

    before: Version
    after: Version
    changes: tuple[Change, ...]
    notice: str | None
    gone: tuple[Claim, ...] = ()
    new: tuple[Claim, ...] = ()
    claims_after: frozenset[str] = frozenset()

    @property
    def silent(self) -> bool:
        """Whether the words changed and the page does not say so."""
        return self.notice is None

    @property
    def added(self) -> int:
        """How many words are new."""
        return sum(count(change.after) for change in self.changes)

    @property
    def removed(self) -> int:
        """How many words are gone."""
        return sum(count(change.before) for change in self.changes)

    def shape(self, page: str) -> dict[str, Any]:
        """As JSON."""
        return {
            "type": "edit",
            "page": page,
            "before": self.before.document.id,
            "after": self.after.document.id,
            "last_seen_before": self.before.last,
            "first_seen_after": self.after.first,
            "silent": self.silent,
            "notice": self.notice,
            "changes": [_change_shape(change) for change in self.changes],
            "claims_gone": [claim.id for claim in self.gone],
            "claims_new": [claim.id for claim in self.new],
        }


@dataclass(frozen=True, slots=True)
class PageHistory:
    """A page with its versions, first to last, and the edits between them."""

    page: str
    versions: tuple[Version, ...]
    edits: tuple[Edit, ...]


def pages(found: Iterable[Sighting]) -> dict[str, list[Sighting]]:
    """The sightings of each page, in the order of time, then of coming."""
    by_page = defaultdict[str, list[Sighting]](list)
    for one in found:
        page = page_of_document(one.canonical, one.address)
        if page is not None:
            by_page[page].append(one)
    for some in by_page.values():
        some.sort(key=lambda one: one.at or one.arrived or "")
    return dict(by_page)


def older(
    by_page: Collection[Sequence[Sighting]], documents: Mapping[str, Document]
) -> dict[str, str]:
    """Documents that are earlier versions of a page, each with the newest version of it.

    by_page: the sightings of each page, as `pages` has them. documents: by id. What is the newest
    of any page is no earlier version, and what has little in common with the newest is a report of
    its own.
    """
    newest = {some[-1].document for some in by_page}
    made = dict[str, str]()
    for some in by_page:
        last = some[-1].document
        for one in {sighting.document for sighting in some} - newest:
            if edited(documents[one], documents[last]):
                made[one] = last
    return made


def history(
    page: str,
    found: Sequence[Sighting],
    documents: Mapping[str, Document],
    claims: Mapping[str, Sequence[Claim]],
    shown: Shown | None = None,
) -> PageHistory:
    """The versions of a page from its sightings. documents: by id; claims: by their document.
    shown: see `changes`."""
    versions = list[Version]()
    for one in found:
        document = documents[one.document]
        if versions and _same(versions[-1].document, document, shown):
            versions[-1] = replace(versions[-1], last=one.at)
        else:
            versions.append(Version(document, one.at, one.at))
    edits = (_edit(before, after, claims, shown) for before, after in pairwise(versions))
    return PageHistory(page, tuple(versions), tuple(edits))


def _same(one: Document, other: Document, shown: Shown | None) -> bool:
    return one.id == other.id or same_report(one, other) or not changes(one, other, shown)


def _edit(
    before: Version,
    after: Version,
    claims: Mapping[str, Sequence[Claim]],
    shown: Shown | None,
) -> Edit:
    mine, theirs = (claims.get(one.document.id, ()) for one in (before, after))
    return Edit(
        before,
        after,
        changes(before.document, after.document, shown),
        _notice(before.document, after.document),
        tuple(_only(mine, theirs)),
        tuple(_only(theirs, mine)),
        frozenset(claim.id for claim in theirs),
    )


def _only(some: Sequence[Claim], others: Sequence[Claim]) -> Iterable[Claim]:
    """Claims that the others do not have in the same words."""
    known = {_words(claim) for claim in others}
    return (claim for claim in some if _words(claim) not in known)


def _words(claim: Claim) -> tuple[str, str]:
    return claim.claimer.name.casefold(), " ".join(claim.text.casefold().split())


def _notice(before: Document, after: Document) -> str | None:
    """A line of the later text that was not there before and tells of a change."""
    known = {line.strip() for line in before.text.splitlines()}
    for line in map(str.strip, after.text.splitlines()):
        if line not in known and len(line) <= _LONGEST and _NOTICE.search(line[:80]):
            return line
    return None


def _change_shape(change: Change) -> dict[str, Any]:
    def side(words: str, place: Any) -> Any:
        return {"start": place.start, "end": place.end, "text": words} if place else None

    return {
        "kind": change.kind,
        "before": side(change.before, change.left),
        "after": side(change.after, change.right),
    }
