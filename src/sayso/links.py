"""What a case gives when asked how its claims stand to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from sayso.link.groups import Group, Way, groups, independent, ways
from sayso.model import wire
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.relation import Relation, RelationKind, Verdict
from sayso.store import Store, undisturbed
from sayso.view.plain import line

if TYPE_CHECKING:
    from sayso.view.links import LinkRow

_SHOWN = 20  # utterances in a notebook
OF_ORIGINS = (RelationKind.SAME_UTTERANCE, RelationKind.RELAYS)
"""The ties that utterances and the ways of their reports are made of."""


@undisturbed()
def tied(store: Store, kinds: Iterable[RelationKind]) -> Links:
    """All relations of these kinds, with what they tie."""
    found = store.relations(kinds)
    ends = {made for one in found for made in (one.left, one.right)}
    claims = {claim.id: claim for claim in store.claims_among(ids=ends)}
    known = {claim.document for claim in claims.values()}
    documents = {document.id: document for document in store.documents(sorted(known))}
    return Links(found, claims, documents, store.verdicts())


class Links(Sequence[Relation]):
    """Relations in order, as a list is.

    claims, documents: those they tie, by id. decided: the last verdict on each, by id.
    """

    def __init__(
        self,
        found: Sequence[Relation],
        claims: Mapping[str, Claim],
        documents: Mapping[str, Document],
        decided: Mapping[str, Verdict],
    ) -> None:
        self._found = tuple(found)
        self.claims = claims
        self.documents = documents
        self.decided = decided

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Relation: ...
    @overload
    def __getitem__(self, index: slice) -> Links: ...
    def __getitem__(self, index: int | slice) -> Relation | Links:
        if isinstance(index, slice):
            return Links(self._found[index], self.claims, self.documents, self.decided)
        return self._found[index]

    def __repr__(self) -> str:
        return f"<{len(self)} ties>"

    def of(self, kind: str | None, *, rejected: bool) -> Links:
        """Those of a kind; without those that people rejected, or whose claims they did, unless
        asked for."""
        wanted = RelationKind(kind) if kind else None
        found = [
            one
            for one in self
            if (wanted is None or one.kind is wanted)
            and (rejected or not self._rejected(one.id, one.left, one.right))
        ]
        return Links(found, self.claims, self.documents, self.decided)

    def _rejected(self, *made: str) -> bool:
        return any(self.decided.get(one) is Verdict.REJECTED for one in made)

    def lines(self) -> Iterator[wire.Shape]:
        """Each relation in the JSON shape of the contract."""
        return (wire.relation(one, self.decided.get(one.id)) for one in self)

    def _repr_html_(self) -> str:
        from sayso.view.notebook import SHOWN, links_table

        return links_table(self[:SHOWN].rows(), len(self))

    def rows(self) -> tuple[LinkRow, ...]:
        """Each relation with both claims, to be shown."""
        from sayso.view.links import link_rows

        return link_rows(self, self.claims, self.documents, self.decided)


@dataclass(frozen=True, slots=True)
class Origin:
    """An utterance with every report of it. claims and ways: in the order of printing.

    documents: those that the claims stand in, by id. older: of each that is a page with several
    versions, the earlier ones, by id: none of them is a report of its own.
    """

    group: Group
    claims: tuple[Claim, ...]
    ways: tuple[Way, ...]
    documents: Mapping[str, Document]
    older: Mapping[str, tuple[str, ...]]

    @property
    def independent(self) -> int:
        """How many heard it for themselves."""
        return independent(self.ways)

    def reports(self) -> Iterator[tuple[Way, Claim]]:
        """Each way with its claim."""
        return zip(self.ways, self.claims, strict=True)

    @property
    def pages(self) -> int:
        """In how many reports it stands; in one of them it can stand more than once."""
        return len({claim.document for claim in self.claims})

    def heading(self) -> str:
        """ "Ostrel: 3 reports, 2 independent; weakest tie 0.71"."""
        from sayso.view.counted import told

        weakest = self.group.weakest
        return (
            f"{self.claims[0].claimer.name}: {told(len(self.claims), self.pages)}, "
            f"{self.independent} independent; weakest tie {weakest.score:.2f} ({weakest.id})"
        )

    def _repr_html_(self) -> str:
        from sayso.view.claims import claim_row
        from sayso.view.notebook import reports_table

        return reports_table(
            self.heading(),
            (
                (claim_row(claim, self.documents.get(claim.document)), _arrows(way), way.echo)
                for way, claim in self.reports()
            ),
        )

    def cells(self, number: int) -> Iterator[tuple[str, ...]]:
        """One line a passage."""
        weakest = f"{self.group.weakest.score:.2f}"
        for way, claim in self.reports():
            echo = "echo" if way.echo else ""
            counts = (str(number), str(self.independent), str(self.pages))
            older = str(len(self.older.get(claim.document, ())) or "")
            yield (*counts, _arrows(way), echo, claim.text, weakest, claim.id, older)

    def shape(self) -> wire.Shape:
        """As JSON."""
        reports = [
            {
                "claim": way.claim,
                "chain": list(way.chain),
                "origin": way.origin,
                "echo": way.echo,
                "older_versions": list(self.older.get(claim.document, ())),
            }
            for way, claim in self.reports()
        ]
        return {
            "type": "origin",
            "independent": self.independent,
            "reports": reports,
            "weakest": {"relation": self.group.weakest.id, "score": self.group.weakest.score},
        }


def origins(links: Links, older: Mapping[str, str]) -> list[Origin]:
    """Every utterance that is reported more than once, by claims that nobody rejected.

    older: documents that are earlier versions of a page, each with the newest one; by id.
    """
    decided, versions = links.decided, defaultdict[str, list[str]](list)
    for one, newest in older.items():
        versions[newest].append(one)
    claims = {
        made: claim
        for made, claim in links.claims.items()
        if claim.document not in older and decided.get(made) is not Verdict.REJECTED
    }
    taken = defaultdict[str, list[Relation]](list)
    for tie in links:
        if tie.kind is RelationKind.RELAYS:
            taken[tie.left].append(tie)
    found = []
    for group in groups(list(claims), links, decided):
        told = tuple(claims[made] for made in group.claims)
        known = {claim.document: links.documents[claim.document] for claim in told}
        relays = [tie for claim in told for tie in taken.get(claim.id, ())]
        before = {made: tuple(versions[made]) for made in known if made in versions}
        found.append(Origin(group, told, ways(told, known, relays), known, before))
    return found


def origins_page(found: Sequence[Origin]) -> str:
    """Utterances for a notebook, the first of many."""
    from sayso.view.notebook import rest

    shown = "".join(origin._repr_html_() for origin in found[:_SHOWN])
    return shown + rest(len(found), "utterances", shown=_SHOWN)


def _arrows(way: Way) -> str:
    return " → ".join(map(line, way.chain))
