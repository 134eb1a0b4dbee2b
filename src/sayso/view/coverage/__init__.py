"""What was said × reports: who carries what, and who could have and did not.

pieces.py    a remark in sentences and halves, and which of them a report kept
carried.py   how a report carries it: whole, in part, paraphrased, only relayed
occasion.py  who could have carried it
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.link.groups import Group, independent, ways
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.relation import Relation, RelationKind
from sayso.view.claims import outlet, standing
from sayso.view.coverage.carried import Origins, carrying_cell
from sayso.view.coverage.occasion import Occasions, Said
from sayso.view.coverage.page import (
    CARRIED,
    Carried,
    Cell,
    Column,
    CoveragePage,
    Piece,
    Utterance,
)
from sayso.view.coverage.pieces import fullest, pieces
from sayso.view.plain import line

__all__ = [
    "CARRIED", "Carried", "Cell", "Column", "CoveragePage", "Piece", "Utterance", "coverage_page",
]  # fmt: skip


def coverage_page(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    groups: Sequence[Group],
    relations: Sequence[Relation],
    *,
    everything: bool = True,
) -> CoveragePage:
    """The coverage of a case.

    everything: also what one document alone carries and no other could have.

    documents, claims: in the order of printing. groups: claims that report one utterance.
    relations: without those that people rejected.
    """
    known = {document.id: document for document in documents}
    by_id = {claim.id: claim for claim in claims}
    said = list(_said(claims, groups, by_id))
    relays = [(r.left, r.right) for r in relations if r.kind is RelationKind.RELAYS]
    maker = _Maker(known, Origins.of(by_id, known, relays), Occasions(said, relations, known))
    inside = _inside(relations, said)
    made = (maker.utterance(one, inside[n], everything) for n, one in enumerate(said))
    ranked = sorted(filter(None, made), key=lambda one: (-one.carriers, -one.absent))
    return CoveragePage(tuple(map(_column, documents)), tuple(ranked))


def _said(
    claims: Sequence[Claim], groups: Sequence[Group], by_id: Mapping[str, Claim]
) -> Iterator[Said]:
    """Every utterance once, in the order of its first claim."""
    home = {made: group for group in groups for made in group.claims}
    for claim in claims:
        group = home.get(claim.id)
        if group is None:
            yield Said.of((claim,))
        elif group.claims[0] == claim.id:
            yield Said.of(tuple(by_id[made] for made in group.claims))


def _inside(relations: Sequence[Relation], said: Sequence[Said]) -> list[list[Relation]]:
    """The relays between the claims of each utterance."""
    home = {claim.id: n for n, one in enumerate(said) for claim in one.claims}
    found = [list[Relation]() for _ in said]
    for one in relations:
        if one.kind is RelationKind.RELAYS and home.get(one.left) == home.get(one.right, -1):
            found[home[one.left]].append(one)
    return found


class _Maker:
    """Makes utterances of what was said."""

    def __init__(
        self, documents: Mapping[str, Document], origins: Origins, occasions: Occasions
    ) -> None:
        self._documents = documents
        self._origins = origins
        self._occasions = occasions
        self._order = {made: n for n, made in enumerate(documents)}

    def utterance(
        self, one: Said, relays: Sequence[Relation], everything: bool
    ) -> Utterance | None:
        """None where only one document is on the occasion, unless everything is wanted."""
        others = list(self._occasions.cells(one))
        if len(one.documents) + len(others) < 2 and not everything:
            return None
        best, parts = fullest(one.claims), pieces(one.claims)
        carrying = defaultdict[str, list[Claim]](list)
        for claim in one.claims:
            carrying[claim.document].append(claim)
        cells = [
            carrying_cell(self._documents[made], some, parts, best, self._origins)
            for made, some in carrying.items()
        ]
        cells += others
        heard = independent(ways(one.claims, self._documents, relays)) if one.claims[1:] else 1
        return Utterance(
            id=best.id,
            claimer=line(best.claimer.name),
            standing=standing(best.claimer),
            said=one.when,
            words=line(best.text),
            pieces=parts,
            claims=tuple(claim.id for claim in one.claims),
            independent=heard,
            cells=tuple(sorted(cells, key=lambda cell: self._order[cell.document])),
        )


def _column(document: Document) -> Column:
    published = document.published.iso if document.published else ""
    return Column(document.id, outlet(document), published, line(document.title or ""))
