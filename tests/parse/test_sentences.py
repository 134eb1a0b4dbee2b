"""Sentences and paragraphs: "|" stands where a sentence begins."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.document import Document
from sayso.model.ids import document_id
from sayso.model.parsed import Mention
from sayso.model.span import Span
from sayso.parse import parse
from sayso.parse.sentences import paragraphs, sentences

CASES = [
    "The bridge is shut. |It stays shut! |Why? |Nobody knows.",
    "J. Corrin shut the bridge. |A. B. Ostrel opened it.",
    "Maj. Gen. Ostrel and Lt. Col. Corrin met Dr. Vell on Jan. 3. |They left.",
    "ORVANE, March 3. /VETA/. |The bridge over the Oune is shut. |It stays shut.",
    '"Why?" he asked. |"Because," she said.',
    "“Why?” he asked. |“Never again!” she said.",
    '"The bridge is shut." |"For how long?" |She did not say.',
    "The U.S. envoy met the E.U. Commission. |They ate.",
    "It was 3.5 metres. |The pipe is No. 7 of Vell Co. Ltd. in Orvane.",
    "He went on… |Then he stopped...",
    "He said (it was late.) |She laughed.",
    "the bridge is shut. it stays shut.",
    "“First.” |‘Second.’ |(Third.) |[Fourth.] |«Fifth.»",
    "No full stop",
    "",
]


@pytest.mark.parametrize("text", CASES)
def test_sentences(text: str) -> None:
    plain = text.replace("|", "")
    wanted = [part.rstrip() for part in text.split("|") if part]
    assert [span.cut(plain) for span in sentences(plain)] == wanted


def test_no_sentence_runs_over_a_line() -> None:
    text = "  A headline\n\n\tThe bridge\nis shut. It stays.  \r\n"
    lines = ["A headline", "The bridge", "is shut. It stays."]
    assert [span.cut(text) for span in paragraphs(text)] == lines
    sentence = [*lines[:2], "is shut.", "It stays."]
    assert [span.cut(text) for span in sentences(text)] == sentence


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(st.sampled_from("aA. ?!…\"”'\n\u2028\u00a0\u200b/1"), max_size=60))
def test_every_letter_stands_in_one_sentence(text: str) -> None:
    covered = [at for span in sentences(text) for at in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert {at for at, mark in enumerate(text) if not mark.isspace()} <= set(covered)
    assert sorted(sentences(text)) == list(sentences(text))


@pytest.mark.parametrize("unit", [".", "?!", "… ", ".'", '.’”"', " ", "A. ", "Mr.", '!") '])
def test_takes_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit)) + "x"
    before = time.process_time()
    sentences(text)
    assert time.process_time() - before < 2


def test_parse_puts_the_parts_together() -> None:
    text = 'A headline\n\n"Shut," said Ana Corrin. It stays.'
    document = Document(document_id("0", text), "a.txt", "0", text)
    mention = Mention(Span(25, 35), "PER", 0.9)
    parsed = parse(document, [mention])
    assert parsed.document is document
    assert parsed.mentions == (mention,)
    assert [span.cut(text) for span in parsed.paragraphs] == text.split("\n\n")
    assert [span.cut(text) for span in parsed.sentences][2] == "It stays."
    assert [one.span.cut(text) for one in parsed.quotations] == ['"Shut,"']
