"""What a page put where it does not belong."""

from __future__ import annotations

import pytest

from sayso.model.span import Span
from sayso.resolve.glued import datelines, glued_at, is_seat


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("Tollen (CNN) Mayor Jean Roe spoke.", "Tollen (CNN) "),
        ("(Reuters) - Mayor Jean Roe spoke.", "(Reuters) - "),
        ("TOLLEN, Halv. (AP) — Mayor Jean Roe spoke.", "TOLLEN, Halv. (AP) — "),
        ("TOLLEN — Mayor Jean Roe spoke.", "TOLLEN — "),
        ("Mayor Jean Roe (R-Tollen) spoke.", ""),
        ("Jean Roe — she was mayor — spoke.", ""),
    ],
)
def test_datelines(line: str, dateline: str) -> None:
    found = datelines(line, [Span(0, len(line))])
    assert "".join(span.cut(line) for span in found) == dateline


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Jean Roe Jean Ellen RoeHarbour chief", "Jean Roe"),
        ("President Roe Jean Ellen RoeSenate", "President Roe"),
        ("Jean Roe Jeanne Ellen RoeMarsh", "Jean Roe"),
        ("Jean McRoe Jeanne Ellen McRoeMARSH chief", "Jean McRoe"),
    ],
)
def test_what_is_glued_behind_a_name(words: str, kept: str) -> None:
    at = glued_at(words.split())
    assert at is not None
    assert " ".join(words.split()[:at]) == kept


@pytest.mark.parametrize("words", ["Jean Roe", "Jean McRoe", "Roe Roe-Marsh", "River Roe and Roe"])
def test_names_are_left_alone(words: str) -> None:
    assert glued_at(words.split()) is None


def test_seats() -> None:
    assert is_seat("R-Marsh.")
    assert is_seat("D-N.Y.")
    assert not is_seat("Roe-Marsh")
    assert not is_seat("AFL-Marsh")
