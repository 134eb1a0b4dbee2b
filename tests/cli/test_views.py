"""The commands that show a case: wording, coverage, timeline, side by side."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def table(text: str) -> list[dict[str, str]]:
    """Lines of tab-separated cells, by the names on the first line."""
    head, *rows = (line.split("\t") for line in text.splitlines())
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_wording_counts_words_that_are_asked_for(run: Run, case: Path) -> None:
    done = run("wording", case, "bridge", "theatre")
    assert done.exit_code == 0
    found = {(row["name"], row["outlet"]): row for row in table(done.stdout)}
    first = found["bridge", "HANA"]
    assert (first["own"], first["quoted"], first["paraphrased"]) == ("2", "0", "1")
    assert found["theatre", "other.txt"]["quoted"] == "1"


def test_wording_lists_passages(run: Run, case: Path) -> None:
    done = run("wording", case, "theatre", "--passages")
    (row,) = table(done.stdout)
    assert (row["voice"], row["of"], row["words"]) == ("quoted", "Henrik Ostrel", "theatre")
    assert row["before"].endswith('said "it is')


def test_wording_in_json_and_on_a_terminal(run: Run, case: Path) -> None:
    shapes = [json.loads(line) for line in run("wording", case, "--json").stdout.splitlines()]
    cues = [(s["side"], s["cue"], s["count"]) for s in shapes if s["type"] == "cue"]
    assert ("Henrik Ostrel", "deny", 1) in cues
    drawn = run("wording", case, "bridge", FORCE_COLOR="1", COLUMNS="80").stdout
    assert "in the outlet's own words" in drawn


def test_wording_of_an_unknown_outlet(run: Run, case: Path) -> None:
    done = run("wording", case, "--outlet", "Gazette")
    assert done.exit_code == 2
    assert "no outlet is called 'Gazette'; there are HANA, other.txt" in done.stderr


def test_wording_of_no_word(run: Run, case: Path) -> None:
    done = run("wording", case, "...")
    assert (done.exit_code, "no word in '...'" in done.stderr) == (2, True)


def test_coverage(run: Run, case: Path) -> None:
    rows = table(run("coverage", case, "--all", "--by", "Ostrel").stdout)
    assert {row["carried"] for row in rows} == {"whole", "paraphrased"}
    (first, *_) = run("coverage", case, "--all", "--json").stdout.splitlines()
    assert json.loads(first)["type"] == "coverage"
    drawn = run("coverage", case, "--all", FORCE_COLOR="1", COLUMNS="80").stdout
    assert "paraphrased" in drawn
    assert "nothing found" in run("coverage", case).stderr


def test_timeline(run: Run, case: Path) -> None:
    done = run("timeline", case, "--clock", "printed")
    assert [row["when"] for row in table(done.stdout)] == ["2031-03-04"]
    assert "1 report without a date" in done.stderr
    (entry,) = run(
        "timeline", case, "--json", "--since", "2031-03", "--until", "2031"
    ).stdout.splitlines()
    assert json.loads(entry)["first"] == "2031-03-04"
    assert "printed" in run("timeline", case, FORCE_COLOR="1", COLUMNS="80").stdout
    assert "no dates found" in run("timeline", case, "--disputed").stderr


def test_side_by_side(run: Run, case: Path) -> None:
    ids = [row["claim"] for row in table(run("claims", case).stdout)]
    two = table(run("side-by-side", case, *ids[:2]).stdout)
    assert set(two[0]) == {"change", "left", "right"}
    (line, *_) = run("side-by-side", case, *ids[:2], "--json").stdout.splitlines()
    assert json.loads(line)["type"] == "stretch"
    (row, *_) = run("side-by-side", case, *ids[:3], "--json").stdout.splitlines()
    assert len(json.loads(row)["cells"]) == 3
    for names in (ids[:3], ["courier", "other"]):
        drawn = run("side-by-side", case, *names, FORCE_COLOR="1", COLUMNS="80").stdout
        assert "HANA" in drawn


def test_side_by_side_says_what_is_wrong(run: Run, case: Path) -> None:
    ids = [row["claim"] for row in table(run("claims", case).stdout)]
    assert "give two claims or more" in run("side-by-side", case, ids[0]).stderr
    assert "not some of each" in run("side-by-side", case, ids[0], "courier").stderr
    assert "begins the ids of" in run("side-by-side", case, "c", ids[0]).stderr
    assert run("side-by-side", case, "nope", "courier").exit_code == 2
