"""One JSON object a line, whatever the words hold."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export.jsonl import json_line, jsonl
from tests.export.ledgers import Given


@settings(derandomize=True, max_examples=200)
@given(st.text())
def test_a_line_is_one_line_and_gives_back_its_words(text: str) -> None:
    written = json_line({"type": "claim", "text": text})
    assert written.splitlines() == [written[:-1]]
    assert json.loads(written) == {"type": "claim", "text": text}


def test_half_a_character_from_a_file_name_survives() -> None:
    written = json_line({"path": "bad\udcff.txt"})
    assert written.encode() == b'{"path": "bad\\udcff.txt"}\n'
    assert json.loads(written) == {"path": "bad\udcff.txt"}


def test_lines_keep_their_order() -> None:
    ledger = Given([{"type": "claim"}, {"type": "problem"}])
    assert list(jsonl(ledger)) == ['{"type": "claim"}\n', '{"type": "problem"}\n']
