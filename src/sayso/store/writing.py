"""The case on disk, to be written: the machine's findings, and people's words beside them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sayso.model.actor import Actor
from sayso.model.document import Document
from sayso.model.errors import EvidenceError
from sayso.model.relation import Decision, Relation
from sayso.model.trace import Maker, Problem, Run
from sayso.store import actors, documents, findings, links, relations, trace
from sayso.store.case_file import Store
from sayso.store.database import Database
from sayso.store.evidence import EvidenceWriter
from sayso.store.findings import Findings
from sayso.store.links import Note
from sayso.store.lock import held
from sayso.store.names import storable
from sayso.store.opening import open_to_write


class Writer(EvidenceWriter, Store):
    """A case to write. Each method is one transaction: it is done, or it never was."""

    def __init__(self, database: Database, run: Run | None = None) -> None:
        super().__init__(database)
        self._run = run
        self._key: int | None = None

    @classmethod
    @contextmanager
    def hold(cls, path: Path, run: Run | None = None) -> Iterator[Self]:
        """The one writer of a case, which is made where there is none.

        run: kept with the first change, and ended when the work ends without an error.
        Raises CaseBusyError at once where another process writes, NotACaseError, CaseFullError.
        """
        with held(path):
            writer = cls(open_to_write(path), run)
            try:
                yield writer
                writer._end()
            finally:
                writer.close()

    def known(self, fingerprint: str) -> str | None:
        """The id of the document that was read from bytes with this fingerprint."""
        select = "SELECT id FROM documents WHERE sha256 = ? ORDER BY id LIMIT 1"
        row = self._database.one(select, (fingerprint,))
        return row[0] if row else None

    def see(self, document: str, source: str) -> None:
        """Note where a document was seen; what was wrong with it is wrong here, too."""
        if documents.has_source(self._database, document, source):
            return
        with self._changing():
            trace.clear_read_problems(self._database, source)
            documents.add_source(self._database, document, source)
            trace.copy_read_problems(self._database, document, source)

    def put(self, document: Document, raw: bytes, problems: Iterable[Problem] = ()) -> bool:
        """Keep a document, its bytes and what was wrong with it; whether it is new."""
        with self._changing():
            trace.clear_read_problems(self._database, document.source)
            new = documents.save(self._database, document, raw)
            trace.save_problems(self._database, problems, "read")
        return new

    def refuse(self, source: str, problems: Iterable[Problem]) -> None:
        """Keep what was wrong with a source that gave no document."""
        found = sorted(map(trace.clean, problems), key=lambda problem: problem.id)
        before = (problem for problem in self.problems(source) if problem.document is None)
        if found == sorted(before, key=lambda problem: problem.id):
            return  # as before: the case stays as it is
        with self._changing():
            trace.clear_read_problems(self._database, source, of_documents=False)
            trace.save_problems(self._database, found, "read")

    def settle(self, source: str, refused: Set[str]) -> None:
        """Forget what was wrong with a source and its parts before, now that all of it was read.

        refused: those with which something is wrong still, as far as they are known.
        """
        still = {storable(name) for name in refused}
        over = [name for name in trace.refused_in(self._database, source) if name not in still]
        if over:
            with self._changing():
                for name in over:
                    trace.clear_read_problems(self._database, name, of_documents=False)

    def pending(self, maker: Maker) -> list[str]:
        """Ids of the documents that this maker has not analysed."""
        return findings.pending(self._database, maker)

    def replace(self, found: Findings, maker: Maker) -> None:
        """Put findings in the place of the earlier ones of their document.

        Raises EvidenceError where they contradict each other, as two claims with one id do.
        """
        try:
            with self._changing():
                findings.replace(self._database, found, maker)
        except sqlite3.IntegrityError as error:
            raise EvidenceError(f"the findings contradict each other: {error}") from error

    def set_aside(self, document: str, problem: Problem) -> None:
        """Keep why a document could not be analysed; it is tried again by the next run."""
        with self._changing():
            findings.clear(self._database, document)
            trace.save_problems(self._database, [problem], "analyse")

    def begin_linking(self, maker: Maker, crowd: int) -> None:
        """Throw away what another maker linked. crowd: claims that may hold a living key."""
        if not links.linked_by(self._database, maker):
            with self._changing():
                links.begin(self._database, maker, crowd)

    def note(self, notes: Sequence[Note]) -> None:
        """Note claims that are new, or said by others than was thought: they have to be tied."""
        with self._changing():
            links.note(self._database, notes)

    def tie(self, ids: Sequence[str], found: Iterable[Relation], maker: Maker) -> None:
        """Keep ties, and that these claims are done."""
        with self._changing():
            links.tie(self._database, ids, found, maker)

    def rule(self, relation: Relation, decision: Decision) -> None:
        """Add a person's word on a relation, which is kept with it."""
        with self._changing():
            links.keep(self._database, relation)
            relations.decide(self._database, decision)

    def join(self, found: Sequence[Actor], maker: Maker) -> None:
        """Put claimers across documents in the place of all earlier ones."""
        with self._changing():
            actors.replace_all(self._database, found, maker)

    def decide(self, decision: Decision) -> None:
        """Add a person's word on a claim or relation. Nothing ever takes it away."""
        with self._changing(judging=True):
            relations.decide(self._database, decision)

    @contextmanager
    def _changing(self, *, judging: bool = False) -> Iterator[None]:
        """A transaction; the first one keeps the run, too. judging: all it adds is a decision."""
        with self._database.transaction():
            key = self._key
            if self._run and key is None:
                key = trace.begin_run(self._database, self._run)
            trace.change(self._database, judging=judging)
            yield
        self._key = key  # only now is it sure to stay

    def _end(self) -> None:
        if self._key is not None:
            with self._database.transaction():
                trace.end_run(self._database, self._key)
