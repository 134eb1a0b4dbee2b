"""Sources into a case: first every document is kept, then each that is new is analysed; last, the
claimers of all documents are joined, and the claims linked.

Reading and analysing commit after each document, so a kill loses the one under way, and both pass
over what is done, so the next run goes on where this one stopped. What was kept and not analysed,
or analysed by another version, is made up for by whatever run comes next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sayso.fetch import Fetcher, is_address
from sayso.fetching import Harvest
from sayso.joining import rejoin
from sayso.linking import relink
from sayso.model.document import Document
from sayso.model.errors import EvidenceError
from sayso.model.ids import sha256
from sayso.model.trace import Problem
from sayso.pipeline import Analyser, understood
from sayso.read import Part, Reading, find_files
from sayso.read.child import Child
from sayso.read.files import STDIN
from sayso.run import Done, Runner
from sayso.store import Findings, Writer

Progress = Callable[[int, int, str], None]
"""Told after each document: how many are done, of how many that are known of, and its source.
Counts first while reading, where files of many parts let the second number grow, then again while
analysing."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What an add did.

    added: documents that are new in the case. unchanged: parts whose bytes were known before.
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
    net: gets what stands at addresses. problems: all that were met so far. refused: sources that
    gave no document. read: files that were read to their end. known: parts that were known before.
    done, total: of the step under way, for the progress."""

    writer: Writer
    analyser: Analyser
    run: Runner
    progress: Progress | None = None
    net: Harvest = field(default=None)  # type: ignore[assignment]
    problems: list[Problem] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    read: list[str] = field(default_factory=list)
    known: int = 0
    done: int = 0
    total: int = 0

    def __post_init__(self) -> None:
        self.net = self.net or Harvest(self.writer, Fetcher())

    def add(self, sources: Sequence[str]) -> AddReport:
        """Read the sources into the case, then analyse whatever is not analysed yet."""
        kept = list(self._keep(self._unread(self._parts(sources))))
        for source in (*self.read, *self.net.read):
            self.writer.settle(source, self.refused)
        found = list(self._analyse())
        rejoin(self.writer)
        relink(self.writer)
        return AddReport(
            added=sum(kept),
            unchanged=self.known + self.net.passed + len(kept) - sum(kept),
            analysed=len(found),
            claims=sum(found),
            problems=tuple(dict.fromkeys(self.problems)),
        )

    def _parts(self, sources: Sequence[str]) -> Iterator[Part | Problem]:
        """What the sources hold, one after the other: an archive is never in memory as a whole."""
        files = list(find_files([source for source in sources if not is_address(source)]))
        named, lists = {Path(source) for source in sources} - {STDIN}, list[Path]()
        self.total = len(files)
        with Child() as opener:
            for file in files:
                if isinstance(file, Problem):
                    yield file
                    continue
                for number, part in enumerate(opener.split(file)):
                    self.total += number > 0
                    if _is_list(part) and file in named:
                        lists.append(file)
                    else:
                        yield part
                self.read.append(str(file))
            for file in lists:
                yield from self.net.listed(file, opener)
            before = self.total
            addresses = [source for source in sources if is_address(source)]
            for part in self.net.parts(addresses, opener):
                self.total = before + self.net.total
                yield part

    def _unread(self, parts: Iterable[Part | Problem]) -> Iterator[Part]:
        """The parts whose bytes are new. Of the others it is noted where they were seen."""
        for part in parts:
            if isinstance(part, Problem):
                self._refuse(part.source, (part,))
            elif document := self.writer.known(sha256(part.raw)):
                self.writer.see(document, part.source)
                self.net.see(document, part.source)
                known = self.writer.problems(part.source)
                self.problems += [problem for problem in known if problem.document]
                self.known += 1
            else:
                yield part
                continue
            self._tell(part.source)

    def _keep(self, unread: Iterable[Part]) -> Iterator[bool]:
        """Read the parts; for each document whether it is new."""
        for outcome in self.run(_reader, unread):
            source = outcome.item.source
            if not isinstance(outcome, Done):
                self._refuse(source, (_crash("reading", outcome.why, source),))
            elif outcome.value.document is None:
                self._refuse(source, outcome.value.problems)
            else:
                yield from self._put(outcome.value, outcome.value.document)
            self._tell(source)

    def _put(self, reading: Reading, document: Document) -> Iterator[bool]:
        try:
            known = self.net.same(document, reading.source)
            if known is None:
                yield self.writer.put(document, reading.raw, reading.problems)
            else:
                self.writer.see(known, reading.source)
                yield False
            self.net.see(known or document.id, reading.source)
            self.problems += reading.problems
        except EvidenceError as error:
            self._refuse(reading.source, (_crash("reading", str(error), reading.source),))

    def _analyse(self) -> Iterator[int]:
        """Analyse what this analyser has not; for each document how many claims it holds."""
        pending = self.writer.pending(self.analyser.maker)
        self.done, self.total = 0, len(pending)
        outcomes = self.run(self.analyser.load, self._to_analyse(pending))
        for outcome in outcomes:
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
            self._tell(document.source)

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
        self.refused.add(source)
        self.problems += problems

    def _tell(self, source: str) -> None:
        self.done += 1
        if self.progress:
            self.progress(self.done, self.total, source)


def _is_list(part: Part | Problem) -> bool:
    """Whether a file holds nothing but links. Those of a file that somebody named are followed;
    those of one that only lies in a folder are not, since nobody asked for the net."""
    return isinstance(part, Problem) and part.kind == "links-only"


def _reader() -> Callable[[Part], Reading]:
    return Child().read


def _crash(step: str, why: str, source: str, document: str | None = None) -> Problem:
    message = f"{step} it failed and it was set aside, to be tried again by the next add: {why}"
    return Problem("crash", message, source, document)
