"""A story on one page: numbers that lead back to claims, mirrors told once, doubts told."""

from __future__ import annotations

from tests.quarrel import quarrel, told


def test_reports_and_their_claims_are_numbered_as_in_the_text() -> None:
    it = told(quarrel())
    assert [(one.number, one.outlet, one.credits) for one in it.reports] == [
        (1, "HANA", ""), (2, "The Courier", "HANA"), (3, "The Comet", ""), (4, "RM24", ""),
    ]  # fmt: skip
    assert sorted(it.numbers.values()) == ["1.1", "2.1", "3.1", "4.1"]
    assert (it.first, it.last, it.claims) == ("2031-03-04", "2031-03-06", 4)
    assert it.outlets == ("HANA", "The Courier", "The Comet", "RM24")


def test_speakers_lead_to_their_claims() -> None:
    it = told(quarrel())
    assert [(one.row.name, [number for number, _ in one.claims]) for one in it.speakers] == [
        ("Henrik Ostrel", ["1.1", "2.1"]),
        ("Adela Corrin", ["3.1", "4.1"]),
    ]


def test_reports_of_one_utterance_give_one_mirror() -> None:
    it = told(quarrel())
    assert [link.score for link in it.mirrors] == [0.9]
    assert dict(it.ties)["mirrors"] == 2


def test_doubts() -> None:
    doubts = told(quarrel()).doubts
    assert [link.score for link in doubts.ties] == [0.65]
    assert [report.outlet for report in doubts.undated] == ["RM24"]
    assert (doubts.claims, doubts.nobody, doubts.merges, doubts.unnamed) == ((), 0, (), ())
