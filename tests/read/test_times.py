"""Times of day are as precise as they are written, with the zone that was written."""

from __future__ import annotations

import pytest

from sayso.model.document import Certainty
from sayso.read import read_text
from sayso.read.times import Moment, moment, spoken


@pytest.mark.parametrize(
    ("stamp", "told"),
    [
        ("2031-03-04T08:00:00+02:00", Moment("2031-03-04", "08:00+02:00")),
        ("2031-03-04T08:00Z", Moment("2031-03-04", "08:00Z")),
        ("20310304T1842+0300", Moment("2031-03-04", "18:42+03:00")),
        ("2031-03-04 08:15:30.123", Moment("2031-03-04", "08:15")),
        ("2031-03-04T00:00:00Z", Moment("2031-03-04")),
        ("2031-03-04", Moment("2031-03-04")),
        ("2031-03-04T25:00Z", Moment("2031-03-04")),
        ("Tue, 04 Mar 2031 08:00:00 GMT", Moment("2031-03-04", "08:00Z")),
        ("Tue, 04 Mar 2031 08:00:00 -0000", Moment("2031-03-04", "08:00")),
        ("Tue, 04 Mar 2031 08:00:00 EST", Moment("2031-03-04", "08:00 EST")),
        ("March 4, 2031 10:30 pm", Moment("2031-03-04", "22:30")),
        ("March 2031", Moment("2031-03")),
        ("yesterday at noon", None),
    ],
)
def test_stamps(stamp: str, told: Moment | None) -> None:
    assert moment(stamp) == told


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("Updated 10:30 pm IST", "22:30 IST"),
        ("12.15 a.m. GMT", "00:15Z"),
        ("at 7:33 p.m. ET", "19:33 ET"),
        ("14:05 GMT+3", "14:05 GMT+3"),
        ("13:00 pm", None),
        ("3:2 for the home side", None),
    ],
)
def test_times_as_people_write_them(line: str, time: str | None) -> None:
    assert spoken(line) == time


BODY = "The mayor of Ostry said on Monday that the old bridge would stay closed until the spring."


@pytest.mark.parametrize(
    ("head", "source", "time", "sure"),
    [
        ("Published 4 March 2031, 22:30 IST", "a.txt", "22:30 IST", Certainty.STATED),
        ("Published 4 March 2031", "2031-03-04-a.txt", None, Certainty.AGREED),
        ("Published 4 March 2031", "2031-03-09-a.txt", None, Certainty.DOUBTFUL),
        ("4 March 2031 10:30 pm | Updated 11:30 pm IST", "a.txt", "22:30 IST", Certainty.STATED),
    ],
)
def test_of_a_report(head: str, source: str, time: str | None, sure: Certainty) -> None:
    found = read_text(f"Bridge stays closed\n\n{head}\n\n{BODY}\n\n{BODY}", source).document
    assert found is not None
    assert (found.published_time, found.published_certainty) == (time, sure)
