"""The tutorial and the how-to pages do not lie: what they tell to do is done here."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, pages, run, steps, typed, unseen
from tests.docs.reference import commands

_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the tutorial leaves it: examples/ and river.sayso."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        typed("sayso demo --reports examples")
        typed("sayso add river.sayso examples/river-gauge")
    return folder


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_what_a_page_tells_to_do_does_what_it_says(
    page: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = page.read_text(encoding="utf-8")
    assert list(steps(text))
    if page.parent.name != "tutorial":
        shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    run(text)


def test_every_page_that_tells_what_to_do_is_in_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    linked = {(DOCS / target).resolve() for target in _LINK.findall(index)}
    assert {path.resolve() for path in pages()} <= linked


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.stem)
def test_commands_named_in_passing_exist(page: Path) -> None:
    for name in re.findall(r"`(sayso [a-z-]+)", page.read_text(encoding="utf-8")):
        assert name in commands(), name


def test_a_line_that_is_not_shown_is_told() -> None:
    output = ["one  two", "three", "four five"]
    assert unseen(["one two", "…", "four …"], output) is None
    assert unseen(["four five", "three"], output) == "three"
    assert unseen(["on"], output) == "on"
