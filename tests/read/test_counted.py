"""What is counted before it is parsed, and what is held of what was read: hostile files end early,
in a problem that says what to do."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from sayso.model.trace import Problem
from sayso.read import Format, counted, html, inflate, links, split_bytes
from sayso.read.inflate import TooMuchError
from tests.fuzz.target import tried
from tests.read.made import LEAD, document, docx, letter, packed, page, parts, problems

FEW = 50
NAMES = {
    "a.html": ("ELEMENTS", page().replace(b"<p>", b"<b>x</b>" * FEW + b"<p>")),
    "a.docx": ("NODES", docx(*[LEAD] * FEW)),
    "a.json": ("VALUES", json.dumps([{"text": LEAD, "x": [1] * FEW}]).encode()),
    "a.eml": ("MAIL_LINES", letter(f"{LEAD}\n" * FEW).as_bytes()),
    "b.eml": ("BOUNDARIES", letter(f"--{LEAD}\n" * FEW).as_bytes()),
    "a.xml": (
        "NODES",
        b"<rss version='2.0'><channel>" + b"<item><title>A</title></item>" * FEW
        + b"</channel></rss>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_what_a_parser_would_make_too_much_of(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    limit, raw = NAMES[name]
    before = [problem.kind for problem in problems(raw, name)]
    monkeypatch.setattr(counted, limit, FEW // 2)
    found = problems(raw, name)
    assert "too-large" not in before
    assert {problem.kind for problem in found} == {"too-large"}
    assert all(f"{FEW // 2:,}" in problem.message for problem in found)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"<html><body>" + b"<b>x</b>" * 101_000, "save the report alone"),
        (b"<rss version='2.0'>" + b"<a/>" * 1_001_000 + b"</rss>", "split it first"),
        (b'[{"text": ""}' + b",[]" * 1_001_000 + b"]", "one article a line"),
        (b"Message-ID: <a@b>\nSubject: x\n\n" + b"x\n" * 1_001_000, "alone"),
    ],
    ids=["html", "xml", "json", "mail"],
)
def test_the_message_says_what_to_do(raw: bytes, told: str) -> None:
    assert all(told in problem.message for problem in problems(raw))
    assert tried("a", raw)[0] == 0


def test_one_line_of_many_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"text": LEAD}).encode()
    bomb = json.dumps({"text": LEAD, "x": [[]] * FEW}).encode()
    monkeypatch.setattr(counted, "VALUES", FEW)
    raw = b"\n".join([line, bomb, line.replace(b"old", b"new")])
    assert len(parts(raw)) == 2
    assert [problem.source for problem in problems(raw)] == ["a#2"]


def test_one_entry_of_many_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    item = "<item><guid>{}</guid><description>&lt;p&gt;{}</description></item>"
    bodies = [LEAD * 5, "&lt;b&gt;x" * FEW + LEAD * 5, LEAD * 6]
    items = "".join(item.format(number, body) for number, body in enumerate(bodies))
    raw = f"<rss version='2.0'><channel><title>C</title>{items}</channel></rss>".encode()
    monkeypatch.setattr(counted, "ELEMENTS", FEW)
    assert [part.source for part in parts(raw)] == ["a#0", "a#2"]
    assert [problem.source for problem in problems(raw)] == ["a#2"]


def test_links_of_too_long_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = b"<urlset>" + b"<url><loc>https://courant.example/1</loc></url>" * FEW + b"</urlset>"
    monkeypatch.setattr(counted, "NODES", FEW)
    found, (problem,) = links.links(raw, Format.SITEMAP)
    assert (found, problem.kind) == ((), "too-large")


def test_objects_without_text_have_an_end() -> None:
    raw = b"[" + b"{}," * 20_000 + b"{}]"
    found = [part for part in split_bytes(raw, "a.json") if isinstance(part, Problem)]
    assert len(found) == 10_001
    assert found[-1].kind == "too-many"


@pytest.mark.parametrize("size", [0, 1, 16_384, 100_000])
def test_unpacked_bytes_are_whole(size: int) -> None:
    """They are held once, in a buffer that grows."""
    raw = bytes(number * 31 % 251 for number in range(size))
    assert inflate.gunzip(packed(raw)) == (raw, True)
    assert inflate.http_body(packed(raw) + packed(raw), "", "gzip") == (raw + raw, True)


def test_lines_of_pages_read_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """trafilatura keeps the last thousand lines, however long, to know them again."""
    from trafilatura.utils import line_processing, trim

    def held() -> int:
        return trim.cache_info().currsize + line_processing.cache_info().currsize

    document(page())
    assert held() > 0
    monkeypatch.setattr(html, "_REMEMBERED", len(page()) // 2)
    document(page())
    assert held() == 0


@pytest.mark.parametrize(
    ("check", "one", "most"),
    [
        (counted.check_text, "x", 10_000_000),
        (counted.check_markup, "<b>", 100_000),
        (counted.check_markup, "x", 10_000_000),
        (counted.check_xml, b"<a/>", 1_000_000),
        (counted.check_xml, b" b='c'", 1_000_000),
        (counted.check_json, b"[", 2_000_000),
        (counted.check_mail, b"\n", 1_000_000),
        (counted.check_mail, b"\n--", 100_000),
    ],
)
def test_so_many_and_no_more(
    check: Callable[[str | bytes], None], one: str | bytes, most: int
) -> None:
    check(one * most)
    with pytest.raises(TooMuchError):
        check(one * (most + 1))
