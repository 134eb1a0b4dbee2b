"""How two claims stand to each other, and what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.errors import EvidenceError
from sayso.model.ids import relation_id
from sayso.model.span import Evidence


class RelationKind(StrEnum):
    """See CONTRACT's words: two levels, report to report and speaker to speaker."""

    SAME_UTTERANCE = "same_utterance"
    IDENTICAL = "identical"
    SUPPORTING = "supporting"
    REFUTING = "refuting"
    DENIES = "denies"
    MIRRORS = "mirrors"
    RELAYS = "relays"
    REPLIES_TO = "replies_to"


UNDIRECTED = frozenset(
    {
        RelationKind.SAME_UTTERANCE,
        RelationKind.IDENTICAL,
        RelationKind.SUPPORTING,
        RelationKind.REFUTING,
        RelationKind.MIRRORS,
    }
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a tie is asserted.

    name: of the feature. score: its share. detail: a sentence a reader can check.
    left, right: the words on each side that it rests on.
    """

    name: str
    score: float
    detail: str
    left: tuple[Evidence, ...] = ()
    right: tuple[Evidence, ...] = ()


class Verdict(StrEnum):
    """What a person decided. Withdrawn: as if nothing had been decided."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on a relation, a claim or who is who. Only added; the latest counts.

    subject: id of the relation or claim, or the pair of claimers that `actor.Ruling` names.
    who: name. at: ISO time. note: in their words.
    """

    subject: str
    verdict: Verdict
    who: str
    at: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie between two claims, with its reasons.

    left, right: ids of claims, never the same; in sorted order where the kind has no direction.
    score: 0 to 1.
    """

    id: str
    kind: RelationKind
    left: str
    right: str
    score: float
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        if self.left == self.right:
            raise EvidenceError(f"relation {self.id} ties {self.left} to itself")
        if self.kind in UNDIRECTED and self.left > self.right:
            raise EvidenceError(f"relation {self.id} has no direction: give its claims sorted")

    @classmethod
    def make(
        cls,
        kind: RelationKind,
        left: str,
        right: str,
        score: float,
        reasons: tuple[Reason, ...] = (),
    ) -> Relation:
        """A relation with its id, its claims in the right order."""
        if kind in UNDIRECTED and left > right:
            left, right = right, left
            reasons = tuple(Reason(r.name, r.score, r.detail, r.right, r.left) for r in reasons)
        return cls(relation_id(kind, left, right), kind, left, right, score, reasons)
