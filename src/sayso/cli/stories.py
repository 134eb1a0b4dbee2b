"""The made-up stories that come with the package."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

_HEADING = re.compile(r"^## `(?P<name>[^`]+)`: (?P<title>.+)\n(?P<about>.+)$", re.MULTILINE)
_REPORTS = (".html", ".txt")


@dataclass(frozen=True, slots=True)
class Story:
    """name: of its folder. title, about: what it is, for a reader. reports: files, in order."""

    name: str
    title: str
    about: str
    reports: tuple[str, ...]


def stories() -> tuple[Story, ...]:
    """All stories, as the README beside them tells of them."""
    folder = Path(str(files("sayso") / "examples"))
    readme = (folder / "README.md").read_text(encoding="utf-8")
    return tuple(_story(folder, match) for match in _HEADING.finditer(readme))


def _story(folder: Path, match: re.Match[str]) -> Story:
    found = sorted((folder / match["name"]).iterdir())
    reports = tuple(str(path) for path in found if path.suffix in _REPORTS)
    return Story(match["name"], match["title"], match["about"], reports)
