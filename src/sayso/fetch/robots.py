"""robots.txt, as RFC 9309 has it: what a site lets programs ask for, and how often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.fetch.base import FetchError
from sayso.fetch.url import site

if TYPE_CHECKING:
    from httpx import URL
    from protego import Protego

NAME = "sayso"  # by which a robots.txt speaks of us
LARGEST = 512_000  # bytes that are looked at
_NO_FILE = range(400, 500)  # answers by which a site has no rules

Ask = Callable[[str], tuple[int, bytes]]
"""An address → status and unpacked body, redirects followed. Raises FetchError."""


@dataclass(slots=True)
class Robots:
    """The rules of each site, read once. ask: gets a robots.txt."""

    ask: Ask
    _sites: dict[str, Protego | FetchError | None] = field(default_factory=dict)

    def check(self, url: URL) -> float:
        """The seconds that the site wants between two requests, 0 where it says nothing.

        Raises FetchError where the rules forbid this address, or cannot be read: then RFC 9309
        wants the whole site left alone.
        """
        place = site(url)
        if place not in self._sites:
            self._sites[place] = self._rules(place)
        rules = self._sites[place]
        if isinstance(rules, FetchError):
            raise rules
        if rules is None:
            return 0.0
        if not rules.can_fetch(str(url), NAME):
            message = (
                f"{place}/robots.txt does not let programs fetch it; "
                "save the page in a browser and add the file"
            )
            raise FetchError("robots", message)
        return float(rules.crawl_delay(NAME) or 0.0)

    def _rules(self, place: str) -> Protego | FetchError | None:
        from protego import Protego

        try:
            status, body = self.ask(f"{place}/robots.txt")
        except FetchError as trouble:
            if trouble.kind in ("private-address", "unreachable", "certificate"):
                return trouble  # the page itself would fare no better
            why = f"{place}/robots.txt could not be read ({trouble.message})"
            return FetchError("robots", f"{why}, so the site was left alone")
        if status in _NO_FILE:
            return None
        if status != 200:
            why = f"{place}/robots.txt could not be read (status {status})"
            return FetchError("robots", f"{why}, so the site was left alone")
        return Protego.parse(body[:LARGEST].decode("utf-8", "replace"))
