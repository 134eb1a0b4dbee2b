"""Errors to exit codes, in this one place.

0  done
1  done, with problems that were listed (commands return it themselves)
2  wrong usage, or nothing could be done: every SaysoError and OSError
130  stopped from the keyboard

A reader that went away (`sayso claims x.sayso | head`) is no error.
"""

from __future__ import annotations

import errno
import os
import sys

import click

from sayso.model.errors import CaseFullError, SaysoError

DONE, WITH_PROBLEMS, NOTHING_DONE, STOPPED = 0, 1, 2, 130


class GuardedGroup(click.Group):
    """A group of commands that turns errors into one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """In the order of use, not of the alphabet."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> None:
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except (SaysoError, OSError, KeyboardInterrupt) as error:
            code = exit_code(error)
            message = explain(error)
            if isinstance(error, OSError):
                _drop_output()
            if message:
                click.echo(message, err=True)
        ctx.exit(code or DONE)


def exit_code(error: BaseException) -> int:
    """The exit code that an error ends in."""
    if isinstance(error, BrokenPipeError):
        return DONE
    return STOPPED if isinstance(error, KeyboardInterrupt) else NOTHING_DONE


def explain(error: BaseException) -> str:
    """One line for a user, "" where there is nothing to say."""
    from sayso.view.plain import line

    if isinstance(error, BrokenPipeError):
        return ""
    if isinstance(error, KeyboardInterrupt):
        return "stopped; what was added before is safe"
    if isinstance(error, OSError):
        error = _named(error)
    return line(f"sayso: {error}")


def _named(error: OSError) -> Exception:
    name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    why = (error.strerror or str(error)).lower()
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return CaseFullError(name or "the output", why)
    return SaysoError(f"{name}: {why}" if name else why)


def _drop_output() -> None:
    """Let what is still buffered go nowhere: the interpreter would fail again on its way out."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except OSError:  # standard output is no file, as in tests
        pass
