"""Plain output is made for programs: one line a row, one cell a tab."""

from __future__ import annotations

import json

import pytest

from sayso.cli import output
from sayso.model.trace import Problem


def test_a_cell_holds_no_tab_and_no_line_break(capsys: pytest.CaptureFixture[str]) -> None:
    output.cells([["a\tb", "c\nd", "\x1b[0m"]])
    assert capsys.readouterr().out == "a b\tc d\t\\x1b[0m\n"


def test_json_is_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    output.json_lines([{"type": "a", "text": "Zoë\n"}, {"type": "b"}])
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == [{"type": "a", "text": "Zoë\n"}, {"type": "b"}]


def test_problems_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    output.problems([Problem("empty", "the file is empty", "a.txt")])
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "problem: a.txt: the file is empty\n")


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 claims"), (1, "1 claim"), (1200, "1,200 claims")]
)
def test_counts_are_grammatical(number: int, words: str) -> None:
    assert output.count(number, "claim") == words


@pytest.mark.parametrize(("value", "drawn"), [("", False), ("0", False), ("1", True)])
def test_colours_can_be_forced(monkeypatch: pytest.MonkeyPatch, value: str, drawn: bool) -> None:
    monkeypatch.setenv("FORCE_COLOR", value)
    assert output.drawn() is drawn
