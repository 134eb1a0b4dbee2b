"""Figures: what they can be, what they count, whether two can both be right."""

from __future__ import annotations

import pytest

from sayso.link.numbers import numbers


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("340 of its members were out", 340, 340),
        ("at least 12 men", 12, float("inf")),
        ("no more than 90 seafarers", 0, 90),
        ("never less than 310 cubic metres", 310, float("inf")),
        ("about 100 boats", 80, 120),
        ("two hundred and forty tonnes", 240, 240),
        ("3.5 million crowns", 3_500_000, 3_500_000),
        ("twenty-two souls", 22, 22),
    ],
)
def test_what_a_figure_can_be(text: str, low: float, high: float) -> None:
    (found,) = numbers(text)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("text", ["on March 4, 2031", "one of them", "at 6 o'clock", "no figure"])
def test_dates_and_the_word_one_are_no_figures(text: str) -> None:
    assert numbers(text) == ()


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        ("340 members stayed out", "fewer than 90 members stayed out", True),
        ("at least 12 men drowned", "14 men drowned", False),
        ("12 men drowned", "14 boats sank", False),
        ("four gates are shut", "six gates are shut", True),
    ],
)
def test_figures_clash_only_for_the_same_thing(left: str, right: str, clash: bool) -> None:
    (mine,), (theirs,) = numbers(left), numbers(right)
    assert mine.clashes(theirs) is clash
    assert theirs.clashes(mine) is clash
