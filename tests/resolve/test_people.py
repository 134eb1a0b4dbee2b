"""Whom a surname means, in one document."""

from __future__ import annotations

import pytest

from sayso.model.claim import EntityKind
from tests.resolve.reports import Names, Report, report


def who(made: Report) -> list[str]:
    return [claim.claimer.name for claim in made.claims()]


def test_the_office_is_not_the_first_ladys() -> None:
    made = report(
        "President Marsh flew to Tollen. Marsh met farmers.\n\n"
        "First lady Ilva Marsh stayed home. Ilva Marsh read to children.\n\n"
        "[source:Marsh] [cue:said] [content:the dam would hold].",
        Names(people=("Ilva Marsh", "Marsh")),
    )
    (claim,) = made.claims()
    assert (claim.claimer.name, claim.claimer.role) == ("Marsh", "President")


def test_a_junior_is_not_the_senior() -> None:
    made = report(
        "Otto Brandt runs the mill. Otto Brandt is 70. His son Otto Brandt Jr. helps.\n\n"
        "[source:Otto Brandt Jr.] [cue:said] [content:it paid].\n\n"
        "[source:Otto Brandt] [cue:said] [content:it did not].",
        Names(people=("Otto Brandt Jr.", "Otto Brandt")),
    )
    assert who(made) == ["Otto Brandt Jr", "Otto Brandt"]


def test_a_suffix_that_is_left_out_later_makes_nobody_new() -> None:
    made = report(
        "Gen. Otto Brandt, Jr. came. [source:Otto Brandt Jr.] [cue:said] [content:it held].\n\n"
        "[source:Brandt] [cue:said] [content:more].",
        Names(people=("Otto Brandt Jr.", "Otto Brandt", "Brandt")),
    )
    assert len(set(who(made))) == 1


def test_a_given_name_tells_who_she_is() -> None:
    made = report(
        "Then came Otto Brandt with Martha Oster.\n\n"
        "[source:She] [cue:said] [content:it was shut].",
        Names(people=("Otto Brandt", "Martha Oster")),
    )
    assert who(made) == ["Martha Oster"]


def test_an_aides_owner_is_not_taken_up() -> None:
    made = report(
        "Otto Brandt spoke of the dam. A Marsh aide came, and "
        "[source:he] [cue:said] [content:it held].",
        Names(people=("Otto Brandt", "Marsh")),
    )
    assert "Marsh" not in who(made)


def test_behind_a_dateline() -> None:
    made = report(
        "Tollen (CNN) [source:President Otto Brandt] [cue:said] [content:it held].",
        Names(people=("Otto Brandt",), places=("Tollen",)),
    )
    (claim,) = made.claims()
    claimer = claim.claimer
    assert (claimer.name, claimer.role, claimer.affiliation) == ("Otto Brandt", "President", None)


@pytest.mark.parametrize(
    ("source", "role", "affiliation"),
    [
        ("Treasury Secretary Otto Brandt", "Treasury Secretary", None),
        ("state Rep. Otto Brandt", "state Representative", None),
        ("former Lt. Gov. Otto Brandt", "former Lieutenant Governor", None),
        ("Halvern Democratic Sen. Otto Brandt", "Democratic Senator", "Halvern"),
        ("Industry and Trade Minister Otto Brandt", "Industry and Trade Minister", None),
        ("Gen. Otto Brandt, the United Board of Staff chairman", "chairman",
         "United Board of Staff"),
        ("Otto Brandt, president of the River Society of America", "president",
         "River Society of America"),
        ("Otto Brandt, one of the paper's columnists", "columnist", None),
        ("The film features his friend, Otto Brandt", "friend", None),
        ("Otto Brandt, head of the Oune Board's press office", "head of the press office",
         "Oune Board"),
    ],
)  # fmt: skip
def test_roles(source: str, role: str, affiliation: str | None) -> None:
    made = report(
        f"[source:{source}] [cue:said] [content:it held].", Names(people=("Otto Brandt",))
    )
    (claim,) = made.claims()
    assert claim.claimer.name == "Otto Brandt"
    assert (claim.claimer.role, claim.claimer.affiliation) == (role, affiliation)


def test_chambers_and_courts() -> None:
    made = report(
        "The Halvern Supreme Court met. [source:The high court] [cue:ruled] [content:it held].\n\n"
        "[source:The Senate] [cue:said] [content:no].",
        Names(bodies=("Halvern Supreme Court", "Senate")),
    )
    court, senate = made.claims()
    assert court.claimer.name == "Halvern Supreme Court"
    assert (senate.claimer.name, senate.claimer.kind) == ("Senate", EntityKind.GOVERNMENT)


def test_no_newspaper_is_the_broadcaster() -> None:
    made = report(
        "Halvern News TV has a new host. Halvern News TV likes her.\n\n"
        "[source:The newspaper] [cue:announced] [content:a party].",
        Names(bodies=("Halvern News TV",)),
    )
    assert made.claims()[0].claimer.kind is EntityKind.UNNAMED


def test_metonyms_say_for_whom_they_stand() -> None:
    made = report("[source:The Kremlin] [cue:said] [content:no].")
    claimer = made.claims()[0].claimer
    assert (claimer.name, claimer.stands_for) == ("Kremlin", "the presidency of Russia")


def test_neither_of_two() -> None:
    made = report(
        "[source:Neither Oune Board nor River Watch] [cue:said] [content:so].",
        Names(bodies=("Oune Board", "River Watch")),
    )
    assert who(made) == ["Oune Board", "River Watch"]
