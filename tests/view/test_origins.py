"""An utterance with its reports: ways, echoes, and where a report parts from the fullest one."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.relation import Relation, RelationKind, Verdict
from sayso.model.span import Evidence, Span
from sayso.view import counted
from sayso.view.against import against
from sayso.view.origins import origin_rows
from tests.ledger import report
from tests.quarrel import quarrel


def _rows(decided: dict[str, Verdict]) -> tuple[list[str], list[object]]:
    source = quarrel()
    claims = {claim.id: claim for claim in source.claims}
    documents = {document.id: document for document in source.documents}
    rows = origin_rows(claims, documents, source.relations, decided)
    return [row.claimer for row in rows], list(rows)


def test_reports_of_one_utterance() -> None:
    source = quarrel()
    claims = {claim.id: claim for claim in source.claims}
    documents = {document.id: document for document in source.documents}
    [row] = origin_rows(claims, documents, source.relations, {})
    assert (row.claimer, row.standing) == ("Henrik Ostrel", "Foreign Minister, Halvern")
    assert row.outlets == ("HANA", "The Courier")
    assert (row.independent, row.fullest, row.weakest_score) == (1, 0, 0.8)
    assert row.reasons == ("both have: shares, data",)
    full, other = row.reports
    assert (full.echo, full.missing) == (False, ())
    assert other.echo
    assert other.missing == ("in name only, and the gauge is mute",)
    assert "".join(part.text for part in full.parts) == full.row.text
    assert "".join(part.text for part in other.parts) == other.row.text


def test_passages_of_one_document_are_one_report_of_it() -> None:
    document, first = report("[content:It rained], she said. “It rained and rained,” she said.")
    again = replace(
        first,
        attribution=replace(first.attribution, id="c2"),
        content=(Evidence.cut(document.id, document.text, Span(23, 43)),),
    )
    other, third = report("[content:It rained], she said.", outlet="HANA")
    told = {claim.id: claim for claim in (first, again, third)}
    ids = list(told)
    ties = [
        Relation.make(RelationKind.SAME_UTTERANCE, ids[a], ids[b], 0.9) for a, b in ((0, 1), (1, 2))
    ]
    [row] = origin_rows(told, {one.id: one for one in (document, other)}, ties, {})
    assert (len(row.reports), row.documents) == (3, 2)
    assert [one.again for one in row.reports] == [False, True, False]
    assert counted.told(3, 2) == "3 passages of 2 reports"
    assert counted.told(2, 2) == "2 reports"


def test_a_rejected_tie_makes_no_utterance() -> None:
    source = quarrel()
    assert _rows({source.relations[0].id: Verdict.REJECTED}) == ([], [])


def test_most_origins_come_first() -> None:
    told = [report(f"[content:It rained {n}]", outlet=f"Outlet {n}") for n in range(5)]
    claims = {claim.id: claim for _, claim in told}
    ids = list(claims)
    pairs = ((0, 1), (2, 3), (3, 4))
    ties = [Relation.make(RelationKind.SAME_UTTERANCE, ids[a], ids[b], 0.9) for a, b in pairs]
    documents = {document.id: document for document, _ in told}
    rows = origin_rows(claims, documents, ties, {})
    assert [row.independent for row in rows] == [3, 2]


def test_two_wordings_keep_every_character() -> None:
    _, left = report("[content:“Two words,”] he said [content:and  a\n third]")
    _, right = report("[content:Two other words and a fourth]")
    one, other = against(left, right)
    assert "".join(part.text for part in one) == "“Two words,” … and a third"
    assert "".join(part.text for part in other) == right.text
    assert [part.text for part in other if part.change == "only"] == ["other"]
    assert [part.text for part in one if part.change == "other"] == ["third"]
