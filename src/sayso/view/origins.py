"""Utterances that are reported more than once: each report with its way and its wording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.link.groups import Group, Way, groups, independent, ways
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.relation import Relation, Verdict
from sayso.view.against import Part, against
from sayso.view.claims import ClaimRow, claim_row
from sayso.view.plain import line


@dataclass(frozen=True, slots=True)
class ReportOf:
    """One report of an utterance.

    chain: from the mouth to the page. origin: the one that heard it. echo: whether another report
    before it has the same origin. again: whether one before it stands in the same document.
    parts: its words, with what the fullest report has not or has otherwise marked.
    missing: words that only the fullest report has.
    """

    row: ClaimRow
    chain: tuple[str, ...]
    origin: str
    echo: bool
    again: bool
    parts: tuple[Part, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One utterance. reports: in the order of printing. fullest: its place among them.

    id: for anchors. independent: how many heard it for themselves.
    weakest, weakest_score, reasons: the tie without which these would be two groups, and why it is
    there, in sentences.
    """

    id: str
    claimer: str
    standing: str
    reports: tuple[ReportOf, ...]
    fullest: int
    independent: int
    weakest: str
    weakest_score: float
    reasons: tuple[str, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Each outlet that carries it, once."""
        return tuple(dict.fromkeys(report.row.outlet for report in self.reports))

    @property
    def documents(self) -> int:
        """How many documents carry it."""
        return len({report.row.document for report in self.reports})


def origin_rows(
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    relations: Sequence[Relation],
    decided: Mapping[str, Verdict],
) -> tuple[OriginRow, ...]:
    """All of them, those with most origins first, then those with most reports.

    claims: by id, in the order of printing. documents: by id.
    """
    inside = _among(relations)
    found = []
    for group in groups(list(claims), relations, decided):
        told = tuple(claims[made] for made in group.claims)
        ties = [tie for made in group.claims for tie in inside.get(made, ())]
        found.append(_row(group, told, ways(told, documents, ties), documents))
    return tuple(sorted(found, key=lambda one: (-one.independent, -len(one.reports))))


def _among(relations: Iterable[Relation]) -> Mapping[str, list[Relation]]:
    """Relations by their left claim."""
    found: dict[str, list[Relation]] = {}
    for one in relations:
        found.setdefault(one.left, []).append(one)
    return found


def _row(
    group: Group, told: Sequence[Claim], found: Sequence[Way], documents: Mapping[str, Document]
) -> OriginRow:
    fullest = max(range(len(told)), key=lambda n: (len(told[n].text), -n))
    rows = [claim_row(claim, documents.get(claim.document)) for claim in told]
    pages = [row.document for row in rows]
    named = max(rows, key=lambda row: (bool(row.standing), row.kind != "unnamed"))
    return OriginRow(
        id="g" + told[0].id[1:],
        claimer=named.claimer,
        standing=named.standing,
        reports=tuple(
            _report(rows[n], found[n], one, told[fullest], again=pages[n] in pages[:n])
            for n, one in enumerate(told)
        ),
        fullest=fullest,
        independent=independent(found),
        weakest=group.weakest.id,
        weakest_score=group.weakest.score,
        reasons=tuple(line(reason.detail) for reason in group.weakest.reasons),
    )


def _report(row: ClaimRow, way: Way, claim: Claim, fullest: Claim, *, again: bool) -> ReportOf:
    theirs, mine = against(fullest, claim) if claim is not fullest else ((), _whole(row))
    missing = tuple(part.text.strip() for part in theirs if part.change == "only")
    chain = tuple(line(hop) for hop in way.chain)
    return ReportOf(row, chain, line(way.origin), way.echo, again, mine, missing)


def _whole(row: ClaimRow) -> tuple[Part, ...]:
    """The words of a claim without a mark."""
    parts = [Part(words, "same") for words in row.words]
    return tuple(p for part in parts for p in (Part(" … ", "gap"), part))[1:]
