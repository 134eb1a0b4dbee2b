"""People's words besides verdicts: corrections and remarks. Only added, like decisions."""

from __future__ import annotations

from collections.abc import Iterable
from json import dumps

from sayso.model.correction import Correction, Deed, Remark, RemarkKind
from sayso.store.database import Database, Row
from sayso.store.names import storable
from sayso.store.packing import pack, unpack

_CORRECTIONS = "SELECT subject, document, claim, who, at, note FROM corrections AS one"
_LATEST = """ WHERE NOT EXISTS (SELECT 1 FROM corrections AS other
    WHERE other.subject = one.subject AND (other.at, other.key) > (one.at, one.key))"""
# What was found has been put aside for it; of a claim that nothing found there is none.
_FOUND = "EXISTS (SELECT 1 FROM overruled WHERE overruled.id = subject)"
_WHAT = f"""CASE WHEN claim IS NULL THEN 'withdrawn'
    WHEN made = subject AND NOT {_FOUND} THEN 'written' ELSE 'corrected' END"""
_DEEDS = f"""
SELECT * FROM (SELECT 'decision' AS kind, key, subject, verdict AS what, who, at, note
    FROM decisions WHERE :subject IS NULL OR subject = :subject
    ORDER BY at DESC, key DESC LIMIT :limit)
UNION ALL SELECT * FROM (SELECT 'correction', key, subject,
    {_WHAT}, who, at, note
    FROM corrections WHERE :subject IS NULL OR subject = :subject OR made = :subject
    ORDER BY at DESC, key DESC LIMIT :limit)
UNION ALL SELECT * FROM (SELECT kind, key, subject, text, who, at, ''
    FROM remarks WHERE :subject IS NULL OR subject = :subject
    ORDER BY at DESC, key DESC LIMIT :limit)
ORDER BY at DESC, key DESC LIMIT :limit
"""

_REMARK = "SELECT kind, key, subject, text, who, at, '' FROM remarks WHERE key = ?"
_ONE = {
    "decision": """SELECT 'decision', key, subject, verdict, who, at, note
        FROM decisions WHERE key = ?""",
    "correction": f"""SELECT 'correction', key, subject, {_WHAT}, who, at, note
        FROM corrections WHERE key = ?""",
    "bookmark": _REMARK,
    "note": _REMARK,
}


def add_correction(database: Database, word: Correction) -> None:
    """Keep a correction. Call it in a transaction; it is laid over the findings by `findings`."""
    made, packed = (word.claim.id, pack(word.claim)) if word.claim else (None, None)
    database.run(
        """INSERT INTO corrections (subject, document, made, claim, who, at, note)
        VALUES (?, ?, ?, ?, ?, ?, ?)""",
        (word.subject, word.document, made, packed, storable(word.who), word.at,
         storable(word.note)),
    )  # fmt: skip


def corrections(database: Database, document: str | None = None) -> list[Correction]:
    """Every correction, or those in one document, first to last."""
    where, values = ("", ()) if document is None else (" WHERE document = ?", (document,))
    rows = database.rows(f"{_CORRECTIONS}{where} ORDER BY at, key", values)
    return list(map(_correction, rows))


def counting(database: Database, document: str) -> list[Correction]:
    """The corrections in a document that count: of each subject the latest, first to last; also
    those that take an earlier one back."""
    sql = f"{_CORRECTIONS}{_LATEST} AND one.document = ? ORDER BY at, key"
    return list(map(_correction, database.rows(sql, (document,))))


def corrected(database: Database, claim: str) -> Correction | None:
    """The correction that counts for a claim, by its id as it was found or as it is now."""
    sql = f"{_CORRECTIONS}{_LATEST} AND (one.subject = ?1 OR one.made = ?1) ORDER BY at DESC, key"
    row = database.one(sql, (claim,))
    return _correction(row) if row else None


def written(database: Database, ids: Iterable[str]) -> set[str]:
    """Which of these claims a person wrote, where nothing had found them."""
    sql = f"""SELECT made FROM corrections AS one {_LATEST}
        AND made IN (SELECT value FROM json_each(?)) AND NOT {_FOUND}"""
    return {made for (made,) in database.rows(sql, (dumps(sorted(set(ids))),))}


def add_remark(database: Database, remark: Remark) -> None:
    """Keep a bookmark or note. Call it in a transaction."""
    database.run(
        "INSERT INTO remarks (subject, kind, text, who, at) VALUES (?, ?, ?, ?, ?)",
        (remark.subject, remark.kind.value, storable(remark.text), storable(remark.who), remark.at),
    )


def remarks(database: Database) -> list[Remark]:
    """Every remark, first to last."""
    rows = database.rows("SELECT subject, kind, text, who, at FROM remarks ORDER BY at, key")
    return list(map(_remark, rows))


def remarks_on(database: Database, subjects: Iterable[str] | None = None) -> list[Remark]:
    """The bookmarks and notes that count, or those on these subjects, the latest last."""
    select = "SELECT subject, kind, text, who, at FROM latest_remarks"
    if subjects is None:
        return list(map(_remark, database.rows(select + " ORDER BY at, subject")))
    rows = database.rows(
        select + " WHERE subject IN (SELECT value FROM json_each(?)) ORDER BY at, subject",
        (dumps(sorted(set(subjects))),),
    )
    return list(map(_remark, rows))


def deeds(database: Database, subject: str | None = None, limit: int = 50) -> list[Deed]:
    """What people did last, or did on one subject, the latest first."""
    return [Deed(*row) for row in database.rows(_DEEDS, {"subject": subject, "limit": limit})]


def deed(database: Database, kind: str, key: int) -> Deed | None:
    """One thing that was done, by its kind and key."""
    row = database.one(_ONE[kind], (key,)) if kind in _ONE else None
    return Deed(*row) if row and row[0] == kind else None


def _correction(row: Row) -> Correction:
    subject, document, packed, who, at, note = row
    claim = unpack(document, packed) if packed else None
    return Correction(subject, document, claim, who, at, note)


def _remark(row: Row) -> Remark:
    subject, kind, *rest = row
    return Remark(subject, RemarkKind(kind), *rest)
