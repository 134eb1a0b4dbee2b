"""Medium, addressee, place, occasion and time, from the clause around the cue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model.attribution import CueClass
from sayso.model.span import Span
from sayso.resolve import resolve, resolve_all
from tests.resolve.reports import Names, report

NAMES = Names(
    people=("Ilva Marsh",), bodies=("Halvern One", "Interline"), places=("Lannet", "Tollen")
)
PRINTED = "2031-03-06"


def context(text: str) -> tuple[str | None, str | None, str | None, str | None]:
    claim = report(text, NAMES, PRINTED).claims()[0]
    parts = [e.text if e else None for e in (claim.medium, claim.addressee, claim.place)]
    return parts[0], parts[1], parts[2], claim.said.iso if claim.said else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[content:“So,”] [source:Ilva Marsh] [cue:wrote] on her Facebook profile.",
         ("Facebook", None, None, None)),
        ("[source:Ilva Marsh] [cue:said] in a statement on Monday [content:that it held].",
         ("statement", None, None, "2031-03-03")),
        ("[source:Ilva Marsh] [cue:told] Halvern One [content:that it held].",
         (None, "Halvern One", None, None)),
        ("[source:Ilva Marsh] [cue:told] Icelandic news agency Interline [content:that it held].",
         (None, "Interline", None, None)),
        ("[source:Ilva Marsh] [cue:said] in an interview with the broadcaster Halvern One "
         "[content:that it held].", ("interview", "Halvern One", None, None)),
        ("Speaking to reporters in Lannet on Saturday, [source:Ilva Marsh] [cue:said] "
         "[content:it held].", (None, "reporters", "Lannet", "2031-03-01")),
        ("[content:“So,”] [source:Ilva Marsh] [cue:said] in Lannet.",
         (None, None, "Lannet", None)),
        ("In an interview with the broadcaster Halvern One, [source:Ilva Marsh] [cue:said] "
         "[content:it held].", ("interview", "Halvern One", None, None)),
        ("[source:Ilva Marsh] [cue:wrote] [content:on her Facebook page that it held].",
         ("Facebook", None, None, None)),
        ("[source:Ilva Marsh] [cue:accused] [content:Interline on Tuesday of lying].",
         (None, None, None, "2031-03-04")),
        ("[source:Ilva Marsh] [cue:tweeted] [content:that it held].",
         ("tweeted", None, None, None)),
        ("[source:Ilva Marsh] [cue:said] at a news conference [content:that it held].",
         ("news conference", None, None, None)),
    ],
)  # fmt: skip
def test_from_the_clause(
    text: str, expected: tuple[str | None, str | None, str | None, str | None]
) -> None:
    assert context(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[source:Ilva Marsh] [cue:said] [content:the gauge in Tollen died on Monday].",
        "[source:Ilva Marsh] [cue:told] him [content:that it held].",
        "[source:Ilva Marsh] [cue:said] at the Lannet talks [content:that it held].",
        "[source:Ilva Marsh] [cue:said] [content:so], and what she saw was in Tollen.",
    ],
)
def test_not_from_what_was_said(text: str) -> None:
    assert context(text) == (None, None, None, None)


def test_a_date_that_cannot_be_is_a_problem() -> None:
    text = "[source:Ilva Marsh] [cue:said] on February 30 [content:that it held]."
    made = report(text, NAMES, PRINTED)
    found = resolve_all(made.parsed, made.attributions, [(CueClass.SAY, False)])
    assert found.claims[0].said is None
    (problem,) = found.problems
    assert problem.kind == "impossible-date"
    assert "February has no day 30" in problem.message
    assert problem.document == made.parsed.document.id


def test_one_breath_is_one_time_and_place() -> None:
    text = (
        "[source:Ilva Marsh] [cue:said] on Monday in Lannet [content:that it held]. She was, "
        "[cue:adding] [content:that it would]."
    )
    made = report(text, NAMES, PRINTED)
    first, second = made.attributions[0], made.attributions[0]
    later = replace(second, id="a2", cue=None, content=(Span(60, 70),))
    claims = resolve(made.parsed, (first, later), [(CueClass.SAY, False)] * 2)
    assert [c.said.iso for c in claims if c.said] == ["2031-03-03"] * 2
    assert [c.place.text for c in claims if c.place] == ["Lannet"] * 2
