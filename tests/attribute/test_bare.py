"""Paragraphs that are nothing but a quotation: whose they are."""

from __future__ import annotations

import time

import pytest

from sayso.attribute.bare import settle_quotes
from sayso.attribute.tidy import Draft
from sayso.model.document import Document
from sayso.model.span import Span
from sayso.parse import parse
from tests.attribute.scores import attributed, document, words

SAID = "[content:“The bridge is shut,”] [source:Ana Corrin] [cue:said]."
LONG = "“It has stood here for two hundred years.”"


def _found(text: str) -> list[tuple[str | None, list[str]]]:
    plain, found = attributed(text)
    return [(source, content) for source, _, content in (words(plain, one) for one in found)]


def test_it_carries_on_the_speech_of_the_paragraph_before() -> None:
    assert _found(f"{SAID}\n\n{LONG}") == [("Ana Corrin", ["“The bridge is shut,”", LONG])]


def test_so_does_one_after_another() -> None:
    more = ["“One.”", "“Two.”", LONG]
    text = "\n\n".join([SAID, *more])
    assert _found(text) == [("Ana Corrin", ["“The bridge is shut,”", *more])]


def test_it_carries_on_where_the_encoder_has_found_the_first_of_several() -> None:
    text = f"{SAID}\n\n[content:{LONG}]\n\n“And so it will, for two hundred more.”"
    ((source, content),) = _found(text)
    assert source == "Ana Corrin"
    assert content[1:] == [LONG, "“And so it will, for two hundred more.”"]


def test_speech_goes_on_over_furniture() -> None:
    text = f"{SAID}\n\n[furniture:Photo of the bridge]\n\n{LONG}"
    assert _found(text) == [("Ana Corrin", ["“The bridge is shut,”", LONG])]


@pytest.mark.parametrize(
    "before",
    [
        "The bridge was built by the town.",
        "[source:Ana Corrin] [cue:said] [content:that the bridge was shut].",
        SAID + " Then the whole council went home, and nobody came back to it.",
        SAID + "\n\nThe council went home.",
    ],
)
def test_where_nobody_speaks_before_it_stands_alone(before: str) -> None:
    assert (None, [LONG]) in _found(f"{before}\n\n{LONG}")


def test_a_short_one_alone_is_no_claim() -> None:
    assert _found("“Shut for good.”") == []


def test_one_that_is_furniture_is_no_claim() -> None:
    assert _found(f"[furniture:{LONG}]") == []


def test_it_keeps_the_speaker_who_follows_where_nobody_speaks_before() -> None:
    text = f"The council met.\n\n[content:{LONG}]\n\n[source:Bo Vell] [cue:said this] and left."
    assert _found(text) == [("Bo Vell", [LONG])]


def test_the_speaker_before_goes_ahead_of_the_one_who_follows() -> None:
    text = f"{SAID}\n\n[content_b:{LONG}]\n\n[source_b:He] [cue_b:said] [content_b:it was so]."
    assert _found(text) == [
        ("Ana Corrin", ["“The bridge is shut,”", LONG]),
        ("He", ["it was so"]),
    ]


def test_a_paragraph_with_words_outside_its_quotation_is_left_alone() -> None:
    assert _found(f"{SAID}\n\nSo: {LONG}") == [("Ana Corrin", ["“The bridge is shut,”"])]


@pytest.mark.parametrize("owned", [True, False])
def test_many_paragraphs_take_linear_time(owned: bool) -> None:
    head = "“Yes,” she said."
    text = "\n\n".join([head] + [LONG] * 20_000)
    content = (Span(0, 6),) if owned else (Span(7, 10),)
    before = time.process_time()
    found = settle_quotes(parse(document(text)), [Draft(Span(7, 10), Span(11, 15), content, ())])
    assert time.process_time() - before < 8
    assert [len(one.content) for one in found] == ([20_001] if owned else [1] * 20_001)


def test_many_attributions_take_linear_time() -> None:
    line = "“Yes,” she said.\n\n“It is as I say, here and now.”\n\nNo.\n\n"
    made = document(line * 4_000)
    drafts = [_said(made, at * len(line)) for at in range(4_000)]
    before = time.process_time()
    found = settle_quotes(parse(made), drafts)
    assert time.process_time() - before < 8
    assert {len(one.content) for one in found} == {2}


def _said(made: Document, at: int) -> Draft:
    assert made.text[at] == "“"
    return Draft(Span(at + 7, at + 10), Span(at + 11, at + 15), (Span(at, at + 6),), ())


def test_a_quotation_that_a_broken_line_parts_is_carried_on_whole() -> None:
    quote = '"Or is it a move to keep the gauge out of sight and\n\nout of mind until autumn?"'
    assert _found(f"{SAID}\n\n{quote}\n\nThe council met.") == [
        ("Ana Corrin", ["“The bridge is shut,”", quote])
    ]
