"""The public names, one sorted list."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest

import sayso

NAMES = [
    "Actor",
    "AddReport",
    "Attribution",
    "Case",
    "Claim",
    "ClaimQuery",
    "Claims",
    "CueClass",
    "Document",
    "Entity",
    "EntityKind",
    "Evidence",
    "Hit",
    "Maker",
    "Problem",
    "Quotation",
    "SaysoError",
    "Span",
    "When",
    "__version__",
    "read",
]


def test_names() -> None:
    assert sayso.__all__ == NAMES == sorted(NAMES) == dir(sayso)


@pytest.mark.parametrize("name", NAMES)
def test_each_name_is_there(name: str) -> None:
    assert getattr(sayso, name) is not None


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Ledger'"):
        sayso.Ledger  # noqa: B018


def test_version_is_that_of_the_package() -> None:
    assert sayso.__version__ == version("sayso")


def test_read_stays_the_function_when_the_folder_of_that_name_is_imported() -> None:
    code = (
        "import sayso, sayso.read\n"
        "from sayso.read import find_files\n"
        "from sayso import read\n"
        "assert sayso.read is read and read.__name__ == 'read' and callable(find_files)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_import_loads_only_the_standard_library() -> None:
    code = (
        "import sys; before = set(sys.modules); import sayso\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(*sorted(new - set(sys.stdlib_module_names)))\n"
        "print(*sorted(name for name in sys.modules if name.startswith('sayso')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["sayso", "sayso"]
