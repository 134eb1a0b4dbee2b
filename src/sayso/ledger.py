"""The lines of a case: all that it holds in the JSON shapes of the contract, for whoever writes it.

A case is read bit by bit, so that a large one need not fit into memory.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sayso import joining
from sayso.links import OF_ORIGINS, Links, origins
from sayso.model import wire
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.errors import UnknownNameError
from sayso.store import Store
from sayso.versions import older

KINDS = ("document", "claim", "relation", "problem")
"""What a case holds, as the contract has it."""


def lines(path: Path, kinds: Collection[str] = ()) -> Iterator[wire.Shape]:
    """The objects of these kinds, as the case is when the first one is asked for.

    kinds: document, claim, relation, problem, claimer or origin; none: the first four. Each
        document comes before its claims, and both before all else.
    Raises UnknownNameError for another kind, and where there is no case.
    """
    wanted = set(kinds or KINDS)
    if unknown := wanted - {"document", "claim", *_OTHERS}:
        raise UnknownNameError(f"no kind of line is called {unknown.pop()!r}")
    return _lines(path, wanted)


def _lines(path: Path, wanted: set[str]) -> Iterator[wire.Shape]:
    with closing(Store.open(path)) as store, store.still():
        if wanted & {"document", "claim"}:
            yield from _reports(store, wanted)
        for kind, give in _OTHERS.items():
            if kind in wanted:
                yield from give(store)


def _reports(store: Store, wanted: set[str]) -> Iterator[wire.Shape]:
    decided = store.verdicts()
    for document, claims in store.reports():
        if "document" in wanted:
            yield wire.document(document)
        if "claim" in wanted:
            yield from (wire.claim(one, maker, decided.get(one.id)) for one, maker in claims)


def _relations(store: Store) -> Iterator[wire.Shape]:
    decided = store.verdicts()
    return (wire.relation(one, decided.get(one.id)) for one in store.ties())


def _origins(store: Store) -> Iterator[wire.Shape]:
    ties = [replace(one, reasons=()) for one in store.ties() if one.kind in OF_ORIGINS]
    tied = {made for one in ties for made in (one.left, one.right)}
    claims, documents = dict[str, Claim](), dict[str, Document]()
    for document, found in store.reports():
        for claim, _ in found:
            if claim.id in tied:
                claims[claim.id], documents[document.id] = claim, document
    decided = store.verdicts()
    made = origins(Links(ties, claims, documents, decided), older(store))
    return (origin.shape() for origin in made)


_OTHERS: dict[str, Callable[[Store], Iterator[wire.Shape]]] = {
    "relation": _relations,
    "problem": lambda store: map(wire.problem, store.problems()),
    "claimer": lambda store: map(wire.actor, joining.actors(store)),
    "origin": _origins,
}
