"""What came over the net, which documents it gave, and the feeds that are watched."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from sayso.model.errors import UnknownNameError
from sayso.model.exchange import Exchange, Sent
from sayso.model.trace import Problem
from sayso.store import documents, trace
from sayso.store.database import Database
from sayso.store.names import storable

_FIELDS = "url, at, peer, request, response, status, sha256"
_INSERT = f"""
INSERT OR IGNORE INTO exchanges (id, asked, {_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_LAST = f"""
SELECT {_FIELDS} FROM exchanges WHERE asked = ? AND status BETWEEN 200 AND 299
ORDER BY key DESC LIMIT 1
"""
_SIGHTINGS = """
SELECT documents.id, documents.url, coalesce(exchanges.at, documents.fetched), arrivals.at,
    exchanges.url
FROM documents
LEFT JOIN arrivals ON arrivals.document = documents.id
LEFT JOIN visits ON visits.document = documents.id
LEFT JOIN exchanges ON exchanges.key = visits.exchange
ORDER BY documents.key, exchanges.key
"""
_GONE = """
SELECT asked, at, status FROM exchanges AS last WHERE status IN (404, 410) AND key = (
    SELECT max(key) FROM exchanges WHERE asked = last.asked)
    AND asked IN (SELECT asked FROM exchanges JOIN visits ON visits.exchange = exchanges.key)
ORDER BY asked
"""

_TO_SEE = """
SELECT asked FROM exchanges GROUP BY asked
HAVING min(at) >= ? AND max(at) < ?
    AND asked IN (SELECT asked FROM exchanges JOIN visits ON visits.exchange = exchanges.key)
ORDER BY min(key)
"""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One time that a document was seen.

    document: id. canonical: the address that it states.
    at: when it was fetched, by us or for the archive that it is from; None where that is unknown.
    arrived: when it came into the case, None before that was kept. address: from where, at last.
    """

    document: str
    canonical: str | None
    at: str | None
    arrived: str | None
    address: str | None


class EvidenceReader:
    """The part of a case that reads evidence."""

    _database: Database

    def exchanges(self) -> Iterator[Sent]:
        """Everything that came over the net, first to last, one by one."""
        for (key,) in self._database.rows("SELECT key FROM exchanges ORDER BY key"):
            select = f"SELECT asked, {_FIELDS} FROM exchanges WHERE key = ?"
            asked, *fields = self._database.one(select, (key,)) or ("",)
            given = "SELECT document FROM visits WHERE exchange = ? ORDER BY document"
            gave = tuple(document for (document,) in self._database.rows(given, (key,)))
            yield replace(self._sent(asked, fields), gave=gave)

    def last_exchange(self, address: str) -> Sent | None:
        """The last answer to an address that had a body, redirects followed."""
        row = self._database.one(_LAST, (storable(address),))
        return self._sent(address, row) if row else None

    def last_visit(self, address: str) -> str | None:
        """When an address was last asked for and something came of it, ISO time: what was fetched
        and not read, for a kill came in between, is as if it had never been asked for."""
        refused = bool(trace.refused_in(self._database, address))
        select = """SELECT max(at) FROM exchanges WHERE asked = ?
            AND (? OR EXISTS (SELECT 1 FROM visits WHERE exchange = exchanges.key))"""
        row = self._database.one(select, (storable(address), refused))
        return row[0] if row else None

    def sightings(self) -> list[Sighting]:
        """Every time that a document was seen, in the order in which they came."""
        return [Sighting(*row) for row in self._database.rows(_SIGHTINGS)]

    def gone(self) -> list[tuple[str, str, int]]:
        """Addresses that gave documents and had nothing when last asked: address, time, status."""
        return [(row[0], row[1], row[2]) for row in self._database.rows(_GONE)]

    def pages_to_see(self, first_since: str, last_before: str) -> list[str]:
        """Addresses that gave documents, first asked for since one time, last before another."""
        return [url for (url,) in self._database.rows(_TO_SEE, (first_since, last_before))]

    def came_since(self, since: str) -> set[str]:
        """Ids of the documents that came since a moment, ISO time."""
        select = "SELECT document FROM arrivals WHERE at >= ?"
        return {document for (document,) in self._database.rows(select, (since,))}

    def feeds(self) -> list[str]:
        """The feeds that are watched."""
        return [url for (url,) in self._database.rows("SELECT url FROM feeds ORDER BY at, url")]

    def _sent(self, asked: str, fields: Iterable[object]) -> Sent:
        exchange = Exchange(*fields)  # type: ignore[arg-type]
        return Sent(exchange, documents.original(self._database, exchange.sha256), asked)


class EvidenceWriter(EvidenceReader):
    """The part of a case that keeps evidence."""

    def keep_exchanges(self, sent: Iterable[Sent]) -> None:
        """Keep what came over the net, all of it or nothing. What was wrong with an address before
        is over: it is told again by whoever reads this."""
        with self._changing():
            for one in sent:
                for source in trace.refused_in(self._database, one.asked):
                    trace.clear_read_problems(self._database, source, of_documents=False)
                made = one.exchange
                documents.save_original(self._database, made.sha256, one.body)
                values = (made.url, made.at, made.peer, made.request, made.response, made.status)
                row = (made.id, storable(one.asked), *values, made.sha256)
                self._database.run(_INSERT, row)

    def visit(self, exchange: str, document: str, source: str) -> None:
        """Note that an exchange gave a document; what was wrong with its address before is over."""
        select = "SELECT key FROM exchanges WHERE id = ?"
        with self._changing():
            (key,) = self._database.one(select, (exchange,)) or (None,)
            self._database.run("INSERT OR IGNORE INTO visits VALUES (?, ?)", (document, key))
            trace.clear_read_problems(self._database, source, of_documents=False)

    def follow(self, url: str) -> bool:
        """Watch a feed from now on; whether it was not watched before."""
        if url in self.feeds():
            return False
        with self._changing():
            self._database.run("INSERT INTO feeds VALUES (?, ?)", (storable(url), trace.moment()))
        return True

    def unfollow(self, url: str) -> bool:
        """Watch a feed no longer; whether it was watched."""
        if url not in self.feeds():
            return False
        with self._changing():
            self._database.run("DELETE FROM feeds WHERE url = ?", (url,))
        return True

    def _changing(self) -> AbstractContextManager[None]:
        raise NotImplementedError


def check(database: Database) -> Iterator[Problem]:
    """Exchanges that are no longer what they were sealed as, bodies that are not theirs."""
    for made, *fields in database.rows(f"SELECT id, {_FIELDS} FROM exchanges ORDER BY key"):
        if Exchange(*fields).id != made:
            message = f"exchange {made} is not what was kept"
            yield Problem("exchange", message, str(database.path))
    unread = """SELECT DISTINCT sha256 FROM exchanges
        WHERE sha256 NOT IN (SELECT sha256 FROM documents) ORDER BY sha256"""
    for (fingerprint,) in database.rows(unread):
        try:
            holds = documents.fits(database, fingerprint)
        except (zlib.error, UnknownNameError):
            holds = False
        if not holds:
            message = f"the body {fingerprint[:16]} does not give its fingerprint"
            yield Problem("fingerprint", message, str(database.path))
