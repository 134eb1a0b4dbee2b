"""`sayso add`: what is new is added, what is wrong is listed, and the exit code tells which."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.store import Writer
from tests.cli.conftest import Run


def test_reports_are_added(run: Run, reports: Path, tmp_path: Path) -> None:
    done = run("add", tmp_path / "new.sayso", reports)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "2 documents added, 3 claims found\n"


def test_adding_again_changes_nothing(run: Run, case: Path, reports: Path) -> None:
    before = run("export", case).stdout
    done = run("add", case, reports)
    assert (done.exit_code, done.stdout) == (0, "0 documents added, 2 known already\n")
    assert run("export", case).stdout == before


def test_problems_are_listed_and_the_rest_is_added(run: Run, reports: Path, tmp_path: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    done = run("add", tmp_path / "new.sayso", reports)
    assert done.exit_code == 1
    assert done.stderr.startswith("problem: ")
    assert "empty.txt" in done.stderr
    assert done.stdout == "2 documents added, 3 claims found, 1 problem\n"


def test_problems_as_json(run: Run, reports: Path, tmp_path: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    done = run("add", tmp_path / "new.sayso", reports, "--json")
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["type"] == "problem"
    assert json.loads(line)["kind"] == "empty"


@pytest.mark.parametrize("source", ["missing.txt", "empty.txt", "binary.txt", "unknown.xyz"])
def test_nothing_done_is_code_2(run: Run, tmp_path: Path, source: str) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "unknown.xyz").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    done = run("add", tmp_path / "new.sayso", tmp_path / source)
    assert done.exit_code == 2
    assert source in done.stderr


def test_a_file_that_is_no_case_is_left_alone(run: Run, reports: Path, tmp_path: Path) -> None:
    other = tmp_path / "notes.sayso"
    other.write_text("my notes")
    done = run("add", other, reports)
    assert done.exit_code == 2
    assert done.stderr.startswith("sayso: ")
    assert done.stderr.count("\n") == 1
    assert other.read_text() == "my notes"


def test_a_second_writer_is_told(run: Run, case: Path, reports: Path) -> None:
    from sayso.store.lock import held

    with held(case):
        done = run("add", case, reports)
    assert done.exit_code == 2
    assert "being written by another sayso" in done.stderr


def test_no_source_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    done = run("add", tmp_path / "new.sayso")
    assert done.exit_code == 2
    assert "SOURCE" in done.stderr


def test_stopping_keeps_what_was_added(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    replace = Writer.replace

    def stop_at_second(writer: Writer, *found: object) -> None:
        calls.append(found)
        if len(calls) == 2:
            raise KeyboardInterrupt
        replace(writer, *found)  # type: ignore[arg-type]

    path = tmp_path / "new.sayso"
    monkeypatch.setattr(Writer, "replace", stop_at_second)
    done = run("add", path, reports)
    assert done.exit_code == 130
    assert done.stderr == "stopped; what was added before is safe\n"
    monkeypatch.undo()
    monkeypatch.setattr("sayso.plugins.OURS", {"analyser": {"minilm": "tests.cli.marks:analyser"}})
    assert run("check", path).exit_code == 0
    assert run("add", path, reports).exit_code == 0
    assert len(run("claims", path, "--json").stdout.splitlines()) == 3
