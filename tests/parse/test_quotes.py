"""Quotation marks: where they open and close, and which marks are none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.parse.quotes import inside_double, quotations
from tests.markup import marked

# double: closed double marks; open: double marks without an end; single: single marks.
CASES = {
    "typographic": "[double:“The bridge is shut,”] said Ana Corrin. [double:“It stays shut.”]",
    "straight": '[double:"The bridge is shut,"] said Ana Corrin. [double:"It stays shut."]',
    "guillemets": "[double:«The bridge is shut,»] said Ana Corrin.",
    "low and high": "[double:„The bridge is shut“], said Ana Corrin.",
    "single": "Envoy: [single:'We will stay in Orvane']",
    "single typographic": "The mayor called it [single:‘a shed with a flag’] on Monday.",
    "single in double": "[double:“He told me [single:‘never again’] and left,”] she said.",
    "straight single in double": "[double:\"He said [single:'never again'] and left,\"] she said.",
    "straight double in typographic": '[double:“It was [single:‘dry’]”] and [double:"wet"].',
    "apostrophes": "It’s the workers’ bridge, and Orvane's too; the ’90s won't be back.",
    "decades": "In the '90s and '80s it was the workers' bridge.",
    "apostrophe in single": "He said [single:‘it doesn’t hold’] on Monday.",
    "odd mark in the middle": 'The bridge " is shut, said Ana Corrin.',
    "odd mark at the end": 'The bridge is shut, said Ana Corrin. "',
    "closing mark only": "The bridge is shut,” said Ana Corrin.",
    "one too many": '[double:"The bridge is shut"], she said" and left.',
    "inches": 'A 5" pipe and a 12" main burst under the bridge.',
    "inches then a quotation": 'The 5" pipe burst, and [double:"nobody came"], she said.',
    "brackets and dashes": 'The bridge ([double:"shut"])—[double:"for good"]—is old.',
    "beside punctuation": 'She asked: [double:"Shut?"]; he said: [double:"Shut!"]',
    "not closed": "She wrote: [open:“The bridge is shut and so is the road]",
    "empty": "",
    "no marks": "The bridge is shut.",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_marks(text: str) -> None:
    plain, places = marked(text)
    assert _found(plain) == places


PARAGRAPHS = {
    "each opens anew": "[open:“The bridge is shut.]\n\n[double:“It stays so,”] said Ana Corrin.",
    "out of a sentence, left open": "The “old bridge\n\nis shut.",
    "opened anew and closed, then a stray mark": "[open:“One.]\n[double:“Two,”] she said.” So.",
    "three in a row": "[open:“One.]\n[open:“Two.]\n[double:“Three,”] said Ana Corrin.",
    "a line broken inside": "She said, [double:“the bridge is\n\nshut for good”] and left.",
    "straight, a line broken inside": 'She said: [double:"the bridge is\nshut for good"] and left.',
    "a stray mark swallows nothing": "A “ stray mark.\n\nIt is shut.” [double:“Yes,”] she said.",
    "does not reach the paragraph after next": "[open:“It is shut.]\n\nNo.\n\nIt is so.” Yes.",
    "an apostrophe does not reach the next line": "the 'bridge\nis shut' today",
}


@pytest.mark.parametrize("text", PARAGRAPHS.values(), ids=PARAGRAPHS.keys())
def test_marks_over_paragraphs(text: str) -> None:
    plain, places = marked(text)
    assert _found(plain) == places


def test_a_long_stretch_between_single_marks_is_two_apostrophes() -> None:
    assert quotations("the 'tis " + "and so on " * 100 + "workers' bridge") == ()


def test_inside_double_tells_marks_from_what_they_hold() -> None:
    assert inside_double('a "bc" d') == bytearray(b"\0\0\2\1\1\2\0\0")
    assert inside_double("said: “ab") == bytearray(b"\0\0\0\0\0\0\2\1\1"), "no mark at the end"
    assert inside_double("a 'bc' d") == bytearray(8), "single marks do not count"


TEXTS = st.text(st.sampled_from("ab .,\n'’‘\"“”«»„5"), max_size=60)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(TEXTS)
def test_doubles_begin_with_a_mark_and_do_not_overlap(text: str) -> None:
    end = 0
    for quotation in quotations(text):
        words = quotation.span.cut(text)
        if quotation.level == "single":
            assert "\n" not in words
            continue
        assert quotation.span.start >= end
        assert words[0] in '"“„‟«»'
        assert not quotation.closed or words[-1] in '"”»“'
        end = quotation.span.end


@pytest.mark.parametrize("unit", ['"', "“", "”", "'", " 'a", "“a\n\n", '“a" «b» '])
def test_any_number_of_marks_takes_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    before = time.process_time()
    inside_double(text)
    assert time.process_time() - before < 2


def _found(text: str) -> dict[str, list[tuple[int, int]]]:
    places: dict[str, list[tuple[int, int]]] = {}
    for one in quotations(text):
        role = one.level if one.closed else "open"
        places.setdefault(role, []).append((one.span.start, one.span.end))
    return places
