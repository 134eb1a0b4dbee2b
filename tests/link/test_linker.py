"""Linking all at once, in parts, in any order: one outcome."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.candidates import CROWD, Index
from sayso.link.frame import Frame
from sayso.link.judge import RuleJudge
from sayso.link.linker import link
from sayso.model.attribution import CueClass
from tests.link.claims import CORRIN, HALVERN, framed

STORY = (
    framed("that Merouna pretends to share the readings of the gauge at Tollen"),
    framed('"It is Merouna that pretends to share the readings of the gauge at Tollen"'),
    framed("Halvern of pretending to share readings", CORRIN, cue_class=CueClass.ACCUSE),
    framed("that the gauge at Tollen had been cut by saboteurs from Merouna", HALVERN),
    framed("that Merouna cut the gauge at Tollen", CORRIN, cue="denied", cue_class=CueClass.DENY),
    framed("that 310 cubic metres leave the dam every second", HALVERN),
    framed("that 140 cubic metres leave the dam every second", CORRIN),
)


def by_id(frames: tuple[Frame, ...] | list[Frame]) -> dict[str, Frame]:
    return {one.claim: one for one in frames}


def test_the_story_has_ties() -> None:
    kinds = {one.kind.value for one in link(Index(by_id(STORY)), RuleJudge())}
    assert {"same_utterance", "mirrors"} <= kinds


@settings(max_examples=15, derandomize=True, deadline=None)
@given(st.permutations(STORY), st.integers(1, len(STORY) - 1))
def test_order_and_steps_change_nothing(order: list[Frame], cut: int) -> None:
    everything = set(link(Index(by_id(STORY)), RuleJudge()))
    first, then = order[:cut], order[cut:]
    found = set(link(Index(by_id(first)), RuleJudge()))
    found |= set(link(Index(by_id(order)), RuleJudge(), {one.claim for one in then}))
    assert found == everything


def test_a_key_that_too_many_hold_is_dead() -> None:
    same = [framed(f"that ferries carry melons {'x' * n}") for n in range(CROWD + 2)]
    crowded = Index(by_id(same))
    assert len(set(crowded.pairs())) < len(same) * (len(same) - 1) / 2
    assert not crowded.has(same[0].claim, same[9].claim)


def test_claims_of_other_quarrels_are_not_compared() -> None:
    old = framed("that melons are carried by ferries", printed="2029-01-01")
    new = framed("that ferries carried melons again", CORRIN)
    assert not list(Index(by_id([old, new])).pairs())
