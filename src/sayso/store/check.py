"""Whether a case holds together: places, fingerprints, ids, ties, indexes."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence

from sayso.model import ids as ids_of
from sayso.model.errors import EvidenceError, SaysoError
from sayso.model.relation import Verdict
from sayso.model.trace import Problem
from sayso.store import actors, check_claims, documents, evidence, relations, sound
from sayso.store.database import Database
from sayso.store.undisturbed import undisturbed

# Every table that holds words with their place, in one shape: what, id, document, start, end, text.
_AMONG = "IN (SELECT value FROM json_each(?1))"
_PLACES = (
    f"""SELECT 'claim', claims.id, claims.document, start, "end", claim_spans.text
    FROM claim_spans JOIN claims ON claims.key = claim_spans.claim
    WHERE claims.document {_AMONG}""",
    f"""SELECT 'claimer', entities.id, entity_spans.document, start, "end", text
    FROM entity_spans JOIN entities ON entities.key = entity_spans.entity
    WHERE entity_spans.document {_AMONG}""",
    f"""SELECT 'mention', document, document, start, "end", text FROM mentions
    WHERE document {_AMONG}""",
    f"""SELECT 'relation', relation, document, start, "end", text FROM reason_spans
    WHERE document {_AMONG}""",
)
_AT_ONCE = 500  # documents
_UNINDEXED = """
SELECT id FROM claims WHERE key NOT IN (SELECT rowid FROM claim_index)
UNION SELECT 'row ' || rowid FROM claim_index WHERE rowid NOT IN (SELECT key FROM claims)
UNION SELECT id FROM claims JOIN claim_index ON claim_index.rowid = claims.key
WHERE content IS NOT (SELECT group_concat(text, ' … ') FROM (
    SELECT text FROM claim_spans WHERE claim = claims.key AND role = 'content' ORDER BY position))
"""
_ORPHANS = """
SELECT id, document, parent FROM claims
WHERE parent IS NOT NULL AND parent NOT IN (SELECT id FROM claims)
"""
_EMPTY = "SELECT name FROM actors WHERE key NOT IN (SELECT actor FROM actor_members)"
_HOMES = """SELECT id, id || '@' || document, actor FROM entities
JOIN actor_members ON actor_members.entity = entities.key WHERE EXISTS (SELECT 1 FROM joinings)"""

_PROBES = {
    "document_index": """INSERT INTO document_index (document_index, rank)
        VALUES ('integrity-check', 1)""",
    "claim_index": "INSERT INTO claim_index (claim_index) VALUES ('integrity-check')",
    "actor_index": "INSERT INTO actor_index (actor_index) VALUES ('integrity-check')",
}


def check(database: Database) -> Iterator[Problem]:
    """Everything that does not hold, one problem each; none for a sound case."""
    with undisturbed():
        yield from sound.check(database)
        ids = [made for (made,) in database.rows("SELECT id FROM documents ORDER BY id")]
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            yield from _documents(database, some)
            yield from _places(database, some)
            yield from check_claims.check(database, some)
        yield from _ties(database)
        yield from _actors(database)
        yield from _indexes(database)
        yield from evidence.check(database)


def _documents(database: Database, ids: Sequence[str]) -> Iterator[Problem]:
    """The bytes give the fingerprint; fingerprint and text give the id; furniture lies inside."""
    try:
        found = documents.load(database, ids)
    except (SaysoError, ValueError) as error:
        if len(ids) == 1:
            yield _problem(database, "document", str(error), ids[0])
        else:  # each alone: one of them cannot be read, and hides no other
            for made in ids:
                yield from _documents(database, [made])
        return
    for one in found:
        try:
            if not documents.fits(database, one.sha256):
                message = "the bytes do not give their fingerprint"
                yield _problem(database, "fingerprint", message, one.id)
            if one.title_span:
                one.title_span.cut(one.text)
        except (SaysoError, ValueError) as error:
            yield _problem(database, "document", str(error), one.id)
        except zlib.error as error:
            message = f"the bytes cannot be unpacked: {error}"
            yield _problem(database, "fingerprint", message, one.id)


def _places(database: Database, ids: Sequence[str]) -> Iterator[Problem]:
    """Cutting the text at each place gives the words that are kept with it."""
    among = (json.dumps(ids),)
    texts: dict[str, str] = dict(
        database.rows(f"SELECT id, text FROM documents WHERE id {_AMONG}", among)
    )
    for select in _PLACES:
        for what, made, document, start, end, words in database.rows(select, among):
            text = texts[document]
            if text[start:end] != words or not 0 <= start < end <= len(text):
                message = f"{what} {made}: the text at {start}..{end} is not {words[:60]!r}"
                yield _problem(database, "span", message, document)


def _ties(database: Database) -> Iterator[Problem]:
    """Parents are there; the ids of relations and problems come from what they are."""
    for made, document, parent in database.rows(_ORPHANS):
        message = f"claim {made} has a parent {parent} that is missing"
        yield _problem(database, "missing-row", message, document)
    try:
        found = relations.bare(database)
    except (EvidenceError, ValueError) as error:
        yield _problem(database, "relation", f"a relation cannot be read: {error}")
        found = []
    for tie in found:
        if tie.id != ids_of.relation_id(tie.kind, tie.left, tie.right):
            yield _problem(database, "id", f"relation {tie.id} does not match its claims")
    for made, *parts in database.rows("SELECT id, kind, source, message FROM problems"):
        if made != ids_of.problem_id(*parts):
            yield _problem(database, "id", f"problem {made} does not match its words")


def _actors(database: Database) -> Iterator[Problem]:
    """Whoever claimers were joined to is there for a reason, and no person's word is against it."""
    for (name,) in database.rows(_EMPTY):
        yield _problem(database, "actor", f"{name} is nobody in any document")
    homes = dict[str, set[int]]()
    for made, ref, actor in database.rows(_HOMES):
        homes.setdefault(made, set()).add(actor)
        homes.setdefault(ref, set()).add(actor)
    for ruling in actors.rulings(database):
        left, right = homes.get(ruling.left, set()), homes.get(ruling.right, set())
        if ruling.verdict is Verdict.REJECTED and ruling.left != ruling.right and left & right:
            message = f"{ruling.left} and {ruling.right} are joined against a decision"
            yield _problem(database, "actor", message)


def _indexes(database: Database) -> Iterator[Problem]:
    """The full-text indexes hold what the tables hold."""
    for (made,) in database.rows(_UNINDEXED):
        yield _problem(database, "index", f"claim {made} differs in the full-text index")
    for table, probe in _PROBES.items():
        if not database.sound(probe):
            message = f"the full-text index {table} does not match its words"
            yield _problem(database, "index", message)


def _problem(database: Database, kind: str, message: str, document: str | None = None) -> Problem:
    return Problem(kind, message, str(database.path), document)
