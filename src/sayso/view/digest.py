"""What is new in a case since a moment: claims, denials, origins, edits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.model import wire
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.trace import Problem
from sayso.view.changes import Change
from sayso.view.claims import ClaimGroup, ClaimRow, by_document, claim_row
from sayso.view.links import LinkRow
from sayso.view.plain import line
from sayso.view.versions import Edit


@dataclass(frozen=True, slots=True)
class Gained:
    """An utterance that more have heard for themselves than before.

    before, after: how many. reports: those known before, first; new: ids of the new ones.
    """

    before: int
    after: int
    reports: tuple[ClaimRow, ...]
    new: frozenset[str]


@dataclass(frozen=True, slots=True)
class Edited:
    """A page that was edited. page: without scheme. silent: it does not say so.

    changes: words before and after, with those around them, safe and on one line.
    """

    page: str
    silent: bool
    notice: str
    changes: tuple[Change, ...]
    edit: Edit


@dataclass(frozen=True, slots=True)
class Digest:
    """What came since a moment. Words are safe and stand on one line.

    since, until: ISO times. documents: how many came.
    claims: the new ones, under their documents; what an edited page said before is not new.
    denials: ties of kind "denies" with a new claim. gained: see there. edits: see there.
    gone: pages that are no longer there, with the time. problems: met on the way.
    """

    since: str
    until: str
    documents: int = 0
    claims: tuple[ClaimGroup, ...] = ()
    denials: tuple[LinkRow, ...] = ()
    gained: tuple[Gained, ...] = ()
    edits: tuple[Edited, ...] = ()
    gone: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def quiet(self) -> bool:
        """Whether nothing changed."""
        return not (self.documents or self.denials or self.gained or self.edits or self.gone)

    @property
    def count(self) -> int:
        """How many claims are new."""
        return sum(len(group.rows) for group in self.claims)

    def shape(self) -> dict[str, Any]:
        """As JSON. Claims and relations by id: the ledger has them in full."""
        return {
            "type": "digest",
            "since": self.since,
            "until": self.until,
            "documents": self.documents,
            "claims": [row.id for group in self.claims for row in group.rows],
            "denials": [row.id for row in self.denials],
            "gained": [
                {
                    "before": one.before,
                    "after": one.after,
                    "claims": [row.id for row in one.reports],
                    "new": [row.id for row in one.reports if row.id in one.new],
                }
                for one in self.gained
            ],
            "edits": [one.edit.shape(one.page) for one in self.edits],
            "gone": [{"url": url, "at": at} for url, at in self.gone],
            "problems": [wire.problem(problem) for problem in self.problems],
        }


def new_claims(claims: Iterable[Claim], edits: Iterable[tuple[str, Edit]]) -> list[Claim]:
    """Those of these claims that the page did not make before."""
    said_before = set[str]()
    for _, edit in edits:
        new = {claim.id for claim in edit.new}
        said_before |= {made for made in edit.claims_after if made not in new}
    return [claim for claim in claims if claim.id not in said_before]


def grouped(claims: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[ClaimGroup, ...]:
    """Claims as rows under their documents."""
    return by_document(claim_row(claim, documents.get(claim.document)) for claim in claims)


def edited(page: str, edit: Edit) -> Edited:
    """An edit, ready to show."""
    changes = tuple(
        replace(
            change,
            before=line(change.before),
            after=line(change.after),
            lead=line(change.lead),
            tail=line(change.tail),
        )
        for change in edit.changes
    )
    return Edited(line(page), edit.silent, line(edit.notice or ""), changes, edit)


def gained(
    before: int,
    after: int,
    claims: Sequence[Claim],
    new: frozenset[str],
    documents: Mapping[str, Document],
) -> Gained:
    """An utterance that gained an origin, ready to show."""
    ordered = sorted(claims, key=lambda claim: claim.id in new)
    rows = dict[tuple[str, str, str], ClaimRow]()
    for claim in ordered:
        row = claim_row(claim, documents.get(claim.document))
        rows.setdefault((row.claimer, row.text, row.outlet), row)  # once for two versions of a page
    return Gained(before, after, tuple(rows.values()), new & {claim.id for claim in claims})
