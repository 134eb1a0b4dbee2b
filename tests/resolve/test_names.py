from __future__ import annotations

import pytest

from sayso.resolve.names import PersonName, acronym_of, body_words


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Marsh", "Ilva Marsh"),
        ("Ilva", "Ilva Marsh"),
        ("I. Marsh", "Ilva Marsh"),
        ("Ilva-Ruth Marsh", "Ilva Ruth Marsh"),
        ("Ilvá Marsh", "Ilva Marsh"),
        ("ILVA MARSH", "Ilva Marsh"),
        ("van der Oster", "Per van der Oster"),
        ("Otto Brandt Jr.", "Otto Brandt"),
    ],
)
def test_short_forms_fit(short: str, long: str) -> None:
    assert PersonName.read(short).fits(PersonName.read(long))


@pytest.mark.parametrize(
    ("short", "long"),
    [("Otto Marsh", "Ilva Marsh"), ("Ilva Marsh", "Marsh"), ("O. Marsh", "Ilva Marsh")],
)
def test_others_do_not(short: str, long: str) -> None:
    assert not PersonName.read(short).fits(PersonName.read(long))


def test_headlines_are_not_shouted_on() -> None:
    assert PersonName.read("ILVA MARSH").text == "Ilva Marsh"
    assert PersonName.read("O.J. Brandt").text == "O.J. Brandt"


def test_nicknames_are_left_out() -> None:
    assert PersonName.read('Ilva "Ivy" Marsh').parts == ("ilva", "marsh")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ministry of Defence", "the Defense Ministry"),
        ("Energy Ministry's", "Ministry of Energy"),
        ("MoD", "Ministry of Defence"),
        ("Oune River Centre", "Oune River Center"),
    ],
)
def test_bodies_by_their_words(left: str, right: str) -> None:
    assert body_words(left) == body_words(right)


def test_acronyms() -> None:
    assert acronym_of("ORC", "Oune River Commission")
    assert acronym_of("CFRL", "Center for Rivers and Lakes") is False
    assert acronym_of("CRL", "Center for Rivers and Lakes")
    assert not acronym_of("Orc", "Oune River Commission")
    assert not acronym_of("ORB", "Oune River Commission")
