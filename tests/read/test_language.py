"""The language is named where it can be told, and left open where it cannot."""

from __future__ import annotations

import pytest

from sayso.read.language import UNKNOWN, language

ENGLISH = "The mayor said on Monday that the old bridge would stay closed until the spring. " * 3
GERMAN = "Die Bürgermeisterin sagte am Montag, die alte Brücke bleibe bis zum Frühling zu. " * 3


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (GERMAN, "de")])
def test_languages_are_told(text: str, code: str) -> None:
    assert language([text]) == code


def test_capitals_are_no_other_language() -> None:
    assert language([ENGLISH.upper()]) == "en"


def test_few_words_and_signs_are_left_open() -> None:
    assert language(["Die Brücke bleibt zu."]) == UNKNOWN
    assert language([]) == UNKNOWN
    assert language(["12 34 56 ... 78 " * 20]) == UNKNOWN


def test_a_menu_in_front_does_not_decide() -> None:
    assert language(["Noticias", "Deportes", "Opinión", "Última hora", ENGLISH]) == "en"
