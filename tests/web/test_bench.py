"""The measurement asks for every page and every question there is, and each answers."""

from __future__ import annotations

from pathlib import Path

from fastapi.routing import APIRoute

from sayso.store.desk import Desk as Opened
from tests.bench.copies import multiply
from tests.bench.routes import OF_WORK, everything
from tests.web.conftest import Desk


def test_everything_is_measured(desk: Desk) -> None:
    every = everything(lambda path: desk.get(path).json())
    for asked in every:
        for path in asked.paths[:3]:
            assert desk.get(path).status_code < 400, path
    routes = {
        route.path
        for route in desk.app.routes  # type: ignore[attr-defined]
        if isinstance(route, APIRoute) and "GET" in (route.methods or ())
    }
    # The small case has no utterance that two reports carry.
    missing = routes - {asked.route for asked in every} - set(OF_WORK)
    assert missing <= {"/utterances/{made}"}


def test_a_case_is_multiplied_under_other_names(case: Path, tmp_path: Path) -> None:
    """Every place holds, claimers and ties too; names differ, ids do not clash."""
    large = tmp_path / "large.sayso"
    small = Opened.open(case)
    names = {one.entity.name for one in small.actors()}
    claims = small.numbers().claims
    small.close()
    assert multiply(case, large, 3 * claims) == 3 * claims
    found = Opened.open(large)
    assert list(found.check()) == []
    numbers = found.numbers()
    assert (numbers.documents, numbers.claims, numbers.ties) == (6, 3 * claims, 3)
    assert not names & {one.entity.name for one in found.actors()}
    assert found.settled()
    found.close()
