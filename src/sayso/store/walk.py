"""A whole case, read bit by bit, so that a large one need not fit into memory."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.relation import Relation
from sayso.model.trace import Maker
from sayso.store import claims, documents, relations
from sayso.store.database import Database
from sayso.store.query import ClaimQuery

Report = tuple[Document, list[tuple[Claim, Maker]]]
"""A document with its claims, each with its maker, in the order of the text."""

_DOCUMENTS = "SELECT id FROM documents ORDER BY published IS NULL, published, id"
_RELATIONS = "SELECT id FROM relations ORDER BY kind, left_claim, right_claim"
_AT_ONCE = 500  # relations that are read together


def reports(database: Database) -> Iterator[Report]:
    """Every document, oldest first, undated last. Hold a transaction for one state of all."""
    for (made,) in database.rows(_DOCUMENTS):
        found = claims.load(database, ClaimQuery(document=made))
        yield documents.load(database, [made])[0], found


def ties(database: Database) -> Iterator[Relation]:
    """Every relation with its reasons, in the order of `relations.load`."""
    ids = [made for (made,) in database.rows(_RELATIONS)]
    for start in range(0, len(ids), _AT_ONCE):
        yield from relations.of_ids(database, ids[start : start + _AT_ONCE])
