"""Whether claims and claimers can be read, and have the ids that come from what they are.

Looks at rows rather than at whole claims: nothing is needed here but what an id is made from, and
whatever a claim refuses to be made from.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.model import ids as ids_of
from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import EntityKind
from sayso.model.document import KnownFrom, When
from sayso.model.errors import EvidenceError
from sayso.model.span import Span
from sayso.model.trace import Problem
from sayso.store.database import Database, Row

_AMONG = "IN (SELECT value FROM json_each(?1))"
_SPANS = f"""SELECT claim, role, start, "end" FROM claim_spans
WHERE claim IN (SELECT key FROM claims WHERE document {_AMONG})
AND role IN ('source', 'cue', 'content') ORDER BY claim, position"""
_CLAIMS = f"""SELECT claims.key, claims.id, claims.document, quotation, cue_class, said, said_from,
    parent, score, entities.id, kind, name, affiliation
FROM claims LEFT JOIN entities ON entities.key = claimer
LEFT JOIN entity_names ON entity_names.entity = entities.key AND entity_names.position = 0
WHERE claims.document {_AMONG} ORDER BY claims.document, claims.position"""

Places = dict[str, tuple[tuple[int, int], ...]]
"""Where the parts of a claim begin and end, by role."""


def check(database: Database, documents: Sequence[str]) -> Iterator[Problem]:
    """What does not hold in these documents. documents: ids."""
    among = (json.dumps(documents),)
    places = defaultdict[int, Places](dict)
    for key, role, start, end in database.rows(_SPANS, among):
        mine = places[key]
        mine[role] = (*mine.get(role, ()), (start, end))
    case = str(database.path)
    for row in database.rows(_CLAIMS, among):
        try:
            differs = list(_differs(row, places[row[0]]))
        except (EvidenceError, ValueError) as error:
            yield Problem("claim", f"a claim cannot be read: {error}", case, row[2])
        else:
            yield from (Problem("id", message, case, row[2]) for message in differs)


def _differs(row: Row, places: Places) -> Iterator[str]:
    """Each id that is another than it should be. Raises EvidenceError, ValueError for a claim that
    cannot be made from its row."""
    _, made, document, quotation, cue, said, known_from, parent, score, *claimer = row
    parts = {role: tuple(Span(*place) for place in some) for role, some in places.items()}
    source, told = parts.get("source", ()), parts.get("cue", ())
    content = parts.get("content", ())
    one = Attribution(
        made,
        document,
        source[0] if source else None,
        told[0] if told else None,
        content,
        Quotation(quotation),
        parent,
        score,
    )
    CueClass(cue)
    if said is not None:
        When(said, KnownFrom(known_from))
    if made != one.make_id(document, one.source, one.cue, content):
        yield f"claim {made} does not match its places"
    who, kind, name, affiliation = claimer
    if name is None:
        raise ValueError(f"the claimer of {made} is missing or has no name")
    if who != ids_of.entity_id(EntityKind(kind), name, affiliation):
        yield f"claimer {who} does not match its name"
