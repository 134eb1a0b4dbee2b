"""The people of one document, by name: who a surname means, and who only shares it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.claim import EntityKind
from sayso.model.span import Span
from sayso.resolve.fit import roles_clash
from sayso.resolve.form import Head
from sayso.resolve.gender import pronoun_genders
from sayso.resolve.known import Known
from sayso.resolve.names import PersonName
from sayso.resolve.places import country
from sayso.resolve.roles import UNDESCRIBED, Described
from sayso.resolve.same import (
    elsewhere,
    introduced_last,
    most_introduced,
    outstanding,
    same_name,
)
from sayso.resolve.words import PERSONAL, word_set

if TYPE_CHECKING:
    from sayso.resolve.register import Register

_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*[\w]\b")
# Offices whose holders are named by them and the surname from the first: "President Roe".
_TOP = word_set("president premier chancellor king queen pope emir sultan minister")
_COUNTERPART = re.compile(
    r"\b(?:his|her|their|its) (?:(?:new|then) )?(?:(?P<state>[A-ZÀ-Þ][\w-]+) )?counterpart,? \Z"
)
_BEFORE = 60  # characters before a name that may make a counterpart of its bearer
_RELATED = PERSONAL | word_set("lady gentleman")


class People:
    """Finds, and makes, the people that a document names."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.genders = pronoun_genders(register.parsed, register.labels)
        self._bare: dict[str, list[Head]] = {}
        self._two: frozenset[tuple[str, ...]] = frozenset()
        self._surname_gender: dict[str, str] = {}

    def expect(self, heads: Sequence[Head]) -> None:
        """Note what the names of a whole document tell, before the first is looked up."""
        full: Counter[tuple[tuple[str, ...], str]] = Counter()
        first: dict[tuple[tuple[str, ...], str], int] = {}
        sons = set()
        for head in {head.span: head for head in heads}.values():
            name = head.person
            if name is None:
                continue
            if len(name.parts) == 1:
                self._bare.setdefault(name.parts[0], []).append(head)
                gender = self.genders.get(name.text)
                if gender:
                    self._surname_gender[name.parts[0]] = gender
            full[name.parts, name.suffix] += 1
            at = first.setdefault((name.parts, name.suffix), head.span.start)
            first[name.parts, name.suffix] = min(at, head.span.start)
            if name.suffix and _related(head.described):
                sons.add(name.parts)
        self._two = frozenset(
            p
            for p, suffix in full
            if suffix and full[p, ""]
            if p in sons or full[p, ""] > 1 or first[p, ""] < first[p, suffix]
        )

    # ---------------------------------------------------------------- a name

    def find(self, head: Head, name: PersonName) -> Known:
        """Whom a name means; a new one if need be."""
        known = self._fitting(name, head)
        if known is None:
            known = self.register.new(Known(EntityKind.PERSON, name.text, name))
        elif known.name is not None and self._fuller(name, known.name):
            known.rename(name.text)
            known.name = name
            self.register.index.add(known)
        gender = name.gender or head.described.gender or self.genders.get(name.text)
        known.see(head.span, head.words, _of_gender(head.described, gender))
        if known.name is not None:
            known.gender = known.name.told_gender
        return known

    def by_surname(self, head: Head) -> Known | None:
        """A lone capital that no name finder knew, where a person of that name is known."""
        if " " in head.words:
            return None
        name = PersonName.read(head.words)
        fits = [k for k in self.register.index.people(name) if k.name and name.fits(k.name)]
        known = outstanding(fits)
        if known is not None:
            known.see(head.span, head.words, Described())
        return known

    def named(self, words: str) -> Known | None:
        """The person of that name, if the document knows exactly one."""
        name = PersonName.read(words)
        fits = [k for k in self.register.index.people(name) if k.name and name.fits(k.name)]
        return fits[0] if len(fits) == 1 else None

    def _fuller(self, name: PersonName, known: PersonName) -> bool:
        longer = len(name.parts) > len(known.parts)
        return longer or (name.parts == known.parts and bool(name.suffix) > bool(known.suffix))

    def _fitting(self, name: PersonName, head: Head) -> Known | None:
        """Who of that name; None where nobody is, or where two are and neither stands out."""
        gender, role = name.gender or head.described.gender, head.described
        if len(name.parts) > 1:
            gender = gender or name.told_gender
        fits = [
            k
            for k in self.register.index.people(name)
            if k.name is not None
            and (name.fits(k.name) or (len(k.name.parts) > 1 and k.name.fits(name)))
            and self._one_generation(name, k.name)
            and not (len(name.parts) == 1 and self._namesake(name.parts[0], k, role))
            and not (gender and gender != (k.described.gender or k.gender or gender))
            and (same_name(name, k) or not elsewhere(role, k.described))
        ]
        whole = [k for k in fits if same_name(name, k)]
        last = [k for k in fits if k.name is not None and k.name.parts[-1] == name.parts[-1]]
        full = [k for k in last if k.name is not None and len(k.name.parts) > 1]
        if len(name.parts) > 1:
            return outstanding(whole) or outstanding(last) or outstanding(fits if not last else [])
        at = head.span.start
        same = [k for k in full if not roles_clash(role, k.described)]
        own = [k for k in same if not _related(k.described)] or same
        own = [k for k in own if _tops(k.described)] or own
        found = most_introduced(own) or introduced_last(own, at) or outstanding(last)
        return found or outstanding(fits if not last else [])

    def _one_generation(self, name: PersonName, known: PersonName) -> bool:
        """Whether a suffix keeps two names apart: "Jr." does where the document has both."""
        if name.suffix == known.suffix:
            return True
        if len(name.parts) == 1 and (name.suffix or len(known.parts) == 1):
            return False
        return known.parts not in self._two and name.parts not in self._two

    def _namesake(self, surname: str, known: Known, role: Described = UNDESCRIBED) -> bool:
        """Whether the bare name is somebody else's: used again and again before its one full
        bearer comes up, or told of another office or gender than that bearer's."""
        if known.name is None or len(known.name.parts) == 1:
            return False
        told = self._surname_gender.get(surname)
        if told and told != (known.described.gender or known.gender or told):
            return True
        full = [span.start for span in known.places if len(span) > len(surname) + 2]
        first = min(full, default=0)
        bare = self._bare.get(surname, ())
        before = [head for head in bare if head.span.start < first]
        if _related(known.described) and any(_tops(head.described) for head in (*bare, *before)):
            return not _tops(known.described)
        if len(full) > 1:  # in full again and again: none of those who go by the surname
            return any(_tops(head.described) for head in before) and not _tops(known.described)
        opening = self.register.parsed.paragraphs[:3]
        late = sum(head.span.start >= opening[-1].end for head in before) if opening else 0
        return late > 1 and not (role.role and not roles_clash(role, known.described))

    # ---------------------------------------------------------------- bare surnames

    def meet_surnames(self) -> None:
        """Bare surnames of the people known, which the name finder may have passed over."""
        last: dict[str, list[Known]] = {}
        for known in self.register.known:
            if known.name is None or len(known.name.parts) < 2 or known.name.suffix:
                continue
            if not self._namesake(known.name.parts[-1], known):
                last.setdefault(known.label.split()[-1], []).append(known)
        events = self.register.events
        met = {e.start for e in events} | {e.end for e in events}
        for match in _CAPITAL.finditer(self.register.text):
            owners = last.get(match.group(), ())
            if len(owners) == 1 and match.start() not in met and match.end() not in met:
                self._meet(owners[0], Span(match.start(), match.end()))

    def _meet(self, known: Known, span: Span) -> None:
        if not self.register.parsed.document.is_furniture(span):
            known.see(span, "", UNDESCRIBED)
            self.register.mark(known, span)

    def absorb_surnames(self) -> None:
        """A bare surname that came before its bearers (in a headline) is the most named one's."""
        alone = [k for k in self.register.known if k.name is not None and len(k.name.parts) == 1]
        for bare in alone:
            assert bare.name is not None
            name, one = bare.name, bare.described
            full = [
                k
                for k in self.register.index.people(name)
                if k.name is not None
                and len(k.name.parts) > 1
                and name.parts[0] == k.name.parts[-1]
                and not (
                    one.gender and one.gender != (k.described.gender or k.gender or one.gender)
                )
                and not elsewhere(one, k.described)
                and not (name.suffix and name.suffix != k.name.suffix)
            ]
            known = outstanding(full)
            if known is not None and not self._namesake(name.parts[0], known, one):
                self.register.absorb(bare, known)

    def counterparts(self) -> None:
        """ "Foreign Minister Roe met his Halvern counterpart, Doe": Doe has Roe's office."""
        text = self.register.text
        for known in self.register.known:
            at = min((span.start for span in known.places), default=0)
            match = _COUNTERPART.search(text, max(0, at - _BEFORE), at)
            sentence = self.register.sentences.at(at)
            if known.name is None or match is None or sentence is None:
                continue
            events = [e for e in self.register.before(match.start()) if e.start >= sentence.start]
            others = [self.register.known[event.number] for event in events]
            other = next((k for k in others if k is not known and k.described.role), None)
            if other is None or _related(other.described) or not _new(known):
                continue
            whose = match["state"] or ""
            state = country(whose) or self.register.labels.state(whose)
            told = Described(other.described.role, state, state)
            known.described = told.or_else(known.described)


def _of_gender(described: Described, gender: str | None) -> Described:
    return described if gender == described.gender else replace(described, gender=gender)


def _new(known: Known) -> bool:
    """Whether nothing but "counterpart" is told of somebody."""
    return (known.described.role or "counterpart").split()[-1].lower() == "counterpart"


def _related(described: Described) -> bool:
    """Whether somebody is told of as a relative: "his daughter", "the first lady"."""
    words = (described.role or "").lower().split()
    return bool(words) and words[-1] in _RELATED


def _tops(described: Described) -> bool:
    """Whether a role is an office that surnames go with: "president", "prime minister"."""
    words = (described.role or "").lower().replace("-", " ").split()
    return bool(words) and words[-1] in _TOP and not {"vice", "former"} & set(words)
