"""Which names of people are one person's, and which stay apart."""

from __future__ import annotations

import pytest

from sayso.resolve.across import join
from tests.resolve.across.samples import names, person, together, unnamed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jean-Luc Ostrel", "Jean Luc Ostrel"),
        ("Zoë Márton", "Zoe Marton"),
        ("Henrik Ostrel", "H. Ostrel"),
        ("J.L. Ostrel", "Jean-Luc Ostrel"),
        ("Henrik Ostrel", "Henrik B. Ostrel"),
        ("Sergei Karimov", "Sergey Karimov"),
        ("Dmitriy Volkhov", "Dmitry Volkhov"),
        ("Robert Ostrel", "Bob Ostrel"),
        ("Henrik Ostrel", "Ostrel"),
        ("Henrik Ostrel", "Mr. Ostrel"),
        ("Adela van der Corrin", "van der Corrin"),
        ("Henrik Ostrel", "French Foreign Minister Ostrel"),
        ("Maj. Gen. Henrik Ostrel", "Henrik Ostrel"),
        ("O’Dell Corrin", "O'Dell Corrin"),
        ("Ostrel", "Ostrel"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert together(person(one, "d1"), person(other, "d2"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jean-Luc Ostrel", "Jean-Paul Ostrel"),
        ("Henrik Ostrel", "Hilda Ostrel"),
        ("Henrik A. Ostrel", "Henrik B. Ostrel"),
        ("Henrik Ostrel", "Henrik Ostrel Jr."),
        ("Henrik Ostrel", "Henrik Ostrov"),
        ("Henrik Ostrel", "Henrik"),
        ("Daniel Ostrel", "Daniela Ostrel"),
        ("Dean Ostrel", "Mary Ostrel"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert not together(person(one, "d1"), person(other, "d2"))


def test_a_name_that_fits_two_others_joins_neither() -> None:
    found = join(
        [
            person("Henrik A. Ostrel", "d1"),
            person("Henrik B. Ostrel", "d2"),
            person("Henrik Ostrel", "d3"),
        ]
    )
    assert len(found) == 3


def test_two_ministers_of_one_land_stay_two() -> None:
    old = person("Jean-Luc Ostrel", "d1", "Foreign Minister", affiliation="France")
    new = person("Jean-Paul Marin", "d2", "Foreign Minister", affiliation="France")
    assert not together(old, new)


def test_a_surname_of_two_people_goes_by_role() -> None:
    henrik = person("Henrik Ostrel", "d1", "Mayor", affiliation="Lannet")
    hilda = person("Hilda Ostrel", "d2", "Judge", affiliation="High Court")
    bare = person("Ostrel", "d3")
    judge = person("Ostrel", "d4", "Judge")
    assert names(join([henrik, hilda, bare, judge])) == [
        ["Henrik Ostrel@d1"],
        ["Hilda Ostrel@d2", "Ostrel@d4"],
        ["Ostrel@d3"],
    ]


@pytest.mark.parametrize(
    "other",
    [
        person("Ostrel", "d2", "striker"),
        person("Ostrel", "d2", "Minister", affiliation="Chile", published="2031-05-04"),
        person("Ostrel", "d2", published="2035-01-01"),
        person("Ostrel", "d2", alias="Mrs. Ostrel"),
    ],
)
def test_role_land_time_and_gender_speak_against_a_surname(other: object) -> None:
    known = person(
        "Henrik Ostrel", "d1", "Foreign Secretary", affiliation="France", alias="Mr. Ostrel"
    )
    assert len(join([known, other])) == 2  # type: ignore[list-item]


def test_a_title_is_whoever_holds_the_office_at_that_time() -> None:
    old = person("Jean-Luc Ostrel", "d1", "Foreign Minister", affiliation="France")
    new = person(
        "Paul Marin", "d2", "Minister of Foreign Affairs", affiliation="France",
        published="2032-06-01",
    )  # fmt: skip
    title = unnamed("French foreign minister", "d3", "foreign minister", affiliation="France")
    former = unnamed(
        "former French foreign minister", "d4", "former foreign minister", affiliation="France"
    )
    late = unnamed(
        "French foreign minister", "d5", "foreign minister",
        affiliation="France", published="2032-05-20",
    )  # fmt: skip
    assert names(join([old, new, title, former, late])) == [
        ["French foreign minister@d3", "Jean-Luc Ostrel@d1"],
        ["French foreign minister@d5", "Paul Marin@d2"],
        ["former French foreign minister@d4"],
    ]


def test_the_unnamed_stay_apart_and_nobody_is_no_actor() -> None:
    found = join(
        [
            unnamed("senior official", "d1", "official"),
            unnamed("senior official", "d2", "official"),
            unnamed("unattributed", "d1"),
            unnamed("he", "d2"),
        ]
    )
    assert [actor.entity.name for actor in found] == ["senior official", "senior official"]
    assert len({actor.entity.id for actor in found}) == 2


def test_the_actor_has_the_fullest_name_and_what_most_documents_say() -> None:
    (actor,) = join(
        [
            person("Jean Luc Ostrel", "d1", "Minister", affiliation="France"),
            person("Jean-Luc Ostrel", "d2", "Foreign Minister", affiliation="France"),
            person("Ostrel", "d3", "Foreign Minister", affiliation="France", published="2030"),
        ]
    )
    assert (actor.entity.name, actor.entity.role) == ("Jean-Luc Ostrel", "Foreign Minister")
    assert actor.entity.aliases == ("Jean Luc Ostrel", "Ostrel")
    assert (actor.claims, actor.documents, actor.first, actor.last) == (
        3, 3, "2030", "2031-05-04"
    )  # fmt: skip
    assert "French" not in actor.entity.aliases
    assert any("french" in phrase for phrase in actor.phrases)


def test_every_merge_tells_why() -> None:
    (actor,) = join([person("Henrik Ostrel", "d1"), person("Ostrel", "d2")])
    (merge,) = actor.merges
    assert merge.reason.detail == (
        '"Henrik Ostrel" and "Ostrel": only one person with this surname fits'
    )
    assert {merge.left, merge.right} == {one.ref for one in actor.appearances}
