"""What could command a terminal is shown, not obeyed; all else stays as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.view.plain import UNSAFE, line, safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jgone", "\\x1b[2Jgone"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b31m", "\\x9b31m"),
        ("abc\u202edef\u2066", "abc\\u202edef\\u2066"),
        ("one\rtwo", "one\\x0dtwo"),
        ("half \ud83d", "half \\ud83d"),
        ("tag \U000e0041", "tag \\U000e0041"),
        ("one\r\ntwo\tthree\n", "one\ntwo\tthree\n"),
        ("“Zoë” – café 🙂 שלום", "“Zoë” – café 🙂 שלום"),
    ],
)
def test_unsafe_characters_are_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


@settings(derandomize=True, max_examples=200)
@given(st.text())
def test_nothing_unsafe_is_left(text: str) -> None:
    for character in safe(text):
        assert character in "\n\t" or unicodedata.category(character) not in (
            "Cc",
            "Cs",
            "Zl",
            "Zp",
        )
        assert unicodedata.bidirectional(character) not in (
            "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
        )  # fmt: skip


def test_what_is_printable_is_safe() -> None:
    printable = [chr(code) for code in range(0x110000) if chr(code).isprintable()]
    assert not [one for one in printable if UNSAFE.match(one)]
    assert [one for one in printable if one.isspace()] == [" "]


@pytest.mark.parametrize(
    "text", ["a b", " a b", "a b ", "a  b", "a\tb", "a\u00a0b", " ", "", "  a"]
)
def test_a_line_has_single_blanks(text: str) -> None:
    assert line(text) == " ".join(text.split())


@settings(derandomize=True, max_examples=100)
@given(st.text())
def test_a_line_is_one_line(text: str) -> None:
    assert line(text).splitlines() in ([], [line(text)])
    assert "\t" not in line(text)
