"""What is asserted of two claims, and what is not."""

from __future__ import annotations

import pytest

from sayso.judging import load_judge
from sayso.link.frame import Frame
from sayso.link.linker import decide, oriented
from sayso.model.attribution import CueClass
from sayso.model.relation import Relation
from tests.link.claims import CORRIN, HALVERN, framed

QUOTE = (
    '"It is Merouna that merely pretends to share data, and its gauge has been mute since Saturday"'
)
OTHER = (
    '"Merouna is the one that pretends to share data, and the gauge has been mute since Saturday"'
)


def tie(left: Frame, right: Frame) -> Relation | None:
    pair = oriented(left, right)
    (found,) = load_judge()([pair])
    return decide(*pair, found)


def kind(left: Frame, right: Frame) -> str | None:
    found = tie(left, right)
    return found.kind.value if found else None


def test_two_wordings_of_one_mouth_are_one_utterance() -> None:
    found = tie(framed(QUOTE), framed(OTHER))
    assert found is not None
    assert found.kind == "same_utterance"
    names = {reason.name for reason in found.reasons}
    assert {"same_claimer", "divergence"} <= names


def test_reasons_cut_to_the_content() -> None:
    left, right = framed(QUOTE), framed(OTHER)
    found = tie(left, right)
    assert found is not None
    whole = {one.claim: one.parts[0] for one in (left, right)}
    for reason in found.reasons:
        for side, made in ((reason.left, found.left), (reason.right, found.right)):
            for part in side:
                start = part.span.start - whole[made].span.start
                assert whole[made].text[start : start + len(part.text)] == part.text


def test_a_government_and_its_minister_may_be_one_mouth() -> None:
    assert kind(framed(QUOTE), framed(OTHER, HALVERN)) == "same_utterance"


def test_another_speaker_or_year_is_another_utterance() -> None:
    assert kind(framed(QUOTE), framed(OTHER, CORRIN)) != "same_utterance"
    assert kind(framed(QUOTE), framed(OTHER, printed="2032-03-04")) != "same_utterance"
    late = framed(OTHER, said="2031-03-04")
    assert kind(framed(QUOTE, said="2031-03-02"), late) != "same_utterance"


def test_accusations_in_opposite_directions_mirror_each_other() -> None:
    accused = "Halvern of pretending to share the readings of the river"
    charge = framed(accused, CORRIN, cue="accused", cue_class=CueClass.ACCUSE)
    assert kind(charge, framed("that Merouna pretends to share the readings of the river")) == (
        "mirrors"
    )


def test_accusations_in_one_direction_do_not() -> None:
    ally = framed("that Merouna pretends to share the readings of the river", HALVERN)
    assert kind(framed("that Merouna only pretends to share its readings"), ally) != "mirrors"


@pytest.mark.parametrize("swap", [False, True])
def test_a_denial_is_tied_to_what_it_denies(swap: bool) -> None:
    charge = framed("that Merouna had cut the cable of the gauge at Tollen")
    denial = framed(
        "that Merouna had cut the cable of the gauge", CORRIN, cue="denied", cue_class=CueClass.DENY
    )
    found = tie(denial, charge) if swap else tie(charge, denial)
    assert found is not None
    assert (found.kind, found.left, found.right) == ("denies", denial.claim, charge.claim)


def test_a_denial_of_another_thing_is_not_tied() -> None:
    charge = framed("that Merouna had cut the cable of the gauge at Tollen")
    denial = framed(
        "that its ferries carried melons", CORRIN, cue="denied", cue_class=CueClass.DENY
    )
    assert kind(denial, charge) is None


def test_two_quotations_that_differ_are_not_both_verbatim() -> None:
    found = tie(framed(QUOTE), framed(QUOTE.replace("mute", "silent").replace("gauge", "meter")))
    assert found is not None
    assert "not_verbatim" in {reason.name for reason in found.reasons}
