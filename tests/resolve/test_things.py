"""Bodies and states, and words that are no names."""

from __future__ import annotations

import pytest

from sayso.model.claim import EntityKind
from tests.resolve.reports import Names, Report, report


def who(made: Report) -> list[str]:
    return [claim.claimer.name for claim in made.claims()]


def test_a_short_form_in_brackets() -> None:
    """Its letters are not those of the name."""
    made = report(
        "[source:The OCR] [cue:said] [content:no].\n\n"
        "The Halvern Office for Rivers and Canals (OCR) met.",
        Names(bodies=("Halvern Office for Rivers and Canals", "OCR")),
    )
    assert who(made) == ["Halvern Office for Rivers and Canals"]


def test_two_bodies_taken_for_one() -> None:
    made = report(
        "[source:The ORC and River Watch] [cue:said] [content:no].",
        Names(bodies=("ORC and River Watch",)),
    )
    assert who(made) == ["ORC", "River Watch"]


@pytest.mark.parametrize(
    "text",
    [
        "[source:Critics] [cue:said] [content:no]. Many critics came.",
        "[source:Plenty of Merounans] [cue:said] [content:no].",
        "[source:Nobody] [cue:said] [content:no].",
        "[source:Marsh and his team] [cue:said] [content:no].",
    ],
)
def test_words_that_are_no_names(text: str) -> None:
    made = report(text, Names(people=("Critics", "Plenty", "Nobody", "Marsh")))
    assert made.claims()[0].claimer.kind is EntityKind.UNNAMED


def test_a_house_is_no_committee_of_it() -> None:
    made = report(
        "The House Rivers Committee met. [source:The House] [cue:said] [content:no].",
        Names(bodies=("House Rivers Committee", "House")),
    )
    assert who(made) == ["House"]


def test_an_agency_that_is_named_is_not_the_newspaper_before() -> None:
    made = report(
        "The Halvern Courier has a story. The Halvern Courier stands by it.\n\n"
        "[source:Politico], citing sources, [cue:said] [content:no].",
        Names(bodies=("Halvern Courier", "Politico")),
    )
    assert who(made) == ["Politico"]


def test_the_seat_is_not_the_speaker() -> None:
    made = report(
        "Assembly Leader Ona Velt, R-Marsh., [source:who] [cue:called for] [content:a recount].",
        Names(people=("Ona Velt", "R-Marsh")),
    )
    assert who(made) == ["Ona Velt"]


def test_a_title_with_its_own_body_is_nobodys_without_one() -> None:
    made = report(
        "Adm. Otto Brandt, the chief of naval operations, came.\n\n"
        "[source:The Tax Board chief] [cue:said] [content:no].",
        Names(people=("Otto Brandt",), bodies=("Tax Board",)),
    )
    assert made.claims()[0].claimer.kind is EntityKind.UNNAMED
