"""`sayso claims`: the claims that were asked for, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.cli.claims import COLUMNS
from tests.cli.conftest import Run


def test_piped_claims_are_lines_of_cells(run: Run, case: Path) -> None:
    head, *rows = run("claims", case).stdout.splitlines()
    assert tuple(head.split("\t")) == COLUMNS
    assert len(rows) == 3
    cells = dict(zip(COLUMNS, rows[0].split("\t"), strict=True))
    assert (cells["claimer"], cells["cue"], cells["cue_class"]) == ("Adela Corrin", "said", "say")
    assert cells["words"].startswith("the bridge over the Oune")


def test_json_claims_have_the_shape_of_the_contract(run: Run, case: Path) -> None:
    lines = [json.loads(line) for line in run("claims", case, "--json").stdout.splitlines()]
    assert [line["type"] for line in lines] == ["claim"] * 3
    assert list(lines[0])[:4] == ["type", "id", "document", "claimer"]
    assert lines[0]["content"][0]["text"].startswith("the bridge over")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["--by", "ostrel"], 2),
        (["--by", "corrin", "--by", "ostrel"], 2),
        (["--about", "lorries"], 1),
        (["--search", "Ostrel"], 2),
        (["--cue-class", "deny"], 1),
        (["--quotation", "direct"], 1),
        (["--min-score", "0.95"], 0),
        (["--limit", "1"], 1),
        (["--by", "ostrel", "--cue-class", "deny"], 1),
    ],
)
def test_filters_narrow_together(run: Run, case: Path, words: list[str], count: int) -> None:
    done = run("claims", case, "--json", *words)
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == count


def test_terminal_output_is_drawn_under_documents(run: Run, case: Path) -> None:
    done = run("claims", case, FORCE_COLOR="1", COLUMNS="100")
    assert "Adela Corrin" in done.stdout
    assert "\x1b[" in done.stdout
    assert "3 claims in 2 documents" in done.stderr
    plain = run("claims", case, FORCE_COLOR="1", NO_COLOR="1", COLUMNS="100")
    assert "\x1b[3" not in plain.stdout


def test_a_slip_in_a_name_gets_a_suggestion(run: Run, case: Path) -> None:
    done = run("claims", case, "--by", "Ostral")
    assert done.exit_code == 0
    assert "did you mean Henrik Ostrel?" in done.stderr


def test_an_unknown_outlet_gets_the_known_ones(run: Run, case: Path) -> None:
    done = run("claims", case, "--outlet", "Nobody")
    assert "no claims found" in done.stderr
    assert "outlets in this case: HANA" in done.stderr


@pytest.mark.parametrize(
    "words",
    [["--since", "yesterday"], ["--until", "2031-13"], ["--min-score", "2"], ["--limit", "0"]],
)
def test_values_that_make_no_sense_are_wrong_usage(run: Run, case: Path, words: list[str]) -> None:
    done = run("claims", case, *words)
    assert done.exit_code == 2
    assert words[0] in done.stderr


def test_a_missing_case_is_code_2_and_not_made(run: Run, tmp_path: Path) -> None:
    done = run("claims", tmp_path / "none.sayso")
    assert done.exit_code == 2
    assert done.stderr.startswith("sayso: there is no case at")
    assert not (tmp_path / "none.sayso").exists()
