"""Feeds, lists of feeds and sitemaps: what holds its text is read, the rest are links."""

from __future__ import annotations

import pytest

from sayso.read import Format
from sayso.read.limits import LINKS
from sayso.read.links import Target, links
from tests.fuzz.seeds import ATOM, FEED, OPML, SITEMAP
from tests.read.made import LEAD, QUOTE, document, kinds

HOME = "https://courant.example/feeds/all.xml"


def test_an_entry_with_its_text_is_a_document() -> None:
    found = document(FEED)
    assert found.text == f"Bridge & ferry\n{LEAD}\n{QUOTE}"
    assert (found.outlet, found.url) == ("Ostry Courant", "https://courant.example/1")
    assert found.published is not None
    assert (found.published.iso, found.published_time) == ("2031-03-04", "08:00+01:00")
    assert kinds(FEED) == ["teaser"]


def test_atom() -> None:
    found = document(ATOM)
    assert (found.title, found.byline) == ("Bridge", "Jan Ruis")
    assert found.text == f"Bridge\n{LEAD}"


def test_links_of_a_feed() -> None:
    found, wrong = links(FEED, Format.FEED, HOME)
    assert [link.url for link in found] == [
        "https://courant.example/1",
        "https://courant.example/2",
    ]
    assert (found[0].title, found[0].target) == ("Bridge & ferry", Target.PAGE)
    assert found[0].published == "Tue, 04 Mar 2031 08:00:00 +0100"
    assert wrong == ()


def test_links_of_a_list_and_of_a_sitemap() -> None:
    (feed,), _ = links(OPML, Format.OPML)
    assert (feed.url, feed.target) == ("https://courant.example/feed", Target.FEED)
    (page,), _ = links(SITEMAP, Format.SITEMAP)
    assert (page.url, page.published) == ("https://courant.example/1", "2031-03-04")
    index = b"<sitemapindex><sitemap><loc>https://c.example/s.xml</loc></sitemap></sitemapindex>"
    (sitemap,), _ = links(index, Format.SITEMAP)
    assert sitemap.target is Target.SITEMAP


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "//[", "ftp://c.example/a", "data:,x"]
)
def test_only_the_web_is_linked(address: str) -> None:
    raw = f"<rss><channel><item><link>{address}</link></item></channel></rss>".encode()
    assert links(raw, Format.FEED, HOME) == ((), ())


def test_a_list_without_end_is_cut_and_told() -> None:
    urls = b"".join(b"<url><loc>https://c.example/%d</loc></url>" % n for n in range(LINKS + 5))
    found, wrong = links(b"<urlset>" + urls + b"</urlset>", Format.SITEMAP)
    assert len(found) == LINKS
    assert [problem.kind for problem in wrong] == ["too-many"]


def test_entities_are_not_expanded_and_nothing_is_loaded() -> None:
    raw = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">
    <!ENTITY c SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&b;&c;</title>
    <link>https://c.example/1</link></item></channel></rss>"""
    (link,), _ = links(raw, Format.FEED, HOME)
    assert "aaa" not in (link.title or "")
    assert "root" not in (link.title or "")


def test_files_of_links_alone_are_told() -> None:
    assert kinds(OPML) == ["links-only"]
    assert kinds(SITEMAP) == ["links-only"]
    assert kinds(b"<rss><channel><title>x</title></channel></rss>") == ["no-text"]
