"""The whole ledger, one JSON object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sayso.export.base import Format, Ledger, Line
from sayso.view.plain import UNSAFE


def jsonl(ledger: Ledger) -> Iterator[str]:
    """Each line as JSON, in the order given."""
    return (json_line(line) for line in ledger.lines())


def json_line(line: Line) -> str:
    """One object on one line. Letters stay readable; what could command a terminal, end a line or
    stop an encoder is escaped, which in JSON is the same thing."""
    return UNSAFE.sub(_escape, json.dumps(line, ensure_ascii=False)) + "\n"


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]


FORMAT = Format(file=jsonl)
