"""Bylines, lone dates and datelines are told from sentences."""

from __future__ import annotations

import pytest

from sayso.read.headmatter import byline, dated_place, dateline, ends_in_date, only_date
from sayso.read.lines import Line, lines


def _line(text: str) -> Line:
    return lines(text)[0][0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By JANE ROE", "Jane Roe"),
        ("by Jane Roe and Otto van Holt, Istrand", "Jane Roe and Otto van Holt"),
        ("By Lena Orr, Wednesday 11 June 2031", "Lena Orr"),
        ("Posted by Jane Roe on 6 March 2031", "Jane Roe"),
        ("14 June 2031, by Jane Roe", "Jane Roe"),
        ("Our Diplomatic Correspondent", "Our Diplomatic Correspondent"),
        ("By noon the bridge was gone.", None),
        ("By Jane Roe and her many friends in the valley", None),
        ("By Monday", None),
        ("Our ferry is late", None),
    ],
)
def test_bylines(text: str, name: str | None) -> None:
    assert byline(_line(text)) == name


@pytest.mark.parametrize(
    "text",
    ["Published 10 December 2027", "4 March 2031, 15:40", "- 11.10.2027", "Updated at 7:33 p.m. ET",
     "December 12, 2026 10:30 pm | Updated 10:30 pm IST - ISTRAND:"],
)  # fmt: skip
def test_lines_with_a_date_only(text: str) -> None:
    assert only_date(_line(text))


@pytest.mark.parametrize("text", ["On 10 December 2027 he fell", "Published", "Year 2027", "May"])
def test_lines_with_more_than_a_date(text: str) -> None:
    assert not only_date(_line(text))


def test_places_and_names_beside_dates() -> None:
    assert dated_place(_line("March 04, 2031 10:10 pm - NEW LANNET:")) == "NEW LANNET"
    assert dated_place(_line("March 04, 2031")) is None
    assert ends_in_date(_line("THE COURANT, 10 Oct 2027"))
    assert not ends_in_date(_line("He was born in Istrand and left it on 10 Oct 2027"))


@pytest.mark.parametrize(
    ("head", "place", "agency", "own", "day"),
    [
        ("ISTRAND, March 4. /OCA/. ", "ISTRAND", "OCA", True, ("March", "4", None)),
        ("ISTRAND (Ocawire) - ", "ISTRAND", "Ocawire", False, (None, None, None)),
        ("ISTRAND/LANNET (Ocawire) - ", "ISTRAND/LANNET", "Ocawire", False, (None, None, None)),
        ("ISTRAND, 4 March 2031 (OCA) — ", "ISTRAND", "OCA", False, ("March", "4", "2031")),
        ("MARLOW, Ala. (OCA) — ", "MARLOW, Ala.", "OCA", False, (None, None, None)),
        ("Istrand (OCN) ", "Istrand", "OCN", False, (None, None, None)),
        ("(Ocawire) - ", None, "Ocawire", False, (None, None, None)),
        ("NEW LANNET — ", "NEW LANNET", None, False, (None, None, None)),
        ("NEW LANNET: ", "NEW LANNET", None, False, (None, None, None)),
    ],
)
def test_datelines(
    head: str, place: str | None, agency: str | None, own: bool, day: tuple[str | None, ...]
) -> None:
    text = f"{head}The mayor of Ostry said on Monday that the old bridge would stay closed."
    found = dateline(_line(text))
    assert found is not None
    assert (found.place, found.agency, found.own) == (place, agency, own)
    assert (found.month, found.day, found.year) == day
    assert text[found.length :].startswith("The mayor")


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING: The mayor of Ostry said on Monday that the bridge would stay closed for good.",
        "MAYOR — NO BRIDGE THIS YEAR",
        "The mayor - a friend of the ferrymen - said on Monday that the bridge would stay closed.",
        "A. B. Orr: “No bridge.”",
    ],
)
def test_no_datelines(text: str) -> None:
    assert dateline(_line(text)) is None
