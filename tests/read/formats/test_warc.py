"""Web archives: whole records are read, broken ones told, and nothing else is lost with them."""

from __future__ import annotations

import zlib

import brotli
import pytest

from tests.read.made import (
    document,
    documents,
    kinds,
    packed,
    page,
    parts,
    problems,
    record,
    warc,
    zipped,
    zstd,
)

PAGES = [page(number) for number in range(6)]
RECORDS = [record(body, f"https://courant.example/{number}") for number, body in enumerate(PAGES)]
MEMBERS = [packed(data) for data in RECORDS]


def _chunked(body: bytes) -> bytes:
    pieces = [body[at : at + 100] for at in range(0, len(body), 100)]
    return b"".join(b"%x;x=1\r\n%s\r\n" % (len(p), p) for p in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    "raw",
    [b"".join(MEMBERS), b"".join(RECORDS), packed(b"".join(RECORDS))],
    ids=["members", "plain", "one member"],
)
def test_every_page_is_a_document(raw: bytes) -> None:
    found = documents(raw)
    assert [item.title for item in found] == [f"Bridge {n} stays closed" for n in range(6)]
    assert found[2].source == "a#20310304101500/https://courant.example/2"
    assert (found[2].url, found[2].fetched) == (
        "https://courant.example/2",
        "2031-03-04T10:15:00Z",
    )
    assert kinds(raw) == []


def test_the_bytes_kept_are_those_of_the_page() -> None:
    assert [part.raw for part in parts(b"".join(MEMBERS))] == PAGES


def _broken(number: int, at: int) -> bytes:
    members = [bytearray(member) for member in MEMBERS]
    members[number][at : at + 4] = b"\x00\x01\x02\x03"
    return b"".join(members)


@pytest.mark.parametrize("number", [0, 3, 5])
@pytest.mark.parametrize("at", [0, 12, 150])
def test_a_broken_record_costs_itself_only(number: int, at: int) -> None:
    raw, name = _broken(number, at), "crawl.warc.gz"
    found = [part.raw for part in parts(raw, name)]
    assert [body for body in PAGES if body not in found] == [PAGES[number]]
    assert kinds(raw, name) == ["broken"]


def test_many_broken_records_cost_themselves_only() -> None:
    bodies = [page(number) for number in range(60)]
    members = [bytearray(packed(record(body))) for body in bodies]
    for number in (7, 8, 21, 40, 58):
        members[number][100:104] = b"\x00\x01\x02\x03"
    raw = b"".join(members)
    wanted = [body for number, body in enumerate(bodies) if number not in (7, 8, 21, 40, 58)]
    assert [part.raw for part in parts(raw)] == wanted
    assert kinds(raw) == ["broken"] * 5


@pytest.mark.parametrize("missing", [12, 60, len(MEMBERS[-1]) - 9])
def test_a_file_that_breaks_off_is_told(missing: int) -> None:
    raw = b"".join(MEMBERS)[:-missing]
    assert len(parts(raw)) == 5
    assert kinds(raw) == ["broken"]


def test_a_file_that_breaks_off_unpacked_is_told() -> None:
    raw = b"".join(RECORDS)[:-300]
    assert len(parts(raw)) == 5
    assert kinds(raw) == ["broken"]


def test_a_wrong_length_does_not_swallow_the_next() -> None:
    lying = RECORDS[1].replace(b"Content-Length: ", b"Content-Length: 9")
    raw = b"".join([RECORDS[0], lying, *RECORDS[2:]])
    assert [part.raw for part in parts(raw)] == [PAGES[0], *PAGES[2:]]
    assert kinds(raw) == ["broken"]


def test_what_stands_between_records_is_told() -> None:
    raw = MEMBERS[0] + b"\x1f\x8b\x08 nothing of the kind" + b"".join(MEMBERS[1:])
    assert [part.raw for part in parts(raw)] == PAGES
    assert kinds(raw) == ["broken"]


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Content-Encoding: gzip\r\n", packed(PAGES[0])),
        ("Content-Encoding: deflate\r\n", zlib.compress(PAGES[0])),
        ("Content-Encoding: br\r\n", brotli.compress(PAGES[0])),
        ("Content-Encoding: zstd\r\n", zstd(PAGES[0])),
        ("Content-Encoding: zstd\r\n", PAGES[0]),
        ("Transfer-Encoding: chunked\r\n", _chunked(PAGES[0])),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", _chunked(packed(PAGES[0]))),
        ("Content-Encoding: gzip\r\n", PAGES[0]),
        ("Transfer-Encoding: chunked\r\n", PAGES[0]),
    ],
)
def test_bodies_are_unpacked(headers: str, body: bytes) -> None:
    (part,) = parts(record(body, headers=headers))
    assert part.raw == PAGES[0]
    assert part.problems == ()


def test_half_a_body_of_zstd_is_kept_and_told() -> None:
    whole = zstd(PAGES[0] + PAGES[1]) + zstd(PAGES[2] * 9)
    raw = record(whole[:-20], headers="Content-Encoding: zstd\r\n")
    assert document(raw).text.startswith("Bridge 0 stays closed")
    assert kinds(raw) == ["clipped"]


ZSTD = [zstd(data) for data in RECORDS]


@pytest.mark.parametrize("raw", [b"".join(ZSTD), zstd(b"".join(RECORDS))], ids=["frames", "one"])
def test_archives_packed_with_zstd(raw: bytes) -> None:
    assert [part.raw for part in parts(raw, "crawl.warc.zst")] == PAGES
    assert kinds(raw, "crawl.warc.zst") == []


@pytest.mark.parametrize("number", [0, 2, 5])
@pytest.mark.parametrize("at", [0, 60])
def test_a_broken_frame_of_zstd_costs_itself_only(number: int, at: int) -> None:
    frames = [bytearray(frame) for frame in ZSTD]
    frames[number][at : at + 4] = b"\x00\x01\x02\x03"
    raw, name = b"".join(frames), "crawl.warc.zst"
    found = [part.raw for part in parts(raw, name)]
    assert [body for body in PAGES if body not in found] == [PAGES[number]]
    assert kinds(raw, name) == ["broken"]


def test_frames_of_zstd_that_share_a_dictionary() -> None:
    """What they share is some bytes of a page: a dictionary without tables."""
    shared = RECORDS[0] * 3
    frames = [zstd(data, shared) for data in RECORDS]
    front = b"\x5d\x2a\x4d\x18" + len(shared).to_bytes(4, "little") + shared
    assert [part.raw for part in parts(front + b"".join(frames))] == PAGES
    broken = frames[2][:30] + b"\x00" * 9 + frames[2][39:]
    raw = front + b"".join([*frames[:2], broken, *frames[3:]])
    assert [part.raw for part in parts(raw)] == [*PAGES[:2], *PAGES[3:]]
    assert kinds(raw) == ["broken"]


def test_other_files_packed_with_zstd() -> None:
    assert parts(zstd(PAGES[0]), "page.html.zst")[0].raw == PAGES[0]
    assert kinds(zstd(PAGES[0])[:-20], "page.html.zst") == ["broken"]
    assert kinds(zstd(PAGES[0]) + zstd(PAGES[1])[:-20], "page.html.zst") == ["clipped"]
    assert kinds(zstd(bytes(30_000_000)), "page.html.zst") == ["too-large"]


def test_half_a_body_is_kept_and_told() -> None:
    raw = record(packed(PAGES[0])[:-40], headers="Content-Encoding: gzip\r\n")
    assert document(raw).text.startswith("Bridge 0 stays closed")
    assert kinds(raw) == ["clipped"]


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Content-Encoding: gzip\r\n", packed(bytes(30_000_000))),
        ("Content-Encoding: br\r\n", brotli.compress(bytes(30_000_000), quality=5)),
        ("Content-Encoding: deflate\r\n", zlib.compress(bytes(30_000_000))),
        ("Content-Encoding: zstd\r\n", zstd(bytes(30_000_000))),
        ("Content-Encoding: compress\r\n", PAGES[0]),
    ],
)
def test_bombs_and_unknown_ways_to_pack_are_told(headers: str, body: bytes) -> None:
    raw = packed(record(body, headers=headers)) + MEMBERS[1]
    assert [part.raw for part in parts(raw)] == [PAGES[1]]
    assert kinds(raw) == ["too-large"]


def test_what_is_no_report_is_counted() -> None:
    raw = b"".join(
        [
            record(b"", "https://courant.example/a", record_type="warcinfo"),
            record(b"\x89PNG\r\n\x1a\n", "https://courant.example/b.png", kind="image/png"),
            record(b"p { color: red }", "https://courant.example/c.css", kind="text/css"),
            record(b"Disallow: /", "https://courant.example/robots.txt", kind="text/plain"),
            record(PAGES[0], status="404 Not Found"),
            RECORDS[1],
        ]
    )
    (problem,) = problems(raw)
    assert problem.kind == "passed-over"
    assert "1 answers with status 404, 1 image/png, 1 text/css, 1 text/plain" in problem.message
    assert len(parts(raw)) == 1


def test_the_charset_of_a_header_counts() -> None:
    text = "<html><body><p>„Ne,“ řekla starostka města Žďár, „most zůstane zavřený.“</p></body>"
    raw = record(text.encode("cp1250"), kind="text/html; charset=windows-1250")
    assert "řekla starostka města Žďár" in document(raw).text


@pytest.mark.parametrize("method", [0, 8])
def test_wacz_holds_archives(method: int) -> None:
    files = {"datapackage.json": b"{}", "archive/data.warc.gz": _broken(3, 12)}
    raw = zipped(files, method)
    assert len(documents(raw)) == 5
    assert kinds(raw) == ["broken"]
    assert documents(raw)[0].source.startswith("a#archive/data.warc.gz#2031")


@pytest.mark.parametrize("raw", [b"WARC/1.0\r\n", b"WARC/1.0\r\n\r\n", packed(b"WARC/1.0\r\nx: y")])
def test_what_only_begins_like_an_archive_is_told(raw: bytes) -> None:
    assert kinds(raw) == ["broken"]


def test_archives_of_other_things_are_told() -> None:
    assert kinds(zipped({"a.txt": b"It rains."})) == ["unknown-type"]
    assert kinds(zipped({"a.txt": b"It rains."})[:-10]) == ["broken"]


def test_the_same_archive_gives_the_same_parts() -> None:
    assert parts(warc(PAGES)) == parts(warc(PAGES))
