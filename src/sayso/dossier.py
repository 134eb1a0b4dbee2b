"""All that a report of a case shows, read from the case once; and its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso import joining, seeing
from sayso.model.errors import UnknownNameError
from sayso.store import ClaimQuery, Store
from sayso.versions import older

if TYPE_CHECKING:
    from sayso.picture import Picture
    from sayso.view.dossier import Dossier, Source


def dossier(store: Store, name: str) -> Dossier:
    """The dossier of a case. name: of the story."""
    from sayso.view.coverage import coverage_page
    from sayso.view.dossier import dossier as page
    from sayso.view.timeline import timeline_page
    from sayso.view.wording import wording_page

    source = _source(store, name)
    seen = seeing.of(
        source.documents, source.claims, source.relations, source.decided, source.older
    )
    return page(
        source,
        wording_page(seen.documents, seen.claims, seen.pairs(), store.names(seeing.NAME)),
        coverage_page(seen.documents, seen.claims, seen.groups, seen.relations),
        timeline_page(seen.documents, seen.claims, seen.groups),
    )


def picture(store: Store, kind: str) -> Picture:
    """A picture of a case: disputes, relays, coverage or timeline. Raises UnknownNameError."""
    from sayso import picture as draw

    if kind == "coverage":
        return draw.coverage_matrix(seeing.coverage(store))
    if kind == "timeline":
        return draw.timeline_picture(seeing.timeline(store))
    if kind not in ("disputes", "relays"):
        raise UnknownNameError(f"no picture is called {kind!r}")
    from sayso.view.dossier import ties

    _, origins, found = ties(_source(store, ""))
    return draw.disputes_map(found) if kind == "disputes" else draw.relay_tree(origins)


def _source(store: Store, name: str) -> Source:
    from sayso.view.dossier import Source

    found = store.claims(ClaimQuery(standing=True))
    return Source(
        name=name,
        documents=store.documents(),
        claims=[claim for claim, _ in found],
        makers={claim.id: str(maker) for claim, maker in found},
        relations=store.relations(),
        actors=joining.actors(store),
        decisions=store.decisions(),
        problems=store.problems(),
        runs=store.runs(),
        older=older(store),
    )
