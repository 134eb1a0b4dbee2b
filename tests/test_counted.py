"""What counts as a report or a claim: the newest version of a page, what nobody rejected."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.case import Case
from sayso.export.report.html import html
from sayso.export.report.markdown import markdown
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.relation import Decision, Relation, RelationKind, Verdict
from sayso.store import Writer
from tests.cli.conftest import Run, run
from tests.store.samples import MAKER, analyse, made

__all__ = ["run"]  # a fixture

PAGE = "https://courier.example/bridge"
EARLY = "Ilse Brandt said the regime shut the old bridge at night. Boris said nothing of it to us."
LATE = EARLY.replace("at night", "at noon") + " The town slept."
OTHER = "Ilse Brandt said the regime shut the old bridge in the dark. Olga said it was good."


def seen(text: str, outlet: str, day: int, url: str | None = None) -> Document:
    document = made(text, f"{outlet}-{day}.txt", outlet, "2031-03-04")
    return replace(document, url=url, fetched=f"2031-03-0{day}T10:00:00+00:00")


REPORTS = (
    seen(EARLY, "The Courier", 4, PAGE),
    seen(LATE, "The Courier", 5, PAGE),
    seen(OTHER, "HANA", 4, "https://hana.example/1"),
)


def first_claim(document: Document) -> Claim:
    return min(analyse(document).claims, key=lambda claim: claim.content[0].span)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two versions of a page and another report, all of one utterance."""
    path = tmp_path / "x.sayso"
    claims = [first_claim(document) for document in REPORTS]
    with Writer.hold(path) as writer:
        for document in REPORTS:
            writer.put(document, document.text.encode())
            writer.replace(analyse(document), MAKER)
        ties = [
            Relation.make(RelationKind.SAME_UTTERANCE, one.id, other.id, 0.9)
            for one, other in ((claims[0], claims[2]), (claims[1], claims[2]), claims[:2])
        ]
        writer.tie((), ties, MAKER)
    return path


def reject(path: Path, subject: str) -> None:
    with Writer.hold(path) as writer:
        writer.decide(Decision(subject, Verdict.REJECTED, "anna", "2031-03-06T10:00:00", "no"))


def test_a_page_seen_twice_is_one_report(path: Path) -> None:
    early, late, other = (document.id for document in REPORTS)
    with Case(path) as case:
        assert case.older() == {early: late}
        (origin,) = case.origins()
        assert {claim.document for claim in origin.claims} == {late, other}
        assert origin.older == {late: (early,)}
        assert [one["older_versions"] for one in origin.shape()["reports"]] in (
            [[early], []],
            [[], [early]],
        )
        assert {column.document for column in case.coverage().columns} == {late, other}
        (thing,) = case.wording("regime").things
        assert {c.outlet: c.own for c in thing.names[0].counts} == {"The Courier": 1, "HANA": 1}
        printed = [e for e in case.timeline().entries if e.clock == "printed"]
        assert {witness.document for e in printed for witness in e.witnesses} == {late, other}
        assert len(case.claims()) == 6  # both versions stay, with their claims
        assert [line["independent"] for line in case.lines("origin")] == [2]


def test_a_report_tells_which_of_its_pages_is_an_earlier_version(path: Path) -> None:
    with Case(path) as case:
        it = case.dossier()
    early, late, other = (document.id for document in REPORTS)
    numbers = {report.page.id: report.number for report in it.reports}
    assert {r.page.id: r.newer for r in it.reports} == {
        early: numbers[late], late: None, other: None
    }  # fmt: skip
    assert [len(one.reports) for one in it.origins] == [2]
    told = f"an earlier version of no. {numbers[late]}, not counted"
    for page in ("".join(html(it, "1")), "".join(markdown(it, "1"))):
        assert page.count(told) == 2  # in the list, and above its text


def test_commands_say_that_versions_are_left_out(path: Path, run: Run) -> None:
    for command in ("wording", "coverage", "timeline"):
        done = run(command, path)
        assert "1 older version of pages left out; see sayso versions" in done.stderr
    rows = [line.split("\t") for line in run("origins", path).stdout.splitlines()]
    assert sorted(row[-1] for row in rows[1:]) == ["", "1"]
    drawn = run("origins", path, FORCE_COLOR="1", COLUMNS="100").stdout
    assert drawn.count("(and 1 older version)") == 1


def test_a_rejected_claim_counts_nowhere(path: Path) -> None:
    gone = first_claim(REPORTS[2])
    reject(path, gone.id)
    with Case(path) as case:
        assert gone.id not in {claim.id for claim in case.claims()}
        assert case.origins() == []
        assert [tie for tie in case.links() if gone.id in (tie.left, tie.right)] == []
        (thing,) = case.wording("regime").things
        passages = [p for row in thing.names for count in row.counts for p in count.passages]
        assert {p.outlet: bool(p.claim) for p in passages} == {"The Courier": True, "HANA": False}
        said = [claim for utterance in case.coverage(everything=True).utterances
                for claim in utterance.claims]  # fmt: skip
        assert said
        assert gone.id not in said
        assert gone.id not in {hit.id for hit in case.search("dark")}
        it = case.dossier()
        assert gone.id not in it.numbers
        assert [decision.subject for decision in it.decisions] == [gone.id]
        "".join(html(it, "1"))


def test_a_rejected_claim_is_shown_when_asked_for(path: Path) -> None:
    gone = first_claim(REPORTS[2])
    reject(path, gone.id)
    with Case(path) as case:
        every = case.claims(rejected=True)
        assert len(every) == len(case.claims()) + 1
        lines = {line["id"]: line["decision"] for line in every.lines()}
        assert lines.pop(gone.id) == "rejected"
        assert set(lines.values()) == {None}
        assert {one["id"]: one["decision"] for one in case.lines("claim")}[gone.id] == "rejected"
        assert any(gone.id in (t.left, t.right) for t in case.links(rejected=True))


def test_a_rejection_that_is_taken_back(path: Path) -> None:
    gone = first_claim(REPORTS[2])
    reject(path, gone.id)
    with Writer.hold(path) as writer:
        writer.decide(Decision(gone.id, Verdict.WITHDRAWN, "anna", "2031-03-07T10:00:00", ""))
    with Case(path) as case:
        assert gone.id in {claim.id for claim in case.claims()}
        assert len(case.origins()) == 1


def test_the_list_of_claims_tells_what_it_leaves_out(path: Path, run: Run) -> None:
    gone = first_claim(REPORTS[2])
    reject(path, gone.id)
    done = run("claims", path, "--json")
    assert gone.id not in done.stdout
    assert "1 rejected claim left out; --rejected shows them" in done.stderr
    assert "left out" not in run("claims", path, "--outlet", "Courier").stderr
    done = run("claims", path, "--rejected")
    head, *rows = (line.split("\t") for line in done.stdout.splitlines())
    decided = {row[head.index("claim")]: row[head.index("decision")] for row in rows}
    assert decided[gone.id] == "rejected"
    assert "left out" not in done.stderr
    drawn = run("claims", path, "--rejected", FORCE_COLOR="1", COLUMNS="100").stdout
    assert drawn.count("a person says: rejected") == 1
    done = run("claims", path, "--rejected", "--json")
    shapes = [json.loads(line) for line in done.stdout.splitlines()]
    assert {shape["id"]: shape["decision"] for shape in shapes}[gone.id] == "rejected"
