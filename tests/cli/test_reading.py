"""`search`, `show`, `check`, `export`: a case from several sides."""

from __future__ import annotations

import csv
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import FIRST, Run


def test_search_finds_claims_and_documents(run: Run, case: Path) -> None:
    head, *rows = run("search", case, "lorry").stdout.splitlines()
    assert head.split("\t")[0] == "kind"
    assert sorted(row.split("\t")[0] for row in rows) == ["claim", "document"]
    assert all("lorries" in row for row in rows)


def test_search_as_json_marks_the_match(run: Run, case: Path) -> None:
    hits = [
        json.loads(line) for line in run("search", case, "theatre", "--json").stdout.splitlines()
    ]
    for hit in hits:
        (mark,) = hit["marks"]
        assert hit["snippet"][mark["start"] : mark["end"]] == "theatre"
    assert {hit["kind"] for hit in hits} == {"claim", "document"}


def test_search_on_a_terminal(run: Run, case: Path) -> None:
    done = run("search", case, "theatre", FORCE_COLOR="1")
    assert "\x1b[7mtheatre" in done.stdout


def test_search_without_a_match(run: Run, case: Path) -> None:
    done = run("search", case, "elephants")
    assert (done.exit_code, done.stderr) == (0, "nothing found\n")


def test_show_marks_the_roles(run: Run, case: Path) -> None:
    done = run("show", case, "courier.txt")
    assert done.exit_code == 0
    assert "[source:Adela Corrin] [cue:said] [content:the bridge over the Oune" in done.stdout
    shown = done.stdout
    for mark in ("[source:", "[cue:", "[content:", "[furniture:", "]"):
        shown = shown.replace(mark, "")
    assert shown.split() == FIRST.split()


def test_show_on_a_terminal_has_colours(run: Run, case: Path) -> None:
    done = run("show", case, "courier.txt", FORCE_COLOR="1", COLUMNS="60")
    assert "\x1b[1;36mAdela Corrin" in done.stdout
    assert "[source:" not in done.stdout


def test_show_as_json_is_the_document_and_its_claims(run: Run, case: Path) -> None:
    lines = [json.loads(x) for x in run("show", case, "courier.txt", "--json").stdout.splitlines()]
    assert [line["type"] for line in lines] == ["document", "claim", "claim"]
    assert lines[0]["text"] == FIRST


def test_an_unknown_document_is_code_2(run: Run, case: Path) -> None:
    done = run("show", case, "courrier.txt")
    assert done.exit_code == 2
    assert "courier.txt" in done.stderr


def test_check_holds(run: Run, case: Path) -> None:
    done = run("check", case)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "2 documents, 3 claims: all holds\n"


def test_check_finds_a_span_that_moved(run: Run, case: Path) -> None:
    other = sqlite3.connect(case)
    with other:
        other.execute("UPDATE claim_spans SET start = start + 1 WHERE role = 'content'")
    other.close()
    done = run("check", case)
    assert done.exit_code == 1
    faults = done.stdout.splitlines()
    assert len(faults) >= 3
    lines = [json.loads(line) for line in run("check", case, "--json").stdout.splitlines()]
    assert [line["type"] for line in lines] == ["problem"] * len(faults)


def test_export_has_every_object(run: Run, case: Path, tmp_path: Path) -> None:
    done = run("export", case, "-o", tmp_path / "out.jsonl")
    assert (done.exit_code, done.stdout) == (0, "")
    lines = [json.loads(x) for x in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [line["type"] for line in lines] == ["document", "claim", "claim", "document", "claim"]
    assert run("export", case).stdout == (tmp_path / "out.jsonl").read_text("utf-8")


def test_export_as_a_table(run: Run, case: Path) -> None:
    rows = list(csv.DictReader(run("export", case, "--format", "csv").stdout.splitlines()))
    assert [row["claimer"] for row in rows] == ["Adela Corrin", "Henrik Ostrel", "Henrik Ostrel"]
    assert rows[0]["outlet"] == "HANA"


def test_all_tables_at_once(run: Run, case: Path, tmp_path: Path) -> None:
    words = ("export", case, "--format", "csv", "--table", "all", "-o")
    assert run(*words, tmp_path / "out").exit_code == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert {"claims.csv", "documents.csv", "problems.csv"} <= set(names)
    assert run(*words, tmp_path / "out.zip").exit_code == 0
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        assert sorted(packed.namelist()) == names
        for name in names:
            assert packed.read(name) == (tmp_path / "out" / name).read_bytes()


def test_a_zip_of_no_table_in_particular_has_all(run: Run, case: Path, tmp_path: Path) -> None:
    assert run("export", case, "--format", "csv", "-o", tmp_path / "out.zip").exit_code == 0
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        assert {"claims.csv", "relations.csv"} <= set(packed.namelist())


def test_one_table(run: Run, case: Path) -> None:
    done = run("export", case, "--format", "csv", "--table", "documents")
    assert [row["outlet"] for row in csv.DictReader(done.stdout.splitlines())] == ["HANA", ""]


@pytest.mark.parametrize(
    "words",
    [
        ["--format", "xls"],
        ["-o", "{case}"],
        ["-o", "no/such/folder"],
        ["--format", "csv", "--table", "nouns"],
        ["--table", "claims"],
    ],
)
def test_an_export_that_cannot_be_is_code_2(run: Run, case: Path, words: list[str]) -> None:
    before = case.read_bytes()
    done = run("export", case, *(word.format(case=case) for word in words))
    assert done.exit_code == 2
    assert done.stderr.startswith("sayso: ")
    assert case.read_bytes() == before


@pytest.mark.parametrize("command", ["claims", "check", "export"])
def test_a_file_that_is_no_case_is_code_2(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "x.sayso").write_bytes(b"SQLite format 3\x00 not really, and long enough" * 50)
    done = run(command, tmp_path / "x.sayso")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
