"""Every expected error ends in one line on standard error and its exit code."""

from __future__ import annotations

import errno
import os
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from sayso.cli.trouble import GuardedGroup, exit_code, explain
from sayso.model.errors import CaseBusyError, NotACaseError, SaysoError, UnknownNameError

ENDS = [
    (NotACaseError("a.sayso"), 2, "sayso: a.sayso is not a sayso case"),
    (CaseBusyError("a.sayso"), 2, "sayso: a.sayso is being written by another sayso"),
    (UnknownNameError("no document\nis called x"), 2, "sayso: no document is called x"),
    (SaysoError("bad \x1b[2J"), 2, "sayso: bad \\x1b[2J"),
    (PermissionError(errno.EACCES, "Permission denied", "in"), 2, "sayso: in: permission denied"),
    (
        OSError(errno.ENOSPC, "No space left on device", "a.sayso"),
        2,
        "sayso: cannot write a.sayso: no space left on device; what was added before is safe",
    ),
    (OSError("odd"), 2, "sayso: odd"),
    (KeyboardInterrupt(), 130, "stopped; what was added before is safe"),
]


@pytest.mark.parametrize(("error", "code", "words"), ENDS)
def test_an_error_is_one_line_and_a_code(error: BaseException, code: int, words: str) -> None:
    @click.group(cls=GuardedGroup)
    def group() -> None: ...

    @group.command()
    def fail() -> None:
        raise error

    done = CliRunner().invoke(group, ["fail"])
    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr.startswith(words)
    assert done.stderr.count("\n") == 1


def test_a_command_gives_its_code() -> None:
    @click.group(cls=GuardedGroup)
    def group() -> None: ...

    @group.command()
    @click.argument("code", type=int)
    def give(code: int) -> int:
        return code

    assert [CliRunner().invoke(group, ["give", c]).exit_code for c in "012"] == [0, 1, 2]


def test_a_reader_that_went_away_is_no_error() -> None:
    assert exit_code(BrokenPipeError()) == 0
    assert explain(BrokenPipeError()) == ""


def test_wrong_usage_is_code_2() -> None:
    done = CliRunner().invoke(click.Group("x", {}), ["nothing"])
    assert done.exit_code == 2


_FLOOD = """
import click
from sayso.cli.trouble import GuardedGroup
@click.group(cls=GuardedGroup)
def group(): pass
@group.command()
def flood():
    for _ in range(100_000):
        click.echo("x" * 50)
group(["flood"])
"""


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_closed_pipe_is_quiet() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _FLOOD], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_disk_behind_standard_output_is_one_line() -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-c", _FLOOD], stdout=full, stderr=subprocess.PIPE, timeout=30
        )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "sayso: cannot write the output: no space left on device; what was added before is safe"
    ]
