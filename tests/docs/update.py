"""Bring the documents up to date: `.venv/bin/python -m tests.docs.update`.

The reference gets the help texts and the tables of today, the README what `sayso demo` shows today.
"""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from sayso.cli.main import sayso
from tests.docs import tables
from tests.docs.reference import PAGE, filled

README = Path(__file__).parents[2] / "README.md"
_CAST = re.compile(r"(<!-- demo -->\n```\n).*?(```\n)", re.DOTALL)
_VOICES = 4  # that the README shows


def cast(shown: str) -> str:
    """The beginning of what the demo shows, up to its fourth voice."""
    lines = [line.rstrip() for line in shown.splitlines()]
    voices = [n for n, line in enumerate(lines) if re.search(r" claims? in \d+ reports?$", line)]
    return "\n".join([*lines[: voices[_VOICES]], "…"]) + "\n"


def with_cast(page: str, shown: str) -> str:
    """The README with the demo of today."""
    return _CAST.sub(lambda match: match[1] + cast(shown) + match[2], page)


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    exports = tables.PAGE.read_text(encoding="utf-8")
    tables.PAGE.write_text(tables.filled(exports), encoding="utf-8")
    demo = CliRunner().invoke(sayso, ["demo"], prog_name="sayso", catch_exceptions=False)
    if demo.exit_code:
        raise SystemExit(demo.output)
    readme = README.read_text(encoding="utf-8")
    README.write_text(with_cast(readme, demo.stdout), encoding="utf-8")
