"""The headline is found behind menus and letterheads, and not invented."""

from __future__ import annotations

import pytest

from sayso.read.headline import headline
from sayso.read.lines import lines

LEAD = "The mayor of Ostry said on Monday that the old bridge would stay closed until spring."


def _title(text: str, stated: str | None = None) -> str | None:
    found = headline(lines(text)[0], stated)
    return found.text if found else None


@pytest.mark.parametrize(
    "head",
    [
        "Old bridge stays closed",
        "Bridge closed",
        "All news\n\nOld bridge stays closed\n\nMayor has no plan for the spring",
        "• Live\n• Audio Only\nNews > World\n\nOld bridge stays closed",
        "THE OSTRY COURANT\nNews | Sport | Stars\n\nOld bridge stays closed",
        "COURANT\nNotes from the upper valley\n\nOld bridge stays closed\n\nPosted by Jan Ruis",
        "OCA — Oster Country Agency\nHome / Bridges\n\nOld bridge stays closed",
        "CENTRE FOR\n\nBRIDGE\n\nSTUDIES\n\nOld bridge stays closed\n\n- 04.03.2031",
        "REPOSTED\n\nTHE COURANT, 10 Jun 2031\n\nOld bridge stays closed\n\nBy Jan Ruis",
        "4 March 2031, 15:40\nBy Jan Ruis\nOld bridge stays closed",
    ],
)
def test_headlines(head: str) -> None:
    wanted = next(line for line in head.splitlines() if line.startswith(("Old b", "Bridge c")))
    assert _title(f"{head}\n\n{LEAD}\n") == wanted


@pytest.mark.parametrize(
    "head",
    [
        "",
        "ISTRAND, March 4 (OCA) - The mayor has resigned",
        "[We want to hear from you]",
        "Share this\n\n4 March 2031",
        "Jan Ruis",
    ],
)
def test_no_headline(head: str) -> None:
    assert _title(f"{head}\n\n{LEAD}\n") is None


def test_a_full_stop_behind_a_title_in_title_case() -> None:
    assert _title(f"Old Bridge Stays Closed All Winter.\n\n{LEAD}") is not None
    assert _title(f"The old bridge stays closed.\n\n{LEAD}") is None


def test_what_the_page_states_is_found_in_other_case() -> None:
    text = f"Bridges of Ostry today\n\nOLD BRIDGE  STAYS CLOSED\n\n{LEAD}"
    assert _title(text, "Old bridge stays closed") == "OLD BRIDGE  STAYS CLOSED"
