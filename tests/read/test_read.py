"""Reading as a whole: what goes in comes out unchanged, and trouble is told."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.ids import document_id, sha256
from sayso.read import read_file, read_text

REPORT = (
    "The mayor of Ostry said on Monday that the bridge would stay closed.\r\n\r\n“No,” he said.\r"
)


def test_a_text_file_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + (REPORT + "\u00a0x\x0c").encode())
    (reading,) = read_file(path)
    assert reading.document is not None
    assert reading.document.text == REPORT + "\u00a0x\x0c"
    assert reading.raw == path.read_bytes()
    assert reading.document.sha256 == sha256(path.read_bytes())
    assert reading.document.id == document_id(reading.document.sha256, reading.document.text)
    assert reading.document.source == reading.source == str(path)
    assert reading.problems == ()


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT, encoding="utf-8")
    assert list(read_file(path)) == list(read_file(path))


@pytest.mark.parametrize(
    ("raw", "kind", "kept"),
    [
        (b"", "empty", b""),
        (b"\xef\xbb\xbf \n", "empty", b"\xef\xbb\xbf \n"),
        (b"\x89PNG\x00\x01\x02", "binary", b"\x89PNG\x00\x01\x02"),
        (b"%PDF-1.4\x00\x01\x02", "broken", b"%PDF-1.4\x00\x01\x02"),
    ],
)
def test_what_holds_no_text_is_told(tmp_path: Path, raw: bytes, kind: str, kept: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    (reading,) = read_file(path)
    assert (reading.document, reading.raw) == (None, kept)
    assert [(problem.kind, problem.source) for problem in reading.problems] == [(kind, str(path))]


def test_a_guess_at_the_encoding_is_told_with_the_document(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("“No,” said the mayor of Ostry about the bridge.".encode("cp1252"))
    (reading,) = read_file(path)
    assert reading.document is not None
    assert reading.document.text.startswith("“No,”")
    assert [(p.kind, p.document) for p in reading.problems] == [("encoding", reading.document.id)]


def test_another_language_is_kept_and_told() -> None:
    german = "Die Bürgermeisterin sagte am Montag, die alte Brücke bleibe bis zum Frühling zu. "
    reading = read_text(german * 4)
    assert reading.document is not None
    assert reading.document.language == "de"
    assert reading.document.text == german * 4
    assert [problem.kind for problem in reading.problems] == ["not-english"]


def test_a_few_words_are_no_problem() -> None:
    reading = read_text("“No,” said Ann.")
    assert reading.document is not None
    assert (reading.document.language, reading.problems) == ("und", ())


def test_half_a_pair_is_replaced_and_told() -> None:
    reading = read_text("It rains \ud83d said Ann.")
    assert reading.document is not None
    assert reading.document.text == "It rains \ufffd said Ann."
    assert [problem.kind for problem in reading.problems] == ["encoding"]


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.text(st.sampled_from("aA .,:\n\r\u2028“”\"'|/©-—(1Ж•") | st.characters(), max_size=300))
def test_any_text_holds_the_laws(text: str) -> None:
    document = read_text(text).document
    if document is None:
        assert not text.strip()
        return
    assert len(document.text) == len(text)
    ends = 0
    for item in document.furniture:
        assert ends <= item.span.start
        ends = item.span.end
        assert item.span.cut(document.text).strip()
    if document.title_span is not None:
        assert document.title_span.cut(document.text) == document.title
        assert not document.is_furniture(document.title_span)


@pytest.mark.parametrize(
    "text",
    [
        "word said that " * 200_000,
        "\n\n".join(["By A, — (Photo: A/ READ MORE | > © 1 May 2019 “told the A " * 15] * 200),
        "\n".join(["A " * 500] * 300),
        "\n".join([("(" * 600), ("A/" * 300), ("| " * 300), (". — A, " * 80)] * 50),
    ],
    ids=["one line", "signs", "capitals", "marks"],
)
def test_large_and_odd_texts_end_soon(text: str) -> None:
    begun = time.perf_counter()
    document = read_text(text).document
    assert document is not None
    assert time.perf_counter() - begun < 5


def test_more_lines_than_are_looked_at_are_told() -> None:
    assert [problem.kind for problem in read_text("a\n" * 100_001).problems] == ["long"]
