"""A story on one screen: its reports, and what those who speak most are reported to have said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim, EntityKind
from sayso.model.document import Document
from sayso.view.claims import ClaimGroup, ClaimRow, by_claimer, claim_rows, outlet
from sayso.view.plain import line


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report. Strings are safe, on one line, "" where unknown; claims: how many it carries."""

    outlet: str
    published: str
    title: str
    claims: int


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks. claims, reports: how much there is of them in all.

    shown: the claims to show, not more than were asked for.
    """

    name: str
    standing: str
    claims: int
    reports: int
    shown: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """reports: by date. voices: first those whom most reports let speak. claims: in all."""

    reports: tuple[ReportRow, ...]
    voices: tuple[Voice, ...]
    claims: int


def overview(
    documents: Sequence[Document], claims: Sequence[Claim], voices: int | None, words: int | None
) -> Overview:
    """The overview of a story; at most so many voices, and of each at most so many claims."""
    known = {document.id: document for document in documents}
    rows = claim_rows([c for c in claims if c.claimer.kind is not EntityKind.UNNAMED], known)
    groups = by_claimer(rows)[:voices]
    return Overview(
        reports=_reports(documents, claims),
        voices=tuple(_voice(group, words) for group in groups),
        claims=len(claims),
    )


def _reports(documents: Iterable[Document], claims: Iterable[Claim]) -> tuple[ReportRow, ...]:
    carried = Counter(claim.document for claim in claims)
    rows = [
        ReportRow(
            outlet=outlet(document),
            published=document.published.iso if document.published else "",
            title=line(document.title or ""),
            claims=carried[document.id],
        )
        for document in documents
    ]
    return tuple(sorted(rows, key=lambda row: (row.published, row.outlet)))


def _voice(group: ClaimGroup, words: int | None) -> Voice:
    reports = len({row.document for row in group.rows})
    chosen = group.rows if words is None else _telling(group.rows, words)
    return Voice(group.heading, group.note, len(group.rows), reports, chosen)


def _telling(rows: Sequence[ClaimRow], limit: int) -> tuple[ClaimRow, ...]:
    """A few claims from as many reports as possible, direct speech first, in their own order."""
    best = sorted(rows, key=_dullness)
    seen = Counter[str]()
    ranked = []
    for row in best:
        ranked.append((seen[row.document], row))
        seen[row.document] += 1
    chosen = [row for _, row in sorted(ranked, key=lambda pair: pair[0])[:limit]]
    return tuple(row for row in rows if row in chosen)


def _dullness(row: ClaimRow) -> tuple[bool, bool, float]:
    """Sorts a good example first: of some length, with words in quotation marks, and sure."""
    return not 30 <= len(row.text) <= 240, row.quotation == "indirect", -row.score
