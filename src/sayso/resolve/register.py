"""Everybody and everything that one document names, gathered before the first claim is resolved:
a full name may stand below the short one (headline, caption)."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from sayso.model.parsed import Parsed
from sayso.model.span import Span
from sayso.resolve.event import Event
from sayso.resolve.form import Form, Head
from sayso.resolve.head import read_head
from sayso.resolve.index import Index
from sayso.resolve.known import Known
from sayso.resolve.labels import Labels
from sayso.resolve.people import People
from sayso.resolve.phrases import around, polite
from sayso.resolve.stretches import Sentences
from sayso.resolve.things import Things

_REACH = 400  # events: more than any sentence or page of a report holds


class Register:
    """The known of one document, and where they occur. people, things: find them by name.
    sentences, paragraphs: of the document, for whoever asks in which one a place is."""

    def __init__(
        self, parsed: Parsed, sources: Sequence[Span], labels: Labels | None = None
    ) -> None:
        self.parsed = parsed
        self.text = parsed.document.text
        self.sentences = Sentences(parsed.sentences)
        self.paragraphs = Sentences(parsed.paragraphs)
        self.labels = labels or Labels.of(parsed)
        self.known: list[Known] = []
        self.events: list[Event] = []
        self._number: dict[int, int] = {}
        self._seen: set[Event] = set()
        self.index = Index()
        self._heads: dict[tuple[object, ...], tuple[int, Head | None]] = {}
        self.people = People(self)
        self.things = Things(self)
        self._gather(sources)

    def _gather(self, sources: Sequence[Span]) -> None:
        """Longest personal names first, so that short ones find them."""
        heads = list(self._first_heads(sources))
        people = [head for head in heads if head.person is not None]
        self.people.expect(people)
        for head in sorted(people, key=lambda h: (-len(h.person.parts) if h.person else 0, h.span)):
            self._meet(head)
        for span in polite(self.text, self.parsed.paragraphs):
            named = self.read(span)
            if named is not None and named.form is Form.PERSON:
                self._meet(named)
        for head in heads:
            self.things.introduce(head)
        for head in heads:
            if head.form in (Form.BODY, Form.COUNTRY):
                self._meet(head)
        self.people.meet_surnames()
        self.people.absorb_surnames()
        self.people.counterparts()

    def _first_heads(self, sources: Sequence[Span]) -> Iterator[Head]:
        for span in dict.fromkeys(sources):
            head = self.read(span)
            if head is not None:
                yield head
        for span, label in around(self.text, self.sentences, self.labels):
            head = self.read(span)
            if head is not None and (head.form is Form.PERSON or label != "PER"):
                yield head

    def _meet(self, head: Head) -> None:
        known = self.find(head)
        if known is not None and not self.parsed.document.is_furniture(head.span):
            self.mark(known, head.span)

    def absorb(self, short: Known, known: Known) -> None:
        """Take two for one: whatever was noted of the first is the second's."""
        for span in short.places:
            known.see(span, "", short.described)
        for way in short.ways:
            known.ways.setdefault(way)
        self.index.remove(short)
        old, new = self.number(short), self.number(known)
        self.events = sorted(e._replace(number=new) if e.number == old else e for e in self.events)
        self._seen = set(self.events)
        short.places.clear()

    def find(self, head: Head) -> Known | None:
        """The known that a head names, a new one if need be. None for what is no name."""
        if head.form is Form.PERSON and head.person is not None:
            return self.people.find(head, head.person)
        if head.form is Form.COUNTRY:
            return self.things.country(head)
        if head.form is Form.BODY:
            return self.people.by_surname(head) or self.things.body(head)
        return None

    def read(self, span: Span) -> Head | None:
        """What a span names. The same words with the same labels are read once and moved."""
        labels = [(m.label, m.span.start - span.start) for m in self.labels.within(span)]
        key = (span.cut(self.text), *labels)
        found = self._heads.get(key)
        if found is None:
            found = self._heads[key] = span.start, read_head(self.text, span, self.labels)
        start, head = found
        return head.moved(span.start - start) if head is not None else None

    def mark(self, known: Known, span: Span, spoke: bool = False) -> None:
        """Note that somebody is named, or speaks, at a place."""
        event = Event(span.start, span.end, self.number(known), spoke)
        if event not in self._seen:
            self._seen.add(event)
            insort(self.events, event)

    def before(self, at: int) -> Iterator[Event]:
        """Events that end before a place, the last first; as far back as anyone looks."""
        last = bisect_left(self.events, Event(at, 0, -1))
        for number in range(last - 1, max(-1, last - 1 - _REACH), -1):
            if self.events[number].end <= at:
                yield self.events[number]

    def between(self, start: int, end: int) -> Iterator[Event]:
        """Events that begin in a stretch, in order."""
        first = bisect_left(self.events, Event(start, 0, -1))
        for number in range(first, min(len(self.events), first + _REACH)):
            if self.events[number].start >= end:
                break
            yield self.events[number]

    def number(self, known: Known) -> int:
        return self._number[id(known)]

    def new(self, known: Known) -> Known:
        self._number[id(known)] = len(self.known)
        self.known.append(known)
        self.index.add(known)
        return known
