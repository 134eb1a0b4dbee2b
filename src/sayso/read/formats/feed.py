"""RSS, RDF and Atom: entries that hold their whole text are parts; the others are only links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from sayso.model.document import KnownFrom, When
from sayso.model.trace import Problem
from sayso.read import blocks, xml
from sayso.read.base import Format, Page, Part, Stated
from sayso.read.inflate import TooMuchError
from sayso.read.limits import LINKS
from sayso.read.times import moment
from sayso.read.xml import Element

_LONGEST = 2_000  # characters of a headline, with its markup
_FEWEST = 80  # words from which a description may be the whole text
_CUT = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|read more\W*|continue reading.{0,200})\s*$", re.I)


def split(raw: bytes, source: str) -> Iterator[Part | Problem]:
    """The entries with their whole text."""
    root = xml.parse(raw)
    if root is None:
        yield Problem("broken", "this feed cannot be read: it is not XML", source)
        return
    channel = next(xml.children(root, "channel"), root)
    outlet = _outlet(channel)
    teasers = 0
    for number, entry in enumerate(entries(root), start=1):
        if number > LINKS:
            yield Problem("too-many", f"more than {LINKS:,} entries; only these were read", source)
            break
        try:
            whole = body(entry) is not None
        except TooMuchError as error:
            yield Problem("too-large", str(error), f"{source}#{number}")
            continue
        if not whole:
            teasers += 1
            continue
        entry.tail = None
        name = address(entry) or xml.first(entry, "guid", "id") or str(number)
        raw_entry = etree.tostring(entry, encoding="utf-8")
        yield Part(f"{source}#{name}", raw_entry, Format.ENTRY, Stated(outlet=outlet))
    if teasers:
        count = "1 entry holds" if teasers == 1 else f"{teasers} entries hold"
        message = f"{count} only a teaser and a link; add the address of the feed to read the pages"
        yield Problem("teaser", message, source)


def read(raw: bytes, source: str) -> Page | Problem:
    """The page of one entry. Raises TooMuchError."""
    entry = xml.parse(raw)
    markup = body(entry) if entry is not None else None
    if entry is None or markup is None:
        return Problem("broken", "this entry of a feed holds no text", source)
    text, headline = blocks.text_of(markup), title(entry)
    if headline and not text.startswith(headline):
        text = f"{headline}\n{text}"
    told = moment(date(entry) or "")
    stated = Stated(
        title=headline,
        byline=author(entry),
        published=When(told.day, KnownFrom.META) if told else None,
        time=told.time if told else None,
        url=address(entry),
    )
    return Page(source, text, stated)


def entries(root: Element) -> Iterator[Element]:
    """All entries, wherever the kind of feed keeps them."""
    return (node for node in root.iter() if xml.name(node) in ("item", "entry"))


def address(entry: Element) -> str | None:
    """Where the entry's page is."""
    for link in xml.children(entry, "link"):
        href = link.get("href")
        if href and link.get("rel", "alternate") == "alternate":
            return str(href).strip()
        if found := xml.text(link):
            return found
    guid = next(xml.children(entry, "guid"), None)
    if guid is not None and guid.get("isPermaLink") != "false":
        found = xml.text(guid)
        return found if found.startswith("http") else None
    return None


def title(entry: Element) -> str | None:
    """The headline, without markup."""
    found = (xml.first(entry, "title") or "")[:_LONGEST]
    return " ".join(blocks.text_of(found).split()) or None if found else None


def date(entry: Element) -> str | None:
    """When it was published, as written; a later change only where nothing else is told."""
    return xml.first(entry, "pubdate", "published", "issued", "date", "created", "updated")


def author(entry: Element) -> str | None:
    """The authors' names. RSS wants a mail address before the name in brackets."""
    names = []
    for node in xml.children(entry, "creator", "author"):
        found = xml.first(node, "name") or xml.text(node)
        bracketed = re.fullmatch(r"\S+@\S+ \((.+)\)", found)
        found = " ".join((bracketed[1] if bracketed else found).split())
        if found and "@" not in found and len(found) < 80:
            names.append(found)
    return ", ".join(dict.fromkeys(names)) or None


def body(entry: Element) -> str | None:
    """The whole text as HTML; None where there is only a teaser. Raises TooMuchError."""
    for node in xml.children(entry, "encoded", "content"):
        markup = _markup(node)
        if markup.strip() and not _CUT.search(blocks.text_of(markup)[-200:]):
            return markup
    for node in xml.children(entry, "description", "summary"):
        markup = _markup(node)
        text = blocks.text_of(markup)
        if len(text.split()) >= _FEWEST and not _CUT.search(text[-200:]):
            return markup
    return None


def _markup(node: Element) -> str:
    """What stands in a node: HTML as text, or as elements (Atom's type xhtml)."""
    if len(node) and node.get("type", "") in ("xhtml", ""):
        inner = "".join(etree.tostring(child, encoding="unicode", with_tail=True) for child in node)
        return re.sub(r"<(/?)[\w.-]+:", r"<\1", (node.text or "") + inner)
    return xml.text(node)


def _outlet(channel: Element) -> str | None:
    """The feed's title without its section: "Ostry Courant - World"."""
    found = xml.first(channel, "title")
    if not found:
        return None
    return re.split(r"\s[|–—»>-]\s|\s?[|»]\s?", " ".join(found.split()))[0].strip() or None
