"""Relations between claims, as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.relation import Relation, Verdict
from sayso.view.claims import ClaimRow, Printed, claim_row
from sayso.view.plain import line


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A tie with both claims. reasons: sentences, what weighs most first. decision: "" for none."""

    id: str
    kind: str
    score: float
    left: ClaimRow
    right: ClaimRow
    reasons: tuple[str, ...]
    decision: str


def link_rows(
    found: Iterable[Relation],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Printed],
    decided: Mapping[str, Verdict],
) -> tuple[LinkRow, ...]:
    """Relations as rows, in their order. claims, documents: by id."""

    def side(made: str) -> ClaimRow:
        return claim_row(claims[made], documents.get(claims[made].document))

    return tuple(
        LinkRow(
            id=one.id,
            kind=one.kind.value,
            score=one.score,
            left=side(one.left),
            right=side(one.right),
            reasons=tuple(line(reason.detail) for reason in one.reasons),
            decision=decided[one.id].value if one.id in decided else "",
        )
        for one in found
        if one.left in claims and one.right in claims
    )
