"""Everybody and everything that one document names, gathered before the first claim is resolved:
a full name may stand below the short one (headline, caption)."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.model.claim import EntityKind
from sayso.model.parsed import Parsed
from sayso.model.span import Span
from sayso.resolve.event import Event
from sayso.resolve.fit import roles_clash
from sayso.resolve.form import Form, Head
from sayso.resolve.gender import tell_genders
from sayso.resolve.head import read_head
from sayso.resolve.index import Index
from sayso.resolve.known import Known, body_kind, country_kind, own_words
from sayso.resolve.labels import Labels
from sayso.resolve.names import PersonName
from sayso.resolve.phrases import around, polite
from sayso.resolve.places import PlaceKind
from sayso.resolve.roles import UNDESCRIBED, Described
from sayso.resolve.same import (
    elsewhere,
    fuller,
    introduced_last,
    most_introduced,
    outstanding,
    same_body,
    same_name,
)

_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*[\w]\b")
_REACH = 400  # events: more than any sentence or page of a report holds


class Register:
    """The known of one document, and where they occur."""

    def __init__(
        self, parsed: Parsed, sources: Sequence[Span], labels: Labels | None = None
    ) -> None:
        self.parsed = parsed
        self.text = parsed.document.text
        self.labels = labels or Labels.of(parsed)
        self.known: list[Known] = []
        self.events: list[Event] = []
        self._number: dict[int, int] = {}
        self._seen: set[Event] = set()
        self.index = Index()
        self._bare: dict[str, list[int]] = {}
        self._heads: dict[tuple[object, ...], tuple[int, Head | None]] = {}
        document = parsed.document
        named = [document.outlet, document.repost_of, *document.credits]
        self.outlets = frozenset(name.casefold() for name in named if name)
        self._gather(sources)

    def _gather(self, sources: Sequence[Span]) -> None:
        """Longest personal names first, so that short ones find them."""
        heads = list(self._first_heads(sources))
        people = [head for head in heads if head.person is not None]
        for head in people:
            if head.person is not None and len(head.person.parts) == 1:
                self._bare.setdefault(head.person.parts[0], []).append(head.span.start)
        for head in sorted(people, key=lambda h: (-len(h.person.parts) if h.person else 0, h.span)):
            self._meet(head)
        for span in polite(self.text, self.parsed.paragraphs):
            named = self.read(span)
            if named is not None and named.form is Form.PERSON:
                self._meet(named)
        for head in heads:
            if head.form in (Form.BODY, Form.COUNTRY):
                self._meet(head)
        self._meet_surnames()
        self._absorb_surnames()
        tell_genders(self)

    def _first_heads(self, sources: Sequence[Span]) -> Iterator[Head]:
        for span in dict.fromkeys(sources):
            head = self.read(span)
            if head is not None:
                yield head
        for span, label in around(self.parsed, self.labels):
            head = self.read(span)
            if head is not None and (head.form is Form.PERSON or label != "PER"):
                yield head

    def _meet(self, head: Head) -> None:
        known = self.find(head)
        if known is not None and not self.parsed.document.is_furniture(head.span):
            self.mark(known, head.span)

    def _meet_surnames(self) -> None:
        """Bare surnames of the people known, which the name finder may have passed over."""
        last: dict[str, list[Known]] = {}
        for known in self.known:
            if known.name is None or len(known.name.parts) < 2:
                continue
            if not self._namesake(known.name.parts[-1], known):
                last.setdefault(known.label.split()[-1], []).append(known)
        met = {e.start for e in self.events} | {e.end for e in self.events}
        for match in _CAPITAL.finditer(self.text):
            owners = last.get(match.group(), ())
            if len(owners) == 1 and match.start() not in met and match.end() not in met:
                self._meet_one(owners[0], Span(match.start(), match.end()))

    def _absorb_surnames(self) -> None:
        """A bare surname that came before its bearers (in a headline) is the most named one's."""
        for bare in [k for k in self.known if k.name is not None and len(k.name.parts) == 1]:
            assert bare.name is not None
            name, one = bare.name, bare.described
            full = [
                k
                for k in self.index.people(name)
                if k.name is not None
                and len(k.name.parts) > 1
                and name.parts[0] == k.name.parts[-1]
                and not (one.gender and k.described.gender not in (None, one.gender))
                and not elsewhere(one, k.described)
            ]
            known = outstanding(full)
            if known is not None and not self._namesake(name.parts[0], known):
                self._absorb(bare, known)

    def _absorb(self, bare: Known, known: Known) -> None:
        for span in bare.places:
            known.see(span, "", bare.described)
        for way in bare.ways:
            known.ways.setdefault(way)
        self.index.remove(bare)
        old, new = self.number(bare), self.number(known)
        self.events = sorted(replace(e, number=new) if e.number == old else e for e in self.events)
        self._seen = set(self.events)
        bare.places.clear()

    def _meet_one(self, known: Known, span: Span) -> None:
        if not self.parsed.document.is_furniture(span):
            known.see(span, "", UNDESCRIBED)
            self.mark(known, span)

    def read(self, span: Span) -> Head | None:
        """What a span names. The same words with the same labels are read once and moved."""
        labels = [(m.label, m.span.start - span.start) for m in self.labels.within(span)]
        key = (span.cut(self.text), *labels)
        if key not in self._heads:
            self._heads[key] = span.start, read_head(self.text, span, self.labels)
        start, head = self._heads[key]
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

    # ---------------------------------------------------------------- by name

    def find(self, head: Head) -> Known | None:
        """The known that a head names, a new one if need be. None for what is no name."""
        if head.form is Form.PERSON and head.person is not None:
            return self._person(head, head.person)
        if head.form is Form.COUNTRY:
            return self._country(head)
        if head.form is Form.BODY:
            return self._person_by_surname(head) or self._body(head)
        return None

    def _person(self, head: Head, name: PersonName) -> Known:
        known = self._fitting(name, head)
        if known is None:
            known = self.new(Known(EntityKind.PERSON, name.text, name))
        elif known.name is not None and len(name.parts) > len(known.name.parts):
            known.rename(name.text)
            known.name = name
            self.index.add(known)
        gender = name.gender or head.described.gender
        known.see(head.span, head.words, replace(head.described, gender=gender))
        return known

    def _fitting(self, name: PersonName, head: Head) -> Known | None:
        """Who of that name; None where nobody is, or where two are and neither stands out."""
        gender, role = name.gender or head.described.gender, head.described
        fits = [
            k
            for k in self.index.people(name)
            if k.name is not None
            and (name.fits(k.name) or (len(k.name.parts) > 1 and k.name.fits(name)))
            and not (len(name.parts) == 1 and self._namesake(name.parts[0], k))
            and not (gender and k.described.gender and gender != k.described.gender)
            and (same_name(name, k) or not elsewhere(role, k.described))
        ]
        whole = [k for k in fits if same_name(name, k)]
        last = [k for k in fits if k.name is not None and k.name.parts[-1] == name.parts[-1]]
        full = [k for k in last if k.name is not None and len(k.name.parts) > 1]
        if len(name.parts) > 1:
            return outstanding(whole) or outstanding(last) or outstanding(fits if not last else [])
        at = head.span.start
        same = [k for k in full if not roles_clash(role, k.described)]
        found = most_introduced(same) or introduced_last(same, at) or outstanding(last)
        return found or outstanding(fits if not last else [])

    def _namesake(self, surname: str, known: Known) -> bool:
        """Whether the bare name is somebody else's: used again and again before its one full
        bearer comes up, as a candidate's is before the candidate's daughter."""
        if known.name is None or len(known.name.parts) == 1:
            return False
        full = [span.start for span in known.places if len(span) > len(surname) + 2]
        if len(full) > 1:
            return False
        opening = self.parsed.paragraphs[:3]
        first = min(full, default=0)
        early = {at for at in self._bare.get(surname, ()) if at < first}
        return sum(at >= opening[-1].end for at in early) > 1 if opening else False

    def _person_by_surname(self, head: Head) -> Known | None:
        """A lone capital that no name finder knew, where a person of that name is known."""
        if " " in head.words:
            return None
        name = PersonName.read(head.words)
        known = outstanding([k for k in self.index.people(name) if k.name and name.fits(k.name)])
        if known is not None:
            known.see(head.span, head.words, Described())
        return known

    def person_named(self, words: str) -> Known | None:
        """The person of that name, if the document knows exactly one."""
        name = PersonName.read(words)
        fits = [k for k in self.index.people(name) if k.name and name.fits(k.name)]
        return fits[0] if len(fits) == 1 else None

    def _country(self, head: Head) -> Known:
        place = head.place
        assert place is not None
        stands_for = place.kind in (PlaceKind.CAPITAL, PlaceKind.SEAT)
        label = head.words if stands_for else place.country
        kind = country_kind(place.country) if not stands_for else EntityKind.GOVERNMENT
        known = self.index.country(label)
        if known is None:
            affiliation = place.country if stands_for else None
            described = Described(None, affiliation, place.country)
            known = self.new(Known(kind, label, described=described))
            self.index.name_country(known)
            known.stands_for = place.stands_for
        known.see(head.span, head.words, Described())
        return known

    def _body(self, head: Head) -> Known:
        words, where = own_words(head.words), head.described.country
        known = self.body(head.words, words, where)
        if known is None:
            kind = body_kind(head.words, words, self.outlets)
            known = self.new(Known(kind, head.words, words=words))
        elif fuller(head, known, words):
            known.rename(head.words)
            known.words = known.words | words
            self.index.add(known)
        known.see(head.span, head.words, head.described)
        return known

    def body(self, label: str, words: frozenset[str], where: str | None) -> Known | None:
        """The body of that name, or of a longer or shorter form of it, in the same country."""
        found = [
            k
            for k in self.index.bodies(label, words)
            if not (where and k.described.country and where != k.described.country)
            and same_body(label, words, k)
        ]
        exact = [k for k in found if k.words == words]
        return next(iter(exact or found), None)
