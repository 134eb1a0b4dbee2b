"""`sayso watch`: rounds, and what they tell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso import fetch
from sayso.cli import watch
from sayso.fetch import Fetcher, Manners
from tests.cli.conftest import Run
from tests.fetch.web import Web, page
from tests.test_fetching import FEED, A, B, article, rss


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A web that the commands see, with a feed of one page, and then two."""
    with Web() as playing:
        playing.site("courier.example", "5.5.5.5")
        playing[FEED] = [rss(A), rss(A, B)]
        playing[A] = page(article("the bridge is safe"))
        playing[B] = page(article("the bridge is closed"))

        def fetcher(manners: Manners) -> Fetcher:
            return playing.fetcher(contact=manners.contact, offline=manners.offline)

        monkeypatch.setattr(fetch, "Fetcher", fetcher)
        yield playing


def test_two_rounds(run: Run, web: Web, tmp_path: Path) -> None:
    case = tmp_path / "x.sayso"
    done = run("watch", case, "--feed", FEED, "--once", "--contact", "desk@ledger.example")
    assert done.exit_code == 0, done.output
    assert "1 new report, 1 new claim" in done.stdout
    assert "- **Ilse Brandt** said: the bridge is safe" in done.stdout
    assert "desk@ledger.example" in web.requests[0]
    told = json.loads(run("watch", case, "--once", "--json").stdout)
    assert (told["type"], told["documents"], len(told["claims"])) == ("digest", 1, 1)
    quiet = run("watch", case, "--once")
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (0, "", "nothing is new\n")


def test_it_goes_on_until_it_is_stopped(
    run: Run, web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses = list[float]()

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(watch, "sleep", sleep)
    done = run("watch", tmp_path / "x.sayso", "--feed", FEED, "--every", "30")
    assert (done.exit_code, pauses) == (130, [1800, 1800])
    assert "the bridge is safe" in done.stdout
    assert "the bridge is closed" in done.stdout
    assert web.asked().count(FEED) == 2


def test_a_digest_asks_nothing_of_the_net(run: Run, web: Web, tmp_path: Path) -> None:
    case, out = tmp_path / "x.sayso", tmp_path / "new.html"
    run("watch", case, "--feed", FEED, "--once")
    asked = len(web.requests)
    done = run("watch", case, "--since", "2020-01-01", "--format", "html", "-o", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "the bridge is safe" in out.read_text("utf-8")
    assert "the bridge is safe" in run("watch", case, "--since", "2020-01-01T10:00").stdout
    assert run("watch", case, "--since", "2999-01-01").stderr == "nothing is new\n"
    assert len(web.requests) == asked


def test_feeds_are_listed_and_dropped(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "x.sayso"
    assert run("watch", case, "--feed", FEED, "--feed", B, "--list").stdout == f"{FEED}\n{B}\n"
    assert run("watch", case, "--drop", B, "--list").stdout == f"{FEED}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["--once"],
        ["--feed", "reports/", "--once"],
        ["--drop", FEED, "--list"],
        ["--since", "yesterday"],
        ["--once", "--contact", "a\nb"],
    ],
)
def test_wrong_usage(run: Run, tmp_path: Path, words: list[str]) -> None:
    done = run("watch", tmp_path / "x.sayso", *words)
    assert done.exit_code == 2
    assert done.stderr


def test_a_feed_that_cannot_be_reached_is_told(run: Run, web: Web, tmp_path: Path) -> None:
    web.site("inside.example", "10.0.0.1")
    done = run("watch", tmp_path / "x.sayso", "--feed", "http://inside.example/feed", "--once")
    assert done.exit_code == 2
    assert "inside.example is at 10.0.0.1" in done.stderr
