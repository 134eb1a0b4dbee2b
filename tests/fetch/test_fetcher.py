"""One address → its bytes, kept to what the site wants; and everything that may go wrong."""

from __future__ import annotations

import gzip
import socket
import zlib
from dataclasses import replace

import pytest

from sayso.fetch import Fetched, Validators
from sayso.model.ids import sha256
from tests.fetch.web import LIMITS, Answer, Web, answer, page, redirect

A = "http://courier.example/a"
B = "http://courier.example/b"
ROBOTS = "http://courier.example/robots.txt"


def trouble(fetched: Fetched) -> str:
    """The kind of problem; such a fetch gives no bytes."""
    assert fetched.problem
    assert fetched.body == b""
    assert fetched.problem.source == fetched.asked
    return fetched.problem.kind


def test_a_page_with_its_evidence(web: Web) -> None:
    web[A] = page("<p>The bridge is closed.</p>", ETag='"1"')
    fetched = web.fetcher(contact="desk@ledger.example").fetch(A)
    assert fetched.problem is None
    assert (fetched.asked, fetched.url) == (A, A)
    assert fetched.body == b"<p>The bridge is closed.</p>"
    assert fetched.kind == "text/html; charset=utf-8"
    robots, sent = fetched.exchanges
    assert robots.exchange.url == ROBOTS
    made = sent.exchange
    assert (made.url, made.peer, made.status) == (A, "5.5.5.5:80", 200)
    assert made.at == "2031-03-04T10:00:01.000+00:00"
    assert made.sha256 == sha256(sent.body) == sha256(fetched.body)
    assert made.request.startswith("GET /a HTTP/1.1\r\nHost: courier.example\r\n")
    assert "desk@ledger.example" in made.request
    assert made.request + "\r\n" == web.requests[-1]
    assert made.response.startswith("HTTP/1.1 200 OK\r\n")
    assert made.header("etag") == '"1"'


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://courier.example/a", "gopher://courier.example/", "http://",
     "http://me:secret@courier.example/a", "https://courier.example:99999/", "javascript://a",
     "http://courier.example/" + "a" * 5000, "http://[::1", "http://a\x00b/"],
)  # fmt: skip
def test_other_addresses_are_not_asked(web: Web, address: str) -> None:
    assert trouble(web.fetcher().fetch(address)) == "address"
    assert web.requests == []


def test_offline_asks_nothing(web: Web) -> None:
    assert trouble(web.fetcher(offline=True).fetch(A)) == "offline"
    assert web.requests == []


def test_redirects_are_followed_and_kept(web: Web) -> None:
    web[A] = redirect("/b", "301 Moved Permanently")
    web[B] = redirect("//courier.example/c#here")
    web["http://courier.example/c"] = page("at last")
    fetched = web.fetcher().fetch(A)
    assert fetched.url == "http://courier.example/c"
    statuses = [sent.exchange.status for sent in fetched.exchanges]
    assert statuses == [404, 301, 302, 200]


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        ("http://127.0.0.1/secret", "private-address"),
        ("http://169.254.169.254/latest/meta-data/", "private-address"),
        ("http://[::ffff:169.254.169.254]/", "private-address"),
        ("http://[::1]/", "private-address"),
        ("http://inside.example/", "private-address"),
        ("file:///etc/passwd", "address"),
        ("http://:pw@courier.example/", "address"),
        ("http://unknown.example/", "unreachable"),
        ("/b", "redirects"),
    ],
)
def test_redirects_that_lead_astray(web: Web, where: str, kind: str) -> None:
    web.site("inside.example", "10.0.0.7")
    web[A] = redirect(where)
    web[B] = redirect("/b")
    fetched = web.fetcher().fetch(A)
    assert trouble(fetched) == kind
    assert {url for url in web.asked() if url not in (A, B)} == set()
    assert len(web.requests) <= LIMITS.redirects + 2


def test_a_name_that_answers_otherwise_the_next_time(web: Web) -> None:
    """Rebinding: checked is what is connected to, each time anew."""
    web.site("turncoat.example", "6.6.6.6", "6.6.6.6", "127.0.0.1")
    web["http://turncoat.example/a"] = redirect("/b")
    web["http://turncoat.example/b"] = page("a secret of this machine")
    fetched = web.fetcher().fetch("http://turncoat.example/a")
    assert trouble(fetched) == "private-address"
    assert [sent.exchange.peer for sent in fetched.exchanges] == ["6.6.6.6:80", "6.6.6.6:80"]


def test_one_private_address_among_public_ones_is_enough(web: Web) -> None:
    web.site("both.example", ["6.6.6.6", "192.168.1.1"])
    fetched = web.fetcher().fetch("http://both.example/")
    assert trouble(fetched) == "private-address"
    assert fetched.problem
    assert "192.168.1.1" in fetched.problem.message
    assert web.requests == []


def test_private_ones_are_asked_where_that_is_wanted(web: Web) -> None:
    web["http://127.0.0.1/a"] = page("the newsroom's own server")
    fetched = web.fetcher(allow_private=True).fetch("http://127.0.0.1/a")
    assert fetched.body == b"the newsroom's own server"
    web["http://127.0.0.1/b"] = redirect("http://169.254.169.254/latest/meta-data/")
    astray = web.fetcher(allow_private=True).fetch("http://127.0.0.1/b")
    assert trouble(astray) == "private-address"


def test_robots_are_obeyed(web: Web) -> None:
    web[ROBOTS] = page("User-agent: *\nDisallow: /\n\nUser-agent: sayso\nDisallow: /a*z$\n")
    web["http://courier.example/a/xyz"] = web[A] = page("words")
    fetcher = web.fetcher()
    refused = fetcher.fetch("http://courier.example/a/xyz")
    assert trouble(refused) == "robots"
    assert fetcher.fetch(A).body == b"words"
    assert web.asked() == [A]
    assert len(web.requests) == 2  # the rules are read once


def test_robots_count_after_redirects(web: Web) -> None:
    web.site("other.example", "6.6.6.6")
    web["http://other.example/robots.txt"] = page("User-agent: *\nDisallow: /private")
    web[A] = redirect("http://other.example/private/b")
    assert trouble(web.fetcher().fetch(A)) == "robots"
    assert web.asked() == [A]


@pytest.mark.parametrize("rules", [answer("500 Oops"), b"", answer("302 Found", Location="/b")])
def test_robots_that_cannot_be_read_forbid_all(web: Web, rules: bytes) -> None:
    web[ROBOTS] = rules
    web[B] = redirect("/b")
    web[A] = page("words")
    assert trouble(web.fetcher().fetch(A)) == "robots"
    assert A not in web.asked()


def test_one_request_a_second(web: Web) -> None:
    web.site("other.example", "6.6.6.6")
    web[A] = web["http://other.example/a"] = page("words")
    fetcher = web.fetcher()
    for url in (A, "http://other.example/a", A):
        assert fetcher.fetch(url).body
    assert web.slept == [1.0, 1.0]  # the page after each robots.txt; then a second had gone by


def test_a_site_may_ask_for_more_time(web: Web) -> None:
    web[ROBOTS] = page("User-agent: *\nCrawl-delay: 7\n")
    web[A] = page("words")
    fetcher = web.fetcher()
    fetcher.fetch(A)
    fetcher.fetch(A)
    assert web.slept == [1.0, 7.0]


def test_what_did_not_change_is_not_sent_again(web: Web) -> None:
    web[A] = answer("304 Not Modified")
    fetched = web.fetcher().fetch(A, Validators('"1"', "Tue, 04 Mar 2031 08:00:00 GMT"))
    assert (fetched.unchanged, fetched.problem, fetched.body) == (True, None, b"")
    assert 'If-None-Match: "1"\r\n' in web.requests[-1]
    assert "If-Modified-Since: Tue, 04 Mar 2031 08:00:00 GMT\r\n" in web.requests[-1]


def test_busy_sites_are_asked_again_later(web: Web) -> None:
    web[A] = [
        answer("503 Busy"),
        answer("429 Too Many", Retry_After="Tue, 04 Mar 2031 10:00:32 GMT"),
        page("words"),
    ]
    fetched = web.fetcher().fetch(A)
    assert fetched.body == b"words"
    assert web.slept == [1.0, 1.0, 30.0]
    assert len(fetched.exchanges) == 4


def test_but_not_for_ever(web: Web) -> None:
    web[A] = answer("429 Too Many")
    assert trouble(web.fetcher().fetch(A)) == "refused"
    assert len(web.asked()) == 3


def test_nor_when_they_ask_for_hours(web: Web) -> None:
    web[A] = answer("503 Busy", Retry_After="86400")
    assert trouble(web.fetcher().fetch(A)) == "refused"
    assert len(web.asked()) == 1


@pytest.mark.parametrize(("status", "kind"), [("404", "gone"), ("410", "gone"), ("403", "refused")])
def test_refusals_are_kept_as_evidence(web: Web, status: str, kind: str) -> None:
    web[A] = answer(f"{status} No", b"no such page")
    fetched = web.fetcher().fetch(A)
    assert trouble(fetched) == kind
    assert fetched.exchanges[-1].body == b"no such page"


def test_a_broken_line_is_tried_again(web: Web) -> None:
    web[A] = [b"", page("words")]
    assert web.fetcher().fetch(A).body == b"words"


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def drip(held: socket.socket, _: str) -> None:
    """One byte after the other, without end."""
    held.sendall(HEAD + b"\r\n")
    while True:
        held.sendall(b"a")


def drip_head(held: socket.socket, _: str) -> None:
    """A head that is never whole."""
    held.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        held.sendall(b"X")


def flood(held: socket.socket, _: str) -> None:
    """As much as is taken, without end."""
    held.sendall(HEAD + b"\r\n")
    while True:
        held.sendall(bytes(65536))


def endless_chunks(held: socket.socket, _: str) -> None:
    held.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        held.sendall(b"64\r\n" + bytes(100) + b"\r\n")


def endless_hints(held: socket.socket, _: str) -> None:
    """Answers that say that the answer is still to come."""
    while True:
        held.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" * 100)


def packed(size: int) -> bytes:
    return answer("200 OK", gzip.compress(bytes(size)), Content_Encoding="gzip")


@pytest.mark.parametrize(
    ("given", "kind", "step"),
    [
        (drip, "timeout", 0.1),
        (drip_head, "incomplete", 0.0),
        (drip_head, "timeout", 5.0),
        (flood, "too-large", 0.0),
        (endless_chunks, "too-large", 0.0),
        (endless_hints, "timeout", 5.0),
        (HEAD + b"Content-Length: 999999999999\r\n\r\n", "too-large", 0.0),
        (HEAD + b"Content-Length: 100\r\n\r\nshort", "incomplete", 0.0),
        (HEAD + b"Content-Length: many\r\n\r\nwords", "incomplete", 0.0),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "incomplete", 0.0),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "incomplete", 0.0),
        (packed(1_900_000), "compression", 0.0),
        (packed(5_000_000), "compression", 0.0),
        (answer("200 OK", gzip.compress(bytes(500))[:-9], Content_Encoding="gzip"), "incomplete",
         0.0),
        (answer("200 OK", b"no gzip", Content_Encoding="gzip"), "compression", 0.0),
        (answer("200 OK", b"words", Content_Encoding="br"), "compression", 0.0),
        (answer("200 OK", gzip.compress(b"") * 10_500, Content_Encoding="gzip"), "compression",
         0.0),
    ],
)  # fmt: skip
def test_whatever_a_site_does_it_ends(web: Web, given: Answer, kind: str, step: float) -> None:
    web[A] = given
    fetcher = web.fetcher(replace(LIMITS, tries=1))
    web[ROBOTS] = page("")
    fetcher.fetch(B)
    web.step = step
    assert trouble(fetcher.fetch(A)) == kind
    web.step = 0.0
    web[B] = page("and the run goes on")
    assert fetcher.fetch(B).body == b"and the run goes on"


def test_silence_ends_it(web: Web) -> None:
    def say_nothing(held: socket.socket, _: str) -> None:
        held.recv(1)  # until the other end is gone

    web[A] = say_nothing
    fetcher = web.fetcher()
    fetcher.fetch(B)  # so that the rules are known
    assert fetcher._wire
    fetcher._wire.limits = replace(LIMITS, silence=0.05)
    assert trouble(fetcher.fetch(A)) == "timeout"


@pytest.mark.parametrize(
    "coded",
    [
        ("gzip", gzip.compress(b"words")),
        ("x-gzip", gzip.compress(b"wor") + gzip.compress(b"ds") + b"\0\0"),
        ("deflate", zlib.compress(b"words")),
        ("deflate", zlib.compress(b"words")[2:-4]),
        ("gzip, gzip", gzip.compress(gzip.compress(b"words"))),
        ("identity", b"words"),
    ],
)
def test_codings_are_undone_and_the_sent_bytes_kept(web: Web, coded: tuple[str, bytes]) -> None:
    web[A] = answer("200 OK", coded[1], Content_Encoding=coded[0])
    fetched = web.fetcher().fetch(A)
    assert fetched.body == b"words"
    assert fetched.exchanges[-1].body == coded[1]
