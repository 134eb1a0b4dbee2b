"""A case to be decided on: people's words written, taken back, and moved between cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from sayso.model.correction import Correction, Deed, Remark, RemarkKind
from sayso.model.document import Document
from sayso.model.errors import EvidenceError, UnknownNameError, UsageError
from sayso.model.ids import relation_id
from sayso.model.relation import Decision, RelationKind, Verdict
from sayso.model.trace import Problem, Run
from sayso.store import correcting, documents, links, relations, words
from sayso.store.desk import Desk
from sayso.store.packing import fits
from sayso.store.writing import Writer

Word = Decision | Correction | Remark
Ends = tuple[str, str, str]
"""What a relation is: kind, left and right."""


class Hand(Writer, Desk):
    """A writer for what people say. Each method is one transaction."""

    _called: Mapping[str, str] = {}

    @contextmanager
    def on(self, run: Run, called: Mapping[str, str]) -> Iterator[None]:
        """What is changed meanwhile belongs to a run, as with `hold`.

        called: the names under which files are kept, by the paths where they lie meanwhile.
        """
        self._run, self._key, self._called = run, None, called
        try:
            yield
            self._end()
        finally:
            self._run, self._key, self._called = None, None, {}

    def put(self, document: Document, raw: bytes, problems: Iterable[Problem] = ()) -> bool:
        named = replace(document, source=self.called(document.source))
        return super().put(named, raw, self._named(problems))

    def see(self, document: str, source: str) -> None:
        super().see(document, self.called(source))

    def refuse(self, source: str, problems: Iterable[Problem]) -> None:
        super().refuse(self.called(source), self._named(problems))

    def problems(self, source: str | None = None) -> list[Problem]:
        return super().problems(None if source is None else self.called(source))

    def called(self, source: str) -> str:
        """The name under which a file, or a part of one, is kept."""
        for path, name in self._called.items():
            if source.startswith(path):
                return name + source[len(path) :]
        return source

    def _named(self, problems: Iterable[Problem]) -> list[Problem]:
        return [replace(one, source=self.called(one.source)) for one in problems]

    def judge(self, decision: Decision) -> None:
        """Keep a verdict on a claim, a tie that is there now, or who is who."""
        with self._changing(judging=True):
            _keep_tie(self, decision.subject)
            relations.decide(self._database, decision)

    def correct(self, correction: Correction) -> None:
        """Keep how a claim should be, and make it so.

        Raises EvidenceError where the document does not hold its words, or another claim stands
        at the same places.
        """
        with self._changing():
            _refuse(self, correction)
            correcting.correct(self._database, correction)

    def remark(self, remark: Remark) -> None:
        """Keep a bookmark or note. Nothing that is worked out rests on it: the version stays."""
        with self._database.transaction():
            words.add_remark(self._database, remark)

    def undo(self, deed: Deed, who: str, at: str) -> None:
        """Take something back, by a new row that says what held before.

        Raises UsageError where it no longer counts: somebody has said something else since.
        """
        with self._changing(judging=deed.kind == "decision"):
            {
                "decision": _undo_decision,
                "correction": _undo_correction,
                "bookmark": _undo_remark,
                "note": _undo_remark,
            }[deed.kind](self, deed, who, at)

    def take_in(self, given: Sequence[tuple[Word, Ends | None]]) -> int:
        """Add people's words from another copy of the case; how many were new.

        Each comes with what it ties, where it is on a relation. The latest by time counts, whoever
        came first into this file.
        """
        with self._changing():
            new = list(_new(self, given))
            for word, ends in new:
                _add(self, word, ends)
            for document in sorted({w.document for w, _ in new if isinstance(w, Correction)}):
                if self.documents([document]):
                    correcting.lay(self._database, document)
        return len(new)

    def deed(self, kind: str, key: int) -> Deed:
        """One thing that was done. Raises UnknownNameError."""
        found = words.deed(self._database, kind, key)
        if found is None:
            raise UnknownNameError(f"nothing was done that is called {kind} {key}")
        return found


def _keep_tie(hand: Hand, subject: str) -> None:
    row = hand._database.one(
        "SELECT kind, left_claim, right_claim FROM relations WHERE id = ?", (subject,)
    )
    if row:
        links.keep_ends(hand._database, subject, RelationKind(row[0]), row[1], row[2])


def _refuse(hand: Hand, word: Correction) -> None:
    if word.claim is None:
        return
    found = documents.load(hand._database, [word.document])
    if not found or word.claim.document != word.document or not fits(word.claim, found[0].text):
        raise EvidenceError("the words of the correction are not in its document")
    before = words.corrected(hand._database, word.subject)
    own = {word.subject, before.claim.id if before and before.claim else word.subject}
    row = hand._database.one("SELECT 1 FROM claims WHERE id = ?", (word.claim.id,))
    if row and word.claim.id not in own:
        raise EvidenceError("another claim stands at just these places; correct that one")


def _undo_decision(hand: Hand, deed: Deed, who: str, at: str) -> None:
    said = relations.decisions(hand._database, deed.subject)
    _refuse_late(hand, "decisions", "subject = ?", (deed.subject,), deed)
    before = said[-2].verdict if len(said) > 1 else Verdict.WITHDRAWN
    relations.decide(hand._database, Decision(deed.subject, before, who, at, "undone"))


def _undo_correction(hand: Hand, deed: Deed, who: str, at: str) -> None:
    _refuse_late(hand, "corrections", "subject = ?", (deed.subject,), deed)
    (document,) = hand._database.one(
        "SELECT document FROM corrections WHERE subject = ?", (deed.subject,)
    ) or ("",)
    said = [w for w in words.corrections(hand._database, document) if w.subject == deed.subject]
    before = said[-2].claim if len(said) > 1 else None
    word = Correction(deed.subject, document, before, who, at, "undone")
    correcting.correct(hand._database, word)


def _undo_remark(hand: Hand, deed: Deed, who: str, at: str) -> None:
    values = (deed.subject, deed.kind, deed.who)
    _refuse_late(hand, "remarks", "subject = ? AND kind = ? AND who = ?", values, deed)
    if who != deed.who:
        raise UsageError(f"this {deed.kind} is {deed.who}'s; only they can take it back")
    rows = hand._database.rows(
        "SELECT text FROM remarks WHERE subject = ? AND kind = ? AND who = ? ORDER BY at, key",
        values,
    )
    before = rows[-2][0] if len(rows) > 1 else ""
    words.add_remark(hand._database, Remark(deed.subject, RemarkKind(deed.kind), before, who, at))


def _refuse_late(hand: Hand, table: str, which: str, values: Sequence[str], deed: Deed) -> None:
    """Only what counts now can be taken back. table, which: constants of this file."""
    row = hand._database.one(
        f"SELECT key, who FROM {table} WHERE {which} ORDER BY at DESC, key DESC LIMIT 1", values
    )
    if row is None or row[0] != deed.key:
        by = f" by {row[1]}" if row else ""
        raise UsageError(f"something was said on this{by} since; look at it again")


def _new(
    hand: Hand, given: Iterable[tuple[Word, Ends | None]]
) -> Iterable[tuple[Word, Ends | None]]:
    """What is not here yet; who said one thing twice in a second said it twice."""
    database = hand._database
    have = Counter[Word](relations.decisions(database))
    have.update(words.corrections(database))
    have.update(words.remarks(database))
    for word, ends in sorted(given, key=lambda pair: pair[0].at):
        if have[word]:
            have[word] -= 1
        else:
            yield word, ends


def _add(hand: Hand, word: Word, ends: Ends | None) -> None:
    database = hand._database
    if isinstance(word, Remark):
        words.add_remark(database, word)
    elif isinstance(word, Correction):
        words.add_correction(database, word)
    else:
        if ends and relation_id(*ends) == word.subject:
            links.keep_ends(database, word.subject, RelationKind(ends[0]), ends[1], ends[2])
        relations.decide(database, word)
