"""The tie of source, cue and content in one text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.errors import EvidenceError
from sayso.model.ids import attribution_id
from sayso.model.span import Span


class Quotation(StrEnum):
    """How much of the content stands in quotation marks: all, none, or part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class CueClass(StrEnum):
    """What kind of act the cue tells of."""

    SAY = "say"
    CLAIM = "claim"
    ACCUSE = "accuse"
    DENY = "deny"
    ADMIT = "admit"
    CONFIRM = "confirm"
    ASK = "ask"
    DEMAND = "demand"
    PROMISE = "promise"
    WARN = "warn"
    THINK = "think"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is made to say what, in the words of one document.

    id: from the document and the places only.
    source, cue: their place, or None where the text has none.
    content: one or more places, in the order of the text.
    quotation: direct, indirect or mixed.
    parent: id of the attribution whose content holds this one.
    score: how sure the maker is, 0 to 1.
    """

    id: str
    document: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    quotation: Quotation
    parent: str | None = None
    score: float = 0.0

    def __post_init__(self) -> None:
        if not self.content:
            raise EvidenceError(f"attribution {self.id} has no content")
        if list(self.content) != sorted(self.content):
            raise EvidenceError(f"attribution {self.id} has its content out of order")
        if not 0.0 <= self.score <= 1.0:
            raise EvidenceError(f"attribution {self.id} has a score of {self.score}")

    @staticmethod
    def make_id(
        document: str, source: Span | None, cue: Span | None, content: tuple[Span, ...]
    ) -> str:
        roles = (
            ("source", (source,) if source else ()),
            ("cue", (cue,) if cue else ()),
            ("content", content),
        )
        return attribution_id(document, roles)
