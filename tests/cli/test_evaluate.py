"""`sayso eval`: the rows of a report, for people and for programs."""

from __future__ import annotations

import json

import pytest

from sayso.eval.report import Report, Row
from tests.cli.conftest import Run

REPORT = Report("polnear", (Row("source", 3, 4, 5),), ("84 articles",))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What the scorer was asked for; it answers with REPORT."""
    calls = list[tuple[object, ...]]()

    def score(*given: object) -> Report:
        calls.append(given)
        return REPORT

    monkeypatch.setattr("sayso.eval.runs.run", score)
    return calls


def test_rows_are_lines_of_cells(run: Run, asked: list[tuple[object, ...]]) -> None:
    done = run("eval", "polnear", "some.jsonl", "--split", "dev")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[1].split("\t") == ["source", "75.0", "60.0", "66.7", "5", "4"]
    assert done.stderr == "84 articles\n"
    assert [str(word) for word in asked[0]] == ["polnear", "some.jsonl", "dev"]


def test_rows_as_json(run: Run, asked: list[tuple[object, ...]]) -> None:
    done = run("eval", "polnear", "some.jsonl", "--json")
    assert json.loads(done.stdout)["f1"] == 66.7
    assert asked[0][2] is None


def test_rows_on_a_terminal(run: Run, asked: list[tuple[object, ...]]) -> None:
    assert "66.7" in run("eval", "polnear", "some.jsonl", FORCE_COLOR="1").stdout
    assert len(asked) == 1
