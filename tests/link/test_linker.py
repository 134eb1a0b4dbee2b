"""Which pairs are compared, and that a verdict rests on the two claims alone."""

from __future__ import annotations

from sayso.link.candidates import keys
from sayso.link.judge import RuleJudge, turned
from sayso.link.linker import oriented, promising, ties
from sayso.model.attribution import CueClass
from tests.link.claims import CORRIN, HALVERN, framed

CHARGE = framed("that Merouna pretends to share the readings of the gauge at Tollen")
MIRROR = framed("Halvern of pretending to share readings", CORRIN, cue_class=CueClass.ACCUSE)
MELONS = framed("that ferries carry melons in summer", CORRIN)


def test_keys_hang_on_words_not_on_who_says_them() -> None:
    text = "that Merouna pretends to share the readings of the gauge at Tollen"
    here = {f"in:{n}" for n in range(2)}
    mine, theirs = keys(framed(text)), keys(framed(text, HALVERN))
    assert len(mine ^ theirs) <= len(here)  # but for the key of the document


def test_order_changes_nothing() -> None:
    assert oriented(CHARGE, MIRROR) == oriented(MIRROR, CHARGE)
    assert list(ties([(CHARGE, MIRROR)], RuleJudge())) == list(
        ties([(MIRROR, CHARGE)], RuleJudge())
    )


def test_claims_without_anything_in_common_are_not_read() -> None:
    assert promising(CHARGE, MIRROR)
    assert not promising(CHARGE, MELONS)


def test_turning_twice_gives_the_same() -> None:
    (found,) = RuleJudge()([(CHARGE, MIRROR)])
    assert turned(turned(found)) == found
    assert turned(found)["denies"] == found["denied_by"]
