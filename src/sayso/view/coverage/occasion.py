"""Who could have carried what was said: reports on the same occasion that appeared after it.

A report is on the occasion of an utterance where it carries something else that the same claimer
said that day (or, where the day is not told, another remark that it shares with a report of this
one, if all their dated remarks of the claimer are of one day), or what the utterance answers or is
answered by. Where neither is known, nothing is
said of the report: it is not "absent". Nor where a paragraph of it has much of the words, or where
nobody quotes them: then it may be there in other words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim, EntityKind
from sayso.model.document import Document
from sayso.model.relation import Relation, RelationKind
from sayso.view import days
from sayso.view.coverage.page import Carried, Cell
from sayso.view.coverage.pieces import pieces, quoted_stems, quotes, stems
from sayso.view.plain import line

_LEAST = 3  # telling words: a shorter remark may stand in any other words
_THERE = 0.34  # of the telling words of a piece in one paragraph: it may well be there
_LATE = 7  # days from the saying to the printing: later reports are on another occasion
_TO_THE_DAY = len("2031-03-04")
_ANSWERS = frozenset((RelationKind.DENIES, RelationKind.REPLIES_TO))


@dataclass(frozen=True, slots=True)
class Said:
    """An utterance. claims: every report of it, at least one. documents: that carry it.

    when: when it was said, as precisely as any report has it; "" where none does, or where they do
        not agree.
    """

    claims: tuple[Claim, ...]
    documents: frozenset[str]
    when: str

    @classmethod
    def of(cls, claims: tuple[Claim, ...]) -> Said:
        """The utterance that these claims report."""
        dates = sorted({c.said.iso for c in claims if c.said}, key=len)
        agreed = dates and all(days.agree(date, dates[-1]) for date in dates)
        return cls(claims, frozenset(c.document for c in claims), dates[-1] if agreed else "")


class Occasions:
    """What reports have in common, for the questions above."""

    def __init__(
        self,
        said: Sequence[Said],
        relations: Iterable[Relation],
        documents: Mapping[str, Document],
    ) -> None:
        self._documents = documents
        self._paragraphs = dict[str, list[frozenset[str]]]()
        self._same_day = defaultdict[tuple[str, str], set[str]](set)
        self._spoke = defaultdict[tuple[str, str], set[str]](set)
        self._shared = defaultdict[str, list[frozenset[str]]](list)
        home = {claim.id: one for one in said for claim in one.claims}
        for one in said:
            who = one.claims[0].claimer
            if who.kind is EntityKind.UNNAMED:
                continue
            for claim in one.claims:
                if claim.said and len(claim.said.iso) == _TO_THE_DAY:
                    self._spoke[who.id, claim.document].add(claim.said.iso)
            if len(one.when) == _TO_THE_DAY:
                self._same_day[who.id, one.when] |= one.documents
            if len(one.documents) > 1:
                self._shared[who.id].append(one.documents)
        self._answers = defaultdict[str, list[tuple[str, Said]]](list)
        for tie in relations:
            if tie.kind in _ANSWERS and tie.left in home and tie.right in home:
                self._answers[tie.left].append(("answers", home[tie.right]))
                self._answers[tie.right].append(("is answered by", home[tie.left]))

    def cells(self, one: Said) -> Iterator[Cell]:
        """A cell for each document that could have carried an utterance and does not."""
        reasons = self._reasons(one)
        if not reasons.keys() - one.documents:
            return
        wanted = [stems(piece.words.text) for piece in pieces(one.claims)]
        if max(map(len, wanted)) < _LEAST or not any(map(quotes, one.claims)):
            return  # what nobody quotes, or is that short, may stand there in any other words
        quoted = [found for claim in one.claims if (found := quoted_stems(claim))]
        for made in sorted(reasons.keys() - one.documents):
            carried = self._when(one, self._documents[made])
            if carried and not self._there(wanted, quoted, made):
                yield Cell(made, carried, why=reasons[made])

    def _there(
        self, wanted: Sequence[frozenset[str]], quoted: Sequence[frozenset[str]], made: str
    ) -> bool:
        """Whether a paragraph of a document has so much of a remark, or of the words that reports
        quote, that it may carry it, though no claim that was found there does."""
        if made not in self._paragraphs:
            text = self._documents[made].text
            self._paragraphs[made] = [found for line in text.split("\n") if (found := stems(line))]
        return any(
            any(len(piece & there) >= max(2, _THERE * len(piece)) for piece in wanted)
            or any(2 * len(words & there) > len(words) for words in quoted)
            for there in self._paragraphs[made]
        )

    def _reasons(self, one: Said) -> dict[str, str]:
        """The documents on the same occasion, each with the sentence that says why."""
        found = dict[str, str]()
        who = one.claims[0].claimer
        if who.kind is not EntityKind.UNNAMED:
            why = f"carries another remark of {line(who.name)} that a report of this has, too"
            for documents in self._shared[who.id]:
                if documents & one.documents:
                    met = (made for made in documents if self._one_day(who.id, one, made))
                    found |= dict.fromkeys(met, why)
            if len(one.when) == _TO_THE_DAY:
                why = f"carries what else {line(who.name)} said on {one.when}"
                found |= dict.fromkeys(self._same_day[who.id, one.when], why)
        for claim in one.claims:
            for how, other in self._answers[claim.id]:
                why = f"carries what this {how}: {line(other.claims[0].claimer.name)}"
                found |= {made: why for made in other.documents if made not in found}
        return found

    def _one_day(self, who: str, one: Said, made: str) -> bool:
        """Whether all that is dated of a claimer, in a document and those that carry an utterance,
        was said on one day: who speaks daily has many occasions."""
        known = (self._spoke.get((who, document), ()) for document in (*one.documents, made))
        return len(set().union(*known)) == 1

    def _when(self, one: Said, document: Document) -> Carried | None:
        """Whether a document appeared after something was said; None where it did not, or where
        that is not known."""
        printed = document.published.iso if document.published else ""
        said = one.when or self._first_printed(one)
        if not printed or not said:
            return None
        if days.surely_after(printed, said):
            return Carried.ABSENT if days.between(said, printed) <= _LATE else None
        return Carried.SAME_DAY if printed == said else None

    def _first_printed(self, one: Said) -> str:
        """The day by which it must have been said: the first on which it was printed."""
        found = (self._documents[made].published for made in one.documents)
        return min((days.last(when.iso) for when in found if when), default="")
