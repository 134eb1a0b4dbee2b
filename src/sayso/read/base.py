"""What reading gives, and what readers hand over.

    source ─split→ Part ─read→ Page ─assemble→ Reading

A source (a file, a stream) holds one part or many: an archive has one for each page in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum

from sayso.model.document import Document, FurnitureKind, When
from sayso.model.span import Span
from sayso.model.trace import Problem


class Format(StrEnum):
    """What bytes are, told by their content.

    The first six are one document each; the others hold parts that are.
    """

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    ARTICLE = "article"  # one JSON object
    ENTRY = "entry"  # one entry of a feed, in XML
    JSON = "json"
    FEED = "feed"
    OPML = "opml"
    SITEMAP = "sitemap"
    MAIL = "mail"  # also MHTML, which is mail
    WARC = "warc"
    ZIP = "zip"  # WACZ and DOCX are zip files
    GZIP = "gzip"
    ZSTD = "zstd"


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one part.

    source: the name of the part. raw: the original bytes; empty when nothing could be read.
    document: None where the bytes hold no text that can be read; a problem then says why.
    problems: all that went wrong or was guessed on the way.
    """

    source: str
    raw: bytes
    document: Document | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """What is stated about a text outside of it, in tags, JSON or headers; None where silent.

    title, outlet, byline, credits (agencies): as written. published: day, month or year.
    time: of publication, "22:30" or with its zone "22:30+05:30"; kept only with a day.
    url: the canonical address.
    seen: the ISO day on which it was there already: what was published later is something else.
    """

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: When | None = None
    url: str | None = None
    time: str | None = None
    seen: str | None = None
    credits: tuple[str, ...] = ()

    def over(self, inner: Stated) -> Stated:
        """Both together: what a container states counts before what its part does, but for the
        address: a page knows its own."""
        held = {part.name: getattr(self, part.name) for part in fields(self)}
        mine = {name: value for name, value in held.items() if value}
        if inner.url is not None:
            mine["url"] = inner.url
        if self.published is not None:
            mine["time"] = self.time
        return replace(inner, **mine)


@dataclass(frozen=True, slots=True)
class Part:
    """What becomes one document, as it lies in its source.

    source: the path or address, for a part of many with "#" and the name of the part behind it.
    raw: its own bytes, which are kept. format: one of those that are one document.
    stated: what the source around it tells. fetched: ISO time, where it was taken from the net.
    charset: of its text, as headers around it say. problems: what was wrong on the way to it.
    """

    source: str
    raw: bytes
    format: Format
    stated: Stated = Stated()
    fetched: str | None = None
    charset: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Text as one reader gives it. source: see Part; stated: see there.

    pages: the places of printed pages, first to last, where the text has some.
    aside: places that the reader knows not to be the report: running heads, page numbers.
    hints: what the elements of a web page tell of its lines, see `structure`.
    """

    source: str
    text: str
    stated: Stated = Stated()
    problems: tuple[Problem, ...] = ()
    pages: tuple[Span, ...] = ()
    aside: tuple[Span, ...] = ()
    hints: Mapping[str, FurnitureKind | None] = field(default_factory=dict)
