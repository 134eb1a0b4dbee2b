"""Columns lose no word, and mark what they share."""

from __future__ import annotations

from sayso.view.side_by_side import claims_page, documents_page
from tests.view.stories import apart, one_utterance, report, told

FIRST = told("[source:He] [cue:said] [content:armed farmers cut the cable at Tollen]", "HANA")
SECOND = told("[source:He] [cue:said] [content:farmers cut a cable at Tollen in March]", "Comet")
THIRD = told("[source:He] [cue:said] [content:so armed gangs cut the cable]", "Gull")


def test_three_claims_against_the_first() -> None:
    documents, claims = apart(FIRST, SECOND, THIRD)
    page = claims_page(claims, {document.id: document for document in documents})
    assert [tuple(cell.text for cell in row.cells) for row in page.rows] == [
        ("", "", "so"),
        ("armed", "", "armed"),
        ("farmers", "farmers", "gangs"),
        ("cut", "cut", "cut"),
        ("the", "a", "the"),
        ("cable", "cable", "cable"),
        ("at Tollen", "at Tollen", ""),
        ("", "in March", ""),
    ]
    assert [row.same for row in page.rows] == [False, False, False, True, False, True, False, False]
    assert page.stretches == ()
    assert [head.outlet for head in page.heads] == ["HANA", "Comet", "Gull"]


def test_columns_hold_every_word_in_order() -> None:
    documents, claims = apart(FIRST, SECOND, THIRD)
    for order in (claims, claims[::-1], claims[:2]):
        page = claims_page(order, {document.id: document for document in documents})
        for n, claim in enumerate(order):
            words = " ".join(row.cells[n].text for row in page.rows if row.cells[n].text)
            assert words == claim.text


def test_documents_mark_runs_that_others_have() -> None:
    left = report(
        "The river sank by half since January. [furniture:Read on] Boats lay dry.", "HANA"
    )
    right = report("Officials say the river sank by half. Boats lay. Read on", "Comet")
    page = documents_page([left, right], {}, ())
    assert "".join(piece.text for piece in page.pieces[0]) == left.text
    shared = [[p.text for p in pieces if p.shared] for pieces in page.pieces]
    assert shared == [["The river sank by half"], ["the river sank by half"]]
    assert [p.text for p in page.pieces[0] if p.furniture] == ["Read on"]


def test_documents_come_with_the_utterances_that_both_carry() -> None:
    documents, claims = apart(FIRST, SECOND, THIRD)
    known = {claim.id: claim for claim in claims}
    page = documents_page(documents[:2], known, one_utterance(*claims))
    (utterance,) = page.utterances
    assert [head.outlet for head in utterance.heads] == ["HANA", "Comet"]
    assert utterance.stretches[0].left == "armed"
