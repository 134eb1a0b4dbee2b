"""The labels of dates, and how answers are counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.eval import dates
from sayso.model.document import KnownFrom, When


def test_labels_are_places_and_answers_only() -> None:
    lines = (Path(dates.__file__).parent / "gold" / "dates.jsonl").read_text("utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    assert len(labels) >= 60
    assert {key for label in labels for key in label} == {
        "corpus", "doc", "annotator", "span", "printed", "iso",
    }  # fmt: skip
    assert all(label["span"][1] - label["span"][0] < 30 for label in labels)


def test_a_date_too_precise_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = [("last week", When("2031-03-12", KnownFrom.GIVEN), "2031-03")]
    monkeypatch.setattr(dates, "phrases", lambda _folder: given)
    assert dates.score(tmp_path).measures[0].hits == 1
    report = dates.score(tmp_path, lambda _words, printed: printed.iso)
    assert report.measures[0].hits == 0
    assert "1 wrong" in report.notes[0]
