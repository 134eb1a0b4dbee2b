"""What a web page states about itself in its tags: headline, outlet, author, date, address."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sayso.model.document import KnownFrom, When
from sayso.read.base import Stated
from sayso.read.dates import from_address
from sayso.read.times import moment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(Article|Posting|Report|Page|Review)$")
_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "article:publisher")
_AUTHOR = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_DATE = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
)
_TAIL = re.compile(r"\s[|–—-]\s|\s[|»«]\s?")
_LONGEST = 300

Node = dict[str, Any]


def stated(tree: HtmlElement, source: str = "") -> Stated:
    """All that the page tells; what it leaves open is None. source: its path or address."""
    metas = _metas(tree)
    everything = list(_nodes(tree))
    nodes = [node for node in everything if _is_article(node)]
    outlet = _outlet(_first(metas, _OUTLET) or _publisher(nodes, everything))
    url = _address(tree, metas)
    printed, time = _published(tree, metas, nodes, url or source)
    return Stated(
        title=_title(tree, metas, nodes, outlet),
        outlet=outlet,
        byline=_byline(metas, nodes),
        published=printed,
        time=time,
        url=url,
    )


def headings(tree: HtmlElement) -> tuple[str, ...]:
    """The texts of the page's `h1`, where they are long enough to be headlines."""
    found = (_clean(str(node.text_content())) for node in tree.iter("h1"))
    return tuple(text for text in found if text and text.count(" ") >= 2)


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Contents of `meta` by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        content = _clean(node.get("content") or "")
        if content:
            found.setdefault(name.lower(), content)
    return found


def _nodes(tree: HtmlElement) -> Iterator[Node]:
    """The objects of all JSON-LD blocks; blocks that are no JSON tell nothing."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            held = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in held if isinstance(held, list) else [held]:
            if isinstance(item, dict):
                graph = item.get("@graph")
                yield item
                yield from (node for node in _list(graph) if isinstance(node, dict))


def _is_article(node: Node) -> bool:
    return any(_ARTICLE.search(str(kind)) for kind in _list(node.get("@type")))


def _title(
    tree: HtmlElement, metas: dict[str, str], nodes: list[Node], outlet: str | None
) -> str | None:
    lines = [node["headline"] for node in nodes if isinstance(node.get("headline"), str)]
    found = next((_clean(line) for line in lines if line.strip()), None)
    found = found or _first(metas, _TITLE) or next(iter(headings(tree)), None)
    if found is None:
        element = next(tree.iter("title"), None)
        found = _clean(str(element.text_content())) if element is not None else ""
    return _without_outlet(found, outlet) or None


def _without_outlet(title: str, outlet: str | None) -> str:
    """The title without its tail, where the tail is the outlet: "Talks fail | The Courier"."""
    parts = _TAIL.split(title)
    if outlet and len(parts) > 1 and _near(parts[-1], outlet):
        return title[: title.rindex(parts[-1])].rstrip(" |–—-»«")
    return title


def _near(left: str, right: str) -> bool:
    one, other = (re.sub(r"\W|^the\b", "", text.casefold()) for text in (left, right))
    return bool(one) and (one in other or other in one)


def _outlet(name: str | None) -> str | None:
    """The name without its motto: "The Courier | News of the valley"."""
    return _TAIL.split(name)[0].strip() or None if name else None


def _publisher(nodes: list[Node], everything: list[Node]) -> str | None:
    """The publisher's name; it may stand in another object, under the same `@id`."""
    by_id = {str(node["@id"]): node for node in everything if "@id" in node}
    for node in nodes:
        for held in _list(node.get("publisher")):
            linked = by_id.get(str(held.get("@id")), held) if isinstance(held, dict) else held
            for name in _names(held) or _names(linked):
                return name
    return None


def _byline(metas: dict[str, str], nodes: list[Node]) -> str | None:
    names = [name for node in nodes for name in _names(node.get("author"))]
    if not names:
        names = [name for name in [_first(metas, _AUTHOR)] if name]
    kept = [name for name in dict.fromkeys(names) if "://" not in name and len(name) < 80]
    return ", ".join(re.sub(r"^[Bb]y ", "", name) for name in kept[:5]) or None


def _names(value: object) -> list[str]:
    found = []
    for item in _list(value):
        name = item.get("name") if isinstance(item, dict) else item
        found += [_clean(text) for text in _list(name) if isinstance(text, str) and text.strip()]
    return found


def _published(
    tree: HtmlElement, metas: dict[str, str], nodes: list[Node], address: str
) -> tuple[When | None, str | None]:
    """The day and the time of day."""
    stamps = [node.get("datePublished") for node in nodes]
    stamps += [metas.get(name) for name in _DATE]
    stamps += [node.get("datetime") for node in tree.iter("time")]
    for stamp in stamps:
        told = moment(stamp) if isinstance(stamp, str) else None
        if told is not None:
            return When(told.day, KnownFrom.META), told.time
    return from_address(address) or _searched(tree), None


def _searched(tree: HtmlElement) -> When | None:
    """What htmldate finds in the page's text, as the last way."""
    from htmldate import find_date

    found = find_date(tree, extensive_search=True, original_date=True, outputformat="%Y-%m-%d")
    if not found:
        return None
    # It fills what it does not know with the first month and day.
    known = found.removesuffix("-01").removesuffix("-01")
    return When(known, KnownFrom.TEXT)


def _address(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    """The canonical address. One that leads to a front page is a slip of the template."""
    links = (node for node in tree.iter("link") if node.get("rel") == "canonical")
    for found in (*(str(node.get("href") or "") for node in links), metas.get("og:url", "")):
        if re.match(r"https?://[^/\s]+/[^/\s]", found):
            return found.strip()
    return None


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas and "://" not in metas[name]), None)


def _clean(text: str) -> str:
    return " ".join(entities.unescape(text[: _LONGEST * 4]).split())[:_LONGEST]


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
