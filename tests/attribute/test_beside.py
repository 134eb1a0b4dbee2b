"""Quotations that plain words beside them attribute."""

from __future__ import annotations

import time

import pytest

from sayso.attribute.beside import beside, telling
from sayso.attribute.tidy import Draft
from sayso.model.span import Span
from sayso.parse import parse
from tests.attribute.scores import attributed, document, words
from tests.markup import marked

PARTS = (-0.1, -0.1, -0.1)


def _found(text: str, drafts: list[Draft] | None = None) -> list[tuple[str, str, list[str]]]:
    """Source, cue and content of each; stretches marked as furniture are such."""
    plain, places = marked(text)
    made = document(plain, furniture=places.get("furniture", ()))
    return [
        (one.source.cut(plain), one.cue.cut(plain), [part.cut(plain) for part in one.content])
        for one in beside(parse(made), drafts or [])
        if one.source and one.cue
    ]


QUOTE = "“The pier is shut for good and all,”"


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (f"{QUOTE} the harbour office has stated.", "the harbour office", "has stated"),
        (f"{QUOTE} Orla Venn said", "Orla Venn", "said"),
        (f"{QUOTE} Orla Venn said in Lannet on Monday.", "Orla Venn", "said"),
        (f"{QUOTE} she has also claimed, and left.", "she", "has also claimed"),
        (f"{QUOTE} said Orla Venn.", "Orla Venn", "said"),
        (f"{QUOTE}said Orla Venn, the mayor.", "Orla Venn", "said"),
        (f"{QUOTE} warned the harbour office", "the harbour office", "warned"),
        (f"Orla Venn said: {QUOTE}", "Orla Venn", "said"),
        (f"It rained. The office later announced, {QUOTE}", "The office", "later announced"),
        (f"The council met.\n\nOrla Venn said: {QUOTE}", "Orla Venn", "said"),
        (f"The council met\n  The office denied : {QUOTE}", "The office", "denied"),
    ],
)
def test_a_speaker_and_a_word_for_telling_beside_it(text: str, source: str, cue: str) -> None:
    assert _found(text) == [(source, cue, [QUOTE])]


@pytest.mark.parametrize(
    "text",
    [
        QUOTE,
        f"{QUOTE} the harbour office painted.",
        f"{QUOTE} the harbour office stated that it was so.",
        f"{QUOTE} said.",
        f"“The pier is shut,” {'said Orla Venn.'}",
        "‘The pier is shut for good and all,’ said Orla Venn.",
        "“The pier is shut for good and all, said Orla Venn.",
        f"{QUOTE}\n\nOrla Venn said.",
        f"Orla Venn said:\n\n{QUOTE}",
        f"{QUOTE} the office. It said.",
        f"{QUOTE} the “office” said.",
        f"Orla Venn said so and: {QUOTE}",
        f"{QUOTE} {'and so on ' * 12} she said.",
        f"[furniture:{QUOTE}] Orla Venn said.",
        f"{QUOTE} [furniture:Orla Venn said.]",
        f"{QUOTE} Orla Venn [furniture:said.]",
        f"[furniture:Orla Venn said:] {QUOTE}",
    ],
)
def test_all_else_is_left_alone(text: str) -> None:
    assert _found(text) == []


def test_what_an_attribution_holds_already_is_left_alone() -> None:
    text = f"{QUOTE} Orla Venn said."
    at = len(QUOTE) + 1
    source, cue = Span(at, at + 9), Span(at + 10, at + 14)
    assert (source.cut(text), cue.cut(text)) == ("Orla Venn", "said")
    elsewhere = (Span(len(text) - 1, len(text)),)
    assert _found(text, [Draft(None, None, (Span(5, 9),), PARTS)]) == []
    assert _found(text, [Draft(None, cue, elsewhere, PARTS)]) == []
    assert len(_found(text, [Draft(source, None, elsewhere, PARTS)])) == 1


def test_the_tagger_takes_it_up_where_the_encoder_sees_nothing() -> None:
    plain, (one,) = attributed(f"It rained. Orla Venn said: {QUOTE}")
    assert words(plain, one) == ("Orla Venn", "said", [QUOTE])
    sure = attributed(f"[source:Orla Venn] [cue:said]: [content:{QUOTE}]")[1][0].score
    assert 0 < one.score < sure
    assert attributed(f"It rained. Orla Venn said: {QUOTE}", bare=False)[1] == ()


def test_two_quotations_of_one_line_have_each_their_own() -> None:
    other = "“Nobody has asked us about the ferry,”"
    assert _found(f"{QUOTE} said Orla Venn. {other} Bo Vell said.") == [
        ("Orla Venn", "said", [QUOTE]),
        ("Bo Vell", "said", [other]),
    ]


@pytest.mark.parametrize("word", ["said", "Says", "TOLD", "claimed", "denies", "according"])
def test_words_for_telling(word: str) -> None:
    assert telling(word)


@pytest.mark.parametrize("word", ["painted", "hopes", "the", "went", ""])
def test_other_words(word: str) -> None:
    assert not telling(word)


@pytest.mark.parametrize(
    "text",
    [
        f"{QUOTE} " * 5_000,
        f"{QUOTE} the office has also later painted " * 2_000,
        f"{QUOTE} {'a ' * 200}\n" * 500,
        f"{QUOTE}{' ' * 200_000}x",
        f"{QUOTE} x{' ' * 200_000}said.",
        f"{QUOTE} x also{' ' * 200_000}x",
        f"x{' ' * 200_000}{QUOTE}",
        f"{'. ' * 100_000}{QUOTE}" * 2,
        f"{'x also ' * 30_000}{QUOTE}" * 2,
        f"{QUOTE} {'also ' * 50_000}",
        '"' * 20_000,
        "“a b c d e f” " * 8_000,
    ],
    ids=range(12),
)
def test_long_and_odd_texts_take_linear_time(text: str) -> None:
    parsed = parse(document(text))
    before = time.process_time()
    beside(parsed, [])
    assert time.process_time() - before < 2
