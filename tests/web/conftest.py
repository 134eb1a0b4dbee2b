"""A desk over a case of two reports, made without the learned parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso import plugins
from sayso.case import Case
from sayso.model.relation import Reason, Relation, RelationKind
from sayso.store.hand import Hand
from sayso.web.app import create_app
from sayso.web.settings import Settings
from tests.cli.conftest import FIRST, SECOND

ANALYSER = "tests.cli.marks:analyser"
HOST = "127.0.0.1:8741"
HOME = f"http://{HOST}"

Desk = TestClient
Open = Callable[..., Desk]


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case with two reports and a tie between two of their claims."""
    monkeypatch.setitem(plugins.OURS["analyser"], "minilm", ANALYSER)
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "courier.txt").write_text(FIRST, encoding="utf-8")
    (folder / "other.txt").write_text(SECOND, encoding="utf-8")
    path = tmp_path / "bridge.sayso"
    with Case(path) as opened:
        opened.add(folder)
    tie(path)
    return path


def tie(path: Path) -> Relation:
    """A tie: that the second claim of the case denies the first."""
    from sayso.linking import linker

    with Hand.hold(path) as hand:
        left, right = (claim.id for claim, _ in hand.claims()[1:3])
        made = Relation.make(
            RelationKind.DENIES, left, right, 0.6, (Reason("words", 0.4, "both on the bridge"),)
        )
        hand.tie((), [made], linker())
        return made


@pytest.fixture
def settings(case: Path) -> Settings:
    return Settings(case, who="Ada")


@pytest.fixture
def opened(settings: Settings) -> Iterator[Open]:
    """Opens a desk with other settings; `headers` goes to the client."""
    clients = list[Desk]()

    def open_(headers: dict[str, str] | None = None, **other: Any) -> Desk:
        app = create_app(replace(settings, **other))
        client = TestClient(
            app, base_url=HOME, headers=headers, follow_redirects=False,
            raise_server_exceptions=True,
        )  # fmt: skip
        clients.append(client)
        return client.__enter__()

    yield open_
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture
def desk(opened: Open) -> Desk:
    return opened()


def token(desk: Desk) -> str:
    """That of this start, as the forms of a page have it."""
    found = re.search(r'name="token" value="([^"]+)"', desk.get("/").text)
    assert found
    return found[1]


def post(desk: Desk, path: str, **form: str) -> Any:
    """Send a form as a page would."""
    return desk.post(path, data={"token": token(desk), "back": "/claims", **form})


def words(page: str) -> str:
    """A page without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def claims(desk: Desk, **asked: str) -> list[dict[str, Any]]:
    """Claims as the API has them."""
    found: list[dict[str, Any]] = desk.get("/api/claims", params=asked).json()["claims"]
    return found


def finished(desk: Desk, path: str) -> str:
    """The page of a job when it has ended."""
    number = path.rpartition("/")[2]
    desk.app.state.clerk.wait(int(number))  # type: ignore[attr-defined]
    return str(desk.get(path).text)
