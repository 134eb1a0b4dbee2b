"""Formats by name."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso import plugins
from sayso.cli.export import export
from sayso.export import Format, format_of, pieces_of, write_as
from sayso.export.base import File, Ledger
from sayso.export.files import encoded
from sayso.model.errors import UnknownNameError, UsageError
from tests.export.ledgers import Given, one

NAMES = plugins.names("format")


def _two(_: Ledger) -> Iterator[File]:
    yield File("a.txt", ["a"])
    yield File("b/c.txt", ["Zoë ", b"c"])


TWO = Format(files=_two)


def test_an_unknown_format_is_told_with_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match=f"'xls'; there are {', '.join(NAMES)}"):
        format_of("xls")


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_in_the_help(name: str) -> None:
    assert re.search(rf"^ *{name}  ", export.help or "", re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_case_can_be_exported(name: str, tmp_path: Path) -> None:
    write_as(format_of(name), Given([]), tmp_path / "out", tmp_path / "x.sayso")
    assert (tmp_path / "out").exists()


@pytest.mark.parametrize("name", NAMES)
def test_one_case_gives_the_same_bytes_twice(name: str) -> None:
    ledger = one("[source:Ostrel] [cue:said] [content:it was cut]")
    first, again = (b"".join(map(encoded, pieces_of(format_of(name), ledger))) for _ in "12")
    assert first == again


def test_several_files_become_a_folder_or_a_zip(tmp_path: Path) -> None:
    case = tmp_path / "x.sayso"
    write_as(TWO, Given([]), tmp_path / "out", case)
    write_as(TWO, Given([]), tmp_path / "out.zip", case)
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        assert packed.testzip() is None
        for name in ("a.txt", "b/c.txt"):
            assert packed.read(name) == (tmp_path / "out" / name).read_bytes()
    assert (tmp_path / "out" / "b" / "c.txt").read_text("utf-8") == "Zoë c"


def test_several_files_through_a_pipe_are_a_zip() -> None:
    packed = zipfile.ZipFile(io.BytesIO(b"".join(map(encoded, pieces_of(TWO, Given([]))))))
    assert packed.namelist() == ["a.txt", "b/c.txt"]


def test_a_table_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UnknownNameError, match=r"'nouns'; there are claims, .*, all"):
        pieces_of(format_of("csv"), Given([]), "nouns")
    with pytest.raises(UsageError, match="no tables"):
        pieces_of(format_of("jsonl"), Given([]), "claims")
