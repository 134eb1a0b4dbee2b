"""Dates are never more precise than they are known."""

from __future__ import annotations

from sayso.view import days


def test_what_a_date_can_mean() -> None:
    assert [days.first(iso) for iso in ("2031", "2031-02", "2031-02-03")] == [
        "2031-01-01", "2031-02-01", "2031-02-03",
    ]  # fmt: skip
    assert [days.last(iso) for iso in ("2031", "2032-02", "2031-02-03")] == [
        "2031-12-31", "2032-02-29", "2031-02-03",
    ]  # fmt: skip


def test_dates_agree_where_they_can_mean_one_day() -> None:
    assert days.agree("2031-02", "2031-02-28")
    assert days.agree("2031", "2031-02-28")
    assert not days.agree("2031-03", "2031-02-28")


def test_after_and_between() -> None:
    assert days.surely_after("2031-03", "2031-02-28")
    assert not days.surely_after("2031-03", "2031-03-01")
    assert days.between("2031-02", "2031-03-03") == 3
