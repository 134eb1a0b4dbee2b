"""Stems: forms of a word share one, other words do not."""

from __future__ import annotations

import pytest

from sayso.link.words import content_stems, stem, weight


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pretends", "feigning"), ("company", "companies"), ("denied", "denying"),
        ("killed", "deaths"), ("switching", "switched"), ("minister's", "minister"),
    ],
)  # fmt: skip
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("gauge", "gate"), ("ferry", "fern"), ("dam", "damp")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_that_carry_nothing_are_left_out() -> None:
    assert content_stems("He said that the gauge was not there") == (stem("gauge"),)


def test_everyday_words_weigh_less() -> None:
    assert weight(stem("people")) < weight(stem("melon"))
