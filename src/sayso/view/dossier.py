"""A story on one page: everything that a report of a case shows, without markup.

The same case gives the same page: nothing here looks at a clock.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.model.actor import Actor
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.relation import Decision, Relation, Verdict
from sayso.model.trace import Problem, Run
from sayso.view.claims import ClaimRow, claim_row, outlet
from sayso.view.coverage import CoveragePage
from sayso.view.disputes import Cast, Dispute, cast, disputes, open_denials, party
from sayso.view.document import DocumentPage, document_page
from sayso.view.links import LinkRow, link_rows
from sayso.view.origins import OriginRow, origin_rows
from sayso.view.plain import line
from sayso.view.timeline import TimelinePage
from sayso.view.who import ActorRow
from sayso.view.wording import WordingPage

UNSURE, UNSURE_TIE = 0.6, 0.7
"""Below these scores a claim or a merge, and a tie, count as unsure."""


@dataclass(frozen=True, slots=True)
class Source:
    """Everything a dossier is made of, as the case holds it.

    documents, claims: in the order of printing. makers: of the claims, by claim id.
        Claims that people rejected are not among them.
    relations: with those that people rejected. decided: the last verdict on each, by id.
    older: documents that are earlier versions of a page, each with the newest one; by id.
    """

    name: str
    documents: Sequence[Document]
    claims: Sequence[Claim]
    makers: Mapping[str, str]
    relations: Sequence[Relation]
    actors: Sequence[Actor]
    decisions: Sequence[Decision]
    problems: Sequence[Problem]
    runs: Sequence[Run]
    older: Mapping[str, str] = field(default_factory=dict)

    @property
    def decided(self) -> dict[str, Verdict]:
        latest = {decision.subject: decision.verdict for decision in self.decisions}
        return {made: told for made, told in latest.items() if told is not Verdict.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report of the story. number: in the dossier. page: its text. rows: its claims, in the
    order of the text, as the text numbers them. newer: the number of the newest version of its
    page, where it is an earlier one: it is in no count but its own."""

    number: int
    outlet: str
    published: str
    title: str
    credits: str
    sha256: str
    page: DocumentPage
    rows: tuple[ClaimRow, ...]
    newer: int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks. claims: those reported, as pairs of number in the dossier and id."""

    row: ActorRow
    claims: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Doubts:
    """What sayso is unsure of.

    claims: with a low score, the least sure first. nobody: how many claims no one is named for.
    ties: with a low score and no decision. denials: of which it is not known what they deny.
    merges: names taken for one on weak ground: claimer, sentence, score. undated, unnamed: reports
    without date, without outlet.
    """

    claims: tuple[ClaimRow, ...]
    nobody: int
    ties: tuple[LinkRow, ...]
    denials: tuple[ClaimRow, ...]
    merges: tuple[tuple[str, str, float], ...]
    undated: tuple[ReportPage, ...]
    unnamed: tuple[ReportPage, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A story.

    name: of the case. first, last: dates of printing, "" where unknown. speakers: those with most
    claims first. numbers: the place of each claim, "3.12": report 3, claim 12.
    mirrors: one tie for each pair of utterances. decisions: what people decided, first to last.
    makers: what found the claims, with how many. runs: what changed the case, first to last.
    """

    name: str
    reports: tuple[ReportPage, ...]
    speakers: tuple[Speaker, ...]
    disputes: tuple[Dispute, ...]
    origins: tuple[OriginRow, ...]
    mirrors: tuple[LinkRow, ...]
    wording: WordingPage
    coverage: CoveragePage
    timeline: TimelinePage
    doubts: Doubts
    problems: tuple[Problem, ...]
    decisions: tuple[Decision, ...]
    ties: tuple[tuple[str, int], ...]
    makers: tuple[tuple[str, int], ...]
    runs: tuple[Run, ...]
    numbers: Mapping[str, str]

    @property
    def claims(self) -> int:
        return sum(len(report.rows) for report in self.reports)

    @property
    def shared(self) -> int:
        """How many utterances stand in several reports."""
        return sum(one.documents > 1 for one in self.origins)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Each outlet once, in the order of printing."""
        return tuple(dict.fromkeys(report.outlet for report in self.reports))

    @property
    def first(self) -> str:
        return min(self._dates, default="")

    @property
    def last(self) -> str:
        return max(self._dates, default="")

    @property
    def _dates(self) -> list[str]:
        return [report.published for report in self.reports if report.published]


def dossier(
    source: Source, wording: WordingPage, coverage: CoveragePage, timeline: TimelinePage
) -> Dossier:
    """The dossier of a case. The three pages are of the same case."""
    reports = _reports(source)
    numbers = {row.id: f"{r.number}.{n}" for r in reports for n, row in enumerate(r.rows, 1)}
    links, origins, found = ties(source)
    return Dossier(
        name=line(source.name),
        reports=reports,
        speakers=_speakers(source.actors, reports, numbers, cast(source.actors)),
        disputes=found,
        origins=origins,
        mirrors=tuple(_mirrors(links, origins)),
        wording=wording,
        coverage=coverage,
        timeline=timeline,
        doubts=_doubts(source, reports, links),
        problems=tuple(source.problems),
        decisions=tuple(source.decisions),
        ties=tuple(Counter(one.kind for one in links).most_common()),
        makers=tuple(Counter(source.makers.values()).most_common()),
        runs=tuple(source.runs),
        numbers=numbers,
    )


def ties(
    source: Source,
) -> tuple[tuple[LinkRow, ...], tuple[OriginRow, ...], tuple[Dispute, ...]]:
    """The ties of a case that nobody rejected, its utterances and its disputes. Of a page with
    several versions the newest speaks."""
    documents = {document.id: document for document in source.documents}
    claims = {one.id: one for one in source.claims if one.document not in source.older}
    decided = source.decided
    kept = [one for one in source.relations if decided.get(one.id) is not Verdict.REJECTED]
    links = link_rows(kept, claims, documents, decided)
    origins = origin_rows(claims, documents, source.relations, decided)
    return links, origins, disputes(links, origins, cast(source.actors))


def _reports(source: Source) -> tuple[ReportPage, ...]:
    standing = defaultdict[str, list[Claim]](list)
    for claim in source.claims:
        standing[claim.document].append(claim)
    numbers = {one.id: n for n, one in enumerate(source.documents, 1)}
    newer = {made: numbers[newest] for made, newest in source.older.items()}
    return tuple(
        replace(_report(numbers[one.id], one, standing[one.id]), newer=newer.get(one.id))
        for one in source.documents
    )


def _report(number: int, document: Document, claims: Sequence[Claim]) -> ReportPage:
    page = document_page(document, claims)
    rows = {claim.id: claim_row(claim, document) for claim in claims}
    order = [begin.claim for piece in page.pieces for begin in piece.begins]
    credited = ", ".join(map(line, document.credits))
    repost = f"repost of {line(document.repost_of)}" if document.repost_of else ""
    return ReportPage(
        number=number,
        outlet=outlet(document),
        published=document.published.iso if document.published else "",
        title=line(document.title or ""),
        credits="; ".join(filter(None, (credited, repost))),
        sha256=document.sha256,
        page=page,
        rows=tuple(rows[made] for made in order),
    )


def _speakers(
    actors: Iterable[Actor], reports: Iterable[ReportPage], numbers: Mapping[str, str], who: Cast
) -> tuple[Speaker, ...]:
    said = defaultdict[str, list[tuple[str, str]]](list)
    for report in reports:
        for row in report.rows:
            said[party(row, who).id].append((numbers[row.id], row.id))
    rows = {row.id: row for row in who.values()}
    known = (rows[actor.entity.id] for actor in actors if actor.entity.id in rows)
    return tuple(Speaker(row, tuple(said[row.id])) for row in known)


def _mirrors(links: Iterable[LinkRow], origins: Iterable[OriginRow]) -> Iterable[LinkRow]:
    """Of several ties between the reports of two utterances, the surest."""
    home = {report.row.id: origin.id for origin in origins for report in origin.reports}
    seen = set[frozenset[str]]()
    for one in sorted(links, key=lambda link: (-link.score, link.id)):
        pair = frozenset(home.get(row.id, row.id) for row in (one.left, one.right))
        if one.kind == "mirrors" and pair not in seen:
            seen.add(pair)
            yield one


def _doubts(source: Source, reports: Sequence[ReportPage], links: Iterable[LinkRow]) -> Doubts:
    rows = [row for report in reports for row in report.rows]
    low = sorted((row for row in rows if row.score < UNSURE), key=lambda row: row.score)
    weak = (one for one in links if one.score < UNSURE_TIE and not one.decision)
    merges = (
        (line(actor.entity.name), line(merge.reason.detail), merge.reason.score)
        for actor in source.actors
        for merge in actor.merges
        if merge.reason.score < UNSURE
    )
    named = {document.id for document in source.documents if document.outlet}
    rejected = {made for made, verdict in source.decided.items() if verdict is Verdict.REJECTED}
    standing = (one for one in source.relations if one.id not in rejected)
    denials = {claim.id for claim in open_denials(source.claims, standing)}
    return Doubts(
        claims=tuple(low),
        nobody=sum(row.kind == "unnamed" for row in rows),
        ties=tuple(sorted(weak, key=lambda one: one.score)),
        denials=tuple(row for row in rows if row.id in denials),
        merges=tuple(sorted(merges, key=lambda one: one[2])),
        undated=tuple(report for report in reports if not report.published),
        unnamed=tuple(report for report in reports if report.page.id not in named),
    )
