"""What a fetch is asked, how far it may go, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.model.exchange import Sent
from sayso.model.trace import Problem

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port → IP addresses. Raises OSError where the name is unknown."""

Clock = Callable[[], float]
"""Seconds, from any beginning."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one fetch may go. Whatever goes further ends as a problem.

    size: bytes of a body, as sent and again when unpacked.
    ratio: unpacked bytes for each byte sent, above the first million.
    seconds: for one request, from the name to the last byte. silence: without any byte.
    redirects: in a row. tries: of one request. wait: the longest pause, in seconds, that a site
    may ask for. links: of one feed or list. depth: of lists of lists. pages: of all that one run
    fetches.
    """

    size: int = 50_000_000
    ratio: int = 200
    seconds: float = 60.0
    silence: float = 20.0
    redirects: int = 10
    tries: int = 3
    wait: float = 60.0
    links: int = 2_000
    depth: int = 3
    pages: int = 20_000


@dataclass(frozen=True, slots=True)
class Manners:
    """How to behave on the net, and how far to go there.

    offline: ask nothing of it. allow_private: also ask machines of one's own network.
    contact: an address where a site's keeper finds who is asking, "" for none.
    pace: seconds between two requests to one host. revisit: seconds in which a page that a feed
    lists is not asked for again.
    """

    offline: bool = False
    allow_private: bool = False
    contact: str = ""
    pace: float = 1.0
    revisit: float = 86_400.0


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a page was known when it was last fetched, so that it is sent only if it changed."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of one address.

    asked: the address as given. exchanges: with the site, in order, robots.txt among them.
    url: where the last redirect led. body: unpacked; empty where there is a problem.
    kind: the content type as the site gives it, "" where it gives none.
    unchanged: the site says that nothing changed since the last visit.
    problem: why there is no body.
    """

    asked: str
    exchanges: tuple[Sent, ...] = ()
    url: str = ""
    body: bytes = b""
    kind: str = ""
    unchanged: bool = False
    problem: Problem | None = None


class FetchError(Exception):
    """A fetch that ends; inside this package only. kind and message as in a Problem.

    again: whether another try may do better. after: seconds that the site asks to wait before.
    """

    def __init__(
        self, kind: str, message: str, *, again: bool = False, after: float | None = None
    ) -> None:
        super().__init__(message)
        self.kind, self.message, self.again, self.after = kind, message, again, after
