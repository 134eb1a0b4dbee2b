"""Whether the file of a case is sound: its pages, its indexes, its keys."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.trace import Problem
from sayso.store.database import Database

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
_ROWS = "SELECT integrity_check FROM pragma_integrity_check(?)"
_KEYS = "SELECT rowid, parent FROM pragma_foreign_key_check(?)"

# The keys under which the linker looks claims up are a million in a case of a thousand reports, and
# SQLite looks each of them up three times. They are thrown away and made anew at any time, and both
# ways in which they are kept lie in order of a number: sums over both tell whether they are alike.
_MANY = "link_keys"
_SUMS = "SELECT count(*), sum(key & 0xffffffff), sum((key % 9973) * (claim % 9967)) FROM link_keys "
_BY_KEY = _SUMS + "WHERE key >= -9223372036854775808"  # so that the table itself is read
_BY_CLAIM = _SUMS + "INDEXED BY link_keys_by_claim"
_ASTRAY = """SELECT DISTINCT claim FROM link_keys INDEXED BY link_keys_by_claim
WHERE claim NOT IN (SELECT key FROM claims) ORDER BY claim"""


def check(database: Database) -> Iterator[Problem]:
    """Everything that does not hold, one problem each."""
    for message in _damages(database):
        yield Problem("file", f"the file is damaged: {message}", str(database.path))
    for row, table, other in _missing(database):
        message = f"row {row} of {table} points to a row of {other} that is missing"
        yield Problem("missing-row", message, str(database.path))


def _damages(database: Database) -> Iterator[str]:
    """What is wrong with the pages of the file, and with the rows and indexes of each table."""
    yield from (told for (told,) in database.rows("PRAGMA quick_check") if told != "ok")
    for (table,) in database.rows(_TABLES):
        if table != _MANY:
            yield from (told for (told,) in database.rows(_ROWS, (table,)) if told != "ok")
    if database.one(_BY_KEY) != database.one(_BY_CLAIM):
        yield f"{_MANY} and its index differ"


def _missing(database: Database) -> Iterator[tuple[int | None, str, str]]:
    """Each row that points to one that is missing: its number, its table, and where it points."""
    for (table,) in database.rows(_TABLES):
        if table != _MANY:
            yield from ((row, table, other) for row, other in database.rows(_KEYS, (table,)))
    yield from ((claim, _MANY, "claims") for (claim,) in database.rows(_ASTRAY))
