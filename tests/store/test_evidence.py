"""What came over the net stays as it came, and a case notices where it does not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.model.trace import Problem
from sayso.store import Store, Writer
from tests.store.exchanges import URL, sent
from tests.store.samples import made

TEXT = "The bridge is closed."
DOCUMENT = made(TEXT, URL)
FIRST = sent(headers='Content-Type: text/html\r\nETag: "1"\r\n')
LATER = sent(b"", at="2031-03-05T10:00:00.000+00:00", status=304, headers="")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.sayso"
    with Writer.hold(path) as writer:
        writer.keep_exchanges([FIRST, LATER])
        writer.put(DOCUMENT, TEXT.encode())
        writer.visit(FIRST.exchange.id, DOCUMENT.id, URL)
        writer.visit(LATER.exchange.id, DOCUMENT.id, URL)
    return path


def test_everything_comes_back(path: Path) -> None:
    with closing(Store.open(path)) as store:
        first, later = store.exchanges()
        assert (first.exchange, first.body, first.asked) == (FIRST.exchange, FIRST.body, URL)
        assert first.gave == later.gave == (DOCUMENT.id,)
        assert first.exchange.header("ETAG") == '"1"'
        last = store.last_exchange(URL)
        assert last
        assert last.exchange == FIRST.exchange
        assert store.last_exchange("https://other.example/") is None
        assert store.last_visit(URL) == LATER.exchange.at
        assert list(store.check()) == []


def test_keeping_again_changes_nothing(path: Path) -> None:
    with Writer.hold(path) as writer:
        writer.keep_exchanges([FIRST])
        assert len(list(writer.exchanges())) == 2


def test_sightings(path: Path) -> None:
    with closing(Store.open(path)) as store:
        times = [(one.document, one.at, one.address) for one in store.sightings()]
        assert times == [(DOCUMENT.id, each.exchange.at, URL) for each in (FIRST, LATER)]
        assert all(one.arrived for one in store.sightings())


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE exchanges SET at = '2031-03-03'", "exchange"),
        ("UPDATE exchanges SET peer = '6.6.6.6:443'", "exchange"),
        ("UPDATE exchanges SET response = replace(response, 'Fine', 'Bad')", "exchange"),
        ("UPDATE exchanges SET url = 'https://other.example/'", "exchange"),
        ("UPDATE originals SET packed = (SELECT packed FROM originals ORDER BY size LIMIT 1)",
         "fingerprint"),
        ("UPDATE originals SET packed = x'00'", "fingerprint"),
        ("DELETE FROM originals WHERE size > 25", "missing-row"),
    ],
)  # fmt: skip
def test_whoever_was_at_it_is_noticed(path: Path, statement: str, kind: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TRIGGER exchanges_stay")
        connection.execute("DROP TRIGGER originals_stay")
        connection.execute(statement)
    with closing(Store.open(path)) as store:
        assert kind in {problem.kind for problem in store.check()}


def test_exchanges_are_never_changed(path: Path) -> None:
    with (
        closing(sqlite3.connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="never changed"),
    ):
        connection.execute("UPDATE exchanges SET at = '2031'")


def test_a_visit_that_went_well_ends_the_trouble_before(path: Path) -> None:
    ours = Problem("not-english", "kept, but not searched", URL, DOCUMENT.id)
    with Writer.hold(path) as writer:
        writer.put(DOCUMENT, TEXT.encode(), [ours])
        writer.refuse(URL, [Problem("timeout", "it did not answer in time", URL)])
        assert [problem.kind for problem in writer.problems(URL)] == ["not-english", "timeout"]
        writer.visit(LATER.exchange.id, DOCUMENT.id, URL)
        assert writer.problems(URL) == [ours]


def test_feeds_are_followed_and_left(path: Path) -> None:
    feed = "https://courier.example/feed"
    with Writer.hold(path) as writer:
        assert (writer.follow(feed), writer.follow(feed)) == (True, False)
        assert writer.feeds() == [feed]
        assert (writer.unfollow(feed), writer.unfollow(feed)) == (True, False)
        assert writer.feeds() == []


def test_a_page_that_is_gone_is_listed_until_it_is_back(path: Path) -> None:
    lost = sent(b"", at="2031-03-06T10:00:00.000+00:00", status=404)
    back = sent(b"here", at="2031-03-07T10:00:00.000+00:00")
    with Writer.hold(path) as writer:
        assert writer.gone() == []
        writer.keep_exchanges([lost])
        assert writer.gone() == [(URL, lost.exchange.at, 404)]
        writer.keep_exchanges([back])
        assert writer.gone() == []
