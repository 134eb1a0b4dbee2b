"""Completion: a script for each shell, and the words that it asks for."""

from __future__ import annotations

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from sayso.cli.main import sayso


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script(shell: str) -> None:
    done = CliRunner().invoke(sayso, ["completion", shell], prog_name="sayso")
    assert done.exit_code == 0
    assert f"_SAYSO_COMPLETE={shell}_complete" in done.stdout


def test_commands_and_options_are_completed() -> None:
    asked = ShellComplete(sayso, {}, "sayso", "_SAYSO_COMPLETE")
    assert {item.value for item in asked.get_completions([], "c")} == {
        "claims",
        "check",
        "completion",
        "coverage",
    }
    assert "--by" in {item.value for item in asked.get_completions(["claims"], "--")}
