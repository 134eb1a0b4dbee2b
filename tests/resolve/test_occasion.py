"""What a claim was said at, before or after."""

from __future__ import annotations

import pytest

from sayso.model.claim import Claim
from tests.resolve.reports import Names, report

NAMES = Names(
    people=("Ilva Marsh", "Otto Roe"),
    bodies=("Halvern One", "Lannet Council"),
    places=("Lannet", "Tollen"),
)


def occasions(text: str) -> list[str | None]:
    made = report(text, NAMES, "2031-03-06")
    found = made.claims()
    assert all(_cuts(claim, made.text) for claim in found)
    return [claim.occasion.text if claim.occasion else None for claim in found]


def _cuts(claim: Claim, text: str) -> bool:
    at = claim.occasion
    return at is None or text[at.span.start : at.span.end] == at.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[source:Ilva Marsh] [cue:said] at a news conference [content:that it held].",
         "at a news conference"),
        ("[content:“It held,”] [source:Ilva Marsh] [cue:said] in an interview with Halvern One on "
         "Monday.", "in an interview with Halvern One"),
        ("[content:“It held,”] [cue:said] [source:Ilva Marsh], the mayor, at a rally in Tollen.",
         "at a rally in Tollen"),
        ("During a visit to Tollen on Monday, [source:Ilva Marsh] [cue:said] [content:it held].",
         "During a visit to Tollen"),
        ("[content:“It held,”] [source:Ilva Marsh] [cue:said] in Lannet before the river "
         "ministers’ meeting.", "before the river ministers’ meeting"),
        ("[source:Ilva Marsh] [cue:told] reporters on the sidelines of the summit [content:that it "
         "held].", "on the sidelines of the summit"),
        ("[source:Ilva Marsh] [cue:told] a crowd of growers gathered at a rally [content:that it "
         "held].", "at a rally"),
        ("In a speech at the Lannet Council, [source:Ilva Marsh] [cue:said] [content:it held].",
         "In a speech at the Lannet Council"),
        ("[content:“It held,”] [source:he] [cue:said] after talks with Otto Roe.",
         "after talks with Otto Roe"),
        ("[source:Ilva Marsh] [cue:testified] during a hearing on water [content:that it held].",
         "during a hearing on water"),
        ("[source:Ilva Marsh], speaking at a town hall in Tollen, [cue:said] [content:it held].",
         "at a town hall in Tollen"),
        ("Asked at a briefing about the gauge, [source:Ilva Marsh] [cue:said] [content:it held].",
         "at a briefing about the gauge"),
        ("[source:Ilva Marsh] [cue:told] a news conference [content:that it held].",
         "a news conference"),
        ("[source:Ilva Marsh] [cue:said] in testimony before the Lannet Council [content:that it "
         "held].", "in testimony before the Lannet Council"),
        ("On Otto Roe’s “River Hour” show on Monday, [source:Ilva Marsh] [cue:said] "
         "[content:it held].", "On Otto Roe’s “River Hour” show"),
        ("[source:Ilva Marsh] [cue:said] in an interview on “River Hour” [content:that it held].",
         "in an interview on “River Hour”"),
        ("[source:Ilva Marsh] [cue:said] at a later press gaggle, [content:“It held.”]",
         "at a later press gaggle"),
        ("[source:Ilva Marsh] [cue:spoke of] [content:the gauge] in a floor speech.",
         "in a floor speech"),
    ],
)  # fmt: skip
def test_of_the_saying(text: str, expected: str) -> None:
    assert occasions(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "[source:Ilva Marsh] [cue:said] [content:Otto Roe lied at a news conference].",
        "[source:Ilva Marsh], who met Otto Roe at a summit, [cue:said] [content:it held].",
        "Otto Roe spoke at a rally in Tollen, and [source:Ilva Marsh] [cue:said] [content:no].",
        "[source:Officials] at the meeting [cue:said] [content:it held].",
        "[source:Ilva Marsh] [cue:told] a rally organizer [content:that it held].",
        "[source:Ilva Marsh] [cue:said] in the event of a flood [content:it would hold].",
        "[source:Ilva Marsh] [cue:said] at the meeting room [content:that it held].",
        "[source:Ilva Marsh] [cue:called], in a call for calm, [content:the gauge safe].",
        "At a rally last week, as [source:Ilva Marsh] [cue:said] [content:it held], Roe spoke.",
        "In interviews, [source:Ilva Marsh] [cue:has said] [content:it held].",
        "In the hall, [source:Ilva Marsh] [cue:said] [content:it held].",
    ],
)
def test_of_something_else(text: str) -> None:
    assert occasions(text) == [None]


def test_of_the_inner_saying() -> None:
    text = (
        "[source:Ilva Marsh] [cue:said] at a rally [content:Otto Roe told the council that it"
        " held].\n\n[source:Otto Roe] [cue:said] in Lannet [content:nothing]."
    )
    assert occasions(text) == ["at a rally", None]
    inner = (
        "[source:Ilva Marsh] [cue:said] [content:[source:Otto Roe] [cue:denied] [content:it] at a"
        " hearing]."
    )
    made = report(inner, NAMES)
    assert made.claims()[0].occasion is None
