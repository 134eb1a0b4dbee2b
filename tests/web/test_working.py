"""Views of a large case: worked out beside the answering, never shown as newer than they are."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from sayso.store.desk import Desk as Opened
from sayso.web.reading import Reading
from sayso.web.sheets import Held, Roll, filed, sheets
from sayso.web.working import Working
from tests.web.conftest import Desk, claims, finished, post, words


@pytest.fixture
def large(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The desk, as if its case were large."""
    monkeypatch.setattr("sayso.web.reading.AT_ONCE", 0)
    return desk


def reading(desk: Desk) -> Reading:
    found: Reading = desk.app.state.reading  # type: ignore[attr-defined]
    return found


def test_a_view_says_how_far_it_is_and_is_there_when_loaded_again(large: Desk) -> None:
    first = large.get("/timeline")
    assert first.headers["refresh"] == "4"
    assert "being worked out" in first.text
    assert "nothing to show yet" in first.text
    reading(large).await_view("timeline")
    second = large.get("/timeline")
    assert "refresh" not in second.headers
    assert "2031-03-04" in words(second.text)


def test_any_change_makes_a_view_old_and_it_says_so(large: Desk) -> None:
    large.get("/coverage")
    reading(large).await_view("coverage")
    assert "being worked out" not in large.get("/coverage").text
    made = claims(large)[0]["id"]
    post(large, "/remark", subject=made, note="ask them")
    assert "being worked out" not in large.get("/coverage").text, "a note changes no view"
    for form in ({"say": f"confirmed:{made}"}, {"say": f"withdrawn:{made}"}):
        post(large, "/decide", **form)
        old = large.get("/coverage")
        assert old.status_code == 200, words(old.text)
        assert "of an earlier state" in old.text
        assert "the last time" in old.text
        assert "The Courier" in old.text or "<td" in old.text, "the earlier one is shown"
        reading(large).await_view("coverage")
        assert "refresh" not in large.get("/coverage").headers


@pytest.mark.parametrize("most", [0, 3000])
def test_views_follow_documents_and_decisions(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Worked out beside the answering or at once. The name and day are those of the report."""
    monkeypatch.setattr("sayso.web.reading.AT_ONCE", most)

    def shown(path: str) -> str:
        desk.get(path)
        reading(desk).await_view(path.partition("?")[0].strip("/"))
        return words(desk.get(path).text)

    signs = {"/wording": "Vela Dorn", "/coverage": "Vela Dorn", "/timeline": "2031-03-05"}
    for path, sign in signs.items():
        assert sign not in shown(path)
    text = "LANNET, March 5, 2031. /HANA/. Vela Dorn said the bridge would open on Friday."
    added = post(desk, "/add", text=text, name="dorn")
    finished(desk, added.headers["location"])
    (claim,) = claims(desk, by="Dorn")
    for path, sign in signs.items():
        assert sign in shown(path), path
    post(desk, "/decide", say=f"rejected:{claim['id']}")
    for path in ("/wording", "/coverage"):
        assert signs[path] not in shown(path), f"{path} leaves out what is rejected"


def test_the_same_is_shown_large_or_small(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = ("/wording", "/coverage", "/timeline", "/timeline?clock=printed", "/wording?words=the")
    small = {path: desk.get(path).text for path in paths}
    monkeypatch.setattr("sayso.web.reading.AT_ONCE", 0)
    for path in paths:
        desk.get(path)
        name = ("wording", ("the",)) if "words" in path else (path[1:].partition("?")[0], ())
        reading(desk)._working.wait(name, 60.0)
        assert desk.get(path).text == small[path]


def test_what_fails_is_told(case: Path) -> None:
    """And tried again when the case has changed."""
    working = Working(case)
    working.view(("nothing", ()), 1)
    working.wait(("nothing", ()), 60.0)
    view, progress = working.view(("nothing", ()), 1)
    assert progress
    assert "no view is called" in progress.failed
    assert view.sheet(0) is None
    _, again = working.view(("nothing", ()), 2)
    assert again
    assert again.failed == ""
    working.wait(("nothing", ()), 60.0)
    working.close()


def test_a_process_that_is_killed_is_told_and_another_takes_its_place(case: Path) -> None:
    working = Working(case)
    working.view(("timeline", ()), 1)
    assert working._process
    for process in list(working._process._processes.values()):
        process.kill()
    working.wait(("timeline", ()), 60.0)
    _, progress = working.view(("timeline", ()), 1)
    assert progress
    assert "terminated" in progress.failed
    working.view(("timeline", ()), 2)
    working.wait(("timeline", ()), 60.0)
    view, _ = working.view(("timeline", ()), 2)
    assert view.total() > 0
    working.close()


def test_a_picture_of_an_earlier_state_says_so(large: Desk) -> None:
    path = "/pictures/timeline.svg"
    assert "being drawn" in large.get(path).text
    reading(large).await_view("picture timeline")
    fresh = large.get(path).text
    assert "being drawn" not in fresh
    post(large, "/decide", say=f"confirmed:{claims(large)[0]['id']}")
    old = large.get(path).text
    assert "of an earlier state of the case" in old
    assert ElementTree.fromstring(old).tag.endswith("svg")
    assert fresh.partition(">")[2] in old, "the earlier one is shown"
    reading(large).await_view("picture timeline")
    assert large.get(path).text == fresh


def test_sheets_of_a_file_are_those_in_memory(case: Path, tmp_path: Path) -> None:
    with_many = Held({"a": 1}, {"": Roll(5, [[1, 2], [3, 4], [5]]), "said": Roll(0, [])})
    path = tmp_path / "view"
    opened = filed(with_many, path).taken()
    assert not path.exists(), "it goes with the process"
    assert [opened.sheet(n) for n in range(-1, 4)] == [None, [1, 2], [3, 4], [5], None]
    assert (opened.total(), opened.total("said"), opened.total("none")) == (5, 0, 0)
    assert opened.sheet(0, "said") is None
    desk = Opened.open(case)
    assert sheets(desk, "timeline").total() == sum(
        sheets(desk, "timeline").total(clock) for clock in ("event", "said", "printed")
    )
    desk.close()
