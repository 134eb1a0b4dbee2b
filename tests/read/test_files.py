"""Sources are found in order, and what cannot be read is told, never dropped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sayso.model.trace import Problem
from sayso.read import find_files, read_file
from sayso.read.limits import LARGEST


def _made(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It rains.", encoding="utf-8")


def _told(found: list[Path | Problem]) -> list[tuple[str, str]]:
    return [(item.kind, item.source) for item in found if isinstance(item, Problem)]


def test_folders_are_searched_in_order_without_hidden_files_and_cases(tmp_path: Path) -> None:
    _made(tmp_path, "b.txt", "a/z.HTML", "a/c.htm", ".hidden.txt", ".git/x.txt", "x.sayso")
    found = list(find_files([str(tmp_path)]))
    assert found == [tmp_path / "a/c.htm", tmp_path / "a/z.HTML", tmp_path / "b.txt"]


def test_sources_come_in_the_order_given(tmp_path: Path) -> None:
    _made(tmp_path, "a.txt", "b.txt")
    sources = [str(tmp_path / "b.txt"), str(tmp_path / "a.txt")]
    assert [str(path) for path in find_files(sources)] == sources


def test_unknown_types_and_missing_paths_are_told(tmp_path: Path) -> None:
    _made(tmp_path, "README")
    (tmp_path / "a.doc").write_bytes(bytes(range(256)))
    sources = [str(tmp_path), str(tmp_path / "gone.txt"), os.devnull]
    assert _told(list(find_files(sources))) == [
        ("unknown-type", str(tmp_path / "README")),
        ("unknown-type", str(tmp_path / "a.doc")),
        ("missing", str(tmp_path / "gone.txt")),
        ("unknown-type", os.devnull),
    ]


def test_an_empty_name_is_no_folder() -> None:
    assert _told(list(find_files([""]))) == [("missing", "")]


def test_a_folder_without_permission_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _made(tmp_path, "a.txt", "shut/b.txt", "z.txt")
    listed = os.scandir

    def refusing(path: str | Path) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = list(find_files([str(tmp_path)]))
    assert [found[0], found[2]] == [tmp_path / "a.txt", tmp_path / "z.txt"]
    assert _told(found) == [("unreadable", str(tmp_path / "shut"))]


def test_a_file_in_a_shut_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", refusing)
    assert _told(list(find_files([str(tmp_path / "a.txt")]))) == [
        ("unreadable", str(tmp_path / "a.txt"))
    ]


def test_a_link_to_a_folder_above_ends(tmp_path: Path) -> None:
    _made(tmp_path, "a/b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    found = list(find_files([str(tmp_path)]))
    assert found[0] == tmp_path / "a/b.txt"
    assert _told(found) == [("loop", str(tmp_path / "a" / "up"))]


def test_a_dead_link_is_told(tmp_path: Path) -> None:
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone")
    assert _told(list(find_files([str(tmp_path)]))) == [("missing", str(tmp_path / "dead.txt"))]


def test_what_is_read_is_told_by_content(tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(b"<!DOCTYPE html><title>It rains</title><p>It rains.")
    (tmp_path / "scan.dat").write_bytes(b"%PDF-1.4 and more")
    _made(tmp_path, "notes")
    found = list(find_files([str(tmp_path)]))
    assert found[1:] == [tmp_path / "page", tmp_path / "scan.dat"]
    assert _told(found) == [("unknown-type", str(tmp_path / "notes"))]
    assert list(find_files([str(tmp_path / "notes")])) == [tmp_path / "notes"]


def test_patterns(tmp_path: Path) -> None:
    _made(tmp_path, "a/b.txt", "a/c/d.txt", "a/[x].txt", "a/x.sayso")
    assert list(find_files([f"{tmp_path}/a/*.txt"])) == [
        tmp_path / "a/[x].txt",
        tmp_path / "a/b.txt",
    ]
    assert tmp_path / "a/c/d.txt" in list(find_files([f"{tmp_path}/**/*.txt"]))
    assert list(find_files([f"{tmp_path}/a/[x].txt"])) == [tmp_path / "a/[x].txt"]
    assert _told(list(find_files([f"{tmp_path}/*.pdf"]))) == [("missing", f"{tmp_path}/*.pdf")]


def _problem(path: Path) -> Problem:
    (reading,) = read_file(path)
    (problem,) = reading.problems
    assert reading.document is None
    return problem


@pytest.mark.parametrize("raw", [b"", b" \r\n\t\n"])
def test_an_empty_file_is_told(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    assert _problem(tmp_path / "a.txt").kind == "empty"


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.write(b"It rains. " * 1000)
        file.truncate(4 * LARGEST)
    found = _problem(path)
    assert found.kind == "too-large"
    assert "200 MB" in found.message


def test_a_file_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _made(tmp_path, "a.txt")

    def refusing(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refusing)
    found = _problem(tmp_path / "a.txt")
    assert (found.kind, found.source) == ("unreadable", str(tmp_path / "a.txt"))
    assert "Permission denied" in found.message
