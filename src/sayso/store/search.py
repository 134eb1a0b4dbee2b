"""Full-text search over documents and claims, and names that come near."""

from __future__ import annotations

from sayso.model.span import Span
from sayso.store.database import Database, Row
from sayso.store.names import folded
from sayso.store.query import Hit, match

OPEN, CLOSE = "\ufdd0", "\ufdd1"  # code points that stand in no text
_NEAR = 70  # of 100: below, a name is not worth suggesting

# 24: words in a snippet. bm25: a match in the title weighs more; ties go by id, not by row.
_CLAIMS = """
SELECT 'claim', claims.id, claims.document, entity_names.name,
    snippet(claim_index, 0, ?2, ?3, '…', 24)
FROM claim_index JOIN claims ON claims.key = claim_index.rowid
JOIN entity_names ON entity_names.entity = claims.claimer AND entity_names.position = 0
WHERE claim_index MATCH ?1 AND claims.id NOT IN (
    SELECT subject FROM latest_decisions WHERE verdict = 'rejected')
ORDER BY bm25(claim_index), claims.id LIMIT ?4
"""
_DOCUMENTS = """
SELECT 'document', documents.id, documents.id, coalesce(documents.title, documents.outlet, ''),
    snippet(document_index, -1, ?2, ?3, '…', 24)
FROM document_index JOIN documents ON documents.key = document_index.rowid
WHERE document_index MATCH ?1 ORDER BY bm25(document_index, 3.0, 1.0), documents.id LIMIT ?4
"""


def search(database: Database, words: str, limit: int) -> list[Hit]:
    """The best claims that nobody rejected, then the best documents; at most `limit` of each.

    Raises UsageError where there is nothing to search for.
    """
    values = (match(words), OPEN, CLOSE, limit)
    return [_hit(row) for sql in (_CLAIMS, _DOCUMENTS) for row in database.rows(sql, values)]


def near(name: str, known: list[str], limit: int = 3) -> tuple[str, ...]:
    """Known names like this one, the nearest first."""
    from rapidfuzz import fuzz, process

    found = process.extract(
        name, known, scorer=fuzz.WRatio, processor=folded, score_cutoff=_NEAR, limit=limit
    )
    return tuple(match for match, _, _ in found)


def claimer_names(database: Database) -> list[str]:
    """Every name and alias of a claimer, once."""
    return [row[0] for row in database.rows("SELECT DISTINCT name FROM entity_names ORDER BY name")]


def document_names(database: Database) -> list[str]:
    """The last part of every source, once."""
    rows = database.rows("SELECT DISTINCT source FROM sources ORDER BY source")
    return [row[0].replace("\\", "/").rsplit("/", 1)[-1] for row in rows]


def _hit(row: Row) -> Hit:
    kind, made, document, heading, marked = row
    snippet, marks = unmarked(marked)
    return Hit(kind, made, document, heading, snippet, marks)


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """A text without OPEN and CLOSE, and where they stood."""
    text, marks = "", list[Span]()
    for n, piece in enumerate(marked.split(OPEN)):
        hit, _, rest = piece.partition(CLOSE) if n else ("", "", piece)
        if hit:
            marks.append(Span(len(text), len(text) + len(hit)))
        text += hit + rest
    return text, tuple(marks)
