"""Work grows as the text does, whatever stands in it: calls and pieces are counted, no seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

import pytest

from sayso.attribute.tagger import Settings, Ties, attribute
from sayso.model.span import Span
from sayso.parse import parse
from sayso.parse.encoder import Encoder, Encoding
from sayso.parse.names import mentions
from tests.attribute.scores import document

TEXTS = {
    "a sentence without end": "Officials said the bridge was shut and " * 60,
    "no full stop": "officials said the bridge was shut " * 60,
    "all capitals": "OFFICIALS SAID IT WAS SHUT. “WE WILL STAY,” ANA CORRIN SAID. " * 30,
    "a table": "Ana Corrin\tHarbour\t2031\nBo Vell | Mayor | 2032\n" * 30,
    "a poem": "O bridge,\n  said the river,\nyou are shut;\n\n  the river\n    said no more.\n"
    * 25,
    "code": 'def said(who: str) -> str:\n    return f"{who!r} said: \\"{who}\\""  # "why?"\n' * 20,
    "right to left": "אמר ראש העיר: “הגשר סגור”. \u202eوقال الوزير إن الجسر مغلق\u202c. " * 20,
    "zero width": "Offi\u200bcials\u200d said\ufeff the bridge\u2060 was shut\u00ad. " * 40,
    "quotation marks": "\"“”'" * 200,
    "marks around words": '"Shut" ' * 250,
    "marks that never close": "“We said the bridge is shut. " * 60,
    "paragraphs of quotation": "“We will stay here for a long while, as will they.”\n\n" * 60,
    "attributions in attributions": "He said she said he said that it is shut. " * 40,
    "phrases that attribute": "Accusing Ana of fraud, Bo said so, according to Cy, as noted by Di. "
    * 30,
}


def _calls(work: Callable[[], object]) -> int:
    """How many functions are called, of Python and of C."""
    count = 0

    def seen(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def _work(encoder: Encoder, text: str) -> tuple[int, int]:
    """Calls of parsing and attributing, and pieces that second looks read."""
    encoding = encoder.encode(text)
    looked = 0

    def again(span: Span) -> tuple[Encoding, Ties]:
        nonlocal looked
        part = encoder.encode_part(encoding, span)
        looked += len(part)
        return part, partial(encoder.ties, part)

    def whole() -> None:
        parsed = parse(document(text), mentions(encoding))
        attribute(parsed, encoding, partial(encoder.ties, encoding), Settings(), again)

    return _calls(whole), looked


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(threads=1)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_four_times_the_text_is_four_times_the_work(encoder: Encoder, text: str) -> None:
    calls, looked = _work(encoder, text)
    more_calls, more_looked = _work(encoder, text * 4)
    assert more_calls <= 5 * calls + 2_000, "and what a call costs on a small text"
    assert more_looked <= 5 * looked + 4 * 384
    assert more_looked <= 3 * len(encoder.encode(text * 4)), "looked at twice more at most"
