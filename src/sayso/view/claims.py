"""Who said what, as rows: one for each claim, beside the facts of its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from sayso.model.address import called
from sayso.model.claim import Claim, Entity
from sayso.model.document import When
from sayso.model.relation import Verdict
from sayso.model.span import Evidence
from sayso.view.plain import line


class Printed(Protocol):
    """What a row tells of a document: a `Document`, or whatever knows as much of one."""

    @property
    def source(self) -> str: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def published(self) -> When | None: ...


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, ready to show: every string is safe and stands on one line.

    claimer: a name. standing: role and affiliation, "" where the text gives neither.
    cue: the words that tell of the saying, "" where there are none; cue_class: what kind of act,
    "not deny" where it is negated.
    words: the exact words, in pieces where the text is broken.
    quotation: direct, indirect or mixed. said: when it was said, "" where unknown.
    outlet, published, title: of the document, "" where unknown.
    score: 0 to 1. document, id: for `show` and for links.
    claimer_id, kind: of the claimer as its document has it. place, occasion, medium, addressee: as
    the text has them. parent: id of the claim whose content holds this one. reason: how the claimer
    was found. All of these "" where there is nothing to tell.
    start, end: of the content, in characters of the document's text.
    decision: what a person decided on the claim, "" for nothing.
    """

    id: str
    claimer: str
    standing: str
    cue: str
    cue_class: str
    words: tuple[str, ...]
    quotation: str
    said: str
    outlet: str
    published: str
    title: str
    score: float
    document: str
    claimer_id: str
    kind: str
    place: str
    occasion: str
    medium: str
    addressee: str
    parent: str
    reason: str
    start: int
    end: int
    decision: str = ""

    @property
    def text(self) -> str:
        return " … ".join(self.words)


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """The claims of one document, or of one claimer. heading, note: safe, on one line."""

    heading: str
    note: str
    rows: tuple[ClaimRow, ...]


def claim_row(claim: Claim, document: Printed | None, decision: Verdict | None = None) -> ClaimRow:
    """One claim as a row. Its document may be unknown. decision: what a person said of it."""
    return ClaimRow(
        id=claim.id,
        claimer=line(claim.claimer.name),
        standing=standing(claim.claimer),
        cue=line(claim.cue.text) if claim.cue else "",
        cue_class=("not " if claim.negated else "") + claim.cue_class.value,
        words=tuple(line(part.text) for part in claim.content),
        quotation=claim.attribution.quotation.value,
        said=claim.said.iso if claim.said else "",
        outlet=outlet(document),
        published=document.published.iso if document and document.published else "",
        title=line(document.title or "") if document else "",
        score=claim.attribution.score,
        document=claim.document,
        claimer_id=claim.claimer.id,
        kind=claim.claimer.kind.value,
        place=_words(claim.place),
        occasion=_words(claim.occasion),
        medium=_words(claim.medium),
        addressee=_words(claim.addressee),
        parent=claim.attribution.parent or "",
        reason=line(claim.reason),
        start=claim.content[0].span.start if claim.content else 0,
        end=claim.content[-1].span.end if claim.content else 0,
        decision=decision.value if decision else "",
    )


def claim_rows(
    claims: Iterable[Claim],
    documents: Mapping[str, Printed],
    decided: Mapping[str, Verdict] = MappingProxyType({}),
) -> tuple[ClaimRow, ...]:
    """Claims as rows, in their order. documents: by id. decided: what people said of claims."""
    return tuple(
        claim_row(claim, documents.get(claim.document), decided.get(claim.id)) for claim in claims
    )


def by_document(rows: Iterable[ClaimRow]) -> tuple[ClaimGroup, ...]:
    """Rows under their documents, in the order in which the documents first come up."""
    grouped: dict[str, list[ClaimRow]] = {}
    for row in rows:
        grouped.setdefault(row.document, []).append(row)
    return tuple(_document_group(group) for group in grouped.values())


def by_claimer(rows: Iterable[ClaimRow]) -> tuple[ClaimGroup, ...]:
    """Rows under their claimers; first those whom most outlets let speak, then most often."""
    grouped: dict[str, list[ClaimRow]] = {}
    for row in rows:
        grouped.setdefault(row.claimer.casefold(), []).append(row)
    groups = sorted(grouped.values(), key=lambda group: (-len(_places(group)), -len(group)))
    return tuple(_claimer_group(group) for group in groups)


def standing(entity: Entity) -> str:
    """ "Foreign Minister, France", as far as the text tells; "" where the name tells it itself
    ("a spokesman of the ministry")."""
    told = ", ".join(line(part) for part in (entity.role, entity.affiliation) if part)
    return "" if set(told.replace(",", "").split()) <= set(entity.name.split()) else told


def outlet(document: Printed | None) -> str:
    """The outlet's name; where it is unknown, the name of the file or the site."""
    if document is None:
        return ""
    return line(document.outlet or called(document.source))


def _words(evidence: Evidence | None) -> str:
    return line(evidence.text) if evidence else ""


def _document_group(rows: Sequence[ClaimRow]) -> ClaimGroup:
    first = rows[0]
    heading = " · ".join(part for part in (first.outlet, first.published, first.title) if part)
    return ClaimGroup(heading, first.document, tuple(rows))


def _claimer_group(rows: Sequence[ClaimRow]) -> ClaimGroup:
    standings = Counter(row.standing for row in rows if row.standing)
    heading = max((row.claimer for row in rows), key=lambda name: sum(c.isupper() for c in name))
    note = standings.most_common(1)[0][0] if standings else ""
    return ClaimGroup(heading, note, tuple(rows))


def _places(rows: Iterable[ClaimRow]) -> frozenset[str]:
    return frozenset(row.document for row in rows)
