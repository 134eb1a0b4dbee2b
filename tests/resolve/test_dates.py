from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.document import KnownFrom, When
from sayso.resolve.dates import Dated, dated, said_when

MONDAY = When("2031-03-03", KnownFrom.GIVEN)


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("said on Monday", "2031-03-03"),
        ("said Saturday", "2031-03-01"),
        ("said late on Tuesday", "2031-02-25"),
        ("said last Monday", "2031-02-24"),
        ("said today", "2031-03-03"),
        ("said yesterday", "2031-03-02"),
        ("said on February 6", "2031-02-06"),
        ("said on 6 February", "2031-02-06"),
        ("said on Feb. 6, 2029", "2029-02-06"),
        ("said on Saturday, March 1", "2031-03-01"),
        ("said on December 28", "2030-12-28"),
        ("said last week", "2031"),
        ("said last month", "2031-02"),
        ("said earlier this month", "2031-03"),
        ("said last year", "2030"),
        ("said in January", "2031-01"),
        ("said in June 2029", "2029-06"),
        ("said in 2027", "2027"),
        ("said last night", "2031-03-02"),
        ("said three days ago", "2031-02-28"),
        ("said two weeks ago", "2031-02"),
        ("said a week ago", "2031-02"),
        ("said two years ago", "2029"),
        ("said over the weekend", "2031-03"),
        ("said this past week", "2031"),
        ("said last November", "2030-11"),
        ("in a February interview", "2031-02"),
        ("of December 2030", "2030-12"),
    ],
)
def test_counted_from_the_day_of_printing(words: str, iso: str) -> None:
    found = said_when(words, MONDAY)
    assert found == When(iso, KnownFrom.TEXT)


@pytest.mark.parametrize(
    "words",
    [
        "said nothing",
        "said on February 30",  # no such day
        "said on March 20",  # still to come, and last year's is long past
        "said in June 2031",  # still to come
        "told the Sunday Times",
        "said in Marsh's May report",
        "may have said",
        "after Wednesday's vote",
    ],
)
def test_what_cannot_be_known_is_not_guessed(words: str) -> None:
    assert said_when(words, MONDAY) is None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("said on February 30", "February has no day 30"),
        ("said on Feb. 29, 2031", "2031 has no February 29"),
        ("said on Saturday, March 2", "2031-03-02 is a Sunday"),
        ("said on April 5, 2031", "the report was printed on 2031-03-03"),
    ],
)
def test_what_cannot_be_is_told(words: str, why: str) -> None:
    found = dated(words, MONDAY)
    assert found.when is None
    assert found.amiss is not None
    assert why in found.amiss


@pytest.mark.parametrize("words", ["ahead of the April 5, 2031 vote", "said on March 20"])
def test_what_is_still_to_come_may_be_meant(words: str) -> None:
    assert dated(words, MONDAY) == Dated()


def test_last_week_is_a_month_where_it_lies_in_one() -> None:
    found = said_when("said last week", When("2031-03-12", KnownFrom.GIVEN))
    assert found is not None
    assert found.iso == "2031-03"


@pytest.mark.parametrize("published", [None, When("2031-03", KnownFrom.GIVEN)])
def test_without_a_day_of_printing_only_whole_dates_count(published: When | None) -> None:
    assert said_when("said on Monday", published) is None
    assert said_when("said on February 6", published) is None
    found = said_when("said on February 6, 2029", published)
    assert found is not None
    assert found.iso == "2029-02-06"


@settings(max_examples=80, derandomize=True)
@given(
    st.dates(), st.sampled_from(["Monday", "Sunday", "today", "last week", "May 31", "last month"])
)
def test_nothing_is_said_after_it_was_printed(day: object, words: str) -> None:
    found = said_when(f"said on {words}", When(str(day), KnownFrom.GIVEN))
    assert found is None or found.iso <= str(day)
