"""Sources into a case: first every document is kept, then each that is new is analysed; last, the
claimers of all documents are joined, and the claims linked.

Reading and analysing commit after each document, so a kill loses the one under way, and both pass
over what is done, so the next run goes on where this one stopped. What was kept and not analysed,
or analysed by another version, is made up for by whatever run comes next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path

from sayso.joining import rejoin
from sayso.linking import relink
from sayso.model.document import Document
from sayso.model.errors import EvidenceError
from sayso.model.trace import Problem
from sayso.pipeline import Analyser, understood
from sayso.read import Reading, find_files, read_file
from sayso.run import Done, Runner
from sayso.store import Findings, Writer

Progress = Callable[[int, int, str], None]
"""Told after each document: how many are done, of how many, and its source. Counts first while
reading, then again while analysing."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What an add did.

    added: documents that are new in the case. unchanged: sources whose bytes were known before.
    analysed: documents in which claims were sought; claims: how many were found in them.
    problems: all that is wrong with the sources, also where that was known before.
    """

    added: int = 0
    unchanged: int = 0
    analysed: int = 0
    claims: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Adding:
    """One add. writer: of the case; analyser: finds the claims; run: where the work happens.
    problems: all that were met so far."""

    writer: Writer
    analyser: Analyser
    run: Runner
    progress: Progress | None = None
    problems: list[Problem] = field(default_factory=list)

    def add(self, sources: Sequence[str]) -> AddReport:
        """Read the sources into the case, then analyse whatever is not analysed yet."""
        unread, unchanged = self._sorted_out(sources)
        kept = list(self._keep(unread))
        found = list(self._analyse())
        rejoin(self.writer)
        relink(self.writer)
        return AddReport(
            added=sum(kept),
            unchanged=unchanged + len(kept) - sum(kept),
            analysed=len(found),
            claims=sum(found),
            problems=tuple(dict.fromkeys(self.problems)),
        )

    def _sorted_out(self, sources: Sequence[str]) -> tuple[list[Path], int]:
        """The files whose bytes are new, and how many are known."""
        unread, known = list[Path](), 0
        for item in find_files(sources):
            if isinstance(item, Problem):
                self._refuse(item.source, (item,))
            elif document := self.writer.known(_fingerprint(item)):
                self.writer.see(document, str(item))
                self.problems += self.writer.problems(str(item))
                known += 1
            else:
                unread.append(item)
        return unread, known

    def _keep(self, unread: Sequence[Path]) -> Iterator[bool]:
        """Read the files; for each document whether it is new."""
        for done, outcome in enumerate(self.run(_reader, unread), start=1):
            source = str(outcome.item)
            if not isinstance(outcome, Done):
                self._refuse(source, (_crash("reading", outcome.why, source),))
            elif outcome.value.document is None:
                self._refuse(source, outcome.value.problems)
            else:
                yield from self._put(outcome.value, outcome.value.document)
            self._tell(done, len(unread), source)

    def _put(self, reading: Reading, document: Document) -> Iterator[bool]:
        try:
            yield self.writer.put(document, reading.raw, reading.problems)
            self.problems += reading.problems
        except EvidenceError as error:
            self._refuse(reading.source, (_crash("reading", str(error), reading.source),))

    def _analyse(self) -> Iterator[int]:
        """Analyse what this analyser has not; for each document how many claims it holds."""
        pending = self.writer.pending(self.analyser.maker)
        outcomes = self.run(self.analyser.load, self._to_analyse(pending))
        for done, outcome in enumerate(outcomes, start=1):
            document = outcome.item
            why = "" if isinstance(outcome, Done) else outcome.why
            if isinstance(outcome, Done):
                try:
                    self.writer.replace(outcome.value, self.analyser.maker)
                    self.problems += outcome.value.problems
                    yield len(outcome.value.claims)
                except EvidenceError as error:
                    why = str(error)
            if why:
                problem = _crash("analysing", why, document.source, document.id)
                self.writer.set_aside(document.id, problem)
                self.problems.append(problem)
            self._tell(done, len(pending), document.source)

    def _to_analyse(self, pending: Sequence[str]) -> Iterator[Document]:
        """The documents one by one; those in other languages are done with at once."""
        for made in pending:
            (document,) = self.writer.documents([made])
            if understood(document):
                yield document
            else:
                self.writer.replace(Findings(made), self.analyser.maker)

    def _refuse(self, source: str, problems: Sequence[Problem]) -> None:
        self.writer.refuse(source, problems)
        self.problems += problems

    def _tell(self, done: int, total: int, source: str) -> None:
        if self.progress:
            self.progress(done, total, source)


def _reader() -> Callable[[Path], Reading]:
    return read_file


def _fingerprint(path: Path) -> str:
    """The sha256 of a file, "" where it cannot be read: reading it will tell why."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _crash(step: str, why: str, source: str, document: str | None = None) -> Problem:
    message = f"{step} it failed and it was set aside, to be tried again by the next add: {why}"
    return Problem("crash", message, source, document)
