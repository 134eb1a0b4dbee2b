"""Where a feed, an OPML list or a sitemap points to. Nothing is fetched here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from sayso.model.trace import Problem
from sayso.read.base import Format
from sayso.read.inflate import TooMuchError
from sayso.read.limits import LINKS

if TYPE_CHECKING:
    from sayso.read.xml import Element


class Target(StrEnum):
    """What is to be expected at a link."""

    PAGE = "page"
    FEED = "feed"
    SITEMAP = "sitemap"


@dataclass(frozen=True, slots=True)
class Link:
    """One link. url: http or https. title: what the list calls it. published: as written there."""

    url: str
    target: Target
    title: str | None = None
    published: str | None = None


def links(
    raw: bytes, kind: Format, source: str = ""
) -> tuple[tuple[Link, ...], tuple[Problem, ...]]:
    """The links of a list, each once, in its order; and what was wrong with it.

    kind: FEED, OPML or SITEMAP. source: its address, to which links without a host are joined.
    """
    from sayso.read import xml

    try:
        root = xml.parse(raw)
    except TooMuchError as error:
        return (), (Problem("too-large", str(error), source),)
    if root is None:
        return (), (Problem("broken", f"this {kind} cannot be read: it is not XML", source),)
    found = dict[str, Link]()
    for link in _whole(_FINDERS[kind](root), source):
        if len(found) == LINKS and link.url not in found:
            message = f"more than {LINKS:,} links; only the first ones were taken"
            return tuple(found.values()), (Problem("too-many", message, source),)
        found.setdefault(link.url, link)
    return tuple(found.values()), ()


def _whole(given: Iterable[Link], source: str) -> Iterator[Link]:
    for link in given:
        try:
            url = urljoin(source, link.url.strip())
        except ValueError:  # no address at all
            continue
        if url.startswith(("http://", "https://")) and not any(char.isspace() for char in url):
            yield Link(url, link.target, link.title, link.published)


def _feed(root: Element) -> Iterator[Link]:
    from sayso.read.formats import feed

    for entry in feed.entries(root):
        url = feed.address(entry)
        if url:
            yield Link(url, Target.PAGE, feed.title(entry), feed.date(entry))


def _opml(root: Element) -> Iterator[Link]:
    from sayso.read.xml import name

    for item in root.iter():
        if name(item) != "outline":
            continue
        title = item.get("title") or item.get("text")
        if url := item.get("xmlUrl"):
            yield Link(url, Target.FEED, title)
        elif url := item.get("url"):
            target = Target.FEED if item.get("type") in ("rss", "atom") else Target.PAGE
            yield Link(url, target, title)


def _sitemap(root: Element) -> Iterator[Link]:
    from sayso.read.xml import first, name

    for item in root.iter():
        if name(item) not in ("url", "sitemap"):
            continue
        url = first(item, "loc")
        if url:
            target = Target.SITEMAP if name(item) == "sitemap" else Target.PAGE
            news = next((child for child in item if name(child) == "news"), item)
            date = first(news, "publication_date") or first(item, "lastmod")
            yield Link(url, target, first(news, "title"), date)


_FINDERS = {Format.FEED: _feed, Format.OPML: _opml, Format.SITEMAP: _sitemap}
