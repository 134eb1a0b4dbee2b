"""Which names of bodies and governments are one body's, and which stay apart."""

from __future__ import annotations

import pytest

from sayso.model.actor import Appearance
from sayso.model.claim import EntityKind
from sayso.resolve.across import join
from tests.resolve.across.samples import body, government, names, person, seen, together


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chilean Defense Ministry", "Chilean Ministry of Defence"),
        ("Chilean Defense Ministry", "Chilean MoD"),
        ("Chilean Defense Ministry", "Ministry of Defence of Chile"),
        ("Chile's Foreign Ministry", "Chilean Ministry of Foreign Affairs"),
        ("Centre for River Studies", "Center for River Studies"),
        ("River Rights Organisation", "The River Rights Organization"),
        ("Corrin Mining", "Corrin Mining Ltd."),
        ("Chile", "Santiago"),
        ("Chile", "Chilean government"),
    ],
)
def test_one_body(one: str, other: str) -> None:
    assert together(government(one, "d1", "Chile"), government(other, "d2", "Chile"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (government("Chilean Defense Ministry", "d1"), government("Kenyan Defense Ministry", "d2")),
        (government("Chilean Defense Ministry", "d1"), government("Chilean Health Ministry", "d2")),
        (government("Chile", "d1"), government("Chilean Defense Ministry", "d2", "Chile")),
        (government("Russia", "d1"), government("Kremlin", "d2", "Russia")),
        (body("Bank of Chile", "d1"), body("Chilean bank", "d2", "Chile")),
        (body("Chilean company", "d1", "Chile"), body("Chilean company", "d2", "Chile")),
        (government("ministry", "d1", "Chile"), government("ministry", "d2", "Chile")),
        (government("police", "d1"), government("police", "d2")),
        (body("RC", "d1"), body("River Commission", "d2")),
    ],
)
def test_two_bodies(one: Appearance, other: Appearance) -> None:
    assert not together(one, other)


def test_a_ministry_without_its_land_takes_that_of_its_report() -> None:
    chile = government("Chilean Defence Ministry", "d1", "Chile")
    kenya = government("Kenyan Defence Ministry", "d2", "Kenya")
    of_chile = government("Defence Ministry", "d3")
    around = person("Rosa Márquez", "d3", "Minister", affiliation="Chile")
    unsure = government("Defence Ministry", "d4")
    assert names(join([chile, kenya, of_chile, around, unsure])) == [
        ["Chilean Defence Ministry@d1", "Defence Ministry@d3"],
        ["Defence Ministry@d4"],
        ["Kenyan Defence Ministry@d2"],
        ["Rosa Márquez@d3"],
    ]


def test_an_acronym_joins_what_introduces_it() -> None:
    long = body("Joint Flood Response – Operation Dry Land", "d1", alias="JFR-ODL")
    assert together(long, body("JFR-ODL", "d2"))
    assert together(body("River Control Office (RCO)", "d1"), body("R.C.O.", "d2"))
    assert together(body("River Control Office", "d1"), body("RCO", "d2"))


def test_an_acronym_of_two_names_joins_neither() -> None:
    found = join(
        [body("River Control Office", "d1"), body("Rail Crossing Office", "d2"), body("RCO", "d3")]
    )
    assert len(found) == 3


def test_an_outlet_is_no_body_with_its_initials() -> None:
    agency = seen(EntityKind.OUTLET, "RCO", "d2", None, {})
    assert not together(body("River Control Office", "d1"), agency)


def test_a_capital_is_an_alias_of_its_state_and_says_so() -> None:
    (actor,) = join([government("Santiago", "d1", "Chile"), government("Chile", "d2")])
    assert (actor.entity.name, actor.entity.aliases) == ("Chile", ("Santiago",))
    assert actor.merges[0].reason.name == "metonym"


def test_a_state_in_capitals_is_no_pronoun() -> None:
    (actor,) = join([government("United States", "d1", alias="US")])
    assert actor.entity.aliases == ("US",)


def test_a_bare_name_is_the_body_that_others_show_it_to_be() -> None:
    state, misread = government("Halvern", "d1"), person("Halvern", "d2")
    assert together(state, misread)
    (actor,) = join([state, misread])
    assert actor.entity.kind is EntityKind.GOVERNMENT
    assert "nothing in its report makes it a person's name" in actor.merges[0].reason.detail


@pytest.mark.parametrize(
    "other",
    [person("Halvern", "d2", "Mayor"), person("Robert Halvern", "d2")],
)
def test_somebody_of_whom_more_is_told_is_no_body(other: Appearance) -> None:
    assert not together(government("Halvern", "d1"), other)


def test_a_last_name_in_the_case_is_no_body_s() -> None:
    found = join([government("Marsh", "d1"), person("Marsh", "d2"), person("Ilva Marsh", "d3")])
    assert [actor.entity.kind for actor in found].count(EntityKind.GOVERNMENT) == 1
    assert len(found) > 1
