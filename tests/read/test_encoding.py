"""Bytes become text by mark, UTF-8, declaration or guess; nothing is lost in silence."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.encoding import decode

SENTENCE = "The mayor of Ústí – “Anna Å.” – said: no comment, it costs €5.\r\nReally?\u00a0Yes.\n"


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, name: str) -> None:
    decoded = decode(mark + SENTENCE.encode(name))
    assert (decoded.text, decoded.encoding, decoded.note) == (SENTENCE, name, "")


@settings(derandomize=True, max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back_unchanged(text: str) -> None:
    decoded = decode(b"A" + text.encode())
    assert decoded.text == "A" + text
    assert decoded.note == ""


def test_utf16_without_a_mark_is_text() -> None:
    text = "The ferry was late again, said Ann Orr.\n" * 3
    assert decode(text.encode("utf-16-le")).text == text
    assert decode(text.encode("utf-16-be")).text == text


def test_english_in_windows_1252_is_read_and_told() -> None:
    text = "“We can’t,” the mayor said – “not in a café on the river at this time of the year.”"
    decoded = decode(text.encode("cp1252"))
    assert decoded.text == text
    assert "Windows-1252" in decoded.note


def test_another_script_is_detected() -> None:
    text = "Министр сказал, что паром придёт вовремя, и больше ничего не добавил. " * 8
    decoded = decode(text.encode("cp1251"))
    assert decoded.text == text
    assert decoded.note


def test_a_declaration_counts_in_markup_only() -> None:
    page = '<meta charset="windows-1250"><p>Říká: „ne“, řekl mluvčí města Žďár.</p>'
    raw = page.encode("cp1250")
    decoded = decode(raw, markup=True)
    assert (decoded.text, decoded.encoding, decoded.note) == (page, "cp1250", "")
    assert decode(raw).note


def test_latin_1_is_declared_for_windows_1252() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">“No,” she said'
    assert decode(page.encode("cp1252"), markup=True).text == page


@pytest.mark.parametrize("name", ["no-such-charset", "utf-8"])
def test_a_declaration_that_does_not_hold_is_told(name: str) -> None:
    raw = f'<meta charset="{name}"><p>“It rains,” the ferryman told me.</p>'.encode("cp1252")
    decoded = decode(raw, markup=True)
    assert decoded.text is not None
    assert "“It rains,”" in decoded.text
    assert decoded.note


def test_broken_utf8_keeps_the_rest_and_counts() -> None:
    decoded = decode("“Nein”, “doch”, “oh” sagte sie – ".encode() + b"\xff and \xfe then.")
    assert decoded.text == "“Nein”, “doch”, “oh” sagte sie – \ufffd and \ufffd then."
    assert "2 places" in decoded.note


def test_half_a_character_of_utf16_is_told() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "It rains.".encode("utf-16-le") + b"\x41")
    assert decoded.text == "It rains.\ufffd"
    assert "1 place" in decoded.note


@pytest.mark.parametrize(
    "raw",
    [
        b"\x00" * 50,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
        bytes(range(1, 256)) * 20,
        b"\x01\x02\x03\x04 text \x05\x06",
    ],
)
def test_binary_data_is_no_text(raw: bytes) -> None:
    assert decode(raw).text is None
