"""Articles as JSON: which field of which tool is what.

Known are trafilatura, news-please, Media Cloud, JSON Feed, IPTC ninjs, JSON-LD NewsArticle and
sayso's own documents; objects of others are read where their fields go by the same names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from sayso.model.document import KnownFrom, When
from sayso.model.trace import Problem
from sayso.read.base import Page, Stated
from sayso.read.counted import check_json
from sayso.read.times import Moment, moment

Node = dict[str, Any]

# Of each row the first field that holds something counts.
_TEXT = ("text", "maintext", "articleBody", "story_text", "article_text", "raw_text", "full_text")
_HTML = ("content_html", "body_xhtml", "bodyXhtml", "body_html", "bodyHtml")
_EITHER = ("content_text", "body_text", "bodyText", "body", "content")
_TITLE = ("title", "headline", "name")
_OUTLET = (
    "outlet", "sitename", "media_name", "site_name", "publisher", "provider", "source_name",
    "copyrightHolder", "copyrightholder", "source-hostname", "hostname", "source_domain",
)  # fmt: skip
_BYLINE = ("byline", "by", "author", "authors", "creator")
_CREDITS = ("credits", "infosources", "infoSources")
_DATE = (
    "published", "date_published", "datePublished", "date_publish", "publish_date", "date",
    "firstpublished", "firstPublished", "firstcreated", "firstCreated", "versioncreated",
    "versionCreated",
)  # fmt: skip
_URL = ("url", "external_url", "canonical_url", "link")
_SEEN = ("fetched", "date_download", "collect_date", "indexed_date", "filedate")
_OTHER_LINES = frozenset({"claim", "relation", "problem"})  # of sayso's own export
_LONGEST = 300  # characters of a title or name
_TAG = re.compile(r"<(?:p|div|br|h\d|article|body|span|a)\b[^>]{0,500}>", re.IGNORECASE)


def is_article(node: object) -> bool:
    """Whether an object holds the text of an article."""
    return isinstance(node, dict) and _body(node) is not None


def is_other_line(node: object) -> bool:
    """Whether an object is one of sayso's own lines that are no documents."""
    return isinstance(node, dict) and node.get("type") in _OTHER_LINES


def read(raw: bytes, source: str) -> Page | Problem:
    """The page of one object. Raises TooMuchError."""
    check_json(raw)
    try:
        node = json.loads(raw)
    except (ValueError, RecursionError):
        return Problem("broken", "this is not valid JSON", source)
    found = _body(node) if isinstance(node, dict) else None
    if found is None:
        return Problem("no-text", "this object holds no field with the text of an article", source)
    stated, text = _stated(node), _plain(*found)
    title = stated.title
    if title and title not in text[: len(title) + 500]:
        text = f"{title}\n{text}"
    return Page(source, text, stated)


def _plain(text: str, markup: bool) -> str:
    text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    if markup or len(_TAG.findall(text[:20_000])) >= 2:
        from sayso.read.blocks import text_of

        return text_of(text)
    return text


def _body(node: Node) -> tuple[str, bool] | None:
    """The text, and whether it is HTML."""
    if is_other_line(node):
        return None
    for body in _items(node.get("bodies")):  # ninjs 2
        value = body.get("value") if isinstance(body, dict) else None
        if isinstance(value, str) and value.strip():
            return value, "html" in str(body.get("contentType") or body.get("contenttype"))
    for names, markup in ((_TEXT, False), (_HTML, True), (_EITHER, False)):
        for name in names:
            if isinstance(node.get(name), str) and node[name].strip():
                return node[name], markup
    return None


def _stated(node: Node) -> Stated:
    when, seen = _moment(node, _DATE), _moment(node, _SEEN)
    return Stated(
        title=next(_names(node, _TITLE), None) or _headline(node),
        outlet=next(_names(node, _OUTLET), None),
        byline=_byline(node),
        published=When(when.day, _known_from(node)) if when else None,
        time=(_own_time(node) or when.time) if when else None,
        url=next((url for url in _names(node, _URL) if url.startswith("http")), None),
        seen=seen.day if seen and len(seen.day) == 10 else None,
        credits=tuple(dict.fromkeys(_names(node, _CREDITS)))[:20],
    )


def _names(node: Node, fields: tuple[str, ...]) -> Iterator[str]:
    """What the fields hold, as single lines: text, or objects with a name, alone or in a list."""
    for field in fields:
        for item in _items(node.get(field)):
            name = item.get("name") if isinstance(item, dict) else item
            if isinstance(name, str) and name.strip():
                yield " ".join(re.sub("[\ud800-\udfff]", "", name).split())[:_LONGEST]


def _headline(node: Node) -> str | None:
    """ninjs 2 has a list of headlines, the first of them the main one."""
    for item in _items(node.get("headlines")):
        if isinstance(item, dict):
            return next(_names(item, ("value",)), None)
    return None


def _byline(node: Node) -> str | None:
    found = [re.sub(r"^[Bb]y ", "", name) for name in _names(node, _BYLINE)]
    names = [name for name in dict.fromkeys(found) if "://" not in name and len(name) < 80]
    return ", ".join(names[:5]) or None


def _moment(node: Node, fields: tuple[str, ...]) -> Moment | None:
    return next((found for text in _names(node, fields) if (found := moment(text))), None)


def _known_from(node: Node) -> KnownFrom:
    """sayso's own documents tell how they know it."""
    told = node.get("published_from") if node.get("type") == "document" else None
    return KnownFrom(told) if told in list(KnownFrom) else KnownFrom.META


def _own_time(node: Node) -> str | None:
    told = node.get("published_time") if node.get("type") == "document" else None
    return told if isinstance(told, str) and len(told) <= 20 else None


def _items(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
