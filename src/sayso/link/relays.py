"""One hop on the way from mouth to page: who has a claim from whom.

A relay ties a claim (the later hop) to the claim that it was taken from: the text names the other's
outlet ("told the Comet"), gives a claim as that outlet's ("the Comet reported"), credits its agency
or is a repost of it and shares a passage with it, or it shares a long passage of the writer's own
words with what was printed on an earlier day. Likeness of meaning alone is no evidence of a relay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.link.features import claimer, meaning, overlap, polarity
from sayso.link.frame import Frame
from sayso.link.gist import unquoted
from sayso.link.reuse import Passage, Print, alike, passages, taken
from sayso.link.sides import own
from sayso.model.document import Document
from sayso.model.relation import Reason, Relation, RelationKind
from sayso.model.span import Evidence, Span

NEAR, PART = 0.55, 0.35  # in meaning, and of the words: less is something else in that report
SURELY = 0.68  # in meaning: then the words may be others
LIKE = 0.3  # of the words of both claims: so much a relay has to share
COPIED = 25  # words in a row, outside quotation marks, that nobody writes twice by chance
_CREDITED, _TOLD, _COPIED = 0.9, 0.8, 0.7


class Relays:
    """Finds relays; keeps what it read of the documents. documents: by id."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._prints = dict[str, Print]()
        self._shared = dict[tuple[str, str], tuple[Passage, ...]]()

    def among(self, pairs: Iterable[tuple[Frame, Frame]]) -> Iterator[Relation]:
        """The relays of candidate pairs, each pair given once, in any order."""
        for one, other in pairs:
            if one.place.document == other.place.document:
                continue
            ways = ((one, other), (other, one))
            found = (self._cited(*hop) for hop in ways)
            if claimer.same(one, other) and overlap.jaccard(one, other) > LIKE:
                found = (self._relay(*hop) for hop in ways)
            if hop := next(filter(None, found), None):
                yield hop

    def _cited(self, later: Frame, earlier: Frame) -> Relation | None:
        """The relay by which the later claim gives the earlier one as its outlet's."""
        page, source = (self._documents[one.place.document] for one in (later, earlier))
        names = filter(None, (source.outlet, source.repost_of))
        mine = _words(later.name)
        outlet = next((name for name in names if mine and _words(name) == mine), None)
        if outlet is None or _words(page.outlet) == _words(outlet) or _before(page, source):
            return None
        if polarity.denies(later) != polarity.denies(earlier):
            return None
        near, shared = meaning.meaning(later, earlier), overlap.contained(later, earlier)
        if near < NEAR or (near < SURELY and shared < PART):
            return None
        how = f" (“{later.cue}”)" if later.cue else ""
        detail = f"{page.outlet or page.source} has it from {outlet}{how}"
        alike = meaning.MEANING.say(later, earlier).detail
        reasons = (Reason("cited", _TOLD, detail), Reason(meaning.MEANING.name, near, alike))
        return Relation.make(RelationKind.RELAYS, later.claim, earlier.claim, _TOLD, reasons)

    def _relay(self, later: Frame, earlier: Frame) -> Relation | None:
        """The relay by which the later claim has it from the earlier one."""
        page, source = (self._documents[one.place.document] for one in (later, earlier))
        reasons = list[Reason]()
        if name := credited(page, source):
            if passage := self._passage(later, earlier, 1):
                reasons = [_credit(page, name), _copied(passage)]
        elif outlet := told(later, source):
            detail = f"{page.outlet or page.source} has it as told to {outlet}"
            reasons = [Reason("told", _TOLD, detail)]
        elif (
            _other_house(source, page)
            and _before(source, page)
            and (passage := self._passage(later, earlier, COPIED))
        ):
            when = f"{source.outlet or source.source} printed it on an earlier day"
            reasons = [_copied(passage), Reason("printed_before", _COPIED, when)]
        if not reasons:
            return None
        score = min(reasons[0].score, _CREDITED)
        return Relation.make(RelationKind.RELAYS, later.claim, earlier.claim, score, tuple(reasons))

    def _passage(self, later: Frame, earlier: Frame, words: int) -> Passage | None:
        """The shared passage that touches both claims. words: of it, outside quotation marks."""
        for passage in self._passages(later.place.document, earlier.place.document):
            mine, theirs = passage.left, passage.right
            if mine.document != later.place.document:
                mine, theirs = theirs, mine
            touched = _touches(later, mine.span) and _touches(earlier, theirs.span)
            if touched and (words == 1 or self._own_words(passage) >= words):
                return Passage(mine, theirs, passage.words)
        return None

    def _own_words(self, passage: Passage) -> int:
        """How many words of a passage stand outside quotation marks in its document: a statement
        that both quote is no sign that one has it from the other."""
        text, span = self._documents[passage.left.document].text, passage.left.span
        return len(unquoted(text, span.start, span.end).split())

    def _passages(self, one: str, other: str) -> tuple[Passage, ...]:
        pair = min(one, other), max(one, other)
        if pair not in self._shared:
            prints = {made: self._print(made) for made in pair}
            found = passages(*pair, prints) if alike(*prints.values()) else ()
            self._shared[pair] = tuple(map(self._recut, found))
        return self._shared[pair]

    def _recut(self, found: Passage) -> Passage:
        """The passage as the documents have it, with the furniture that stands in it."""
        left, right = (
            Evidence.cut(one.document, self._documents[one.document].text, one.span)
            for one in (found.left, found.right)
        )
        return Passage(left, right, found.words)

    def _print(self, made: str) -> Print:
        if made not in self._prints:
            self._prints[made] = taken(_report(self._documents[made]))
        return self._prints[made]


def _report(document: Document) -> str:
    """The text with its furniture blanked out, so that places stay."""
    text = document.text
    for item in document.furniture:
        start, end = item.span.start, item.span.end
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def credited(later: Document, earlier: Document) -> str | None:
    """The credit by which one document names the other's outlet."""
    names = (*later.credits, *filter(None, [later.repost_of]))
    return next((name for name in names if _names(name, earlier)), None)


def told(later: Frame, earlier: Document) -> str | None:
    """The outlet of the earlier document, where the claim was told to it."""
    return earlier.outlet if later.told and _names(later.told, earlier) else None


def _names(name: str, document: Document) -> bool:
    mine = _words(document.outlet)
    return bool(mine) and _words(name) == mine


def _words(name: str | None) -> frozenset[str]:
    return own([name], lambda _words: None) if name else frozenset()


def _other_house(one: Document, other: Document) -> bool:
    """Whether two documents are of two outlets: what one outlet repeats is furniture of its own."""
    return one.outlet is None or _words(one.outlet) != _words(other.outlet)


def _before(earlier: Document, later: Document) -> bool:
    """Whether one was surely printed on a day before the other."""
    days = [document.published for document in (earlier, later)]
    if days[0] is None or days[1] is None:
        return False
    least = min(len(day.iso) for day in days if day)
    return days[0].iso[:least] < days[1].iso[:least]


def _touches(one: Frame, span: Span) -> bool:
    return Span(one.place.start, one.place.end).overlaps(span)


def _credit(page: Document, name: str) -> Reason:
    return Reason("credit", _CREDITED, f"{page.outlet or page.source} credits {name}")


def _copied(passage: Passage) -> Reason:
    detail = f"{passage.words} words in a row, with few changes"
    score = min(_COPIED, passage.words / 40)
    return Reason("shared_passage", score, detail, (passage.left,), (passage.right,))
