"""Documents with their original bytes and the places where they were seen. Written once."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Sequence

from sayso.model.document import Certainty, Document, Furniture, FurnitureKind, KnownFrom, When
from sayso.model.errors import EvidenceError, UnknownNameError, UsageError
from sayso.model.ids import sha256
from sayso.model.span import Span
from sayso.store import trace
from sayso.store.database import Database, Row
from sayso.store.names import storable

_LEVEL = 6  # of zlib: half the size of most pages, and fast

_INSERT = """
INSERT INTO documents (id, sha256, language, outlet, title, title_start, title_end, byline,
    repost_of, place, published, published_from, url, fetched, published_time, published_certainty,
    text)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_SELECT = """
SELECT id, (SELECT min(source) FROM sources WHERE document = documents.id), sha256, text, language,
    outlet, title, title_start, title_end, byline, repost_of, place, published, published_from,
    url, fetched, published_time, published_certainty
FROM documents
"""
_ORDER = " ORDER BY published IS NULL, published, id"
_NAMED = """
WHERE id = :name OR substr(id, 1, length(:name)) = :name OR id IN (
    SELECT document FROM sources WHERE source = :name
    OR substr(source, -length(:name) - 1) IN ('/' || :name, '\\' || :name))
"""


def save(database: Database, document: Document, raw: bytes) -> bool:
    """Keep a document, its bytes and its source; whether it is new. Call it in a transaction.

    Raises EvidenceError for half characters in the text, which no file can hold.
    """
    if not _whole(document.text):
        raise EvidenceError(f"the text of {document.source} holds half characters")
    known = database.one("SELECT 1 FROM documents WHERE id = ?", (document.id,))
    if not known:
        save_original(database, document.sha256, raw)
        database.run(_INSERT, _values(document))
        database.run("INSERT INTO arrivals VALUES (?, ?)", (document.id, trace.moment()))
        _save_parts(database, document)
    add_source(database, document.id, document.source)
    return not known


def save_original(database: Database, fingerprint: str, raw: bytes) -> None:
    """Keep bytes, once."""
    if not database.one("SELECT 1 FROM originals WHERE sha256 = ?", (fingerprint,)):
        database.run(
            "INSERT INTO originals (sha256, size, packed) VALUES (?, ?, ?)",
            (fingerprint, len(raw), zlib.compress(raw, _LEVEL)),
        )


def add_source(database: Database, document: str, source: str) -> None:
    """Note one more place where a document was seen."""
    database.run("INSERT OR IGNORE INTO sources VALUES (?, ?)", (document, storable(source)))


def has_source(database: Database, document: str, source: str) -> bool:
    """Whether a document was seen under this source."""
    select = "SELECT 1 FROM sources WHERE document = ? AND source = ?"
    return database.one(select, (document, storable(source))) is not None


def load(database: Database, ids: Sequence[str] | None = None) -> list[Document]:
    """All documents, or those with these ids, oldest first, undated last."""
    if ids is None:
        rows, wanted = database.rows(_SELECT + _ORDER), None
    else:
        wanted = json.dumps(list(ids))
        where = " WHERE id IN (SELECT value FROM json_each(?))"
        rows = database.rows(_SELECT + where + _ORDER, (wanted,))
    agencies = _grouped(database, "SELECT document, name FROM credits", ", position", wanted)
    furniture = _grouped(
        database, 'SELECT document, start, "end", kind FROM furniture', ", start", wanted
    )
    pages = _grouped(database, 'SELECT document, start, "end" FROM pages', ", number", wanted)
    return [_document(row, agencies[row[0]], furniture[row[0]], pages[row[0]]) for row in rows]


def named(database: Database, name: str) -> Document:
    """The one document of that id, start of an id, source, file name or start of a file name.

    Raises UnknownNameError where there is none, UsageError where there are several.
    """
    found = [row[0] for row in database.rows("SELECT id FROM documents " + _NAMED, {"name": name})]
    if name in found:
        found = [name]
    found = found or _begun(database, name)
    if not name or not found:
        raise UnknownNameError(f"no document is called {name!r}")
    if len(found) > 1:
        some = ", ".join(sorted(found)[:5])
        raise UsageError(f"{len(found)} documents are called {name!r}: {some}; give more of the id")
    return load(database, found)[0]


def _begun(database: Database, name: str) -> list[str]:
    """The documents whose file's name begins so."""
    rows = database.rows("SELECT document, source FROM sources")
    files = ((document, source.replace("\\", "/").rsplit("/", 1)[-1]) for document, source in rows)
    return sorted({document for document, file in files if file.startswith(name)})


def original(database: Database, fingerprint: str) -> bytes:
    """The bytes as they were read."""
    row = database.one("SELECT packed FROM originals WHERE sha256 = ?", (fingerprint,))
    if row is None:
        raise UnknownNameError(f"no bytes with the fingerprint {fingerprint}")
    return zlib.decompress(row[0])


def fits(database: Database, fingerprint: str) -> bool:
    """Whether the bytes under a fingerprint give it. Raises zlib.error where they are damaged."""
    return sha256(original(database, fingerprint)) == fingerprint


def _whole(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _values(document: Document) -> Row:
    title, when = document.title_span, document.published
    return (
        document.id,
        document.sha256,
        document.language,
        _clean(document.outlet),
        _clean(document.title),
        title.start if title else None,
        title.end if title else None,
        _clean(document.byline),
        _clean(document.repost_of),
        _clean(document.place),
        when.iso if when else None,
        when.known_from.value if when else None,
        _clean(document.url),
        document.fetched,
        _clean(document.published_time),
        document.published_certainty,
        document.text,
    )


def _clean(value: str | None) -> str | None:
    return None if value is None else storable(value)


def _save_parts(database: Database, document: Document) -> None:
    database.many(
        "INSERT INTO credits VALUES (?, ?, ?)",
        [(document.id, n, storable(name)) for n, name in enumerate(document.credits)],
    )
    database.many(
        "INSERT INTO furniture VALUES (?, ?, ?, ?)",
        [(document.id, f.span.start, f.span.end, f.kind.value) for f in document.furniture],
    )
    database.many(
        "INSERT INTO pages VALUES (?, ?, ?, ?)",
        [(document.id, n, page.start, page.end) for n, page in enumerate(document.pages, start=1)],
    )


def _grouped(
    database: Database, select: str, order: str, wanted: str | None
) -> defaultdict[str, list[Row]]:
    """Rows without their first value, by that value, the id of a document."""
    where = "" if wanted is None else " WHERE document IN (SELECT value FROM json_each(?))"
    values = () if wanted is None else (wanted,)
    groups = defaultdict[str, list[Row]](list)
    for document, *rest in database.rows(f"{select}{where} ORDER BY document{order}", values):
        groups[document].append(tuple(rest))
    return groups


def _document(row: Row, agencies: list[Row], furniture: list[Row], pages: list[Row]) -> Document:
    title, when = row[7:9], row[12:14]
    return Document(
        id=row[0],
        source=row[1] or "",
        sha256=row[2],
        text=row[3],
        language=row[4],
        outlet=row[5],
        title=row[6],
        title_span=None if title[0] is None else Span(*title),
        byline=row[9],
        repost_of=row[10],
        place=row[11],
        published=None if when[0] is None else When(when[0], KnownFrom(when[1])),
        url=row[14],
        fetched=row[15],
        credits=tuple(name for (name,) in agencies),
        furniture=tuple(Furniture(Span(s, e), FurnitureKind(kind)) for s, e, kind in furniture),
        pages=tuple(Span(*place) for place in pages),
        published_time=row[16],
        published_certainty=None if row[17] is None else Certainty(row[17]),
    )
