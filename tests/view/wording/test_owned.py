"""Nouns of one family beside one name."""

from __future__ import annotations

import pytest

from sayso.model.claim import Entity, EntityKind
from sayso.view.wording import ThingKind, wording_page
from tests.view.stories import report, told

HALVERN = Entity.make("Halvern", EntityKind.GOVERNMENT)
RULE, ARMED, DEATHS = "those who rule", "armed people", "deaths by force"


def found(text: str, who: Entity = HALVERN) -> dict[str, dict[str, int]]:
    """How often each noun stands beside each name that joins two, in a case where `who` speaks."""
    speech, claim = told("[source:It] [cue:said] [content:it rained]", "HANA", who)
    page = wording_page([report(text, "Comet"), speech], [claim], [], [])
    return {
        thing.heading: {row.name: row.own + row.quoted for row in thing.names}
        for thing in page.things
        if thing.kind is ThingKind.NOUN and ":" in thing.heading
    }


@pytest.mark.parametrize(
    ("text", "heading", "nouns"),
    [
        (
            "The Halvern regime fell. The government of Halvern sat. Halvern's authorities ran.",
            f"{RULE}: Halvern",
            {"authority": 1, "government": 1, "regime": 1},
        ),
        (
            "Syrian authorities met. The Syrian leadership said so. Syria's government sat.",
            f"{RULE}: Syria",
            {"authority": 1, "government": 1, "leadership": 1},
        ),
        (
            "Tollen Front militants came. Terrorists of the Tollen Front left.",
            f"{ARMED}: Tollen Front",
            {"militant": 1, "terrorist": 1},
        ),
        (
            "The murder of Ada Lund. Ada Lund's assassination.",
            f"{DEATHS}: Ada Lund",
            {"assassination": 1, "murder": 1},
        ),
    ],
)
def test_two_nouns_beside_one_name(text: str, heading: str, nouns: dict[str, int]) -> None:
    assert found(text) == {heading: nouns}


@pytest.mark.parametrize(
    "text",
    [
        "The Halvern regime fell. The government sat.",  # whose?
        "The Halvern regime fell. The government of Merouna sat.",
        "Halvern rebels came. Halvern terrorists left.",  # a country has many
        "Halvern-backed rebels came. Halvern-backed militants left.",
        "Islamist rebels came. Islamist militants left.",
        "Tollen Front militants came. The Tollen Front opposition left.",
        "The former Halvern regime fell. The Halvern government sat.",
        "Halvern's leadership passed to his son. The Halvern government sat.",
        "The Halvern leadership class met. The Halvern government sat.",
        "One Halvern authority met. The Halvern government sat.",
        "They left Halvern. Authorities met. The Halvern government sat.",
        "South American regimes fell. The American government sat.",
        "Some militants came. Some terrorists left.",
        "Under Democratic governments. Under Democratic administrations.",
        "The killing of TFM leaders. The murder of TFM men.",  # by whom, of whom?
    ],
)
def test_what_may_be_two_is_not_joined(text: str) -> None:
    assert found(text) == {}


def test_somebody_who_speaks_may_rule() -> None:
    text = "The Corrin government sat. Corrin's administration met."
    corrin = Entity.make("Adela Corrin", EntityKind.PERSON)
    assert found(text, corrin) == {f"{RULE}: Corrin": {"administration": 1, "government": 1}}
    assert found(text) == {}


def test_the_reason_can_be_read_and_checked() -> None:
    speech, claim = told("[source:It] [cue:said] [content:it rained]", "HANA", HALVERN)
    text = "The Halvern regime fell. The Halvern government sat."
    page = wording_page([report(text, "Comet"), speech], [claim], [], [])
    (thing,) = (one for one in page.things if one.heading == f"{RULE}: Halvern")
    (reason,) = thing.reasons
    assert reason.detail == "reports put government and regime beside one name, Halvern"
    assert [part.text for part in reason.left] == ["government", "regime"]
