"""`sayso report` and `sayso picture`: files that are whole, data one flag away."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_report_is_written_beside_the_case(run: Run, case: Path, tmp_path: Path) -> None:
    page = tmp_path / "bridge.html"
    done = run("report", case, "-o", page, "--title", "The bridge & the mayor")
    assert (done.exit_code, done.stdout) == (0, "")
    text = page.read_text(encoding="utf-8")
    assert "<h1><bdi>The bridge &amp; the mayor</bdi>: who said what</h1>" in text
    assert "would stay shut until" in text
    assert str(tmp_path) not in text


def test_markdown_by_the_name_of_the_file(run: Run, case: Path, tmp_path: Path) -> None:
    assert run("report", case, "-o", tmp_path / "a.md").exit_code == 0
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert text.startswith("# bridge: who said what\n")
    assert run("report", case, "--format", "md").stdout == text


def test_the_case_is_not_written_over(run: Run, case: Path) -> None:
    before = case.read_bytes()
    done = run("report", case, "-o", case)
    assert done.exit_code == 2
    assert "is the case itself" in done.stderr
    assert case.read_bytes() == before


def test_no_case_no_report(run: Run, tmp_path: Path) -> None:
    done = run("report", tmp_path / "none.sayso", "-o", tmp_path / "a.html")
    assert done.exit_code == 2
    assert not (tmp_path / "a.html").exists()


def test_a_picture_and_its_data(run: Run, case: Path, tmp_path: Path) -> None:
    done = run("picture", case, "timeline", "-o", tmp_path / "t.svg")
    assert (done.exit_code, done.output) == (0, "")
    assert (tmp_path / "t.svg").read_text(encoding="utf-8").startswith("<svg ")
    first, *rows = run("picture", case, "timeline", "--data").stdout.splitlines()
    assert first.split("\t")[:3] == ["date", "clock", "who"]
    assert any(row.startswith("2031-03-04\tprinted\tHANA") for row in rows)
    lines = [
        json.loads(line)
        for line in run("picture", case, "timeline", "--json").stdout.split("\n")
        if line
    ]
    assert len(lines) == len(rows)
    assert {line["type"] for line in lines} == {"timeline"}


def test_nothing_to_draw(run: Run, case: Path) -> None:
    done = run("picture", case, "relays")
    assert done.exit_code == 2
    assert "nothing to draw for relays" in done.stderr
    assert run("picture", case, "relays", "--data").exit_code == 0
