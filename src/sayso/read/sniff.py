"""What bytes are: told by what they hold, and by their name only where that tells nothing."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from sayso.read.base import Format
from sayso.read.encoding import decode

HEAD = 4096  # bytes that are looked at

_BY_NAME = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".eml": Format.MAIL,
    ".mht": Format.MAIL,
    ".mhtml": Format.MAIL,
    ".json": Format.JSON,
    ".jsonl": Format.JSON,
    ".ndjson": Format.JSON,
    ".pdf": Format.PDF,
    ".warc": Format.WARC,
}
_MAGIC = (
    (b"PK\x03\x04", Format.ZIP),
    (b"\x1f\x8b", Format.GZIP),
    (b"\x28\xb5\x2f\xfd", Format.ZSTD),
    (b"\x5d\x2a\x4d\x18", Format.ZSTD),  # with a dictionary in front
    (b"WARC/", Format.WARC),
)
_BY_ROOT = {
    "rss": Format.FEED,
    "rdf": Format.FEED,
    "feed": Format.FEED,
    "opml": Format.OPML,
    "urlset": Format.SITEMAP,
    "sitemapindex": Format.SITEMAP,
    "html": Format.HTML,
}
_ROOT = re.compile(
    r"(?:\s|<\?[^>]{0,500}\?>|<!--(?:(?!-->).){0,2000}-->"
    r"|<!doctype\s[^>\[]{0,500}(?:\[[^\]]{0,2000}\]\s*)?>)*<(?:[\w.-]{1,40}:)?(?P<name>[\w.-]{1,40})",
    re.IGNORECASE | re.DOTALL,
)
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>].{0,2000}<title", re.I | re.DOTALL)
_JSON = re.compile(r'\s*(?:\{\s*"[^"\n]{0,200}"\s*:|\[\s*\{\s*")')
_HEADERS = re.compile(
    r"(?:From [^\n]{0,300}\n)?(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2}"
)
_SURELY_MAIL = re.compile(
    r"^(?:message-id|mime-version|received|return-path|snapshot-content-location): ?\S",
    re.IGNORECASE | re.MULTILINE,
)


def format_of(head: bytes, name: str = "") -> Format | None:
    """The format of bytes that begin so; None for what nothing here reads.

    name: of the file, or the end of an address: it tells Markdown, parts of pages and bare mail
    from text.
    """
    found = told(head)
    if found is not None and found is not Format.TEXT:
        return found
    if name.lower().endswith((".warc.gz", ".warc.zst")):  # its first record is broken
        return Format.WARC
    return by_name(name) or found


def by_name(name: str) -> Format | None:
    """The format that the end of a name promises."""
    return _BY_NAME.get(PurePosixPath(name).suffix.lower())


def told(head: bytes) -> Format | None:
    """The format that the bytes alone tell: TEXT for any text, None for binary data and XML of
    another kind."""
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    text = decode(head[:HEAD], markup=True).text
    return None if text is None else _of_text(text)


def _of_text(text: str) -> Format | None:
    if _HEADERS.match(text.replace("\r\n", "\n")) and _SURELY_MAIL.search(text):
        return Format.MAIL
    root = _ROOT.match(text)
    if root and root["name"].lower() in _BY_ROOT:
        return _BY_ROOT[root["name"].lower()]
    if _PAGE.search(text[:1500]):
        return Format.HTML
    if text.lstrip().startswith("<?xml"):
        return None
    if _JSON.match(text):
        return Format.JSON
    return Format.TEXT
