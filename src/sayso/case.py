"""A case and its claims, as Python sees them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from sayso import dossier, joining, ledger, seeing, versions
from sayso.claims import Claims, claims_of
from sayso.links import OF_ORIGINS, Links, Origin, origins, origins_page, tied
from sayso.model import wire
from sayso.model.actor import Actor
from sayso.model.attribution import CueClass
from sayso.model.document import Document
from sayso.model.errors import UnknownNameError, UsageError
from sayso.model.exchange import Sent
from sayso.model.relation import Decision, Relation, RelationKind, Verdict
from sayso.model.trace import Problem, Run
from sayso.shown import Listed, Shown
from sayso.store import ClaimParts, ClaimQuery, Hit, Store, Writer, now
from sayso.view import notebook
from sayso.view.disputes import open_denials

if TYPE_CHECKING:  # what only `add`, `watch` and `read` need is imported when they are asked for
    from sayso.adding import AddReport, Progress
    from sayso.fetch import Fetcher
    from sayso.picture import Picture
    from sayso.pipeline import Analyser
    from sayso.view.coverage import CoveragePage
    from sayso.view.dossier import Dossier
    from sayso.view.side_by_side import ClaimsPage, DocumentsPage
    from sayso.view.timeline import TimelinePage
    from sayso.view.versions import PageHistory
    from sayso.view.wording import WordingPage
    from sayso.watching import Watch

__all__ = ["Case", "Claims"]


class Case:
    """Everything about a story, in one file.

        with Case("bridge.sayso") as case:
            case.add("reports/")
            case.claims(by="Ostrel", since="2016-12")

    path: the file. `add` makes it; before that there is nothing to ask.
    write: False where the file must be there and nothing is to be changed.
    analyser: what finds claims, by name (see plugins) or given.

    A case belongs to the thread that opened it. Others may read it meanwhile, also while it is
    added to; only one at a time can add. Raises NotACaseError for a file that is something else.
    """

    def __init__(
        self, path: str | PathLike[str], *, write: bool = True, analyser: str | Analyser = "minilm"
    ) -> None:
        self.path = Path(path)
        self._write = write
        self._analyser = analyser
        self._opened: Store | None = None
        if not write:
            self._opened = Store.open(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Case({str(self.path)!r})"

    def close(self) -> None:
        """Let go of the file. The next question opens it again."""
        if self._opened:
            self._opened.close()
        self._opened = None

    def add(
        self,
        *sources: str | PathLike[str],
        progress: Progress | None = None,
        jobs: int = 1,
        fetcher: Fetcher | None = None,
    ) -> AddReport:
        """Read files, folders and addresses into the case and find who said what in them.

        What is known already is passed over. jobs: processes to work in; a document that crashes
        one of several is set aside, one that crashes the only one ends the program. fetcher: asks
        for what stands at addresses, with `fetch.Manners` and `fetch.Limits` of its own.
        Raises UsageError, CaseBusyError where another process adds, CaseFullError.
        """
        from sayso import plugins
        from sayso.adding import Adding
        from sayso.fetch import Fetcher
        from sayso.fetching import Harvest
        from sayso.run import processes, serial

        if not self._write:
            raise UsageError(f"{self.path} was opened to read")
        given = tuple(fspath(source) for source in sources)
        analyser = self._analyser
        if isinstance(analyser, str):
            analyser = plugins.load("analyser", analyser)(threads=0 if jobs == 1 else 1)
        runner = serial if jobs == 1 else processes(jobs)
        with Writer.hold(self.path, Run(analyser.maker, now(), None, given)) as writer:
            net = Harvest(writer, fetcher or Fetcher())
            return Adding(writer, analyser, runner, progress, net).add(given)

    @property
    def watch(self) -> Watch:
        """The feeds of the case, and what is new in it since a moment."""
        from sayso.watching import Watch

        return Watch(self.path, lambda: self._store, self.add)

    def claims(
        self,
        query: ClaimQuery | None = None,
        *,
        rejected: bool = False,
        **parts: Unpack[ClaimParts],
    ) -> Claims:
        """The claims that fit, in the order of printing; without a question, all.

        The question is a ClaimQuery, or its fields by name: `claims(by="Ostrel", limit=10)`.
        rejected: with those that people rejected.
        """
        asked = query or ClaimQuery(**parts)
        if not rejected:
            asked = replace(asked, standing=True)
        return claims_of(self._store, asked)

    def who(self, name: str | None = None) -> list[Actor]:
        """Every claimer across documents, those with most claims first; or those of that name.

        A name is one of a claimer's names, words of one, or words of its role and affiliation
        ("Halvern foreign minister"). Raises UnknownNameError, with names that come near.
        """
        found = joining.actors(self._store)
        wanted = found if name is None else joining.named(self._store, found, name)
        return Listed(wanted, notebook.actors_table)

    def join(self, one: str, other: str, *, who: str, note: str = "") -> int:
        """Decide that two claimers are one. It holds through every later `add`.

        one, other: names as documents give them; "name@document" for just that document.
        who: decides. Gives the number of decisions that it took, one for each pair of names.
        """
        return self._decide(Verdict.CONFIRMED, (one, other), who, note)

    def split(self, one: str, other: str, *, who: str, note: str = "") -> int:
        """Decide that two claimers are not one, as `join`."""
        return self._decide(Verdict.REJECTED, (one, other), who, note)

    def _decide(self, verdict: Verdict, names: tuple[str, str], who: str, note: str) -> int:
        if not self._write:
            raise UsageError(f"{self.path} was opened to read")
        if not self.path.exists():
            raise UnknownNameError(f"there is no case at {self.path}; `sayso add` makes one")
        with Writer.hold(self.path) as writer:
            return joining.decide(writer, Decision("", verdict, who, now(), note), names)

    def links(self, kind: str | None = None, *, rejected: bool = False) -> Links:
        """How claims stand to each other; without a kind, all. rejected: with those that people
        rejected, and with those of claims that they rejected."""
        kinds = (RelationKind(kind),) if kind else tuple(RelationKind)
        return tied(self._store, kinds).of(kind, rejected=rejected)

    def open_denials(self) -> Claims:
        """The denials of which it is not known what they deny."""
        denials = self.claims(cue_class=CueClass.DENY.value)
        found = open_denials(denials, self.links(RelationKind.DENIES.value))
        return denials.only(found)

    def origins(self) -> list[Origin]:
        """Every utterance that is reported more than once, with the way of each report.

        A page with several versions is one report, and its newest version speaks.
        """
        return Listed(origins(tied(self._store, OF_ORIGINS), self.older()), origins_page)

    def wording(self, *words: str, outlet: str | None = None) -> WordingPage:
        """Who calls what by which name, split by the outlet's voice and the voices it quotes.

        words: only these, each in any of its forms. outlet: only those of that name.
        """
        return seeing.wording(self._store, words, outlet)

    def coverage(self, *, everything: bool = False) -> CoveragePage:
        """Who carries what was said, and who could have and did not.

        everything: also what one document alone carries and no other could have.
        """
        return seeing.coverage(self._store, everything=everything)

    def timeline(self) -> TimelinePage:
        """When it happened, when it was said, when it was printed."""
        return seeing.timeline(self._store)

    def picture(self, kind: str) -> Picture:
        """A picture as SVG, with its data: disputes, relays, coverage or timeline.

        Raises UnknownNameError for another kind.
        """
        return dossier.picture(self._store, kind)

    def dossier(self, title: str | None = None) -> Dossier:
        """All that a report of the case shows. title: of the story, else the file's name."""
        return dossier.dossier(self._store, title or self.path.stem)

    def side_by_side(self, *names: str) -> ClaimsPage | DocumentsPage:
        """Two or more claims, or documents, in columns, word against word.

        names: of claims or of documents; ids, or their beginnings. Raises UsageError,
        UnknownNameError.
        """
        return seeing.side_by_side(self._store, names)

    def decide(self, relation: str, verdict: str, *, who: str, note: str = "") -> Relation:
        """Keep somebody's verdict on a relation: confirmed, rejected or unsure. The last counts.

        relation: its id, or the beginning. Raises UnknownNameError.
        """
        from sayso.linking import decide

        with Writer.hold(self.path) as writer:
            return decide(writer, relation, Verdict(verdict), who, note)

    def documents(self) -> list[Document]:
        """All documents, oldest first, undated last."""
        return Listed(self._store.documents(), notebook.documents_table)

    def document(self, name: str) -> Document:
        """The document with that id or file name, the start of either, or that source."""
        return self._store.document(name)

    def show(self, name: str) -> Shown:
        """A document, named as `document` has it, with its claims; a notebook shows its text."""
        document = self.document(name)
        return Shown(document, tuple(self.claims(document=document.id)))

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Full-text search: the best claims, then the best documents, `limit` of each at most."""
        return self._store.search(words, limit)

    def problems(self) -> list[Problem]:
        """All that was dropped or doubtful, with the reason."""
        return self._store.problems()

    def size(self) -> tuple[int, int]:
        """How many documents and how many claims there are."""
        return self._store.size()

    def check(self) -> Iterator[Problem]:
        """Everything in the case that does not hold; nothing for a sound one."""
        return self._store.check()

    def lines(self, *kinds: str) -> Iterator[wire.Shape]:
        """The case in the JSON shapes of the contract, bit by bit; see `ledger.lines`.

        kinds: document, claim, relation, problem, claimer or origin; none: the first four.
        """
        return ledger.lines(self.path, kinds)

    def original(self, document: str) -> bytes:
        """The bytes that a document was read from; its name as `document` takes it."""
        return self._store.original(self.document(document))

    def exchanges(self) -> Iterator[Sent]:
        """Everything that came over the net, first to last: requests, answers, bodies."""
        return self._store.exchanges()

    def versions(self, address: str | None = None) -> list[PageHistory]:
        """The pages that were seen with more than one text, with what was edited; or that page.

        Raises UnknownNameError where no document shows that page.
        """
        return versions.versions(self._store, address)

    def older(self) -> dict[str, str]:
        """Documents that are earlier versions of a page, each with the newest version of it: by
        id. They count nowhere as a report of their own."""
        return versions.older(self._store)

    @property
    def _store(self) -> Store:
        if self._opened is None:
            self._opened = Store.open(self.path)
        return self._opened
