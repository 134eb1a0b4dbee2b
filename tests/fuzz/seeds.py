"""A whole file of each kind that is read, for a fuzzer to break."""

from __future__ import annotations

import json

from tests.read.made import (
    LEAD,
    QUOTE,
    RIVAL,
    docx,
    letter,
    packed,
    page,
    pdf,
    record,
    set_in,
    warc,
    zipped,
    zstd,
)

ARTICLE = {
    "title": "Bridge stays closed",
    "authors": ["Jan Ruis"],
    "date_publish": "2031-03-04 08:00:00",
    "source_domain": "courant.example",
    "maintext": f"{LEAD}\n{QUOTE}\n{RIVAL}",
    "url": "https://courant.example/bridge",
}
FEED = f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "aaaa">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Ostry Courant - Bridges</title><item><title>Bridge &amp; ferry</title>
<link>https://courant.example/1</link><pubDate>Tue, 04 Mar 2031 08:00:00 +0100</pubDate>
<content:encoded><![CDATA[<p>{LEAD}</p><p>{QUOTE}</p>]]></content:encoded></item>
<item><title>Short</title><link>/2</link><description>It rains. &a;</description></item>
</channel></rss>""".encode()
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Ostry Courant</title><entry>
<title>Bridge</title><link href="https://courant.example/1"/><updated>2031-03-04T08:00:00Z</updated>
<author><name>Jan Ruis</name></author><content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;</content>
</entry></feed>""".encode()
OPML = b"""<?xml version="1.0"?><opml version="2.0"><body><outline text="Bridges">
<outline type="rss" text="Courant" xmlUrl="https://courant.example/feed"/></outline></body></opml>"""
SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>
<loc>https://courant.example/1</loc><lastmod>2031-03-04</lastmod></url></urlset>"""
MARKDOWN = f"""---
title: Bridge stays closed
date: 2031-03-04
---
# Bridge stays closed

{LEAD}

> {QUOTE}

![The bridge](b.png) and [a link](https://courant.example), `code`

- {RIVAL}
""".encode()
_HEAD = """<link rel="canonical" href="https://courant.example/2031/03/04/bridge">
<meta property="article:published_time" content="2031-03-04T08:00:00Z">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Bridge",
"author": [{"name": "Jan Ruis"}], "datePublished": "2031-03-04"}]}</script>"""
_COLUMNS = [
    [
        (60, 815, 8, "Ostry Courant"),
        (60, 740, 22, "Bridge stays closed"),
        *set_in([LEAD], 60, 710),
        *set_in([RIVAL], 310, 710),
        (290, 20, 8, str(number)),
    ]
    for number in (1, 2)
]


def _mail() -> bytes:
    message = letter(f"{LEAD}\n\n{QUOTE}\n")
    message.add_alternative(page().decode(), subtype="html")
    message.add_attachment(page(2), maintype="text", subtype="html", filename="bridge.html")
    return message.as_bytes()


def _mhtml() -> bytes:
    return (
        b"From: <Saved>\r\nSnapshot-Content-Location: https://courant.example/1\r\n"
        b"Date: Tue, 04 Mar 2031 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html\r\nContent-Location: https://courant.example/1\r\n\r\n"
        + page()
        + b"\r\n--b--\r\n"
    )


SEEDS: dict[str, tuple[str, bytes]] = {
    "text": ("a.txt", f"Bridge stays closed\n\n{LEAD}\n\n{QUOTE}\n".encode()),
    "html": ("a.html", page(1, _HEAD)),
    "pdf": ("a.pdf", pdf(_COLUMNS, "/Title (Bridge) /CreationDate (D:20310304101500)")),
    "docx": ("a.docx", docx(LEAD, QUOTE, core="<c><creator>Jan Ruis</creator></c>")),
    "json": ("a.json", json.dumps([ARTICLE, ARTICLE]).encode()),
    "jsonl": ("a.jsonl", b"\n".join([json.dumps(ARTICLE).encode()] * 3)),
    "markdown": ("a.md", MARKDOWN),
    "feed": ("a.xml", FEED),
    "atom": ("a.xml", ATOM),
    "opml": ("a.opml", OPML),
    "sitemap": ("a.xml", SITEMAP),
    "mail": ("a.eml", _mail()),
    "mhtml": ("a.mhtml", _mhtml()),
    "warc": ("a.warc.gz", warc([page(1), page(2), page(3)])),
    "plain-warc": ("a.warc", b"".join(record(page(n)) for n in range(3))),
    "wacz": ("a.wacz", zipped({"datapackage.json": b"{}", "archive/a.warc.gz": warc([page()])})),
    "gzip": ("a.html.gz", packed(page())),
    "zstd": ("a.warc.zst", b"".join(zstd(record(page(n))) for n in range(3))),
}
"""By kind: the name that the file goes by, and its bytes."""

READERS: dict[str, tuple[str, ...]] = {
    "html": ("html",),
    "pdf": ("pdf",),
    "warc": ("plain-warc", "warc"),
    "mail": ("mail", "mhtml"),
    "feed": ("feed", "atom", "opml", "sitemap"),
    "json": ("json", "jsonl"),
    "docx": ("docx",),
    "packed": ("wacz", "gzip", "zstd"),
    "text": ("markdown", "text"),
}
"""Kinds whose bytes one reader takes apart; what differs in its wrapping only is one."""
