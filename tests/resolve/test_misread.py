"""Names that the name finder takes for people's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model.parsed import Mention
from sayso.model.span import Span
from sayso.parse import parse
from sayso.resolve.labels import Labels
from tests.resolve.reports import document


def labels(text: str, *people: str, credited: tuple[str, ...] = ()) -> dict[str, str]:
    """The label of each name, all of which the name finder has for people's."""
    places = (Span(at, at + len(name)) for name in people if (at := text.find(name)) >= 0)
    mentions = tuple(sorted((Mention(p, "PER", 0.9) for p in places), key=lambda m: m.span))
    made = replace(document(text), credits=credited)
    return {m.span.cut(text): m.label for m in Labels.of(parse(made, mentions)).mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("So the Windlass reported on Monday.", "Windlass"),
        ("The Windlass’s editor left.", "Windlass"),
        ("He asked Orvane, which runs the ferry.", "Orvane"),
        ("He asked Orvane, the state news agency, on Monday.", "Orvane"),
        ("He asked the operator, Orvane, on Monday.", "Orvane"),
        ("On Monday HANA told the story.", "HANA"),
    ],
)
def test_a_thing_is_no_person(text: str, name: str) -> None:
    assert labels(text, name) == {name: "ORG"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("So the Marsh campaign told on Monday.", "Marsh"),
        ("Mayor Windlass spoke. So the Windlass reported.", "Windlass"),
        ("He asked Orvane, who runs the ferry, for the news.", "Orvane"),
        ("He asked Orvane, a spokesman for the agency, on Monday.", "Orvane"),
        ("HANA TOLD THE STORY ON MONDAY.", "HANA"),
        ("On Monday HANA told. Later Hana slept.", "HANA"),
        ("Then Robert Orvane, the ferry operator, left.", "Robert Orvane"),
        ("Then I. R. Orvane, the ferry company, left.", "I. R. Orvane"),
    ],
)
def test_a_person_stays_one(text: str, name: str) -> None:
    assert labels(text, name) == {name: "PER"}


def test_what_the_page_credits_is_no_person() -> None:
    assert labels("On Monday Orvane told.", "Orvane", credited=("Orvane",)) == {"Orvane": "ORG"}


def test_the_family_is_no_thing() -> None:
    text = "Ilva Marsh left. The Marshs said so, and Marsh, too."
    assert labels(text, "Ilva Marsh", "Marshs")["Marshs"] == "PER"


def test_a_longer_name_goes_with_its_last_word() -> None:
    text = "In today’s Evening Gull he spoke. I told the Gull, and the Gull’s editor, too."
    at = [text.index("Evening Gull"), text.index("Gull,"), text.index("Gull’s")]
    spans = [Span(at[0], at[0] + 12), *(Span(n, n + 4) for n in at[1:])]
    mentions = tuple(Mention(span, "PER", 0.9) for span in spans)
    found = Labels.of(parse(document(text), mentions)).mentions
    assert {m.label for m in found} == {"ORG"}


def test_a_name_ends_with_its_paragraph() -> None:
    text = "Hanne Marsh\n\nThe Labour Court ruled."
    whole = Mention(Span(0, text.index(" ruled")), "ORG", 0.9)
    found = Labels.of(parse(document(text), (whole,))).mentions
    assert [m.span.cut(text) for m in found] == ["The Labour Court"]


@pytest.mark.parametrize(
    ("text", "whole", "name"),
    [
        ("Then Robert Orvane, who runs it, left.", "Robert Orvane", "Robert Orvane"),
        ("Then Robert Orvane (R-Marsh.) left.", "Robert Orvane (R-Marsh.)", "Robert Orvane"),
        ("Then Mayor Robert Orvane left.", "Robert Orvane", "Robert Orvane"),
        ("Then Robert Orvane Robert Ellis OrvaneHouse passes aid left.",
         "Robert Orvane Robert", "Robert Orvane"),
    ],
)  # fmt: skip
def test_somebody_taken_for_a_body_is_a_person(text: str, whole: str, name: str) -> None:
    at = text.index(whole)
    mention = Mention(Span(at, at + len(whole)), "ORG", 0.7)
    (found, *_) = Labels.of(parse(document(text), (mention,))).mentions
    assert (found.span.cut(text), found.label) == (name, "PER")


@pytest.mark.parametrize(
    "text", ["Then Robert Foundation, who runs it, left.", "Robert Orvane opened its doors."]
)
def test_what_nothing_makes_a_person_stays_a_body(text: str) -> None:
    name = " ".join(text.removeprefix("Then ").split()[:2]).strip(",")
    at = text.index(name)
    mention = Mention(Span(at, at + len(name)), "ORG", 0.7)
    assert [m.label for m in Labels.of(parse(document(text), (mention,))).mentions] == ["ORG"]
