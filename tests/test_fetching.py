"""Addresses into a case: pages, feeds and lists, with the evidence, again and again."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.adding import AddReport
from sayso.case import Case
from sayso.store import Writer
from tests.fetch.web import LIMITS, Web, answer, page, redirect
from tests.store import samples

SITE = "http://courier.example"
A, B, FEED = f"{SITE}/a", f"{SITE}/b", f"{SITE}/feed"
FILLING = "The council met in the old town hall on the square and talked until late at night. " * 3


def article(words: str, more: str = "", canonical: str = "") -> str:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return (
        f"<html><head><title>Bridge news of today</title>{link}</head><body><article>"
        f"<h1>Bridge news of today</h1><p>{FILLING}</p><p>Ilse Brandt said {words}.</p>"
        f"<p>{FILLING[::-1]}</p></article><!-- {more} --></body></html>"
    )


def rss(*urls: str) -> bytes:
    items = "".join(f"<item><title>News</title><link>{url}</link></item>" for url in urls)
    return answer(
        "200 OK",
        f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode(),
    )


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as playing:
        playing.site("courier.example", "5.5.5.5")
        playing.site("other.example", "6.6.6.6")
        yield playing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.sayso"


def added(path: Path, web: Web, *sources: str, jobs: int = 1, **manners: Any) -> AddReport:
    with Case(path, analyser=samples.pattern()) as case:
        return case.add(*sources, fetcher=web.fetcher(**manners), jobs=jobs)


def claims(path: Path) -> list[str]:
    with Case(path, write=False) as case:
        assert list(case.check()) == []
        return sorted(claim.text for claim in case.claims())


def kinds(report: AddReport) -> list[str]:
    return [problem.kind for problem in report.problems]


def test_a_page_is_added_with_its_evidence(path: Path, web: Web) -> None:
    web[A] = page(article("it is safe"))
    report = added(path, web, A)
    assert (report.added, report.claims, report.problems) == (1, 1, ())
    assert claims(path) == ["it is safe"]
    with Case(path, write=False) as case:
        (document,) = case.documents()
        assert (document.source, document.url) == (A, A)
        assert document.fetched == "2031-03-04T10:00:01.000+00:00"
        robots, came = case.exchanges()
        assert robots.exchange.url.endswith("/robots.txt")
        assert came.gave == (document.id,)
        assert came.body == case.original(document.id)


def test_what_was_wrong_with_a_feed_is_over_when_it_is_mended(path: Path, web: Web) -> None:
    entry = "<item><title>%s</title><link>%s</link></item>"
    short = "".join(entry % (n, f"{SITE}/{n}") for n in range(4))
    web[FEED] = [
        answer("200 OK", f"<rss><channel>{short}</channel></rss>".encode()),
        rss(A),
    ]
    web[A] = page(article("the bridge is safe"))
    assert {problem.source for problem in added(path, web, FEED).problems} == {
        f"{SITE}/{number}" for number in range(4)
    }
    web[f"{SITE}/0"] = page(article("the bridge is open"))
    added(path, web, FEED, f"{SITE}/0")
    with Case(path, write=False) as case:
        assert {problem.source for problem in case.problems()} == {
            f"{SITE}/{number}" for number in (1, 2, 3)
        }


def test_adding_again_asks_whether_it_changed(path: Path, web: Web) -> None:
    web[A] = [page(article("it is safe"), ETag='"1"'), answer("304 Not Modified")]
    added(path, web, A)
    again = added(path, web, A)
    assert (again.added, again.unchanged, again.problems) == (0, 1, ())
    assert 'If-None-Match: "1"' in web.requests[-1]
    with Case(path, write=False) as case:
        assert [sent.exchange.status for sent in case.exchanges()] == [404, 200, 404, 304]
        assert [len(sent.gave) for sent in case.exchanges()] == [0, 1, 0, 1]


def test_what_was_fetched_but_not_read_is_made_up_for(path: Path, web: Web) -> None:
    """A kill between the two: the site says "unchanged", and the bytes are taken from the case."""
    web[A] = [page(article("it is safe"), ETag='"1"'), answer("304 Not Modified")]
    fetched = web.fetcher().fetch(A)
    with Writer.hold(path) as writer:
        writer.keep_exchanges(fetched.exchanges)
    assert added(path, web, A).added == 1
    assert claims(path) == ["it is safe"]


def test_the_same_words_in_other_bytes_are_no_new_version(path: Path, web: Web) -> None:
    web[A] = [page(article("it is safe", more=f"token {n}")) for n in range(3)]
    reports = [added(path, web, A) for _ in range(3)]
    assert [(report.added, report.unchanged) for report in reports] == [(1, 0), (0, 1), (0, 1)]
    with Case(path, write=False) as case:
        assert len(case.documents()) == 1
        assert [sent.gave for sent in case.exchanges() if sent.exchange.url == A] == [
            (case.documents()[0].id,)
        ] * 3
        (found,) = case.versions(A)
        (version,) = found.versions
        assert (version.first or "") < (version.last or "")
        assert list(case.check()) == []


def test_other_words_are_a_new_version_and_both_stay(path: Path, web: Web) -> None:
    web[A] = [page(article("it is safe")), page(article("it will be checked"))]
    added(path, web, A)
    assert added(path, web, A).added == 1
    assert claims(path) == ["it is safe", "it will be checked"]
    with Case(path, write=False) as case:
        (found,) = case.versions()
        (edit,) = found.edits
        assert edit.silent
        assert [(c.before, c.after) for c in edit.changes] == [("is safe", "will be checked")]
        assert [claim.text for claim in edit.gone] == ["it is safe"]


def test_words_that_both_pages_show_are_no_edit(path: Path, web: Web) -> None:
    """In the second, what stood in a box beside the report looks like a part of it."""
    teaser = (
        "A storm took the roof off the old school in Ostry on Friday, and nobody was hurt there."
    )
    boxed = f'<aside class="related-box"><p>{teaser}</p></aside>'
    text = article("the bridge is safe")
    web[A] = [page(text.replace("</article>", f"</article>{boxed}")),
              page(text.replace("</article>", f"<p>{teaser}</p></article>"))]  # fmt: skip
    added(path, web, A)
    assert added(path, web, A).added == 1
    with Case(path, write=False) as case:
        assert case.versions() == []


def test_offline_takes_what_is_kept(path: Path, web: Web) -> None:
    web[A] = page(article("it is safe"))
    added(path, web, A)
    asked = len(web.requests)
    report = added(path, web, A, B, offline=True)
    assert (report.unchanged, kinds(report)) == (1, ["offline"])
    assert len(web.requests) == asked


def test_a_feed_is_followed_to_its_pages(path: Path, web: Web) -> None:
    web[FEED] = rss(A, "/b", A, "http://other.example/c", "ftp://other.example/d")
    web[A], web[B] = page(article("it is safe")), page(article("it is closed"))
    web["http://other.example/c"] = page(article("nobody asked"))
    report = added(path, web, FEED)
    assert (report.added, kinds(report)) == (3, [])
    assert claims(path) == ["it is closed", "it is safe", "nobody asked"]


def test_pages_of_a_feed_are_looked_at_once_a_day(path: Path, web: Web) -> None:
    web[FEED], web[A] = rss(A), page(article("it is safe"))
    added(path, web, FEED)
    assert web.asked() == [FEED, A]
    again = added(path, web, FEED, revisit=1e12)
    assert (again.added, again.unchanged) == (0, 1)
    assert web.asked() == [FEED, A, FEED]
    added(path, web, FEED, revisit=-1e9)
    assert web.asked() == [FEED, A, FEED, FEED, A]


def test_lists_of_feeds_and_packed_sitemaps_are_followed(path: Path, web: Web) -> None:
    opml = f'<opml version="2.0"><body><outline xmlUrl="{FEED}"/></body></opml>'
    sitemap = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<url><loc>{B}</loc></url></urlset>"
    )
    web[f"{SITE}/list.opml"] = page(opml)
    web[f"{SITE}/map.xml.gz"] = answer("200 OK", gzip.compress(sitemap.encode()))
    web[FEED], web[A], web[B] = rss(A), page(article("it is safe")), page(article("no"))
    report = added(path, web, f"{SITE}/list.opml", f"{SITE}/map.xml.gz")
    assert (report.added, kinds(report)) == (2, [])


def test_a_list_that_lies_here_is_followed_where_it_is_named(
    path: Path, web: Web, tmp_path: Path
) -> None:
    """In a folder it is only told: nobody asked for the net."""
    folder = tmp_path / "lists"
    folder.mkdir()
    opml = f'<opml version="2.0"><body><outline xmlUrl="{FEED}"/></body></opml>'
    (folder / "a.opml").write_text(opml)
    (folder / "b.opml.gz").write_bytes(gzip.compress(opml.replace(FEED, f"{SITE}/f").encode()))
    web[FEED], web[f"{SITE}/f"] = rss(A), rss(B)
    web[A], web[B] = page(article("it is safe")), page(article("no"))
    report = added(path, web, str(folder))
    assert (report.added, kinds(report), web.asked()) == (0, ["links-only"] * 2, [])
    report = added(path, web, str(folder / "a.opml"), f"{folder}/./b.opml.gz")
    assert (report.added, kinds(report)) == (2, [])


def test_lists_without_end_end(path: Path, web: Web) -> None:
    for n in range(9):
        inner = f"<opml><body><outline xmlUrl='{SITE}/{n + 1}.opml'/></body></opml>"
        web[f"{SITE}/{n}.opml"] = page(inner)
    report = added(path, web, f"{SITE}/0.opml")
    assert kinds(report) == ["nested"]
    assert len(web.asked()) == LIMITS.depth + 1


def test_a_feed_of_too_many_links_is_cut_short(path: Path, web: Web) -> None:
    from dataclasses import replace

    web[FEED] = rss(*(f"{SITE}/{n}" for n in range(9)))
    with Case(path, analyser=samples.pattern()) as case:
        few = case.add(FEED, fetcher=web.fetcher(replace(LIMITS, links=3)))
        assert [problem.kind for problem in few.problems].count("gone") == 3
        assert "too-many" in kinds(few)
        web.requests.clear()
        case.add(FEED, fetcher=web.fetcher(replace(LIMITS, pages=4), revisit=-1e9))
        assert len(web.asked()) == 4


def test_bad_ones_leave_problems_and_the_run_goes_on(path: Path, web: Web) -> None:
    web.site("inside.example", "192.168.0.1")
    web[f"{SITE}/in"] = redirect("http://169.254.169.254/latest/meta-data/")
    web[f"{SITE}/pic"] = answer(
        "200 OK", b"\x89PNG\r\n\x1a\n" + bytes(99), Content_Type="image/png"
    )
    web[f"{SITE}/bomb"] = answer("200 OK", gzip.compress(bytes(9_000_000)), Content_Encoding="gzip")
    web[f"{SITE}/none"] = page("")
    web[A] = page(article("it is safe"))
    bad = ["http://inside.example/", f"{SITE}/in", f"{SITE}/pic", f"{SITE}/bomb", f"{SITE}/gone"]
    report = added(path, web, *bad, f"{SITE}/none", "nowhere.txt", "gopher://courier.example/", A)
    assert sorted(kinds(report)) == sorted(
        ["private-address", "private-address", "unknown-type", "compression", "gone", "empty",
         "missing", "address"]
    )  # fmt: skip
    assert report.added == 1
    assert {problem.source for problem in report.problems} > set(bad)
    assert claims(path) == ["it is safe"]


def test_trouble_ends_when_a_page_is_back(path: Path, web: Web) -> None:
    web[A] = [answer("404 Not Found"), page(article("it is safe"))]
    assert kinds(added(path, web, A)) == ["gone"]
    added(path, web, A)
    with Case(path, write=False) as case:
        assert case.problems() == []


def test_hosts_do_not_keep_each_other_waiting(path: Path, web: Web) -> None:
    urls = [f"{SITE}/{n}" for n in "abc"] + [f"http://other.example/{n}" for n in "abc"]
    for n, url in enumerate(urls):
        web[url] = page(article(f"it is number {n}"))
    added(path, web, *urls)
    assert len(web.asked()) == 6
    assert web.seconds < 5.0  # one host after the other would take seven


def test_kinds_are_told_by_content(path: Path, web: Web) -> None:
    """Wrong types: text that says it is a picture, a page that says it is text, in Latin-1."""
    words = f"Brücke\n\n{FILLING}\nIlse Brandt said Zoë knew.\n".encode("latin-1")
    web[A] = answer("200 OK", words, Content_Type="image/png; charset=iso-8859-1")
    web[B] = page(article("it is safe"), Content_Type="text/plain")
    report = added(path, web, A, B)
    assert report.added == 2
    assert claims(path) == ["Zoë knew", "it is safe"]


def test_several_processes_give_the_same_case(tmp_path: Path, web: Web) -> None:
    web[FEED] = rss(*(f"{SITE}/{n}" for n in range(4)))
    for n in range(4):
        web[f"{SITE}/{n}"] = page(article(f"it is number {n}"))
    one, two = tmp_path / "one.sayso", tmp_path / "two.sayso"
    added(one, web, FEED)
    added(two, web, FEED, jobs=2)
    assert claims(one) == claims(two)
