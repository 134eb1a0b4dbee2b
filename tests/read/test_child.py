"""The process that reads may die: it costs the part under way, and the next one is read."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.model.trace import Problem
from sayso.read import Part, read_part, split_file
from sayso.read.child import Child
from tests.read.made import page, parts, warc

posix = pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc(page(number) for number in range(4)))
    return path


def test_it_reads_as_this_process_does(archive: Path) -> None:
    with Child() as child:
        found = list(child.split(archive))
        assert found == list(split_file(archive))
        for part in found:
            assert isinstance(part, Part)
            assert child.read(part) == read_part(part)


@posix
def test_a_death_costs_one_part(archive: Path) -> None:
    one, other, *_ = parts(archive.read_bytes())
    with Child() as child:
        assert child.read(one).document is not None
        assert child._process is not None
        child._process.kill()
        lost = child.read(other)
        assert (lost.document, lost.raw) == (None, other.raw)
        assert [problem.kind for problem in lost.problems] == ["unreadable"]
        assert child.read(other).document is not None


@posix
def test_what_came_before_a_death_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "b.warc.gz"
    path.write_bytes(warc(page(number) for number in range(500)))  # more than a pipe holds
    with Child() as child:
        found = child.split(path)
        assert isinstance(next(found), Part)
        assert child._process is not None
        child._process.kill()
        *_, last = found
    assert isinstance(last, Problem)


@posix
def test_what_takes_too_long_is_ended() -> None:
    (part,) = parts(page(), "a.html")
    with Child(wall_seconds=0.001) as child:  # no process starts so fast
        (problem,) = child.read(part).problems
    assert "too long" in problem.message


def test_text_needs_no_process() -> None:
    (part,) = parts(b"It rains, said Ann.", "a.txt")
    with Child() as child:
        assert child.read(part).document is not None
        assert child._process is None


def test_markdown_is_read_in_the_process() -> None:
    (part,) = parts(b"# Rain\n\nIt *rains*, said Ann.", "a.md")
    with Child() as child:
        found = child.read(part)
        assert found == read_part(part)
        assert found.document is not None
        assert child._process is not None


def test_leaving_in_the_midst_leaves_nothing_behind(archive: Path) -> None:
    with Child() as child:
        next(child.split(archive))
        assert len(list(child.split(archive))) == 4


def _limited(code: str) -> subprocess.CompletedProcess[str]:
    begin = (
        "from importlib import import_module\nchild = import_module('sayso.read.child')\n"
        "child.CPU_SECONDS = 0\nchild._limited()()\n"
    )
    command = [sys.executable, "-c", begin + code]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@posix
def test_it_may_use_so_much_memory_only() -> None:
    done = _limited("bytearray(child.MEMORY)")
    if sys.platform == "linux":
        assert "MemoryError" in done.stderr


@posix
def test_it_may_write_no_files(tmp_path: Path) -> None:
    done = _limited(f"open({str(tmp_path / 'x')!r}, 'w').write('x' * 100_000)")
    assert "File too large" in done.stderr


@posix
def test_it_may_work_for_so_long_only() -> None:
    assert _limited("while True: pass").returncode == -signal.SIGXCPU
