"""One address → its exchanges and its bytes: robots, pace, redirects, new tries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from sayso.fetch.base import Fetched, FetchError, Limits, Manners, Validators
from sayso.fetch.pace import Pace
from sayso.fetch.robots import LARGEST, Robots
from sayso.fetch.url import joined, parse
from sayso.model.exchange import Exchange, Sent
from sayso.model.trace import Problem

if TYPE_CHECKING:
    from httpx import URL

    from sayso.fetch.exchange import Wire

_BUSY = frozenset({429, 502, 503, 504})
_WORDS = {
    401: "it wants a password",
    402: "it wants payment",
    403: "it refuses programs; save the page in a browser and add the file",
    404: "there is no such page",
    410: "the page was taken away",
    429: "it is asked too often; try later",
    451: "it is withheld for legal reasons",
}

NOTHING = Validators()


class Fetcher:
    """Fetches one address after the other, remembering each site's rules and turns.

    wire, pace: injected by tests.
    """

    def __init__(
        self,
        manners: Manners | None = None,
        limits: Limits | None = None,
        wire: Wire | None = None,
        pace: Pace | None = None,
    ) -> None:
        self.manners, self.limits = manners or Manners(), limits or Limits()
        self._wire = wire
        self._pace = pace or Pace(self.manners.pace)
        self._robots = Robots(self._rules)
        self._sent = list[Sent]()

    def fetch(self, address: str, known: Validators = NOTHING) -> Fetched:
        """Whatever happens, it is told in what comes back. known: from the last visit."""
        self._sent = []
        try:
            return self._fetch(address, known)
        except FetchError as trouble:
            problem = Problem(trouble.kind, trouble.message, address)
            return Fetched(address, tuple(self._sent), problem=problem)

    def body_of(self, sent: Sent) -> bytes:
        """What was fetched before, unpacked. Empty where that cannot be done any more."""
        try:
            return self._unpacked(sent, self.limits)
        except FetchError:
            return b""

    def ready_in(self, address: str) -> float:
        """Seconds until the host of an address may be asked again; 0 for now, and for no host."""
        try:
            return self._pace.until(parse(address).host)
        except FetchError:
            return 0.0

    def _fetch(self, address: str, known: Validators) -> Fetched:
        if self.manners.offline:
            raise FetchError("offline", "it was not asked, since sayso works offline")
        url, sent = self._follow(address, known, self._allowed)
        if sent.exchange.status == 304:
            return Fetched(address, tuple(self._sent), str(url), unchanged=True)
        if not 200 <= sent.exchange.status < 300:
            raise _refusal(sent.exchange)
        return Fetched(
            asked=address,
            exchanges=tuple(self._sent),
            url=str(url),
            body=self._unpacked(sent, self.limits),
            kind=sent.exchange.header("content-type") or "",
        )

    def _follow(
        self, address: str, known: Validators, allowed: Callable[[URL], float]
    ) -> tuple[URL, Sent]:
        """The answer at the end of the redirects. allowed: seconds to wait; raises FetchError."""
        url = parse(address)
        for _ in range(self.limits.redirects + 1):
            sent = self._ask(url, address, known, allowed(url))
            where = sent.exchange.moved_to
            if where is None:
                return url, sent
            url = joined(url, where)
        message = f"it leads on and on: over {self.limits.redirects} redirects"
        raise FetchError("redirects", message)

    def _allowed(self, url: URL) -> float:
        return min(self._robots.check(url), self.limits.wait)

    def _ask(self, url: URL, address: str, known: Validators, more: float) -> Sent:
        """One request, tried again where that may help."""
        for tried in range(1, self.limits.tries + 1):
            last = tried == self.limits.tries
            pause = float(2 ** (tried - 1))
            self._pace.wait(url.host, more)
            try:
                sent = replace(self._open().ask(url, known), asked=address)
            except FetchError as trouble:
                if last or not trouble.again:
                    raise
            else:
                self._sent.append(sent)
                asked = _pause(sent.exchange)
                if last or sent.exchange.status not in _BUSY or (asked or 0) > self.limits.wait:
                    return sent
                pause = max(pause, asked or 0.0)
            self._pace.hold(url.host, pause)
        raise AssertionError("the last try returns or raises")

    def _rules(self, address: str) -> tuple[int, bytes]:
        """A robots.txt: its status and text."""
        _, sent = self._follow(address, NOTHING, lambda _: 0.0)
        if sent.exchange.status != 200:
            return sent.exchange.status, b""
        return 200, self._unpacked(sent, replace(self.limits, size=LARGEST * 4))

    def _unpacked(self, sent: Sent, limits: Limits) -> bytes:
        from sayso.fetch.body import unpacked

        return unpacked(sent.body, sent.exchange.header("content-encoding"), limits)

    def _open(self) -> Wire:
        if self._wire is None:
            from sayso.fetch.exchange import Wire

            self._wire = Wire(self.manners, self.limits)
        return self._wire


def _refusal(exchange: Exchange) -> FetchError:
    why = _WORDS.get(exchange.status, "it does not give the page")
    kind = "gone" if exchange.status in (404, 410) else "refused"
    return FetchError(kind, f"the site answered {exchange.status}: {why}")


def _pause(exchange: Exchange) -> float | None:
    """The seconds that a busy site asks to wait, by a number or a date."""
    told = exchange.header("retry-after")
    if told is None:
        return None
    if told.isdecimal():
        return float(told[:9])
    try:
        until = parsedate_to_datetime(told)
        return max(0.0, (until - datetime.fromisoformat(exchange.at)).total_seconds())
    except (ValueError, TypeError):
        return None
