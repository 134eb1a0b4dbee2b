"""Three clocks, and dates that cannot all be right."""

from __future__ import annotations

import pytest

from sayso.view.timeline import Clock, timeline_page
from tests.view.stories import CORRIN, apart, one_utterance, report, told


def happened(text: str, printed: str = "2031-03-04") -> list[tuple[str, str]]:
    """What a report says happened: the date, and the words of the date."""
    page = timeline_page([report(text, "HANA", printed)], [], ())
    found = []
    for entry in page.of(Clock.EVENT):
        (one,) = entry.witnesses
        assert one.date is not None
        found.append((entry.when, one.date.text))
    return found


@pytest.mark.parametrize(
    ("text", "when", "words"),
    [
        ("Troops of Halvern retook the bridge at Tollen on Sunday.", "2031-03-02", "Sunday"),
        ("Troops of Halvern retook the bridge on January 20.", "2031-01-20", "January 20"),
        ("The treaty on the river was signed in 2009 at Lannet.", "2009", "in 2009"),
        ("The flow of the river sank in February by half.", "2031-02", "in February"),
        ("Rebels attacked the bridge last Friday with boats.", "2031-02-28", "last Friday"),
        ("Troops had taken the bridge on 27 March 2030 by night.", "2030-03-27", "27 March 2030"),
    ],
)
def test_dates_of_what_happened(text: str, when: str, words: str) -> None:
    assert happened(text) == [(when, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Troops of Halvern will retake the bridge at Tollen on Sunday.",
        "The bridge over the river is closed until Friday morning.",
        "Ministers of both countries meet before Sunday in Lannet.",
        "The Sunday paper cost more than the bread of the baker.",
        "Troops of Halvern may march in the spring.",
        "Sunday it rained.",
        "The minister told reporters on Sunday about melons and boats.",
    ],
)
def test_dates_that_are_not_sure_are_left_out(text: str) -> None:
    assert happened(text) == []


def test_furniture_and_undated_reports_give_no_weekday() -> None:
    text = "[furniture:The bridge at Tollen on Sunday.] Troops took the bridge at Tollen on Sunday."
    assert len(happened(text)) == 1
    page = timeline_page([report("Troops took the bridge at Tollen on Sunday.", "HANA")], [], ())
    assert page.entries == ()
    assert len(page.undated) == 1


def test_three_clocks_stay_apart() -> None:
    document, claim = told(
        "[source:Ostrel] [cue:said] on Monday [content:that farmers cut the cable at Tollen on"
        " March 1].",
        "HANA", said="2031-03-03",
    )  # fmt: skip
    page = timeline_page([document], [claim], ())
    assert [(entry.clock, entry.when) for entry in page.entries] == [
        (Clock.EVENT, "2031-03-01"), (Clock.SAID, "2031-03-03"), (Clock.PRINTED, "2031-03-04"),
    ]  # fmt: skip
    event = page.entries[0]
    assert (event.who, event.witnesses[0].claim) == ("Henrik Ostrel", claim.id)


def test_a_weekday_in_a_quotation_counts_from_its_own_day_or_not_at_all() -> None:
    text = '[content:"They cut the cable of the gauge on Saturday,"] [source:Ostrel] [cue:said].'
    undated, dated = told(text, "HANA"), told(text, "HANA", said="2031-02-26")
    assert not timeline_page([undated[0]], [undated[1]], ()).of(Clock.EVENT)
    (event,) = timeline_page([dated[0]], [dated[1]], ()).of(Clock.EVENT)
    assert event.when == "2031-02-22"


def test_reports_that_agree_are_witnesses_of_one_event() -> None:
    first = report(
        "Halvern began to fill the reservoir at Askrel on January 20.", "HANA", "2031-03-04"
    )
    second = report("The reservoir at Askrel began to fill on 20 January.", "Comet", "2031-03-05")
    page = timeline_page([first, second], [], ())
    (event,) = page.of(Clock.EVENT)
    assert [one.outlet for one in event.witnesses] == ["HANA", "Comet"]
    assert page.disputes == ()


def test_reports_that_part_over_a_date_stand_side_by_side() -> None:
    first = report(
        "Halvern began to fill the reservoir at Askrel on January 20.", "HANA", "2031-03-04"
    )
    second = report(
        "Halvern began to fill the Askrel reservoir in February.", "Comet", "2031-03-05"
    )
    rough = report(
        "Halvern began to fill the reservoir at Askrel in January.", "Gull", "2031-03-05"
    )
    page = timeline_page([first, second, rough], [], ())
    (dispute,) = page.disputes
    assert [entry.when for entry in page.sides(dispute)] == ["2031-01-20", "2031-02"]
    assert {entry.when for entry in page.entries if not entry.dispute} >= {"2031-01"}


def test_one_utterance_with_two_dates_is_disputed() -> None:
    left = told("[source:Corrin] [cue:said] [content:the gauge was mute].", "HANA", CORRIN,
                said="2031-03-03")  # fmt: skip
    right = told("[source:Corrin] [cue:said] [content:that gauge was mute].", "Comet", CORRIN,
                 said="2031-03-04")  # fmt: skip
    documents, claims = apart(left, right)
    page = timeline_page(documents, claims, one_utterance(*claims))
    (dispute,) = page.disputes
    assert dispute.clock is Clock.SAID
    assert [entry.when for entry in page.sides(dispute)] == ["2031-03-03", "2031-03-04"]
    assert timeline_page(documents, claims, ()).disputes == ()
