"""How names are compared."""

from __future__ import annotations

import pytest

from sayso.store.names import folded, folded_words, storable


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna-Lena Óran", " anna lena oran"),
        ("The U.S. Survey", " the us survey"),
        ("Nora O’Dell", " nora odell"),
        ("STRASSE Straße", " strasse strasse"),
        ("…", ""),
        (None, ""),
    ],
)
def test_folded(name: str | None, expected: str) -> None:
    assert folded(name) == expected


def test_words_keep_the_space_that_makes_them_begin_a_word() -> None:
    assert folded_words("U.S. surv") == (" us", " surv")


def test_storable_escapes_half_characters_only() -> None:
    assert storable("é\ud83d😀") == "é\\ud83d😀"
