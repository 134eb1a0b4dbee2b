"""The case on disk, to be read; `writing.py` writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from sayso.model.actor import Actor, Appearance, Ruling
from sayso.model.claim import Claim, Entity
from sayso.model.document import Document
from sayso.model.errors import UnknownNameError
from sayso.model.relation import Decision, Relation, RelationKind, Verdict
from sayso.model.trace import Maker, Problem, Run
from sayso.store import (
    actors,
    check,
    claims,
    documents,
    findings,
    links,
    relations,
    search,
    trace,
    walk,
)
from sayso.store.database import Database
from sayso.store.evidence import EvidenceReader
from sayso.store.opening import open_to_read
from sayso.store.query import ClaimQuery, Hit


class Store(EvidenceReader):
    """A case to read. Each answer is one state of the case, also while another process writes.

    A store belongs to the thread that opened it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path, *, shared: bool = False) -> Self:
        """shared: several threads may use it, one at a time.

        Raises UnknownNameError where there is no file, NotACaseError, CaseVersionError."""
        return cls(open_to_read(path, shared=shared))

    def close(self) -> None:
        self._database.close()

    def documents(self, ids: Sequence[str] | None = None) -> list[Document]:
        """All documents, or those with these ids, oldest first, undated last."""
        return documents.load(self._database, ids)

    def document(self, name: str) -> Document:
        """The document with that id, start of an id, source or file name.

        Raises UnknownNameError, with names that come near; UsageError where there are several.
        """
        try:
            return documents.named(self._database, name)
        except UnknownNameError as error:
            near = search.near(name, search.document_names(self._database))
            raise UnknownNameError(str(error) + _perhaps(near)) from None

    def original(self, document: Document) -> bytes:
        """The bytes of a document, as they were read."""
        return documents.original(self._database, document.sha256)

    def claims(self, query: ClaimQuery | None = None) -> list[tuple[Claim, Maker]]:
        """The claims that fit, each with its maker, in the order of printing and of the text."""
        return claims.load(self._database, query or ClaimQuery())

    def actors(self, ids: Sequence[str] | None = None) -> list[Actor]:
        """Claimers across documents, or those with these ids; those with most claims first.

        Empty until they are joined. Those that nobody could identify are not among them.
        """
        return actors.load(self._database, ids)

    def actor_names(self) -> list[tuple[str, str]]:
        """Every name and alias of a claimer across documents, with the claimer's id."""
        return actors.names(self._database)

    def joined(self, maker: Maker) -> bool:
        """Whether this maker has joined the claimers as they are now."""
        return actors.is_joined(self._database, maker)

    def appearances(self) -> list[Appearance]:
        """The claimers of each document, to be joined."""
        return actors.appearances(self._database)

    def rulings(self) -> list[Ruling]:
        """What people decided on who is who: the last word on each pair, the latest first."""
        return actors.rulings(self._database)

    def names(self, least: float = 0.0) -> list[tuple[str, int]]:
        """Every name that stands in the documents, with how often it was found; not those that
        were found with a lower score."""
        return findings.names(self._database, least)

    def names_near(self, name: str) -> tuple[str, ...]:
        """Claimers whose names come near, for when a question finds nobody."""
        return search.near(name, search.claimer_names(self._database))

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """The best claims, then the best documents; at most `limit` of each. See ClaimQuery for
        what words may be. Raises UsageError where there are none."""
        return search.search(self._database, words, limit)

    def noted(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """For each claim that the linker knows, by id: who is taken to say it, and which claims of
        its document it speaks of."""
        return links.known(self._database)

    def gists(self, ids: Iterable[str]) -> dict[str, tuple[str, bytes, tuple[str, ...]]]:
        """Of these claims what was read out of their words, the vector of their meaning, and which
        claims they speak of."""
        return links.gists(self._database, ids)

    def untied(self, limit: int) -> list[str]:
        """Ids of claims that are still to be compared with those that are done."""
        return links.untied(self._database, limit)

    def partners(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        """Pairs of claims that are worth comparing, the first of them among these."""
        return links.partners(self._database, ids)

    def claimers(self) -> list[tuple[str, str, Entity]]:
        """Every claim's id, its document and who is taken to say it."""
        return claims.claimers(self._database)

    def claims_among(
        self, *, ids: Iterable[str] = (), documents: Iterable[str] = ()
    ) -> list[Claim]:
        """The claims with these ids, or of these documents, in the order of printing."""
        return claims.among(self._database, ids, documents)

    def confirmed(self) -> list[tuple[RelationKind, str, str]]:
        """The ties that people confirmed, that nothing else asserts, and whose claims are there."""
        return links.confirmed(self._database)

    def relations(
        self, kinds: Iterable[RelationKind] = tuple(RelationKind), *, bare: bool = False
    ) -> list[Relation]:
        """All relations of some kinds with their reasons; bare: without them, which is far
        quicker."""
        if bare:
            return relations.bare(self._database, kinds)
        return relations.load(self._database, kinds)

    def still(self) -> AbstractContextManager[None]:
        """As long as it lasts every answer is one state of the case; nothing can be written."""
        return self._database.transaction("BEGIN")

    def reports(self) -> Iterator[walk.Report]:
        """Every document with its claims, one after the other, for cases larger than memory."""
        return walk.reports(self._database)

    def ties(self) -> Iterator[Relation]:
        """Every relation, as `relations` has them, read bit by bit."""
        return walk.ties(self._database)

    def decisions(self, subject: str | None = None) -> list[Decision]:
        """Every decision, or those on one claim or relation, first to last: the last one counts."""
        return relations.decisions(self._database, subject)

    def verdicts(self) -> dict[str, Verdict]:
        """What people decided and did not take back, by the id of what it is on."""
        return relations.verdicts(self._database)

    def problems(self, source: str | None = None) -> list[Problem]:
        """Everything that went wrong, or what went wrong with one source."""
        return trace.problems(self._database, source)

    def runs(self) -> list[Run]:
        """Every run that changed the case; one without an end is under way or was killed."""
        return trace.runs(self._database)

    def size(self) -> tuple[int, int]:
        """How many documents and how many claims there are."""
        select = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM claims)"
        documents, claims = self._database.one(select) or (0, 0)
        return documents, claims

    def check(self) -> Iterator[Problem]:
        """Everything in the case that does not hold; nothing for a sound one."""
        return check.check(self._database)


def _perhaps(names: Sequence[str]) -> str:
    return f"; did you mean {' or '.join(names)}?" if names else ""
