"""Plain text tells who printed it, when, and on whose work; and stays silent otherwise."""

from __future__ import annotations

import pytest

from sayso.model.document import Document
from sayso.read import read_text

LEAD = "The mayor of Ostry said on Monday that the old bridge would stay closed until the spring."
MORE = "“We have looked at every bolt,” she told the council. “Some of them looked back.”"


def _read(*paragraphs: str, source: str = "text") -> Document:
    document = read_text("\n\n".join(paragraphs), source).document
    assert document is not None
    return document


def _under(*head: str) -> Document:
    return _read("Old bridge stays closed", *head, LEAD, MORE)


def _over(*tail: str) -> Document:
    return _read("Old bridge stays closed", LEAD, MORE, *tail)


def test_a_bare_report_tells_nothing() -> None:
    document = _under()
    assert document.title == "Old bridge stays closed"
    assert (document.outlet, document.byline, document.credits) == (None, None, ())
    assert (document.repost_of, document.place, document.published) == (None, None, None)


@pytest.mark.parametrize(
    ("head", "iso", "known"),
    [
        ("Published 10 December 2027", "2027-12-10", "text"),
        ("December 12, 2026 10:30 pm | Updated December 13, 2026 - ISTRAND:", "2026-12-12", "text"),
        ("Updated 3 May 2027. Published 1 May 2027", "2027-05-01", "text"),
        ("By Jan Ruis, Wednesday 11 June 2031", "2031-06-11", "text"),
        ("04.03.2031", "2031", "text"),
        ("MARLOW, 4 March 2031 (OCA) - The mayor has gone to sea.", "2031-03-04", "dateline"),
    ],
)
def test_days_of_printing(head: str, iso: str, known: str) -> None:
    published = _under(head).published
    assert published is not None
    assert (published.iso, published.known_from.value) == (iso, known)


def test_a_dateline_without_a_year_needs_one() -> None:
    head = "MARLOW, December 12. /OCA/. The mayor of Ostry has gone to sea in a small boat."
    assert _read(head, MORE).published is None
    assert _read(head, MORE, "The bridge fell on March 27, 2026, he said.").published is None
    earlier = "The bridge fell on March 27, 2026, the third to fall in the course of the year."
    assert str(_read(head, earlier).published).count("2026-12-12") == 1
    assert _read(head, earlier, "Another fell in 2024.").published is None
    assert str(_read(head, MORE, "© 2025 Courant").published).count("2025-12-12") == 1


def test_a_day_in_the_text_of_the_report_is_not_its_own() -> None:
    assert _over("The bridge was built on 3 May 1931, she said.").published is None


def test_a_day_in_the_name_of_the_file() -> None:
    document = _read("Old bridge stays closed", LEAD, source="x/2029-11-04-bridge.txt")
    assert document.published is not None
    assert (document.published.iso, document.published.known_from.value) == ("2029-11-04", "url")


@pytest.mark.parametrize(
    ("tail", "names"),
    [
        ("“It is shut.” — OCA, Ocawire", ("OCA", "Ocawire")),
        ("It is shut. – OCA", ("OCA",)),
        ("It is shut. (With inputs from OCA)", ("OCA",)),
        ("Source: Oster News Agency", ("Oster News Agency",)),
        ("The Oster Country Press contributed to this report.", ("Oster Country Press",)),
        ("“It is shut.” — Otto Brand", ()),
        ("Ann Orr contributed to this report.", ()),
        ("The source: OCA or another, is not known to the council of the town.", ()),
    ],
)
def test_agencies(tail: str, names: tuple[str, ...]) -> None:
    assert _over(tail).credits == names


def test_the_agency_of_a_dateline_is_a_credit() -> None:
    document = _read("MARLOW (Ocawire) - The mayor of Ostry has gone to sea in a small boat.", MORE)
    assert (document.credits, document.outlet, document.place) == (("Ocawire",), None, "MARLOW")


def test_slashes_mark_the_agency_that_prints() -> None:
    document = _read("MARLOW, March 4. /OCA/. The mayor of Ostry has gone to sea in a boat.", MORE)
    assert (document.credits, document.outlet) == (("OCA",), "OCA")


@pytest.mark.parametrize(
    ("head", "tail", "name"),
    [
        (("- 11.10.2027", "Courant, 10 Oct 2027"), (), "Courant"),
        (("OCN, 10 Oct 2027",), (), "OCN"),
        ((), ("This article was originally published by The Ostry Courant.",), "The Ostry Courant"),
        ((), ("Kept as printed. Source: Courant",), "Courant"),
        (("via Ostry Courant",), (), "Ostry Courant"),
        (("Istrand, 10 Oct 2027",), (), None),
        ((), ("She first appeared in Marlow as a dancer.",), None),
    ],
)
def test_reposts(head: tuple[str, ...], tail: tuple[str, ...], name: str | None) -> None:
    document = _read("Old bridge stays closed", *head, LEAD, MORE, *tail)
    assert document.repost_of == name


def test_a_repost_has_its_own_day() -> None:
    document = _under("- 11.10.2027", "OCN, 10 Oct 2027")
    assert document.published is not None
    assert document.published.iso == "2027-10-11"


@pytest.mark.parametrize(
    ("head", "tail", "name"),
    [
        ("THE OSTRY COURANT\nNews | Sport | Stars", "", "The Ostry Courant"),
        ("HEADWIND\nNotes from the upper valley", "", "Headwind"),
        ("OCA — Oster Country Agency\nHome / Bridges", "", "OCA"),
        ("PONTES\n\nSTUDIA\n\nCENTRE FOR\n\nBRIDGE STUDIES", "", "Centre for Bridge Studies"),
        ("POLITICS", "", None),
        ("All news", "", None),
        ("", "If you are a registered user of The Courant, log in to comment.", "The Courant"),
        ("", "The Courant’s moderators read every comment before it appears.", "The Courant"),
        ("", "Copyright © 2029 Ostry Courant. All rights reserved.", "Ostry Courant"),
        ("", "© Courant / Ann Orr\nThe old bridge - Courant International", "Courant"),
        ("", "© Ocawire / Ann Orr", None),
        ("", "A pilot told the Courant that he had seen nothing of the kind.", None),
    ],
)
def test_outlets(head: str, tail: str, name: str | None) -> None:
    document = _read(*filter(None, [head, "Old bridge stays closed", LEAD, MORE, tail]))
    assert document.outlet == name


def test_a_name_below_the_headline_is_the_byline() -> None:
    assert _under("Hanne Corr").byline == "Hanne Corr"
    assert _under("Middle East").byline is None
