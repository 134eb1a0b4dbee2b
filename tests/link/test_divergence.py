"""Two wordings, word against word."""

from __future__ import annotations

from sayso.link.divergence import Change, divergence, telling
from tests.link.claims import framed


def test_what_differs_stands_against_each_other() -> None:
    left = framed("that the armed gang cut the gauge at Tollen").parts
    right = framed("that armed farmers cut a gauge at Tollen in March").parts
    found = divergence(left, right)
    shown = [(s.change, s.left, s.right) for s in telling(found)]
    assert shown == [(Change.OTHER, "gang", "farmers"), (Change.ONLY_RIGHT, "", "in March")]


def test_both_wordings_are_whole() -> None:
    left = framed("that ferries carry melons").parts
    right = framed("melons, that ferries carried").parts
    found = divergence(left, right)
    assert " ".join(s.left for s in found if s.left) == "that ferries carry melons"
    for stretch in found:
        for part in (*stretch.left_parts, *stretch.right_parts):
            whole = next(p for p in (*left, *right) if p.document == part.document)
            start = part.span.start - whole.span.start
            assert whole.text[start : start + len(part.text)] == part.text
