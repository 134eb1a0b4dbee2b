"""Mentions put right: cut, relabelled, grown, found where they were passed over."""

from __future__ import annotations

import pytest

from sayso.model.parsed import Mention
from sayso.model.span import Span
from sayso.parse import parse
from sayso.resolve.labels import Labels
from tests.resolve.reports import document


def refined(text: str, *found: tuple[str, str, float]) -> list[tuple[str, str]]:
    spans = [(Span(text.index(w), text.index(w) + len(w)), label, p) for w, label, p in found]
    made = tuple(sorted((Mention(*row) for row in spans), key=lambda m: m.span))
    return [(m.span.cut(text), m.label) for m in Labels.of(parse(document(text), made)).mentions]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("It was the Evening Gull that told.", ("Gull", "ORG", 0.9), ("Evening Gull", "ORG")),
        ("There Mary J. Blenn sang.", ("Mary J. Blenn", "ORG", 0.9), ("Mary J. Blenn", "PER")),
        ("Then engineer Ilva Marsh left.", ("Marsh", "PER", 0.9), ("Ilva Marsh", "PER")),
        ("And so . Marsh left.", (". Marsh", "PER", 0.9), ("Marsh", "PER")),
        ("When Marsh left, all went.", ("When Marsh", "PER", 0.9), ("Marsh", "PER")),
        (
            "Then River Board Executive Director Ilva Marsh left.",
            ("River Board Executive", "ORG", 0.9),
            ("River Board", "ORG"),
        ),
        ("It was told by Interline Monday.", ("Interline", "ORG", 0.9), ("Interline", "ORG")),
    ],
)
def test_cut_and_grown(text: str, found: tuple[str, str, float], expected: tuple[str, str]) -> None:
    assert refined(text, found) == [expected]


def test_a_headline_s_capitals_are_no_names() -> None:
    text = "Otto Brandt Calls Marsh Reckless Over Flooded Dam\n\nShe left."
    assert refined(text, ("Marsh", "PER", 0.9)) == [("Marsh", "PER")]


def test_a_surname_that_was_passed_over() -> None:
    text = "Engineer Ilva Marsh came. Nobody saw that Marsh left, or the Marsh Foundation."
    assert refined(text, ("Ilva Marsh", "PER", 0.9)) == [("Ilva Marsh", "PER"), ("Marsh", "PER")]


def test_a_given_name_that_came_apart() -> None:
    text = "Then Sorva Marsh left."
    assert refined(text, ("Sorva", "ORG", 0.4), ("Marsh", "PER", 0.9)) == [("Sorva Marsh", "PER")]
