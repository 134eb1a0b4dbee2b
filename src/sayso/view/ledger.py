"""A table of claims: rows with what people said to them, and where the words searched for stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.span import Span
from sayso.view.claims import ClaimRow, Printed, claim_row
from sayso.view.search import pieces


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A claim in a table. checked: what people said to it, "" for nothing.
    pieces: its words, each with whether it was searched for; safe."""

    row: ClaimRow
    checked: str
    pieces: tuple[tuple[str, bool], ...]


def ledger_rows(
    claims: Iterable[Claim],
    documents: Mapping[str, Printed],
    checked: Mapping[str, str],
    marks: Mapping[str, tuple[Span, ...]],
) -> tuple[LedgerRow, ...]:
    """Claims as rows, in their order. documents, checked, marks: by id."""
    return tuple(
        LedgerRow(
            claim_row(claim, documents.get(claim.document)),
            checked.get(claim.id, ""),
            tuple(pieces(claim.text, marks.get(claim.id, ()))),
        )
        for claim in claims
    )
