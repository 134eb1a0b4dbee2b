"""WARC and WACZ, as other tools read them."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from typing import Any

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

from sayso.export import format_of, pieces_of
from sayso.export.base import Ledger
from sayso.export.files import encoded
from sayso.model import wire
from tests.export.ledgers import Given
from tests.ledger import report
from tests.store.exchanges import URL, sent

DOCUMENT, _ = report("[source:Ostrel] [cue:said] [content:it was cut]")
PACKED = gzip.compress(b"<p>The bridge is closed.</p>" * 20, mtime=0)
PAGE = sent(
    PACKED,
    headers="Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
    "Transfer-Encoding: chunked\r\n",
    gave=(DOCUMENT.id,),
)
MOVED = sent(
    b"", "https://www.courier.example/old", status=301, headers=f"Location: {URL}\r\n"
)  # fmt: skip
SAME = sent(b"", at="2031-03-05T10:00:00.000+00:00", status=304, headers="", gave=(DOCUMENT.id,))
LEDGER = Given([wire.document(DOCUMENT)], sent=[MOVED, PAGE, SAME])


def exported(name: str, ledger: Ledger = LEDGER) -> bytes:
    return b"".join(map(encoded, pieces_of(format_of(name), ledger)))


def records(raw: bytes) -> list[tuple[str, Any, bytes]]:
    """Type, record and payload of each, with digests checked."""
    found = []
    for record in ArchiveIterator(io.BytesIO(raw), check_digests="raise"):
        found.append((record.rec_type, record, record.content_stream().read()))
    return found


def test_warcio_reads_it_and_its_digests_hold() -> None:
    found = records(exported("warc"))
    kinds = [kind for kind, *_ in found]
    assert kinds == ["warcinfo", *["request", "response"] * 2, "request", "revisit"]
    _, page, payload = found[4]
    assert payload == gzip.decompress(PACKED)
    assert page.http_headers.get_statuscode() == "200"
    assert page.http_headers.get_header("X-Orig-Transfer-Encoding") == "chunked"
    assert page.http_headers.get_header("Transfer-Encoding") is None
    head = page.rec_headers
    assert head.get_header("WARC-Target-URI") == URL
    assert head.get_header("WARC-Date") == "2031-03-04T10:00:00.250Z"
    assert head.get_header("WARC-IP-Address") == "5.5.5.5"
    asked = found[3][1].rec_headers
    assert asked.get_header("WARC-Concurrent-To") == head.get_header("WARC-Record-ID")
    revisit = found[6][1].rec_headers
    assert revisit.get_header("WARC-Refers-To") == head.get_header("WARC-Record-ID")


def test_each_record_is_a_gzip_member() -> None:
    assert exported("warc").count(b"\x1f\x8b\x08\x00\x00\x00\x00\x00") >= 7


def test_a_case_of_files_gives_an_empty_archive() -> None:
    assert [kind for kind, *_ in records(exported("warc", Given([])))] == ["warcinfo"]


def test_wacz_holds_what_its_package_says() -> None:
    with zipfile.ZipFile(io.BytesIO(exported("wacz"))) as archive:
        assert archive.testzip() is None
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        package = json.loads(archive.read("datapackage.json"))
        assert package["wacz_version"] == "1.1.1"
        for resource in package["resources"]:
            raw = archive.read(resource["path"])
            assert resource["bytes"] == len(raw)
            assert resource["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"
        digest = json.loads(archive.read("datapackage-digest.json"))
        raw = archive.read(digest["path"])
        assert digest["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"


def test_the_index_leads_to_each_answer() -> None:
    with zipfile.ZipFile(io.BytesIO(exported("wacz"))) as archive:
        warc = archive.read("archive/data.warc.gz")
        lines = archive.read("indexes/index.cdx").decode().splitlines()
    assert lines == sorted(lines)
    keys = [line.split(" ")[:2] for line in lines]
    assert keys == [
        ["example,courier)/bridge", "20310304100000"],
        ["example,courier)/bridge", "20310305100000"],
        ["example,courier)/old", "20310304100000"],
    ]
    for line in lines:
        told = json.loads(line.split(" ", 2)[2])
        start = int(told["offset"])
        ((kind, record, _),) = records(warc[start : start + int(told["length"])])
        assert kind in ("response", "revisit")
        assert record.rec_headers.get_header("WARC-Target-URI") == told["url"]
        assert record.http_headers.get_statuscode() == told["status"]


def test_pages_are_the_answers_that_gave_documents() -> None:
    with zipfile.ZipFile(io.BytesIO(exported("wacz"))) as archive:
        heading, *pages = map(json.loads, archive.read("pages/pages.jsonl").splitlines())
    assert heading["format"] == "json-pages-1.0"
    told = [(page["url"], page["title"], page["ts"]) for page in pages]
    assert told == [(URL, DOCUMENT.title, "2031-03-04T10:00:00.250Z")]
