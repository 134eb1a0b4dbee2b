"""The README does not lie: its Python runs, its commands exist, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.cli.stories import stories
from tests.docs.reference import commands
from tests.docs.update import with_cast

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
_LINK = re.compile(r"\]\(([^)#:]+)\)")


def blocks(kind: str) -> list[str]:
    """The fenced blocks of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_the_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    story = Path(str(files("sayso") / "examples")) / "river-gauge"
    (tmp_path / "reports").mkdir()
    shutil.copy(story / "01-hana.txt", tmp_path / "reports")
    monkeypatch.chdir(tmp_path)
    for block in blocks("python"):
        exec(compile(block, "README.md", "exec"), {})
    shown = capsys.readouterr().out
    assert "Ada Lund | said" in shown
    assert "1 added, 0 problems" in shown


def test_the_commands_exist() -> None:
    typed = [
        line for block in blocks("")[1:] for line in block.splitlines() if line.startswith("sayso ")
    ]
    known = commands()
    assert len(typed) >= 7
    for line in typed:
        name, *words = shlex.split(line, comments=True)[1:]
        options = {option for each in known[f"sayso {name}"].params for option in each.opts}
        assert {word for word in words if word.startswith("-")} <= options, line


def test_the_targets_of_make_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for page in PAGES:
        asked = re.findall(r"(?:^|`)make ([a-z]+)", (ROOT / page).read_text("utf-8"), re.MULTILINE)
        assert set(asked) <= targets, page
    assert {"demo", "test"} <= targets


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    for target in _LINK.findall((ROOT / page).read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


def test_the_ci_runs_the_two_commands_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    ran = [line for line in script.splitlines() if line.startswith("make ")]
    promised = [line.partition("#")[0].strip() for line in blocks("")[1].splitlines()]
    assert ran == promised == ["make demo", "make test"]


def test_the_cast_is_one_of_the_demo() -> None:
    story, *_ = stories()
    shown = blocks("")[0]
    assert story.title in shown
    assert len(re.findall(r" claims? in \d+ reports?$", shown, re.MULTILINE)) >= 3


def test_a_cast_ends_after_a_few_voices() -> None:
    voices = [f'Speaker {n}  2 claims in 1 report\n  said  "{n}"   \n' for n in range(9)]
    page = with_cast("<!-- demo -->\n```\nold\n```\nrest", "A story\n" + "".join(voices))
    assert page.startswith(
        '<!-- demo -->\n```\nA story\nSpeaker 0  2 claims in 1 report\n  said  "0"\n'
    )
    assert page.endswith('  said  "3"\n…\n```\nrest')
