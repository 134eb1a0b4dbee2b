"""`sayso who`, `sayso join`, `sayso split`: claimers across documents."""

from __future__ import annotations

import json
import re
from pathlib import Path

from sayso.cli.who import COLUMNS
from tests.cli.conftest import Run

CORRIN, OSTREL = "Adela Corrin", "Henrik Ostrel"


def test_piped_claimers_are_lines_of_cells(run: Run, case: Path) -> None:
    head, *rows = run("who", case).stdout.splitlines()
    assert tuple(head.split("\t")) == COLUMNS
    cells = [dict(zip(COLUMNS, row.split("\t"), strict=True)) for row in rows]
    assert [(c["claimer"], c["claims"], c["documents"]) for c in cells] == [
        (OSTREL, "2", "2"),
        (CORRIN, "1", "1"),
    ]
    assert cells[0]["first"] == "2031-03-04"


def test_json_claimers(run: Run, case: Path) -> None:
    lines = [json.loads(line) for line in run("who", case, "--json").stdout.splitlines()]
    assert [line["type"] for line in lines] == ["claimer", "claimer"]
    claim = json.loads(run("claims", case, "--by", "ostrel", "--json").stdout.splitlines()[0])
    assert lines[0]["id"] == claim["claimer"]["id"]
    assert len(run("who", case, "--json", "--limit", "1").stdout.splitlines()) == 1


def test_one_claimer_shows_where_and_why(run: Run, case: Path) -> None:
    page = run("who", case, "ostrel").stdout
    assert page.startswith(OSTREL)
    assert "the same full name" in " ".join(page.split())
    full = json.loads(run("who", case, "ostrel", "--json").stdout)
    assert len(full["appearances"]) == 2
    assert full["merges"][0]["name"] == "same name"


def test_a_slip_in_a_name_gets_a_suggestion(run: Run, case: Path) -> None:
    done = run("who", case, "Ostral")
    assert done.exit_code == 2
    assert "did you mean Henrik Ostrel?" in done.stderr


def test_the_terminal_gets_a_table_that_fits(run: Run, case: Path) -> None:
    done = run("who", case, FORCE_COLOR="1", NO_COLOR="1", COLUMNS="60")
    plain = re.sub(r"\x1b\[\d+m", "", done.stdout)
    assert OSTREL in plain
    assert max(map(len, plain.splitlines())) <= 60
    assert "2 claimers" in done.stderr


def test_join_and_split_hold_through_the_next_add(run: Run, case: Path, reports: Path) -> None:
    done = run("join", case, CORRIN, OSTREL, "--as", "Ada", "--note", "a pen name")
    assert (done.exit_code, done.stderr) == (0, "1 decision kept\n")
    (reports / "third.txt").write_text("Late\n\nLate in May Adela Corrin said it was all over.\n")
    run("add", case, reports)
    assert len(run("who", case).stdout.splitlines()) == 2
    assert "a person decided" in " ".join(run("who", case, OSTREL).stdout.split())
    assert run("check", case).exit_code == 0
    assert run("split", case, OSTREL, CORRIN).exit_code == 0
    assert len(run("who", case).stdout.splitlines()) == 3


def test_one_report_is_split_from_another(run: Run, case: Path) -> None:
    same = run("split", case, OSTREL, OSTREL)
    assert same.exit_code == 2
    assert "NAME@DOCUMENT" in same.stderr
    done = run("split", case, f"{OSTREL}@courier.txt", f"{OSTREL}@other.txt")
    assert done.exit_code == 0
    found = [json.loads(line) for line in run("who", case, "ostrel", "--json").stdout.splitlines()]
    assert len({one["id"] for one in found}) == 2


def test_decisions_need_a_known_name_and_a_case(run: Run, case: Path, tmp_path: Path) -> None:
    done = run("join", case, "Ostral", CORRIN)
    assert (done.exit_code, "did you mean Henrik Ostrel?" in done.stderr) == (2, True)
    assert run("split", tmp_path / "none.sayso", CORRIN, OSTREL).exit_code == 2
    assert not (tmp_path / "none.sayso").exists()
