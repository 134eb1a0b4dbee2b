"""The bodies and countries of one document, by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.model.claim import EntityKind
from sayso.resolve.form import Form, Head
from sayso.resolve.known import Known, body_head, body_kind, country_kind, own_words
from sayso.resolve.places import PlaceKind
from sayso.resolve.roles import Described
from sayso.resolve.same import fuller, same_body
from sayso.resolve.words import CHAMBERS

if TYPE_CHECKING:
    from sayso.resolve.register import Register


_SHORT = re.compile(r" \(((?=[\w&.-]*[A-Z][\w&.-]*[A-Z])[A-Z][\w&.-]{1,9})\)")


class Things:
    """Finds, and makes, what a document names that is no person."""

    def __init__(self, register: Register) -> None:
        self.register = register
        document = register.parsed.document
        named = [document.outlet, document.repost_of, *document.credits]
        self.outlets = frozenset(name.casefold() for name in named if name)
        self._short: dict[str, Known] = {}

    def country(self, head: Head) -> Known:
        place = head.place
        assert place is not None
        metonym = place.kind in (PlaceKind.CAPITAL, PlaceKind.SEAT)
        label = head.words if metonym else place.country
        kind = EntityKind.GOVERNMENT if metonym else country_kind(place.country)
        known = self.register.index.country(label)
        if known is None:
            described = Described(None, place.country if metonym else None, place.country)
            known = self.register.new(Known(kind, label, described=described))
            self.register.index.name_country(known)
            known.stands_for = place.stands_for
        known.see(head.span, head.words, Described())
        return known

    def body(self, head: Head) -> Known:
        words, where = own_words(head.words), head.described.country
        known = self.named(head.words, words, where)
        if known is None:
            kind = body_kind(head.words, words, self.outlets)
            known = self.register.new(Known(kind, head.words, words=words))
        elif fuller(head, known, words):
            known.rename(head.words)
            known.words = known.words | words
            self.register.index.add(known)
        known.see(head.span, head.words, head.described)
        return known

    def introduce(self, head: Head) -> None:
        """Note the short form that a name has in brackets behind it: "River Board (RB)"."""
        if head.form is not Form.BODY:
            return
        match = _SHORT.match(self.register.text, head.span.end)
        if match is not None:
            known = self.body(head)
            known.ways.setdefault(match[1])
            self._short[match[1]] = known

    def fullest(self, body: Known) -> Known:
        """Of a body that goes by the bare word for its kind ("the Commission") the one whose full
        name ends in it, if only one does."""
        head = body_head(body.label)
        if body.label.lower() != head or head in CHAMBERS:
            return body
        longer = [
            known
            for known in self.register.known
            if body.words < known.words and body_head(known.label) == head
        ]
        return longer[0] if len(longer) == 1 else body

    def named(self, label: str, words: frozenset[str], where: str | None) -> Known | None:
        """The body of that name, or of a longer or shorter form of it, in the same country."""
        if label in self._short:
            return self._short[label]
        found = [
            k
            for k in self.register.index.bodies(label, words)
            if not (where and k.described.country and where != k.described.country)
            and same_body(label, words, k)
        ]
        exact = [k for k in found if k.words == words]
        return next(iter(exact or found), None)
