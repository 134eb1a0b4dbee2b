"""One request over the net and what came back: the evidence for a page."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.ids import exchange_id


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer, as they went over the wire. Never changed.

    url: what was asked for. at: ISO time, UTC, to the millisecond, when it was asked.
    peer: address and port of the machine that answered ("203.0.113.5:443").
    request, response: the two heads with their lines ended by CR LF, bytes as Latin-1.
    status: of the answer (200, 301, …).
    sha256: of the body as it was sent, before any content coding is undone.
    """

    url: str
    at: str
    peer: str
    request: str
    response: str
    status: int
    sha256: str

    @property
    def id(self) -> str:
        """Seals all fields: whoever changes one no longer has this id."""
        heads = (self.request, self.response)
        return exchange_id((self.url, self.at, self.peer, *heads, str(self.status), self.sha256))

    def header(self, name: str) -> str | None:
        """The first header of that name in the answer."""
        for line in self.response.split("\r\n")[1:]:
            found, colon, value = line.partition(":")
            if colon and found.strip().lower() == name.lower():
                return value.strip()
        return None

    @property
    def moved_to(self) -> str | None:
        """Where a redirect points, as it is written there."""
        return self.header("location") if self.status in (301, 302, 303, 307, 308) else None


@dataclass(frozen=True, slots=True)
class Sent:
    """An exchange with the body of its answer, as it was sent.

    asked: the address at the beginning of the redirects that it is one of.
    gave: ids of the documents that were read from it, where it is out of a case.
    """

    exchange: Exchange
    body: bytes
    asked: str
    gave: tuple[str, ...] = ()
