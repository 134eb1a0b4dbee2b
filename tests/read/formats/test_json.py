"""JSON of other tools and of our own: the fields become the document's."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from sayso.model import wire
from tests.read.made import LEAD, QUOTE, document, documents, kinds, problems

BODY = f"{LEAD}\n{QUOTE}"
URL = "https://courant.example/bridge"
SHAPES: dict[str, dict[str, Any]] = {
    "trafilatura": {
        "title": "Bridge closed", "author": "Jan Ruis; Mia Holt", "hostname": "courant.example",
        "sitename": "Ostry Courant", "date": "2031-03-04", "text": BODY, "raw_text": "no",
        "source": URL, "url": URL, "excerpt": "x", "fingerprint": "f",
    },
    "news-please": {
        "authors": ["Jan Ruis", "Mia Holt"], "date_download": "2031-03-05 10:00:00",
        "date_publish": "2031-03-04 00:00:00", "maintext": BODY, "title": "Bridge closed",
        "source_domain": "Ostry Courant", "text": None, "description": "x", "url": URL,
    },
    "mediacloud": {
        "id": "ab", "media_name": "Ostry Courant", "publish_date": "2031-03-04", "text": BODY,
        "title": "Bridge closed", "language": "en", "indexed_date": "2031-03-06T01:02:03.4",
        "url": URL,
    },
    "ninjs": {
        "uri": "urn:1", "type": "text", "version": "1", "byline": "By Jan Ruis",
        "headline": "Bridge closed", "firstcreated": "2031-03-04T08:00:00+01:00",
        "body_xhtml": f"<p>{LEAD}</p><p>{QUOTE}</p>", "copyrightholder": "Ostry Courant",
        "infosources": [{"name": "Ocawire"}], "url": URL,
    },
    "ninjs 2": {
        "uri": "urn:1", "headlines": [{"role": "main", "value": "Bridge closed"}],
        "bodies": [{"contentType": "text/html", "value": f"<p>{LEAD}</p><p>{QUOTE}</p>"}],
        "firstCreated": "2031-03-04T08:00:00Z", "by": "Jan Ruis", "provider": "Ostry Courant",
        "url": URL,
    },
    "json-ld": {
        "@type": "NewsArticle", "headline": "Bridge closed", "articleBody": BODY,
        "datePublished": "2031-03-04", "author": {"name": "Jan Ruis"},
        "publisher": {"name": "Ostry Courant"}, "url": URL,
    },
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_of_other_tools(name: str) -> None:
    found = document(json.dumps(SHAPES[name]).encode())
    assert found.text == f"Bridge closed\n{BODY}"
    assert (found.title, found.outlet, found.url) == ("Bridge closed", "Ostry Courant", URL)
    assert found.published is not None
    assert found.published.iso == "2031-03-04"
    assert (found.byline or "Jan Ruis").startswith("Jan Ruis")


def test_time_and_credits_of_a_newsroom() -> None:
    found = document(json.dumps(SHAPES["ninjs"]).encode())
    assert (found.published_time, found.credits) == ("08:00+01:00", ("Ocawire",))
    assert document(json.dumps(SHAPES["news-please"]).encode()).published_time is None


def test_our_own_lines_come_back() -> None:
    first = document(json.dumps(SHAPES["ninjs"]).encode())
    lines = [wire.document(first), {"type": "claim", "id": "c1", "text": "no"}]
    raw = "\n".join(json.dumps(line) for line in lines).encode()
    (again,) = documents(raw)
    for name in ("text", "title", "outlet", "byline", "credits", "published", "published_time"):
        assert getattr(again, name) == getattr(first, name), name
    assert kinds(raw) == ["passed-over"]


def test_lines_are_read_one_by_one() -> None:
    line = json.dumps(SHAPES["mediacloud"])
    raw = "\n".join([line, "{broken", "", '{"a": 1}', line.replace("closed", "open")]).encode()
    assert [item.source for item in documents(raw)] == ["a#1", "a#5"]
    assert [(item.kind, item.source) for item in problems(raw)] == [
        ("broken", "a#2"),
        ("no-text", "a#4"),
    ]
    assert len(documents(gzip.compress(raw))) == 2
    assert kinds(gzip.compress(raw)[:-20])[-1] == "clipped"


@pytest.mark.parametrize("name", ["stories", "items", "articles"])
def test_lists_and_what_holds_them(name: str) -> None:
    nodes = [SHAPES["mediacloud"], SHAPES["ninjs"]]
    assert len(documents(json.dumps(nodes, indent=1).encode())) == 2
    assert len(documents(json.dumps({"version": "x", name: nodes}, indent=1).encode())) == 2


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b'{"name": "a-package", "version": 3}', "no-text"),
        (b'{"text": ' + b"[" * 100_000, "broken"),
        (b'{"text": "It rains.", "date": 1e999, "n": ' + b"9" * 10_000 + b"}", "broken"),
        (b'[{"a": 1}]', "no-text"),
    ],
)
def test_what_is_no_article_is_told(raw: bytes, kind: str) -> None:
    assert kinds(raw) == [kind]


def test_half_characters_are_replaced() -> None:
    assert document(rb'{"text": "It rains \ud83d said Ann."}').text == "It rains \ufffd said Ann."
