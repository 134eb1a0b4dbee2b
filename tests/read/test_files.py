"""Sources are found in order, and what cannot be read is told, never dropped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sayso.model.trace import Problem
from sayso.read import find_files
from sayso.read.files import LARGEST, load


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
    _made(tmp_path, "a.doc", "README")
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


@pytest.mark.parametrize("raw", [b"", b" \r\n\t\n"])
def test_an_empty_file_is_told(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    found = load(tmp_path / "a.txt")
    assert isinstance(found, Problem)
    assert found.kind == "empty"


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(4 * LARGEST)
    monkeypatch.setattr(Path, "open", None)  # would fail if it were opened
    found = load(path)
    assert isinstance(found, Problem)
    assert found.kind == "too-large"
    assert "200 MB" in found.message


def test_a_file_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _made(tmp_path, "a.txt")

    def refusing(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refusing)
    found = load(tmp_path / "a.txt")
    assert isinstance(found, Problem)
    assert (found.kind, found.source) == ("unreadable", str(tmp_path / "a.txt"))
    assert "Permission denied" in found.message
