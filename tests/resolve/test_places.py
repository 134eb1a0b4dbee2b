from __future__ import annotations

import pytest

from sayso.resolve.places import PlaceKind, begins, country, country_words, place


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Iceland", "Iceland", PlaceKind.NAME),
        ("ICELAND", "Iceland", PlaceKind.NAME),
        ("the U.S.", "United States", PlaceKind.NAME),
        ("UK", "United Kingdom", PlaceKind.NAME),
        ("Burma", "Myanmar", PlaceKind.NAME),
        ("Ivory Coast", "Côte d'Ivoire", PlaceKind.NAME),
        ("Icelandic", "Iceland", PlaceKind.ADJECTIVE),
        ("Dutch", "Netherlands", PlaceKind.ADJECTIVE),
        ("South Korean", "South Korea", PlaceKind.ADJECTIVE),
        ("Chinese", "China", PlaceKind.ADJECTIVE),
        ("Indian", "India", PlaceKind.ADJECTIVE),
        ("Reykjavik", "Iceland", PlaceKind.CAPITAL),
        ("New Delhi", "India", PlaceKind.CAPITAL),
        ("Kyiv", "Ukraine", PlaceKind.CAPITAL),
        ("the White House", "United States", PlaceKind.SEAT),
        ("Downing Street", "United Kingdom", PlaceKind.SEAT),
    ],
)
def test_words_that_name_a_country(words: str, name: str, kind: PlaceKind) -> None:
    found = place(words)
    assert found is not None
    assert (found.country, found.kind) == (name, kind)


@pytest.mark.parametrize("words", ["us", "turkey", "polish", "chad", "Chad", "Jersey", "Marsh", ""])
def test_words_that_name_none(words: str) -> None:
    assert place(words) is None


def test_people_of_a_country_but_not_its_capital() -> None:
    assert country("Icelanders") == "Iceland"
    assert country("Poles") == "Poland"
    assert country("Lisbon") is None


def test_every_country_of_the_library_is_known_by_its_name() -> None:
    from countryinfo import all_countries

    skipped = ("Chad", "Jordan", "Serbia and Montenegro")  # given names; a state no more
    states = [c.name() for c in all_countries() if c.population() and (c.population() or 0) > 10**7]
    missing = [name for name in states if place(name) is None and name not in skipped]
    assert len(states) > 80
    assert missing == []


def test_the_quick_look_passes_every_name_of_a_place() -> None:
    named = [words for words, _, _ in country_words() if place(words) is not None]
    assert len(named) > 500
    assert [words for words in named if not begins(words.split()[0])] == []
    assert begins("The")
    assert not begins("Marsh")
