"""Which attribution stands inside which."""

from __future__ import annotations

import time

from sayso.attribute.nested import parents
from sayso.model.attribution import Attribution, Quotation
from sayso.model.span import Span

Place = tuple[int, int]


def _one(cue: Place | None, *content: Place) -> Attribution:
    spans = tuple(Span(*place) for place in content)
    at = Span(*cue) if cue else None
    made = Attribution.make_id("d", None, at, spans)
    return Attribution(made, "d", None, at, spans, Quotation.INDIRECT)


def _parents(*found: Attribution) -> list[int | None]:
    ids = [one.id for one in found]
    return [ids.index(one.parent) if one.parent else None for one in parents(found)]


def test_the_parent_is_the_smallest_that_holds_cue_and_content() -> None:
    outer, middle, inner = _one((0, 5), (6, 90)), _one((10, 15), (16, 80)), _one((20, 25), (26, 70))
    assert _parents(outer, middle, inner) == [None, 0, 1]
    assert _parents(inner, outer, middle) == [2, None, 1]


def test_content_outside_has_no_parent() -> None:
    assert _parents(_one((0, 5), (6, 50)), _one((10, 15), (16, 60))) == [None, None]


def test_a_cue_outside_has_no_parent() -> None:
    assert _parents(_one((0, 5), (6, 50)), _one((60, 65), (16, 40))) == [None, None]


def test_broken_content_may_lie_in_several_parts() -> None:
    outer = _one((0, 5), (6, 50), (60, 90))
    assert _parents(outer, _one((10, 15), (16, 40), (61, 70))) == [None, 0]
    assert _parents(outer, _one((10, 15), (16, 40), (52, 58))) == [None, None]
    assert _parents(outer, _one((10, 15), (45, 65))) == [None, None], "over the gap"


def test_one_content_with_two_cues_makes_no_parent() -> None:
    assert _parents(_one((6, 9), (6, 50)), _one((10, 15), (6, 50))) == [None, None]


def test_a_quotation_without_cue_may_hold_and_be_held() -> None:
    assert _parents(_one(None, (6, 50)), _one((10, 15), (16, 40))) == [None, 0]
    assert _parents(_one((0, 5), (6, 50)), _one(None, (10, 40))) == [None, 0]


def test_nothing_changes_but_the_parent() -> None:
    one = _one((0, 5), (6, 50))
    assert parents([one]) == (one,)
    assert parents([]) == ()


def test_many_within_one_take_linear_time() -> None:
    size = 10_000
    outer = _one((0, 5), *((100 * at, 100 * at + 90) for at in range(1, size)))
    inner = [_one((100 * at, 100 * at + 5), (100 * at + 6, 100 * at + 80)) for at in range(1, size)]
    before = time.process_time()
    found = parents([outer, *inner])
    assert time.process_time() - before < 8
    assert {one.parent for one in found[1:]} == {outer.id}
