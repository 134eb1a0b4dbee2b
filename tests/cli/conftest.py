"""A case with two reports, made without the learned parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso import plugins
from sayso.cli.main import sayso

FIRST = """Bridge stays shut, say officials

4 March 2031, 15:40

LANNET, March 4. /HANA/. Adela Corrin said the bridge over the Oune would stay shut until
summer, and that nobody had asked.
Henrik Ostrel denied that it had ever been open to lorries.
"""
SECOND = """Bridge opens, says nobody

The council met on Tuesday in the town hall, and the meeting went on until late in the evening.
Henrik Ostrel said "it is theatre for the galleries of the town" before he left by the back door.
"""

Run = Callable[..., Result]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "courier.txt").write_text(FIRST, encoding="utf-8")
    (folder / "other.txt").write_text(SECOND, encoding="utf-8")
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command as a user would, with a quick analyser in the place of the learned one."""
    monkeypatch.setitem(plugins.OURS["analyser"], "minilm", "tests.cli.marks:analyser")
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def call(*words: str | Path, **env: str) -> Result:
        return CliRunner(env=env).invoke(sayso, [str(word) for word in words], prog_name="sayso")

    return call


@pytest.fixture
def case(run: Run, reports: Path, tmp_path: Path) -> Path:
    """A case that holds the two reports."""
    path = tmp_path / "bridge.sayso"
    done = run("add", path, reports)
    assert done.exit_code == 0, done.output
    return path
