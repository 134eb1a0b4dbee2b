"""Saved pages give their main text with the headline in it, and what their tags state."""

from __future__ import annotations

from pathlib import Path

from sayso.model.document import Document, KnownFrom, When
from sayso.model.trace import Problem
from sayso.read import read_file
from sayso.read.everything import words_shown
from sayso.read.html import read, with_title

BODY = """
<p>The mayor of Ostry, Dana Vell, said on Monday that the old bridge would stay closed
until the spring, and that nobody had asked her about it.</p>
<p>“We have looked at every bolt,” she told the council. “Some of them looked back.”</p>
<p>Her rival, Otto Brand, disputed that and promised to open the bridge within a week of the
election, whatever the engineers might say about the state of the northern pier.</p>
"""


def _page(head: str = "", before: str = "", after: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article>{before}{BODY}</article>{after}</body></html>"
    ).encode()


def _document(tmp_path: Path, raw: bytes, name: str = "page.html") -> Document:
    path = tmp_path / name
    path.write_bytes(raw)
    (reading,) = read_file(path)
    document = reading.document
    assert document is not None
    return document


def test_a_page_gives_text_and_what_it_states(tmp_path: Path) -> None:
    head = """<title>Bridge stays closed, mayor says | Ostry Courant</title>
    <link rel="canonical" href="https://courant.example/bridge">
    <meta property="og:site_name" content="Ostry Courant">
    <meta property="article:published_time" content="2029-11-04T08:00:00Z">
    <meta name="author" content="Jan Ruis">"""
    document = _document(tmp_path, _page(head, "<h1>Bridge stays closed, mayor says</h1>"))
    assert document.text.startswith("Bridge stays closed, mayor says\nThe mayor of Ostry")
    assert document.title_span is not None
    assert document.title_span.cut(document.text) == "Bridge stays closed, mayor says"
    assert (document.outlet, document.byline) == ("Ostry Courant", "Jan Ruis")
    assert document.published == When("2029-11-04", KnownFrom.META)
    assert document.url == "https://courant.example/bridge"
    assert "Home" not in document.text


def test_json_ld_is_read_through_its_graph(tmp_path: Path) -> None:
    head = """<script type="application/ld+json">{"@graph": [
      {"@type": "Organization", "@id": "#us", "name": "The Ostry Courant"},
      {"@type": "NewsArticle", "headline": "Mayor: the bridge &amp; I stay", "publisher":
       {"@id": "#us"}, "datePublished": "2029-11-05",
       "author": [{"name": "Jan Ruis"}, {"name": "Mia Holt"}]}]}</script>"""
    document = _document(tmp_path, _page(head))
    assert document.title == "Mayor: the bridge & I stay"
    assert document.text.startswith("Mayor: the bridge & I stay\nThe mayor")
    assert document.outlet == "The Ostry Courant"
    assert document.byline == "Jan Ruis, Mia Holt"


def test_broken_json_ld_states_nothing(tmp_path: Path) -> None:
    head = """<script type="application/ld+json">{"@type": </script>
    <script type="application/ld+json">[1, null, {"@type": "NewsArticle", "headline": 3,
     "author": [null, 4], "publisher": null, "datePublished": 5}]</script>"""
    document = _document(tmp_path, _page(head))
    assert (document.title, document.outlet, document.byline) == (None, None, None)


def test_a_day_in_the_address_is_known_from_it(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://courant.example/2019/11/04/bridge">'
    published = _document(tmp_path, _page(head)).published
    assert published == When("2019-11-04", KnownFrom.URL)


def test_the_shown_headline_wins_where_it_is_worded_otherwise() -> None:
    text, title = with_title("Body.", "Mayor keeps bridge closed", ("Bridge closed, mayor says",))
    assert (text, title) == ("Bridge closed, mayor says\nBody.", "Bridge closed, mayor says")


def test_a_heading_of_something_else_is_no_headline() -> None:
    text, title = with_title("Body.", "Mayor keeps bridge closed", ("All our newsletters today",))
    assert (text, title) == ("Mayor keeps bridge closed\nBody.", "Mayor keeps bridge closed")


def test_a_headline_in_the_text_is_not_put_there_twice() -> None:
    body = "BRIDGE STAYS CLOSED\nThe mayor said so."
    assert with_title(body, "Bridge stays closed", ()) == (body, "BRIDGE STAYS CLOSED")


def test_teasers_of_other_reports_are_furniture(tmp_path: Path) -> None:
    card = (
        "<div class='c1'><h3><a href='/s'>Storm takes roof off school</a></h3>"
        "<p>Nobody was hurt when it fell into the yard on Friday.</p></div>"
    )
    heading = "<h3>What the engineers found</h3><p>They found rust in the northern pier.</p>"
    raw = _page(before=BODY + heading + card, after="")
    found = _document(tmp_path, raw)
    marked = {item.span.cut(found.text) for item in found.furniture}
    assert "Nobody was hurt when it fell into the yard on Friday." in marked
    assert not marked & {"What the engineers found", "They found rust in the northern pier."}


def test_words_shown_are_those_between_tags() -> None:
    raw = b"<html><SCRIPT>var a = 'unseen'</script><p>The <b>bridge</b> &amp; pier</p><script>open"
    assert words_shown(raw).split() == ["The", "bridge", "&", "pier", "open"]
    assert words_shown(b"\x00\x01\x02" * 50) == ""


def test_small_pages_and_parts_of_pages_are_read() -> None:
    for raw in (b"<p>It rains, said Ann.</p>", b"It rains, said Ann."):
        page = read(raw, "a.html")
        assert not isinstance(page, Problem)
        assert page.text == "It rains, said Ann."


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"<html><body><script>1</script></body></html>")
    (reading,) = read_file(path)
    assert reading.document is None
    assert reading.raw == path.read_bytes()
    assert [problem.kind for problem in reading.problems] == ["no-text"]
