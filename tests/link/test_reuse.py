"""Passages that two texts share."""

from __future__ import annotations

from sayso.link.reuse import alike, passages, taken

PASSAGE = (
    "The discharge below the dam has not once dropped under three hundred and ten cubic metres a"
    " second since filling began, the ministry said on Monday in a statement from Istrand."
)


def test_a_copied_passage_is_found_and_aligned() -> None:
    prints = {"a": taken(f"Oranges. {PASSAGE} The end."), "b": taken(f"{PASSAGE} Melons follow.")}
    assert alike(*prints.values())
    (passage,) = passages("a", "b", prints)
    assert passage.left.text == passage.right.text == PASSAGE.rstrip(".")
    assert passage.left.span.start == len("Oranges. ")


def test_a_changed_word_does_not_break_it() -> None:
    other = PASSAGE.replace("dropped", "fallen")
    prints = {"a": taken(PASSAGE), "b": taken(other)}
    (passage,) = passages("a", "b", prints)
    assert passage.words == len(PASSAGE.split()) - 1


def test_likeness_of_meaning_is_no_copy() -> None:
    prints = {"a": taken(PASSAGE), "b": taken("The ministry said the river runs as it always did.")}
    assert not alike(*prints.values())
