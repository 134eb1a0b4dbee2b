"""An attribution in its context: who, when, where, through what, to whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.attribution import Attribution, CueClass
from sayso.model.document import When
from sayso.model.ids import entity_id
from sayso.model.span import Evidence


class EntityKind(StrEnum):
    """What a claimer is."""

    PERSON = "person"
    BODY = "body"
    GOVERNMENT = "government"
    OUTLET = "outlet"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Entity:
    """A claimer. "Unnamed" is an answer, not a gap.

    id: from kind, name and affiliation.
    name: as full as the text gives it.
    role: "Foreign Minister"; affiliation: "France".
    aliases: other ways the text names it, sorted.
    evidence: where the name stands, if it does.
    stands_for: of a metonym: "the presidency of Halvern" for its palace; None for all others.
    """

    id: str
    name: str
    kind: EntityKind
    role: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    stands_for: str | None = None

    @classmethod
    def make(
        cls,
        name: str,
        kind: EntityKind,
        role: str | None = None,
        affiliation: str | None = None,
        aliases: tuple[str, ...] = (),
        evidence: tuple[Evidence, ...] = (),
        stands_for: str | None = None,
    ) -> Entity:
        """An entity with the id that its kind, name and affiliation give."""
        made = entity_id(kind, name, affiliation)
        return cls(made, name, kind, role, affiliation, aliases, evidence, stands_for)


@dataclass(frozen=True, slots=True)
class Claim:
    """Who said what, in its context.

    attribution: the words, with their places.
    claimer: who; an unnamed one where the text names none.
    source, cue, content: the words cut from the document.
    cue_class, negated: "did not deny" is deny, negated.
    medium: "Facebook"; addressee: "reporters"; place: "Vienna"; occasion: "at a news conference",
        "before the ministers' meeting", as the text has them.
    said: when it was said, never more precise than the text.
    reason: how the claimer was found, a sentence a reader can check.
    """

    attribution: Attribution
    claimer: Entity
    source: Evidence | None
    cue: Evidence | None
    content: tuple[Evidence, ...]
    cue_class: CueClass
    negated: bool = False
    medium: Evidence | None = None
    addressee: Evidence | None = None
    said: When | None = None
    place: Evidence | None = None
    occasion: Evidence | None = None
    reason: str = ""

    @property
    def id(self) -> str:
        return self.attribution.id

    @property
    def document(self) -> str:
        return self.attribution.document

    @property
    def text(self) -> str:
        """The content in one string; " … " stands where the text is broken."""
        return " … ".join(part.text for part in self.content)
