"""Rows say what the claims say, and groups lose none."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.attribution import Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.view.claims import by_claimer, by_document, claim_row, claim_rows, outlet, standing
from tests.ledger import OSTREL, report

CORRIN = Entity.make("Adela Corrin", EntityKind.PERSON, None, "Merouna")


def test_a_row_has_the_words_of_its_claim() -> None:
    document, claim = report(
        '[content:"Theatre,"] [source:Ostrel] [cue:said]. [content:"For the\ngalleries."]',
        quotation=Quotation.DIRECT,
    )
    row = claim_row(claim, document)
    assert (row.claimer, row.standing) == ("Henrik Ostrel", "Foreign Minister, Halvern")
    assert row.words == ('"Theatre,"', '"For the galleries."')
    assert row.text == '"Theatre," … "For the galleries."'
    assert (row.cue, row.cue_class, row.quotation, row.score) == ("said", "say", "direct", 0.875)
    assert (row.outlet, row.published) == ("The Lannet Courier", "2031-03-04")
    assert (row.said, row.id, row.document) == ("", claim.id, document.id)


def test_a_negated_cue_is_told() -> None:
    document, claim = report("[source:Ostrel] [cue:never said] [content:it was closed]")
    assert claim_row(replace(claim, negated=True), document).cue_class == "not say"


def test_escapes_in_a_report_are_shown() -> None:
    document, claim = report("[source:Ostrel] [cue:said] [content:it \x1bcburned]")
    assert claim_row(claim, document).text == "it \\x1bcburned"


def test_a_missing_document_leaves_blanks() -> None:
    _, claim = report("[content:It was closed]")
    row = claim_row(claim, None)
    assert (row.outlet, row.published, row.title, row.cue) == ("", "", "", "")


def test_an_unknown_outlet_goes_by_its_file() -> None:
    document, _ = report("[content:It rained]", outlet=None)
    assert outlet(document) == "courier.txt"


def test_standing_leaves_out_what_is_unknown() -> None:
    assert standing(CORRIN) == "Merouna"
    assert standing(Entity.make("officials", EntityKind.UNNAMED)) == ""


def test_claims_stand_under_their_documents() -> None:
    reports = [
        report("[source:A] [cue:said] [content:one]"),
        report("[source:B] [cue:said] [content:two]"),
    ]
    rows = claim_rows([c for _, c in reports] + [reports[0][1]], {d.id: d for d, _ in reports})
    groups = by_document(rows)
    assert [[row.text for row in group.rows] for group in groups] == [["one", "one"], ["two"]]
    assert groups[0].heading == "The Lannet Courier · 2031-03-04 · Commission seeks access"
    assert groups[0].note == reports[0][0].id


def test_those_in_most_documents_come_first() -> None:
    def said(words: str, claimer: Entity) -> Claim:
        return report(f"[source:X] [cue:said] [content:{words}]", claimer)[1]

    claims = [said("one", OSTREL), said("two", CORRIN), said("three", CORRIN)]
    shouting = replace(claims[2], claimer=Entity.make("adela corrin", EntityKind.PERSON))
    groups = by_claimer(claim_rows([claims[0], shouting, claims[1]], {}))
    assert [group.heading for group in groups] == ["Adela Corrin", "Henrik Ostrel"]
    assert (groups[0].note, len(groups[0].rows)) == ("Merouna", 2)
