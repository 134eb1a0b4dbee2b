"""Claimers across documents on disk: kept apart from what documents say, rebuilt, found by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.joining import actors, rejoin
from sayso.model.actor import Ruling
from sayso.model.claim import Entity, EntityKind
from sayso.model.relation import Decision, Verdict
from sayso.model.trace import Maker
from sayso.resolve.across import MAKER
from sayso.store import ClaimQuery, Findings, Writer
from tests.ledger import report
from tests.store.samples import MAKER as FOUND_BY

LONG = Entity.make(
    "Jean-Luc Marin", EntityKind.PERSON, "Foreign Minister", "France", ("Mr. Marin",)
)
SHORT = Entity.make("Marin", EntityKind.PERSON)
OTHER = Entity.make("Adela Corrin", EntityKind.PERSON, "Mayor", "Lannet")
NOBODY = Entity.make("unattributed", EntityKind.UNNAMED)


def add(writer: Writer, words: str, who: Entity) -> str:
    document, claim = report(f"[source:X] [cue:said] [content:{words}]", who, source=f"{words}.txt")
    writer.put(document, document.text.encode())
    writer.replace(Findings(document.id, (claim,)), FOUND_BY)
    return document.id


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Writer]:
    with Writer.hold(tmp_path / "x.sayso") as writer:
        for words, who in (("one", LONG), ("two", SHORT), ("three", OTHER), ("four", NOBODY)):
            add(writer, words, who)
        rejoin(writer)
        yield writer


def said(case: Writer, by: str) -> list[str]:
    return [claim.text for claim, _ in case.claims(ClaimQuery(by=by))]


def test_claims_carry_the_actor_and_the_entity_stays(case: Writer) -> None:
    found = {claim.text: claim.claimer for claim, _ in case.claims()}
    assert found["two"].name == found["one"].name == "Jean-Luc Marin"
    assert found["two"].id == found["one"].id
    assert found["two"].aliases == ("Marin", "Mr. Marin")
    assert found["four"].name == "unattributed"
    assert {one.entity.name for one in case.appearances()} >= {"Marin", "Jean-Luc Marin"}
    assert list(case.check()) == []


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("marin", {"one", "two"}),
        ("mr marin", {"one", "two"}),
        ("jean luc", {"one", "two"}),
        ("French foreign minister", {"one", "two"}),
        ("foreign minister of France", {"one", "two"}),
        ("minister marin", {"one", "two"}),
        ("mayor", {"three"}),
        ("unattributed", set()),
        ("french mayor", set()),
    ],
)
def test_by_finds_any_name_and_the_role(case: Writer, by: str, expected: set[str]) -> None:
    assert set(said(case, by)) == expected


def test_by_goes_by_an_index(case: Writer) -> None:
    plan = case._database.rows(
        """EXPLAIN QUERY PLAN SELECT entity FROM actor_members
        WHERE actor IN (SELECT actor FROM actor_index WHERE actor_index MATCH 'a')"""
    )
    assert any("actor_members_by_actor" in row[-1] for row in plan)


def test_actors_are_loaded_as_they_were_joined(case: Writer) -> None:
    first, second = case.actors()
    assert (first.entity.name, first.claims, first.documents) == ("Jean-Luc Marin", 2, 2)
    assert [merge.reason.name for merge in first.merges] == ["surname"]
    assert case.actors([second.entity.id]) == [second]
    assert case.actors(["none"]) == []


def test_what_changes_makes_them_stale_and_names_still_work(case: Writer) -> None:
    assert case.joined(MAKER)
    assert not case.joined(Maker("joiner", "0"))
    add(case, "five", OTHER)
    assert not case.joined(MAKER)
    assert set(said(case, "corrin")) == {"three", "five"}
    assert [actor.claims for actor in actors(case)] == [2, 2]
    rejoin(case)
    assert case.joined(MAKER)


def test_decisions_outlive_every_run(case: Writer) -> None:
    subject = Ruling.make(LONG.id, SHORT.id, Verdict.REJECTED).subject
    case.decide(Decision(subject, Verdict.REJECTED, "Ada", "2031-01-01", "cousins"))
    rejoin(case)
    assert len(case.actors()) == 3
    add(case, "six", SHORT)
    rejoin(case)
    assert set(said(case, "jean")) == {"one"}
    assert list(case.check()) == []
    case.decide(Decision(subject, Verdict.CONFIRMED, "Ada", "2031-01-02", "no, one"))
    rejoin(case)
    assert set(said(case, "jean")) == {"one", "two", "six"}


def test_check_finds_what_is_joined_against_a_decision(case: Writer) -> None:
    subject = Ruling.make(LONG.id, SHORT.id, Verdict.REJECTED).subject
    case.decide(Decision(subject, Verdict.REJECTED, "Ada", "2031-01-01"))
    case._database.run("INSERT INTO joinings SELECT key FROM makers LIMIT 1")
    assert ["against a decision" in problem.message for problem in case.check()] == [True]
