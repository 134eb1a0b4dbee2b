"""`sayso demo`: the main job on the made-up stories that come with the package."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import output
from sayso.cli.progress import progress
from sayso.cli.trouble import DONE, WITH_PROBLEMS
from sayso.model.trace import Problem

if TYPE_CHECKING:
    from sayso.cli.stories import Story
    from sayso.view.overview import Overview

VOICES, WORDS = 6, 3  # how many claimers of a story are shown, and how many claims of each


@click.command(short_help="Show who said what in two made-up stories.")
@click.option("--all", "everything", is_flag=True, help="Every claim of everyone who is named.")
@click.option(
    "--keep", type=click.Path(path_type=Path), metavar="FOLDER",
    help="Keep the cases in this folder, to try the other commands on.",
)  # fmt: skip
@click.option(
    "--reports", type=click.Path(path_type=Path), metavar="FOLDER",
    help="Only copy the reports into this folder, to make a case of them yourself.",
)  # fmt: skip
def demo(everything: bool, keep: Path | None, reports: Path | None) -> int:
    """Show who said what in two made-up contested stories, in their exact words.

    Each story is told by six invented outlets: a state agency, a tabloid, a broadsheet and others.
    """
    from sayso.cli import draw_demo
    from sayso.cli.stories import stories

    told = stories()
    if reports:
        _copy(told, reports)
        return DONE
    to = output.console()
    draw_demo.greeting(len(told), to)
    code = DONE
    with tempfile.TemporaryDirectory(prefix="sayso-") as temporary:
        folder = keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for story in told:
            page, problems = _read(story, folder / f"{story.name}.sayso", everything)
            draw_demo.overview(story.title, story.about, page, to)
            output.problems(problems)
            code = WITH_PROBLEMS if problems else code
    draw_demo.farewell(str(keep / f"{told[0].name}.sayso") if keep else None, to)
    return code


def _copy(told: Sequence[Story], to: Path) -> None:
    for story in told:
        folder = to / story.name
        folder.mkdir(parents=True, exist_ok=True)
        for report in story.reports:
            shutil.copy(report, folder)
        output.note(f"{output.count(len(story.reports), 'report')} in {folder}")


def _read(story: Story, case: Path, everything: bool) -> tuple[Overview, Sequence[Problem]]:
    from sayso.case import Case
    from sayso.view.overview import overview

    limits = (None, None) if everything else (VOICES, WORDS)
    with Case(case) as opened:
        with progress(story.name) as report:
            done = opened.add(*story.reports, progress=report)
        return overview(opened.documents(), opened.claims(), *limits), done.problems
