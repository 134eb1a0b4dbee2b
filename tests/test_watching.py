"""Feeds looked at again and again; what is new is told, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.adding import AddReport
from sayso.case import Case
from sayso.model.errors import UsageError
from sayso.model.relation import Relation, RelationKind
from sayso.store import Writer, trace
from sayso.view.digest import Digest
from tests.fetch.web import Web, answer, page
from tests.store import samples
from tests.test_fetching import FEED, A, B, article, rss


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as playing:
        playing.site("courier.example", "5.5.5.5")
        yield playing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.sayso"


def polled(path: Path, web: Web, revisit: float = -1e9) -> tuple[AddReport, Digest]:
    with Case(path, analyser=samples.pattern()) as case:
        return case.watch.poll(fetcher=web.fetcher(revisit=revisit))


def texts(digest: Digest) -> list[str]:
    return [row.text for group in digest.claims for row in group.rows]


def test_what_is_new_is_told_once(path: Path, web: Web) -> None:
    web[FEED] = [rss(A), rss(B, A)]
    web[A], web[B] = page(article("it is safe")), page(article("it is closed"))
    with Case(path) as case:
        assert case.watch.follow(FEED) == [FEED]
    _, first = polled(path, web)
    assert (first.documents, texts(first)) == (1, ["it is safe"])
    report, second = polled(path, web)
    assert (report.added, second.documents, texts(second)) == (1, 1, ["it is closed"])
    _, third = polled(path, web)
    assert third.quiet


def test_an_edited_page_tells_its_edit_and_only_what_it_newly_says(path: Path, web: Web) -> None:
    web[FEED] = rss(A)
    web[A] = [
        page(article("it is safe</p><p>Boris Hale said nobody asked")),
        page(article("it is closed</p><p>Boris Hale said nobody asked")),
    ]
    with Case(path) as case:
        case.watch.follow(FEED)
    polled(path, web)
    _, told = polled(path, web)
    (edit,) = told.edits
    assert edit.silent
    assert [(change.before, change.after) for change in edit.changes] == [("safe", "closed")]
    assert texts(told) == ["it is closed"]


def test_pages_are_looked_at_again_after_they_left_the_feed(path: Path, web: Web) -> None:
    web[FEED] = [rss(A), rss()]
    web[A] = [page(article("it is safe")), answer("410 Gone")]
    with Case(path) as case:
        case.watch.follow(FEED)
    polled(path, web)
    with Writer.hold(path) as writer:
        early, late = "2031-03-01T00:00:00.000+00:00", "2031-03-05T00:00:00.000+00:00"
        assert writer.pages_to_see(early, late) == [A]
        assert writer.pages_to_see(late, late) == []
        assert writer.pages_to_see(early, early) == []
    with Case(path, analyser=samples.pattern()) as case:
        case.add(A, fetcher=web.fetcher())
        assert [url for url, _ in case.watch.digest("2031-03-04").gone] == [A]


def test_no_feed_and_no_address(path: Path, web: Web) -> None:
    with Case(path) as case:
        with pytest.raises(UsageError, match="no address"):
            case.watch.follow("feeds.txt")
        case.watch.follow(FEED)
        with pytest.raises(UsageError, match="not watched"):
            case.watch.follow(drop=[A])
        assert case.watch.follow(drop=[FEED]) == []
    with pytest.raises(UsageError, match="no feeds are watched"):
        polled(path, web)


def test_denials_and_origins(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second outlet that heard it for itself is told; one that has it from the first is not."""
    times = iter(f"2031-03-0{day}T10:00:00.000000+00:00" for day in range(1, 9))
    monkeypatch.setattr(trace, "moment", lambda: next(times))
    made = []
    for n, outlet in enumerate(["The Courier", "The Comet", "The Comet", "The Herald"]):
        text = f"Ilse said the bridge is safe. Report number {n}."
        document = replace(samples.made(text, f"{n}.txt", outlet))
        made.append((document, samples.analyse(document)))
    claims = [found.claims[0].id for _, found in made]
    with Writer.hold(path) as writer:
        for document, found in made:
            writer.put(document, document.text.encode())
            writer.replace(found, samples.MAKER)
        same, denies = RelationKind.SAME_UTTERANCE, RelationKind.DENIES
        ties = [Relation.make(same, claims[0], other, 0.9) for other in claims[1:]]
        writer.tie((), [*ties, Relation.make(denies, claims[3], claims[0], 0.8)], samples.MAKER)
    with Case(path, write=False) as case:
        whole = case.watch.digest("2031-03-01")
        assert (whole.documents, whole.gained, len(whole.denials)) == (4, (), 1)
        second = case.watch.digest("2031-03-02")
        assert [(one.before, one.after) for one in second.gained] == [(1, 3)]
        third = case.watch.digest("2031-03-03")
        assert [(one.before, one.after) for one in third.gained] == [(2, 3)]
        (last,) = case.watch.digest("2031-03-04").gained
        assert (last.before, last.after, last.new) == (2, 3, frozenset({claims[3]}))
        assert case.watch.digest("2031-03-05").quiet
        shape = case.watch.digest("2031-03-04").shape()
        assert json.loads(json.dumps(shape))["gained"][0]["new"] == [claims[3]]
        assert len(shape["denials"]) == 1
