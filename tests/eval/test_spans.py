"""Exact spans and whole attributions, counted by hand."""

from __future__ import annotations

import pytest

from sayso.eval.report import Report, Row
from sayso.eval.spans import Place, Tally, Ties

Part = Place | tuple[()]


def _ties(source: Part, cue: Part, *content: Place) -> Ties:
    def places(part: Part) -> frozenset[Place]:
        return frozenset([part]) if part else frozenset()

    return Ties(places(source), places(cue), frozenset(content))


def _rows(tally: Tally) -> dict[str, tuple[int, int, int]]:
    return {row.name: (row.hits, row.predicted, row.gold) for row in tally.rows()}


def _tally(found: list[Ties], gold: list[Ties]) -> dict[str, tuple[int, int, int]]:
    tally = Tally()
    tally.add(found, gold)
    return _rows(tally)


def test_an_article_counted_by_hand() -> None:
    gold = [
        _ties((0, 3), (4, 8), (9, 29)),
        _ties((40, 43), (44, 48), (49, 69)),
        _ties((), (80, 84), (85, 95)),
    ]
    found = [
        _ties((0, 3), (4, 8), (9, 29)),  # all right
        _ties((40, 43), (44, 47), (49, 59), (62, 64)),  # cue short, 12 of the 20 characters
        _ties((100, 103), (80, 84), (85, 95)),  # a source where there is none
        _ties((0, 3), (200, 204), (205, 210)),  # nothing there
    ]
    assert _tally(found, gold) == {
        "source": (2, 3, 2),
        "cue": (2, 4, 3),
        "content": (2, 5, 3),
        "whole attribution": (2, 4, 3),
        "whole attribution, strict": (2, 4, 3),
    }


def test_half_of_what_the_person_marked_is_enough_half_of_both_is_stricter() -> None:
    gold = [_ties((0, 3), (4, 8), (10, 30))]
    for content, whole, strict in (((10, 20), 1, 1), ((10, 19), 0, 0), ((10, 60), 1, 0)):
        rows = _tally([_ties((0, 3), (4, 8), content)], gold)
        hits = rows["whole attribution"][0], rows["whole attribution, strict"][0]
        assert hits == (whole, strict), content


def test_nobody_is_paired_twice() -> None:
    long, left, right = (_ties((0, 3), (4, 8), at) for at in ((10, 50), (10, 30), (30, 50)))
    assert _tally([long], [left, right])["whole attribution"] == (1, 1, 2)
    late = _ties((0, 3), (4, 8), (30, 90))
    assert _tally([long, late], [left, right])["whole attribution"] == (2, 2, 2)
    assert _tally([long, long], [long])["whole attribution"] == (1, 2, 1)
    assert _tally([left, right], [right, left])["whole attribution"] == (2, 2, 2)


def test_a_span_that_two_attributions_share_counts_once() -> None:
    shared = [_ties((0, 3), (4, 8), (9, 20)), _ties((0, 3), (21, 25), (26, 40))]
    assert _tally(shared, shared)["source"] == (1, 1, 1)


def test_articles_add_up() -> None:
    one = _ties((0, 3), (4, 8), (9, 20))
    tally = Tally()
    tally.add([one], [one])
    tally.add([one], [])
    tally.add([], [one])
    assert set(_rows(tally).values()) == {(1, 2, 2)}
    assert Tally().rows() == ()


def test_figures_of_a_row() -> None:
    row = Row("cue", 3, 4, 6)
    assert (row.precision, row.recall) == (75, 50)
    assert row.f1 == pytest.approx(60)
    assert Row("cue", 0, 0, 0).f1 == Row("cue", 0, 0, 5).precision == 0
    assert Row("cue", 0, 5, 0).recall == 0


def test_a_report_is_a_table() -> None:
    report = Report("polnear dev", (Row("cue", 1, 3, 3),), ("a note",))
    assert report.rows == [
        {"name": "cue", "precision": 33.3, "recall": 33.3, "f1": 33.3, "predicted": 3, "gold": 3}
    ]
