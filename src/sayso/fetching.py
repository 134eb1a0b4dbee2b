"""Addresses → what they hold, part by part, with all that came over the net kept in the case.

Feeds, OPML lists and sitemaps are followed to the pages that they list. What came is kept before
it is read, so that a kill loses nothing; what a site says is unchanged is taken from there.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from sayso.fetch import Fetched, Fetcher, Validators
from sayso.model.address import page_of
from sayso.model.document import Document
from sayso.model.exchange import Sent
from sayso.model.trace import Problem
from sayso.read import Known, Part, Stated
from sayso.read.base import Format
from sayso.read.child import Child
from sayso.read.inflate import TooMuchError, gunzip
from sayso.read.links import Link
from sayso.read.sniff import HEAD, format_of
from sayso.store import Writer
from sayso.versions import Latest

_LISTS = frozenset({Format.FEED, Format.OPML, Format.SITEMAP})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An address to fetch. depth: of the lists that led to it, 0 for one that a person named."""

    address: str
    depth: int = 0


@dataclass(slots=True)
class Harvest:
    """The fetches of one run. writer: of the case; fetcher: asks the net.

    came: the exchange that brought a part, by the part's source. total: addresses so far.
    passed: pages of lists that were not asked for, since they were not long ago. read: addresses
    whose answer was read to its end.
    """

    writer: Writer
    fetcher: Fetcher
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    came: dict[str, str] = field(default_factory=dict)
    total: int = 0
    passed: int = 0
    read: list[str] = field(default_factory=list)
    _latest: Latest = field(init=False)
    _seen: set[str] = field(default_factory=set)
    _queues: dict[str, deque[_Wanted]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._latest = Latest(self.writer)

    def parts(self, addresses: Sequence[str], opener: Child) -> Iterator[Part | Problem]:
        """Everything at these addresses, and at those that their lists name.

        opener: where what came is taken apart.
        """
        for address in addresses:
            self._want(_Wanted(address))
        while self._queues:
            yield from self._fetch(self._next(), opener)

    def listed(self, file: Path, opener: Child) -> Iterator[Problem]:
        """Queue the addresses that an OPML list or a sitemap names, which lies here as a file."""
        name = str(file)
        body, kind = _list(file.read_bytes(), file.name)
        if kind is None:
            yield Problem("links-only", "unpack this list to have its links followed", name)
            return
        found, problems = opener.links(body, kind, "")
        yield from (replace(problem, source=name) for problem in problems)
        yield from self._follow(_Wanted(name), name, found)

    def same(self, document: Document, source: str) -> str | None:
        """The id of the last version of the page of a document, where that says the same."""
        return self._latest.same(document, source) if source in self.came else None

    def see(self, document: str, source: str) -> None:
        """Note that an exchange gave a document that is in the case."""
        if source in self.came:
            self.writer.visit(self.came[source], document, source)
            self._latest.see(document, source)

    def _want(self, wanted: _Wanted) -> bool:
        """Queue an address, once; whether there is room for it."""
        page = page_of(wanted.address)
        if page in self._seen:
            return True
        if self.total >= self.fetcher.limits.pages:
            return False
        self._seen.add(page)
        self.total += 1
        self._queues.setdefault(_host(wanted.address), deque()).append(wanted)
        return True

    def _next(self) -> _Wanted:
        """Of the host that may be asked soonest, so that none keeps the others waiting."""
        host = min(self._queues, key=self.fetcher.ready_in)
        wanted = self._queues[host].popleft()
        if not self._queues[host]:
            del self._queues[host]
        return wanted

    def _fetch(self, wanted: _Wanted, opener: Child) -> Iterator[Part | Problem]:
        last = self.writer.last_exchange(wanted.address)
        fetched = self.fetcher.fetch(wanted.address, _validators(last))
        if fetched.exchanges:
            self.writer.keep_exchanges(fetched.exchanges)
        fetched = self._kept(fetched, last)
        if fetched.problem is not None:
            yield fetched.problem
            return
        body, kind = _list(fetched.body, _name(fetched.url))
        if kind is not None:
            found, problems = opener.links(body, kind, fetched.url)
            yield from (replace(problem, source=fetched.asked) for problem in problems)
            yield from self._follow(wanted, fetched.asked, found)
        else:
            yield from self._parts(fetched, last, opener)
        self.read.append(fetched.asked)

    def _kept(self, fetched: Fetched, last: Sent | None) -> Fetched:
        """What is unchanged, or is not asked for offline, as it was the last time."""
        offline = fetched.problem is not None and fetched.problem.kind == "offline"
        if not (fetched.unchanged or offline):
            return fetched
        if last is None:
            message = "the site says that nothing changed, and nothing is kept of it"
            problem = fetched.problem or Problem("refused", message, fetched.asked)
            return replace(fetched, problem=problem)
        kind, body = last.exchange.header("content-type") or "", self.fetcher.body_of(last)
        return replace(fetched, url=last.exchange.url, body=body, kind=kind, problem=None)

    def _parts(
        self, fetched: Fetched, last: Sent | None, opener: Child
    ) -> Iterator[Part | Problem]:
        came = fetched.exchanges[-1] if fetched.exchanges else last
        first = last if fetched.unchanged else came
        charset = _CHARSET.search(fetched.kind)
        known = Known(
            name=_name(fetched.url),
            stated=Stated(url=fetched.url),
            fetched=first.exchange.at if first else None,
            charset=charset[1] if charset else None,
        )
        for part in opener.split_bytes(fetched.body, fetched.asked, known):
            if came is not None:
                self.came[part.source] = came.exchange.id
            yield part

    def _follow(self, wanted: _Wanted, source: str, found: Sequence[Link]) -> Iterator[Problem]:
        """Queue what a list names; a problem of the source where it names too much."""
        limits = self.fetcher.limits
        if wanted.depth >= limits.depth:
            message = f"lists within lists are followed {limits.depth} deep; these were not"
            yield Problem("nested", message, source)
            return
        if len(found) > limits.links:
            message = f"{len(found):,} links; only the first {limits.links:,} were followed"
            yield Problem("too-many", message, source)
        for link in found[: limits.links]:
            if not self._due(link):
                self.passed += 1
            elif not self._want(_Wanted(link.url, wanted.depth + 1)):
                message = f"over {limits.pages:,} pages in one run; the rest was not fetched"
                yield Problem("too-many", message, source)
                return

    def _due(self, link: Link) -> bool:
        """Whether to ask for what a list names, which it names again and again."""
        last = self.writer.last_visit(link.url)
        if last is None or link.target != "page":
            return True
        gone = self.now() - datetime.fromisoformat(last)
        return gone.total_seconds() >= self.fetcher.manners.revisit


def _list(packed: bytes, name: str) -> tuple[bytes, Format | None]:
    """What came, unpacked, with its kind where it is a list of links."""
    body, found = packed, format_of(packed[:HEAD], name)
    if found is Format.GZIP:
        try:
            body, _ = gunzip(packed)
        except TooMuchError:  # told by whoever reads it
            return packed, None
        found = format_of(body[:HEAD], name.removesuffix(".gz"))
    return body, found if found in _LISTS else None


def _host(address: str) -> str:
    """What shares a queue: scheme and host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.scheme}://{parts.netloc}/"


def _name(url: str) -> str:
    """The end of an address, whose ending may tell a format."""
    return urlsplit(url).path.rpartition("/")[2]


def _validators(last: Sent | None) -> Validators:
    if last is None:
        return Validators()
    return Validators(last.exchange.header("etag"), last.exchange.header("last-modified"))
