"""How a report carries an utterance: whole, in part, paraphrased, or only as another has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim, EntityKind
from sayso.model.document import Document
from sayso.resolve.words import OUTLETS
from sayso.view.claims import outlet
from sayso.view.coverage.page import Carried, Cell, Piece
from sayso.view.coverage.pieces import kept, quoted_stems, stems
from sayso.view.plain import line

_WHOLE = 0.8  # of the telling words of the fullest wording
_QUOTED = 2  # telling words in quotation marks: fewer are a word, not part of the remark


@dataclass(frozen=True, slots=True)
class Origins:
    """From whom reports have what they carry.

    claims: every claim of the case, by id. taken: for a claim that was taken from another, the
    document of that one. outlets: names of outlets of the case, in small letters.
    """

    claims: Mapping[str, Claim]
    taken: Mapping[str, Document]
    outlets: frozenset[str]

    @classmethod
    def of(
        cls,
        claims: Mapping[str, Claim],
        documents: Mapping[str, Document],
        relays: Iterable[tuple[str, str]],
    ) -> Origins:
        """relays: later and earlier claim, by id."""
        taken = {
            later: documents[claims[earlier].document]
            for later, earlier in relays
            if later in claims and earlier in claims
        }
        names = [document.outlet for document in documents.values() if document.outlet]
        names += [c.claimer.name for c in claims.values() if c.claimer.kind is EntityKind.OUTLET]
        return cls(claims, taken, frozenset(map(_plain, names)))

    def relayed(self, claim: Claim, document: Document) -> str:
        """The outlet that a report has a claim from, "" where it doesn't say so."""
        own = _plain(document.outlet or "")
        for name in self._named(claim):
            if name and _plain(name) != own:
                return line(name)
        return ""

    def _named(self, claim: Claim) -> Iterable[str]:
        if claim.id in self.taken:
            yield outlet(self.taken[claim.id])
        parent = self.claims.get(claim.attribution.parent or "")
        if parent and parent.claimer.kind is EntityKind.OUTLET:
            yield parent.claimer.name
        for told in (claim.addressee, claim.medium):
            if told and self._is_outlet(told.text):
                yield told.text

    def _is_outlet(self, name: str) -> bool:
        words = _plain(name)
        if words in self.outlets or any(f" {words}" in f" {known}" for known in self.outlets):
            return True
        return name[:1].isupper() and any(word in OUTLETS for word in words.split())


def carrying_cell(
    document: Document,
    claims: Sequence[Claim],
    pieces: Sequence[Piece],
    whole: Claim,
    origins: Origins,
) -> Cell:
    """The cell of a document that carries an utterance. whole: the fullest wording of it."""
    wanted = stems(whole.text)
    there = frozenset[str]().union(*(stems(claim.text) for claim in claims)) & wanted
    quoted = frozenset[str]().union(*(quoted_stems(claim) for claim in claims)) & wanted
    sources = [origins.relayed(claim, document) for claim in claims]
    share = len(there) / len(wanted) if wanted else 1.0
    return Cell(
        document=document.id,
        carried=_carried(len(quoted), len(wanted), relayed=all(sources)),
        claims=tuple(claim.id for claim in claims),
        kept=tuple(round(kept(piece, claims), 2) for piece in pieces),
        share=round(share, 2),
        why=f"as {sources[0]} has it" if all(sources) else "",
    )


def _carried(quoted: int, wanted: int, *, relayed: bool) -> Carried:
    if relayed:
        return Carried.RELAYED
    if quoted and quoted >= _WHOLE * wanted:
        return Carried.WHOLE
    return Carried.PART if quoted >= _QUOTED else Carried.PARAPHRASED


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()
