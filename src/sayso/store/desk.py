"""A case read as the desk reads it: a page at a time, whatever its size."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.correction import Correction, Deed, Remark
from sayso.model.document import Document, KnownFrom, When
from sayso.model.relation import Relation, RelationKind, Verdict
from sayso.model.trace import Maker
from sayso.store import claims, documents, facets, ledger, people, relations, ties, trace, words
from sayso.store.case_file import Store
from sayso.store.facets import Facets, Tally
from sayso.store.ledger import Found, LedgerQuery
from sayso.store.people import Dispute, Person
from sayso.store.query import ClaimQuery
from sayso.store.ties import Queue, TieQuery, Waiting

_REPORTS = """
SELECT documents.id, outlet, title, published, language, ifnull(arrivals.at, ''),
    (SELECT min(source) FROM sources WHERE document = documents.id),
    (SELECT count(*) FROM ledger WHERE document = documents.id)
FROM documents LEFT JOIN arrivals ON arrivals.document = documents.id
"""


@dataclass(frozen=True, slots=True)
class Report:
    """A document without its text. at: when it came in, "" if that is unknown. claims: how many."""

    id: str
    outlet: str | None
    title: str | None
    published: str | None
    language: str
    at: str
    source: str
    claims: int


@dataclass(frozen=True, slots=True)
class Head:
    """What a table tells of a document, without its text. Fields as of a `Document`."""

    id: str
    source: str
    outlet: str | None
    title: str | None
    published: When | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """How much there is in a case. outlets: with a name. first, last: dates of printing."""

    documents: int
    claims: int
    claimers: int
    outlets: int
    ties: int
    problems: int
    first: str | None
    last: str | None


class Desk(Store):
    """Questions whose answers stay small. See the modules that answer them."""

    def version(self) -> int:
        """A number that goes up with every change but remarks."""
        return trace.version(self._database)

    def findings(self) -> int:
        """A number that goes up with every change but decisions and remarks."""
        return trace.findings(self._database)

    def state(self) -> tuple[int, int]:
        """Numbers of which one goes up with every change."""
        row = self._database.one("SELECT ifnull(max(key), 0) FROM remarks")
        return self.version(), row[0] if row else 0

    def numbers(self) -> Numbers:
        """How much there is."""
        row = self._database.one(
            """SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM ledger),
                (SELECT count(*) FROM actors), (SELECT count(DISTINCT outlet) FROM documents),
                (SELECT count(*) FROM relations), (SELECT count(*) FROM problems),
                (SELECT min(published) FROM documents), (SELECT max(published) FROM documents)"""
        )
        return Numbers(*(row or (0, 0, 0, 0, 0, 0, None, None)))

    def settled(self) -> bool:
        """Whether every document is analysed, claimers are joined, and claims linked, as they are
        now; not so after a kill or a correction."""
        row = self._database.one(
            """SELECT NOT EXISTS (
                SELECT 1 FROM documents WHERE id NOT IN (SELECT document FROM analyses))
            AND ((EXISTS (SELECT 1 FROM joinings) AND EXISTS (SELECT 1 FROM linkings)
                AND NOT EXISTS (SELECT 1 FROM linked WHERE tied = 0)
                AND NOT EXISTS (  -- the latest are linked last
                    SELECT 1 FROM (SELECT key FROM claims ORDER BY key DESC LIMIT 200)
                    WHERE key NOT IN (SELECT claim FROM linked)))
                OR NOT EXISTS (SELECT 1 FROM claims))"""
        )
        return bool(row and row[0])

    def report_page(
        self, offset: int = 0, limit: int = 50, since: str | None = None
    ) -> list[Report]:
        """Documents, oldest first; or the latest arrivals since a time, ISO, the latest first."""
        if since is None:
            order = "ORDER BY published IS NULL, published, id LIMIT ? OFFSET ?"
            rows = self._database.rows(_REPORTS + order, (limit, offset))
        else:
            order = "WHERE arrivals.at > ? ORDER BY arrivals.at DESC, id LIMIT ? OFFSET ?"
            rows = self._database.rows(_REPORTS + order, (since, limit, offset))
        return [Report(*row) for row in rows]

    def heads(self, ids: Iterable[str]) -> dict[str, Head]:
        """What tables tell of documents, by id."""
        rows = self._database.rows(
            """SELECT id, (SELECT min(source) FROM sources WHERE document = documents.id), outlet,
                title, published, published_from
            FROM documents WHERE id IN (SELECT value FROM json_each(?))""",
            (json.dumps(sorted(set(ids))),),
        )
        return {
            made: Head(
                made, source or "", outlet, title, When(day, KnownFrom(how)) if day else None
            )
            for made, source, outlet, title, day, how in rows
        }

    def arrived(self, since: str) -> tuple[int, int]:
        """How many documents have come in since a time, with how many claims."""
        row = self._database.one(
            """SELECT count(*), ifnull(sum((
                SELECT count(*) FROM ledger WHERE document = arrivals.document)), 0)
            FROM arrivals WHERE at > ?""",
            (since,),
        )
        return (row[0], row[1]) if row else (0, 0)

    def claim_page(self, query: LedgerQuery) -> Found:
        """A page of claims."""
        return ledger.page(self._database, query)

    def facets(self, query: LedgerQuery, whole: Callable[[], Tally] | None = None) -> Facets:
        """The counts beside a page of claims. whole: the tally of the query, where it is known."""
        return facets.facets(self._database, query, whole or (lambda: self.tally(query)))

    def tally(self, query: LedgerQuery) -> Tally:
        """What facets are made of, the same as long as `findings` is."""
        return facets.tally(self._database, query)

    def outlets_and_months(self) -> Facets:
        """How many claims each outlet, and each month of printing, has."""
        return facets.outlets_and_months(self._database)

    def all_claims(
        self, query: LedgerQuery, step: int = 1000
    ) -> Iterator[tuple[list[Document], list[tuple[Claim, Maker]]]]:
        """All claims that fit, in order, some at a time, with the documents not given before."""
        keys, seen = ledger.keys(self._database, query), set[str]()
        for at in range(0, len(keys), step):
            with self._database.transaction("BEGIN"):
                found = claims.of_keys(self._database, keys[at : at + step])
            new = {claim.document for claim, _ in found} - seen
            seen |= new
            yield documents.load(self._database, sorted(new)), found

    def claims_by_id(self, ids: Iterable[str]) -> list[tuple[Claim, Maker]]:
        """The claims with these ids, in the order of printing."""
        return claims.of_ids(self._database, ids)

    def plain_claim(self, made: str) -> Claim | None:
        """A claim whose claimer is as its document has it, not as the whole case knows it."""
        row = self._database.one("SELECT document FROM claims WHERE id = ?", (made,))
        query = ClaimQuery(document=row[0] if row else "")
        found = claims.load(self._database, query, joined=False) if row else []
        return next((claim for claim, _ in found if claim.id == made), None)

    def claimer_page(
        self, name: str | None = None, offset: int = 0, limit: int = 50
    ) -> tuple[list[Person], int]:
        """A page of claimers, and how many there are. name: words of one."""
        return people.page(self._database, name, offset, limit)

    def aliases(self, ids: Iterable[str]) -> dict[str, list[str]]:
        """The other names of claimers, by id."""
        return people.aliases(self._database, ids)

    def disputes(self, claimer: str) -> list[Dispute]:
        """With whom a claimer stands in dispute."""
        return people.disputes(self._database, claimer)

    def tie_page(self, query: TieQuery) -> tuple[list[Relation], int]:
        """A page of ties, and how many there are."""
        return ties.page(self._database, query)

    def tie_counts(self) -> dict[tuple[str, str], int]:
        """How many ties there are of each kind and verdict."""
        return ties.counts(self._database)

    def ties_by_id(self, ids: Sequence[str]) -> list[Relation]:
        """The ties with these ids, in the order given."""
        return relations.of_ids(self._database, ids)

    def ties_of(
        self,
        claims: Iterable[str],
        kinds: Iterable[RelationKind] = tuple(RelationKind),
        *,
        bare: bool = False,
    ) -> list[Relation]:
        """The ties that have one of these claims at an end, the surest first. bare: without their
        reasons."""
        return ties.touching(self._database, claims, kinds, bare=bare)

    def ties_state(self, kind: RelationKind) -> int:
        """A number that is another where the ties of a kind are others."""
        return ties.state(self._database, kind)

    def bare_ties(self, kinds: Iterable[RelationKind]) -> list[Relation]:
        """All ties of some kinds, without reasons."""
        return relations.bare(self._database, kinds)

    def queue(self, part: Queue) -> list[Waiting]:
        """What waits for a decision, the least sure first."""
        return ties.queue(self._database, part)

    def waiting(self) -> tuple[int, int]:
        """How many ties and how many claims wait for a decision."""
        return ties.waiting(self._database)

    def verdicts_on(self, subjects: Iterable[str]) -> dict[str, Verdict]:
        """What counts now on these subjects, by id."""
        return relations.verdicts(self._database, subjects)

    def verdicts_on_ties(self) -> dict[str, Verdict]:
        """What counts now on all ties, by id."""
        return relations.verdicts_on_ties(self._database)

    def decided_ties(self) -> dict[str, tuple[str, str, str]]:
        """What each tie that somebody decided on ties, by id: kind, left and right."""
        rows = self._database.rows(
            "SELECT id, kind, left_claim, right_claim FROM decided_relations"
        )
        return {made: (kind, left, right) for made, kind, left, right in rows}

    def corrections(self, document: str | None = None) -> list[Correction]:
        """Every correction, or those in one document, first to last."""
        return words.corrections(self._database, document)

    def corrected(self, claim: str) -> Correction | None:
        """The correction that counts for a claim, by its id as found or as it is now."""
        return words.corrected(self._database, claim)

    def written(self, ids: Iterable[str]) -> set[str]:
        """Which of these claims a person wrote, where nothing had found them."""
        return words.written(self._database, ids)

    def remarks(self) -> list[Remark]:
        """Every bookmark and note that was ever made, first to last."""
        return words.remarks(self._database)

    def remarks_on(self, subjects: Iterable[str] | None = None) -> list[Remark]:
        """The bookmarks and notes that count, or those on these subjects."""
        return words.remarks_on(self._database, subjects)

    def deeds(self, subject: str | None = None, limit: int = 50) -> list[Deed]:
        """What people did last, or did on one subject, the latest first."""
        return words.deeds(self._database, subject, limit)
