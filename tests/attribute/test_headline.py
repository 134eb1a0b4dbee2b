"""Headlines that attribute with a colon or a dash."""

from __future__ import annotations

import pytest

from sayso.model.attribution import Quotation
from tests.attribute.scores import attributed, words


def _found(text: str) -> list[tuple[str | None, str | None, list[str]]]:
    plain, found = attributed(text)
    return [words(plain, one) for one in found]


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("[title:Orvane ministry: Bridge was shut]", "Orvane ministry"),
        ("[title:Witnesses:  Bridge was shut]", "Witnesses"),
        ("[title:[name:Ana Corrin]: Bridge was shut]", "Ana Corrin"),
        ("[title:Mayor [name:Ana Corrin]: Bridge was shut]", "Mayor Ana Corrin"),
    ],
)
def test_who_speaks_stands_before_the_colon(headline: str, source: str) -> None:
    assert _found(f"{headline}\n\nIt rained.") == [(source, ":", ["Bridge was shut"])]


def test_its_content_may_be_quoted() -> None:
    _, (one,) = attributed("[title:Envoy: “We will stay”]\n\nIt rained.")
    assert one.quotation is Quotation.DIRECT
    assert 0.5 < one.score < 1


@pytest.mark.parametrize(
    "headline",
    [
        "[title:Update: Bridge was shut]",
        "[title:Bridge was shut]",
        "[title:The mayor of a town in which two hundred bridges stand: Shut]",
        "[title:[name:Ana Corrin] in pictures: Bridge was shut]",
        "[title:Orvane ministry:]",
        "[title:Ministry:shut]",
        "Orvane ministry: Bridge was shut",
    ],
)
def test_other_headlines_attribute_nothing(headline: str) -> None:
    assert _found(f"{headline}\n\nIt rained.") == []


def test_what_is_found_already_is_not_found_again() -> None:
    text = "[title:[source:Envoy][cue::] [content:Bridge was shut]]\n\nIt rained."
    assert _found(text) == [("Envoy", ":", ["Bridge was shut"])]


def test_a_speaker_may_stand_behind_a_dash() -> None:
    text = "[title:Bridge over the Oune was shut – minister]\n\nIt rained."
    assert _found(text) == [("minister", "–", ["Bridge over the Oune was shut"])]
    outlet = "[title:Bridge over the Oune was shut – The [name:Courier]]\n\nIt rained."
    assert _found(outlet) == []


def test_what_follows_a_headline_is_not_its_content() -> None:
    text = (
        "[title:[content:Bridge to stay shut], [source:union] [cue:says]]\n\n[content:It rained]."
    )
    assert _found(text) == [("union", "says", ["Bridge to stay shut"])]
