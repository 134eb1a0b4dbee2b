"""The made-up stories are found with what their README tells of them."""

from __future__ import annotations

from pathlib import Path

from sayso.cli.stories import stories


def test_every_story_has_a_title_and_reports() -> None:
    told = stories()
    assert len(told) >= 2
    for story in told:
        assert story.title
        assert story.about.endswith(".")
        assert len(story.reports) >= 5
        assert {Path(report).parent.name for report in story.reports} == {story.name}


def test_the_gold_is_no_report() -> None:
    assert not [path for story in stories() for path in story.reports if "gold" in path]
