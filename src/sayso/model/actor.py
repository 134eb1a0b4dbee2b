"""One claimer across all documents of a case, and why its names are taken for one."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.claim import Entity
from sayso.model.relation import Reason, Verdict


@dataclass(frozen=True, slots=True)
class Appearance:
    """A claimer as one document has it.

    entity: with the name that the document gives. document: its id.
    published, outlet: of the document, where known. claims: how many it makes there.
    """

    entity: Entity
    document: str
    published: str | None = None
    outlet: str | None = None
    claims: int = 0

    @property
    def ref(self) -> str:
        """What decisions call it: the entity's id, and where it appears."""
        return f"{self.entity.id}@{self.document}"


@dataclass(frozen=True, slots=True)
class Merge:
    """Two appearances, by `ref`, that are taken for one claimer, and why."""

    left: str
    right: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided on two claimers: confirmed (they are one) or rejected.

    left, right: ids of entities, or refs of appearances ("id@document") where only that one is
    meant; in sorted order.
    """

    left: str
    right: str
    verdict: Verdict

    @property
    def subject(self) -> str:
        """As decisions name it: "same:<left>+<right>"."""
        return f"same:{self.left}+{self.right}"

    @classmethod
    def make(cls, one: str, other: str, verdict: Verdict) -> Ruling:
        """A ruling with its two sides in the right order."""
        return cls(min(one, other), max(one, other), verdict)

    @classmethod
    def read(cls, subject: str, verdict: Verdict) -> Ruling | None:
        """The ruling of a decision; None where the decision is on something else."""
        kind, _, pair = subject.partition(":")
        left, plus, right = pair.partition("+")
        return cls.make(left, right, verdict) if kind == "same" and plus else None


@dataclass(frozen=True, slots=True)
class Actor:
    """A claimer of a case.

    entity: the fullest name, with the role and affiliation that most documents give, and every
        other name as an alias.
    appearances: in the order of documents' ids. merges: why they are one; each ties two of them.
    phrases: other words to find it by ("Halvern Foreign Minister"), folded by nobody yet.
    """

    entity: Entity
    appearances: tuple[Appearance, ...]
    merges: tuple[Merge, ...] = ()
    phrases: tuple[str, ...] = ()

    @property
    def claims(self) -> int:
        return sum(one.claims for one in self.appearances)

    @property
    def documents(self) -> int:
        return len({one.document for one in self.appearances})

    @property
    def first(self) -> str | None:
        """The earliest date of printing, as precise as it is known."""
        return min(self._dates(), default=None)

    @property
    def last(self) -> str | None:
        return max(self._dates(), default=None)

    def _dates(self) -> list[str]:
        return [one.published for one in self.appearances if one.published]
