from __future__ import annotations

import pytest

from sayso.model.span import Span
from sayso.resolve.labels import Labels
from sayso.resolve.split import split_sources
from tests.resolve.reports import Names, mentions

NAMES = Names(
    people=("Ilva Marsh", "Otto Brandt"), bodies=("Oune Commission", "Food and Dam Board")
)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Ilva Marsh and Otto Brandt", ["Ilva Marsh", "Otto Brandt"]),
        ("both President Ilva Marsh and General Otto Brandt",
         ["President Ilva Marsh", "General Otto Brandt"]),
        ("Iceland, Norway and Portugal", ["Iceland", "Norway", "Portugal"]),
        ("Ilva Marsh and the Oune Commission", ["Ilva Marsh", "the Oune Commission"]),
        ("Sen. Ilva Marsh, R-Utah, and Otto Brandt, D-Ohio,",
         ["Sen. Ilva Marsh, R-Utah", "Otto Brandt, D-Ohio,"]),
    ],
)  # fmt: skip
def test_several_speakers(words: str, parts: list[str]) -> None:
    spans = split_sources(words, Span(0, len(words)), Labels(mentions(words, NAMES)))
    assert [span.cut(words) for span in spans] == parts


@pytest.mark.parametrize(
    "words",
    [
        "Food and Dam Board",
        "politicians and media",
        "the foreign ministers of Iceland and Norway",
        "Ilva Marsh, an adviser to Iceland and Norway",
        "Ilva Marsh, a fellow and former envoy",
        "Otto Brandt of the Oune Commission and the Food and Dam Board",
    ],
)
def test_one_speaker(words: str) -> None:
    span = Span(0, len(words))
    assert split_sources(words, span, Labels(mentions(words, NAMES))) == (span,)
