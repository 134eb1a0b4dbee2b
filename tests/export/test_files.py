"""A file is written whole or not at all, and never over the case."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.export.base import File
from sayso.export.files import write, write_folder
from sayso.model.errors import CaseFullError, UsageError


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "story.sayso"
    path.write_bytes(b"the case")
    return path


def test_a_file_is_written(tmp_path: Path, case: Path) -> None:
    write(tmp_path / "out.jsonl", ["Zoë\n", "two\r\n"], case)
    assert (tmp_path / "out.jsonl").read_bytes() == "Zoë\ntwo\r\n".encode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "story.sayso"]


def test_trouble_on_the_way_keeps_the_old_file(tmp_path: Path, case: Path) -> None:
    old = tmp_path / "out.csv"
    old.write_text("old")

    def pieces() -> Iterator[str]:
        yield "new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(old, pieces(), case)
    assert old.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "story.sayso"]


def test_a_full_disk_is_told(tmp_path: Path, case: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "new"
        raise OSError(28, "No space left on device")

    with pytest.raises(CaseFullError, match=r"out\.csv: no space left on device"):
        write(tmp_path / "out.csv", pieces(), case)


@pytest.mark.parametrize("name", ["story.sayso", "story.sayso-wal", "./story.sayso"])
def test_the_case_is_never_overwritten(tmp_path: Path, case: Path, name: str) -> None:
    with pytest.raises(UsageError, match="is the case itself"):
        write(tmp_path / name, ["x"], case)
    assert case.read_bytes() == b"the case"


def test_a_link_to_the_case_is_the_case(tmp_path: Path, case: Path) -> None:
    os.link(case, tmp_path / "hard")
    (tmp_path / "soft").symlink_to(case)
    for name in ("hard", "soft"):
        with pytest.raises(UsageError, match="is the case itself"):
            write(tmp_path / name, ["x"], case)


def test_a_link_stays_a_link(tmp_path: Path, case: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    write(tmp_path / "link", ["x"], case)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "x"


def test_a_pipe_is_written_through(tmp_path: Path, case: Path) -> None:
    write(Path(os.devnull), ["x"], case)
    assert not Path(os.devnull).is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story.sayso"]


@pytest.mark.parametrize("name", ["", "missing/out.csv"])
def test_a_place_that_is_no_file_is_refused(tmp_path: Path, case: Path, name: str) -> None:
    with pytest.raises((UsageError, CaseFullError)):
        write(tmp_path / name, ["x"], case)


def test_a_new_file_is_as_open_as_any_other(tmp_path: Path, case: Path) -> None:
    (tmp_path / "plain").write_text("")
    write(tmp_path / "out.csv", ["x"], case)
    assert (tmp_path / "out.csv").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_bytes_are_written_as_they_are(tmp_path: Path, case: Path) -> None:
    write(tmp_path / "out.bin", [b"\xff\x00", "Zoë"], case)
    assert (tmp_path / "out.bin").read_bytes() == b"\xff\x00" + "Zoë".encode()


def test_a_folder_is_written_with_folders_in_it(tmp_path: Path, case: Path) -> None:
    write_folder(tmp_path / "out", [File("a.txt", ["a"]), File("b/c.txt", ["c"])], case)
    made = [path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*.txt")]
    assert sorted(map(str, made)) == ["a.txt", "b/c.txt"]
    (tmp_path / "plain").mkdir()
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_empty_folder_is_filled(tmp_path: Path, case: Path) -> None:
    (tmp_path / "out").mkdir()
    write_folder(tmp_path / "out", [File("a.txt", ["a"])], case)
    assert (tmp_path / "out" / "a.txt").read_text() == "a"


def test_what_is_in_a_folder_stays(tmp_path: Path, case: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    for place in (tmp_path / "mine", case):
        with pytest.raises(UsageError):
            write_folder(place, [File("a.txt", ["a"])], case)
    assert (tmp_path / "mine" / "notes.txt").read_text() == "mine"


def test_trouble_on_the_way_leaves_no_folder(tmp_path: Path, case: Path) -> None:
    def files() -> Iterator[File]:
        yield File("a.txt", ["a"])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path / "out", files(), case)
    assert [path.name for path in tmp_path.iterdir()] == ["story.sayso"]
