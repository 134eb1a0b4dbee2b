"""Dates are read as precisely as they are written, and never more."""

from __future__ import annotations

import pytest

from sayso.model.document import KnownFrom, When
from sayso.read.dates import from_address, iso_day, month_number, settle, written


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Published 10 December 2017", "2017-12-10"),
        ("December 12, 2016 10:30 pm", "2016-12-12"),
        ("Posted on Feb. 3rd, 2020", "2020-02-03"),
        ("7 Sept 2017", "2017-09-07"),
        ("2031-02-28 12:00", "2031-02-28"),
        ("May 2019", "2019-05"),
        ("31.12.2017", "2017-12-31"),
        ("12/31/2017", "2017-12-31"),
        ("11/11/2017", "2017-11-11"),
        ("04.03.2031", "2031"),
    ],
)
def test_forms(line: str, iso: str) -> None:
    assert [settle(found, []) for found in written(line)] == [iso]


@pytest.mark.parametrize("line", ["May", "12 May", "10:30 pm", "30 February 2017", "1.2.3", "2017"])
def test_no_day_and_year_no_date(line: str) -> None:
    assert list(written(line)) == []


def test_another_date_nearby_settles_the_order() -> None:
    (found,) = written("04.03.2031")
    assert settle(found, ["2031-03-02"]) == "2031-03-04"
    assert settle(found, ["2031-04-02"]) == "2031-04-03"
    assert settle(found, ["2031-09-30"]) == "2031"


@pytest.mark.parametrize(
    ("address", "iso"),
    [
        ("https://courant.example/news/2019/11/04/bridge", "2019-11-04"),
        ("archive/2019-11-04-bridge.txt", "2019-11-04"),
        ("20191104_bridge.txt", "2019-11-04"),
        ("2019-11-04/bridge.txt", None),
        ("https://courant.example/a120191104578", None),
        ("bridge-2019.txt", None),
        ("2019-13-40.txt", None),
    ],
)
def test_addresses(address: str, iso: str | None) -> None:
    assert from_address(address) == (When(iso, KnownFrom.URL) if iso else None)


def test_time_stamps_and_months() -> None:
    assert iso_day("2019-11-04T08:00:00+02:00") == "2019-11-04"
    assert iso_day("Mon, 04 Nov 2019 08:00:00 GMT") == "2019-11-04"
    assert iso_day("yesterday") is None
    assert (month_number("Sept."), month_number("December"), month_number("Ma")) == (9, 12, None)
