"""Killed at any step, an add loses the document under way at most, and the next one goes on."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.case import Case
from tests.fetch.web import Web, answer, page
from tests.read import made
from tests.read.made import LEAD, packed, pdf, record, set_in
from tests.store import samples
from tests.test_fetching import FEED, SITE, article, rss

_COUNTED = """
import os, signal, sys
from sayso.case import Case
from sayso.store import Writer
from tests import test_killed
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

for name in ("put", "see", "refuse", "replace", "join", "begin_linking", "note", "tie",
             "keep_exchanges", "visit", "settle"):
    counted(name)
"""
_ADD = f"""{_COUNTED}
Case(sys.argv[1], analyser=samples.pattern()).add(sys.argv[2])
"""
_NET = f"""{_COUNTED}
getattr(test_killed, sys.argv[2])(sys.argv[1])
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
    members = [bytearray(packed(record(made.page(n), f"https://c.example/{n}"))) for n in range(5)]
    members[2][100:104] = b"\x00\x01\x02\x03"
    (folder / "c.warc.gz").write_bytes(b"".join(members))
    (folder / "d.txt").write_bytes(b"")
    return folder


def _lines(path: Path) -> list[str]:
    """Without the moment of fetching, which is another after a kill."""
    with Case(path, write=False) as case:
        assert list(case.check()) == []
        return sorted(json.dumps(line | {"fetched": None}) for line in case.lines())


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
    assert _lines(path) == whole


def fetch(path: str) -> None:
    """What a feed lists: pages, one that is not there, one without text, a PDF."""
    with _web() as web, Case(path, analyser=samples.pattern()) as case:
        case.add(FEED, fetcher=web.fetcher())


def look_again(path: str) -> None:
    """At the feed and its pages: one was edited, one is gone, one is new."""
    with _web() as web, Case(path, analyser=samples.pattern()) as case:
        web[FEED] = rss(*(f"{SITE}/{number}" for number in range(7)))
        web[f"{SITE}/1"] = page(article("bridge 1 is closed"))
        web[f"{SITE}/2"] = answer("410 Gone")
        web[f"{SITE}/6"] = page(article("bridge 6 is safe"))
        case.watch.poll(fetcher=web.fetcher(revisit=-1e9))


def _web() -> Web:
    web = Web()
    web.site("courier.example", "5.5.5.5")
    web[FEED] = rss(*(f"{SITE}/{number}" for number in range(6)))
    for number in range(3):
        web[f"{SITE}/{number}"] = page(article(f"bridge {number} is safe"))
    web[f"{SITE}/4"] = page("<html></html>")
    web[f"{SITE}/5"] = answer("200 OK", pdf([set_in([LEAD], 60, 720)]))
    return web


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fetched") / "whole.sayso"
    fetch(str(path))
    return path


@pytest.fixture(scope="module")
def looked(fetched: Path) -> Path:
    path = fetched.with_name("looked.sayso")
    shutil.copy(_followed(fetched, fetched.with_name("watched.sayso")), path)
    look_again(str(path))
    return path


def _followed(path: Path, copy: Path) -> Path:
    shutil.copy(path, copy)
    with Case(copy) as case:
        case.watch.follow(FEED)
    return copy


def _killed(path: Path, what: str, steps: int) -> None:
    command = [sys.executable, "-c", _NET, str(path), what, str(steps)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
@pytest.mark.parametrize("steps", [1, 2, 4, 7, 11, 16])
def test_killed_while_fetching(tmp_path: Path, fetched: Path, steps: int) -> None:
    path = tmp_path / "x.sayso"
    _killed(path, "fetch", steps)
    if steps > 1:
        _lines(path)  # checks the case
    fetch(str(path))
    assert _lines(path) == _lines(fetched)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
@pytest.mark.parametrize("steps", [1, 3, 6, 9, 13])
def test_killed_while_watching(tmp_path: Path, fetched: Path, looked: Path, steps: int) -> None:
    path = _followed(fetched, tmp_path / "x.sayso")
    _killed(path, "look_again", steps)
    _lines(path)
    look_again(str(path))
    assert _lines(path) == _lines(looked)
    with Case(path, write=False) as case, Case(looked, write=False) as other:
        assert [len(one.versions) for one in case.versions()] == [2]
        assert [len(one.versions) for one in other.versions()] == [2]
