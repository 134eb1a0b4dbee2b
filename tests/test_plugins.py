"""Parts by name."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints
from typing import Any

import pytest

from sayso import pipeline, plugins
from sayso.model.errors import MissingPartError, UnknownNameError


@pytest.fixture
def _others(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that offers two parts, of which one needs what is not installed."""
    offered = EntryPoints(
        [
            EntryPoint("decimal", "decimal:Decimal", "sayso.analyser"),
            EntryPoint("broken", "no_such_module_of_anyone:part", "sayso.analyser"),
        ]
    )

    def select(**wanted: Any) -> EntryPoints:
        return offered.select(**wanted)

    monkeypatch.setattr(plugins, "entry_points", select)


def test_ours() -> None:
    assert plugins.load("analyser", "minilm") is pipeline.minilm


@pytest.mark.usefixtures("_others")
def test_those_of_others() -> None:
    assert plugins.names("analyser") == ("broken", "decimal", "minilm")
    assert plugins.load("analyser", "decimal").__name__ == "Decimal"


@pytest.mark.usefixtures("_others")
def test_missing_part_is_told_with_what_installs_it() -> None:
    with pytest.raises(MissingPartError, match="pip install no_such_module_of_anyone"):
        plugins.load("analyser", "broken")


def test_unknown_name() -> None:
    with pytest.raises(UnknownNameError, match="no analyser is called 'x'; there are minilm"):
        plugins.load("analyser", "x")
