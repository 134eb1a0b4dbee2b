"""One person, body or country of a document: what the whole text tells of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.model.claim import Entity, EntityKind
from sayso.model.span import Evidence, Span
from sayso.resolve.names import PersonName, body_words
from sayso.resolve.places import country, is_region, plain
from sayso.resolve.roles import UNDESCRIBED, Described
from sayso.resolve.words import CHAMBERS, OUTLET_NAMES, OUTLETS, PERSONAL, STATE

_OFTEN_PLAIN = frozenset(("independent", "observer", "mirror", "standard", "monitor"))
_EVIDENCE = 5  # places kept with an entity


@dataclass(slots=True, eq=False)
class Known:
    """Somebody or something that a document names; grows while the document is read.

    kind, label: what it is, and its fullest name so far.
    name: of a person. words: that tell a body from others, without its country.
    described: role, affiliation, country and gender. plural: several people under one word.
    places: where it is named. ways: the forms in which it is.
    stands_for: of a metonym: "the government of …".
    gender: told by the given name alone, where the text tells none.
    """

    kind: EntityKind
    label: str
    name: PersonName | None = None
    words: frozenset[str] = frozenset()
    described: Described = UNDESCRIBED
    plural: bool = False
    places: list[Span] = field(default_factory=list)
    ways: dict[str, None] = field(default_factory=dict)
    stands_for: str | None = None
    gender: str | None = None
    _seen: set[Span] = field(default_factory=set, repr=False)

    @property
    def singular_person(self) -> bool:
        faceless = self.kind is EntityKind.UNNAMED and not self.plural
        return self.kind is EntityKind.PERSON or faceless

    @property
    def group(self) -> bool:
        return self.plural or self.kind not in (EntityKind.PERSON, EntityKind.UNNAMED)

    def see(self, span: Span | None, way: str, described: Described) -> None:
        """Take in one more place where the text names it."""
        if span is not None and span not in self._seen:
            self._seen.add(span)
            self.places.append(span)
        if way:
            self.ways.setdefault(way)
        if described.role and (self._without_job or _owned(self.described, described)):
            self.described = described.or_else(self.described)  # a role with its own body
        else:
            self.described = self.described.or_else(described)

    @property
    def _without_job(self) -> bool:
        """Whether all that is told is a relation ("a friend of …"), which gives way to a job."""
        words = (self.described.role or "").lower().split()
        return bool(words) and words[-1] in PERSONAL

    def rename(self, label: str) -> None:
        """A fuller name; the old one stays as a way to name it."""
        self.ways.setdefault(self.label)
        self.label = label

    def entity(self, document: str, text: str, affiliation: str | None) -> Entity:
        """The finished claimer."""
        same = {self.label.casefold()}
        others = sorted({w for w in self.ways if w.casefold() not in same})
        places = sorted(self.places)[:_EVIDENCE]
        evidence = tuple(Evidence.cut(document, text, span) for span in places)
        role, ways = self.described.role, tuple(others)
        if self.plural and role and role.casefold() in same:
            role = None  # "experts" are no expert
        return Entity.make(
            self.label, self.kind, role, affiliation, ways, evidence, self.stands_for
        )


def _owned(mine: Described, other: Described) -> bool:
    return mine.role is None and other.affiliation is not None


def body_kind(words: str, named: frozenset[str], outlets: frozenset[str]) -> EntityKind:
    """What a body is, by the nouns in its name. outlets: names that the document itself gives."""
    low = frozenset(re.findall(r"[\w-]+", words.casefold()))
    if low & _OFTEN_PLAIN and body_head(words) not in _OFTEN_PLAIN:
        low -= _OFTEN_PLAIN  # "Independent School District"
    site = re.search(r"\w\.(?:com|org|net|news)$", words.casefold()) is not None
    if words.casefold() in outlets or site or (low & (OUTLETS | OUTLET_NAMES) and not low & STATE):
        return EntityKind.OUTLET
    if low & STATE or named & STATE or low <= CHAMBERS:
        return EntityKind.GOVERNMENT
    return EntityKind.BODY


def country_kind(name: str) -> EntityKind:
    if is_region(name):
        return EntityKind.UNNAMED
    union = name in ("United Nations", "European Union")
    return EntityKind.BODY if union else EntityKind.GOVERNMENT


@lru_cache(maxsize=8192)
def body_head(words: str) -> str:
    """The noun of a body's name: "Ministry of Defence" and "Defense Ministry" have the same."""
    first = re.split(r"\s+(?:of|for|on|in|at)\s+", plain(words), maxsplit=1)[0].split()
    return first[-1] if first else ""


@lru_cache(maxsize=8192)
def own_words(words: str) -> frozenset[str]:
    """The words of a body without those that only name its country."""
    kept = [w for w in re.sub(r"[’']s\b", "", words).split() if country(w.strip(",")) is None]
    return body_words(" ".join(kept)) or body_words(words)
