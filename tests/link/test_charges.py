"""Whom an act is laid to."""

from __future__ import annotations

from sayso.link.charges import charges
from sayso.link.sides import root
from tests.link.claims import NOWHERE


def test_it_means_whom_the_sentence_accuses_rather_than_the_last_place() -> None:
    before = "The gauge is mute. Merouna accused Halvern of lying about its role in Tollen, saying"
    found = charges("it was pretending to fight the flood", before, NOWHERE)
    assert found == {("pretending", root("Halvern"))}


def test_an_accusation_of_the_sentence_before_is_over() -> None:
    before = "Merouna accused Halvern of lying. But near Tollen"
    found = charges("it was pretending to fight the flood", before, NOWHERE)
    assert found == {("pretending", root("Tollen"))}
