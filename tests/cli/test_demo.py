"""`sayso demo`: explains itself, shows exact words, leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_the_demo_tells_both_stories(run: Run, nowhere: Path) -> None:
    done = run("demo")
    assert done.exit_code == 0, done.output
    for words in ("two countries, one river", "a company, a union, a court", "sayso add my.sayso"):
        assert words in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100
    assert list(nowhere.iterdir()) == []


def test_kept_cases_can_be_asked(run: Run, nowhere: Path, tmp_path: Path) -> None:
    done = run("demo", "--keep", tmp_path / "kept")
    assert f"sayso claims {tmp_path / 'kept'}" in " ".join(done.stdout.split()).replace("/ ", "/")
    cases = sorted(path for path in (tmp_path / "kept").iterdir() if path.suffix == ".sayso")
    assert len(cases) == 2
    assert [run("check", case).exit_code for case in cases] == [0, 0]
    assert list(nowhere.iterdir()) == []


def test_the_reports_can_be_had(run: Run, tmp_path: Path) -> None:
    done = run("demo", "--reports", tmp_path / "examples")
    assert (done.exit_code, done.stdout) == (0, "")
    assert len(list((tmp_path / "examples").glob("*/*.txt"))) == 10
    added = run("add", tmp_path / "x.sayso", tmp_path / "examples" / "river-gauge")
    assert "6 documents added" in added.output
