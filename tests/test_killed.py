"""Killed at any step, an add loses the document under way at most, and the next one goes on."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.case import Case
from tests.read.made import LEAD, packed, page, record
from tests.store import samples

_ADD = """
import os, signal, sys
from sayso.case import Case
from sayso.store import Writer
from tests.store import samples

steps = int(sys.argv[3])

def counted(name):
    whole = getattr(Writer, name)
    def step(self, *found):
        global steps
        steps -= 1
        if steps == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(self, *found)
    setattr(Writer, name, step)

for name in ("put", "see", "refuse", "replace", "join", "begin_linking", "note", "tie"):
    counted(name)
Case(sys.argv[1], analyser=samples.pattern()).add(sys.argv[2])
"""


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts, lines of JSON, and an archive with a broken record."""
    folder = tmp_path_factory.mktemp("sources")
    for number in range(4):
        text = f"Ilse Brandt said bridge number {number} is safe.\n"
        (folder / f"{number}.txt").write_text(text)
    rows = [{"title": f"Bridge {n}", "text": f"{LEAD} It is bridge {n}."} for n in range(4)]
    (folder / "b.jsonl").write_text("\n".join(map(json.dumps, rows)))
    members = [bytearray(packed(record(page(n), f"https://c.example/{n}"))) for n in range(5)]
    members[2][100:104] = b"\x00\x01\x02\x03"
    (folder / "c.warc.gz").write_bytes(b"".join(members))
    (folder / "d.txt").write_bytes(b"")
    return folder


def _lines(path: Path) -> list[str]:
    with Case(path, write=False) as case:
        return sorted(json.dumps(line) for line in case.lines())


@pytest.fixture(scope="module")
def whole(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("whole") / "whole.sayso"
    with Case(path, analyser=samples.pattern()) as case:
        case.add(sources)
    return _lines(path)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
@pytest.mark.parametrize("steps", [1, 5, 9, 14, 20, 27])
def test_killed_at_a_step(tmp_path: Path, sources: Path, whole: list[str], steps: int) -> None:
    path = tmp_path / "x.sayso"
    command = [sys.executable, "-c", _ADD, str(path), str(sources), str(steps)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    if steps > 1:
        with Case(path, write=False) as case:
            assert list(case.check()) == []
            assert len(case.documents()) >= min(steps - 2, 10)
    with Case(path, analyser=samples.pattern()) as case:
        case.add(sources)
        assert list(case.check()) == []
    assert _lines(path) == whole
