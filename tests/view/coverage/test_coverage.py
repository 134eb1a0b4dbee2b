"""Who carries what, and who could have and did not."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.attribution import Quotation
from sayso.model.claim import Entity, EntityKind
from sayso.model.relation import Relation, RelationKind
from sayso.view.coverage import Carried, CoveragePage, coverage_page
from tests.view.stories import CORRIN, apart, one_utterance, report, told

WHOLE = told(
    '[content:"The gauge at Tollen is silent, but the pumps of the valley run all night,"]'
    " [source:Ostrel] [cue:said].",
    "HANA", quotation=Quotation.DIRECT, said="2031-03-03",
)  # fmt: skip
HALF = told(
    '[source:Ostrel] [cue:said] [content:that "the pumps of the valley run all night"].',
    "Comet", quotation=Quotation.MIXED, said="2031-03-03",
)  # fmt: skip
RETOLD = told(
    "[source:Ostrel] [cue:said] [content:the gauge at Tollen was silent].", "Courier",
    said="2031-03-03",
)  # fmt: skip


def states(page: CoveragePage, at: int = 0) -> dict[str, Carried]:
    """How each outlet carries the utterance."""
    return {page.column(c.document).outlet: c.carried for c in page.utterances[at].cells}


def test_whole_in_part_and_paraphrased() -> None:
    documents, claims = apart(WHOLE, HALF, RETOLD)
    page = coverage_page(documents, claims, one_utterance(*claims), [])
    (one,) = page.utterances
    assert states(page) == {
        "HANA": Carried.WHOLE, "Comet": Carried.PART, "Courier": Carried.PARAPHRASED,
    }  # fmt: skip
    assert [piece.words.text for piece in one.pieces] == [
        '"The gauge at Tollen is silent,',
        'but the pumps of the valley run all night,"',
    ]
    kept = {page.column(cell.document).outlet: cell.kept for cell in one.cells}
    assert kept == {"HANA": (1.0, 1.0), "Comet": (0.0, 1.0), "Courier": (1.0, 0.0)}
    assert (one.claimer, one.said, one.carriers, one.independent) == (
        "Henrik Ostrel", "2031-03-03", 3, 3,
    )  # fmt: skip


def test_what_only_another_outlet_heard_is_relayed() -> None:
    document, claim = RETOLD
    relay = Relation.make(RelationKind.RELAYS, claim.id, WHOLE[1].id, 0.9)
    claims = (WHOLE[1], claim)
    page = coverage_page([WHOLE[0], document], claims, one_utterance(*claims), [relay])
    cell = page.utterances[0].cell(document.id)
    assert cell is not None
    assert (cell.carried, cell.why) == (Carried.RELAYED, "as HANA has it")
    assert page.utterances[0].independent == 1


def test_absent_is_what_could_have_been_carried() -> None:
    late = told("[source:Ostrel] [cue:added] [content:nobody had asked for the old records].",
                "Late", said="2031-03-03", printed="2031-03-05")  # fmt: skip
    early = told("[source:Ostrel] [cue:warned] [content:the melons of the coast would wither].",
                 "Early", said="2031-03-03", printed="2031-03-03")  # fmt: skip
    other_day = told("[source:Ostrel] [cue:said] [content:the ferry to Brack had been sold].",
                     "Other", said="2031-03-01", printed="2031-03-05")  # fmt: skip
    documents, claims = apart(WHOLE, late, early, other_day)
    page = coverage_page(documents, claims, (), [])
    at = next(n for n, one in enumerate(page.utterances) if one.id == WHOLE[1].id)
    assert states(page, at) == {
        "HANA": Carried.WHOLE, "Late": Carried.ABSENT, "Early": Carried.SAME_DAY,
    }  # fmt: skip
    late_cell = page.utterances[at].cell(late[0].id)
    assert late_cell is not None
    assert late_cell.why == "carries what else Henrik Ostrel said on 2031-03-03"


def test_nothing_is_absent_from_a_report_that_has_its_words() -> None:
    late = told(
        "[source:Ostrel] [cue:added] [content:nobody had asked for the old records].\n"
        "The gauge at Tollen, it was heard, is silent.",
        "Late", said="2031-03-03", printed="2031-03-05",
    )  # fmt: skip
    documents, claims = apart(WHOLE, late)
    page = coverage_page(documents, claims, (), [])
    at = next(n for n, one in enumerate(page.utterances) if one.id == WHOLE[1].id)
    assert states(page, at) == {"HANA": Carried.WHOLE}


def test_a_report_of_the_answer_could_have_carried_what_it_answers() -> None:
    answer = told("[source:Corrin] [cue:denied] [content:everything that her neighbour alleged].",
                  "Late", CORRIN, printed="2031-03-05")  # fmt: skip
    denies = Relation.make(RelationKind.DENIES, answer[1].id, WHOLE[1].id, 0.9)
    documents, claims = apart(WHOLE, answer)
    page = coverage_page(documents, claims, (), [denies])
    cell = next(one for one in page.utterances if one.id == WHOLE[1].id).cell(answer[0].id)
    assert cell is not None
    assert (cell.carried, cell.why) == (
        Carried.ABSENT, "carries what this is answered by: Adela Corrin",
    )  # fmt: skip


def test_a_report_of_weeks_later_is_on_another_occasion() -> None:
    late = told("[source:Ostrel] [cue:added] [content:nobody had asked for the old records].",
                "Late", said="2031-03-03", printed="2031-03-25")  # fmt: skip
    documents, claims = apart(WHOLE, late)
    page = coverage_page(documents, claims, (), [])
    at = next(n for n, one in enumerate(page.utterances) if one.id == WHOLE[1].id)
    assert states(page, at) == {"HANA": Carried.WHOLE}


def shared_remark(day: str) -> CoveragePage:
    """Two reports share a remark that one of them dates; one has another remark, without a day."""
    both = [
        told(f"[source:Ostrel] [cue:said] [content:the ferry {word} Brack had been sold].",
             outlet, said=said, printed="2031-03-05")
        for word, outlet, said in (("to", "HANA", "2031-03-03"), ("for", "Late", day))
    ]  # fmt: skip
    first = both[0][0]
    other = replace(
        WHOLE[1], attribution=replace(WHOLE[1].attribution, document=first.id), said=None
    )
    claims = [both[0][1], both[1][1], other]
    documents = [document for document, _ in both]
    return coverage_page(documents, claims, one_utterance(*claims[:2]), [])


def test_where_no_day_is_told_one_day_of_speaking_makes_an_occasion() -> None:
    one = next(u for u in shared_remark("2031-03-03").utterances if u.id == WHOLE[1].id)
    assert [cell.carried for cell in one.cells] == [Carried.WHOLE, Carried.SAME_DAY]
    two = next(u for u in shared_remark("2031-03-04").utterances if u.id == WHOLE[1].id)
    assert [cell.carried for cell in two.cells] == [Carried.WHOLE]


def test_nothing_is_absent_that_nobody_quotes() -> None:
    late = told("[source:Ostrel] [cue:added] [content:nobody had asked for the old records].",
                "Late", said="2031-03-03", printed="2031-03-05")  # fmt: skip
    documents, claims = apart(RETOLD, late)
    page = coverage_page(documents, claims, (), [])
    assert all(len(one.cells) == 1 for one in page.utterances)


def test_undated_reports_are_never_absent() -> None:
    late = told("[source:Ostrel] [cue:added] [content:nobody had asked for the old records].",
                "Late", said="2031-03-03", printed=None)  # fmt: skip
    documents, claims = apart(WHOLE, late)
    page = coverage_page(documents, claims, (), [])
    at = next(n for n, one in enumerate(page.utterances) if one.id == WHOLE[1].id)
    assert states(page, at) == {"HANA": Carried.WHOLE}


def test_those_without_a_name_share_no_occasion() -> None:
    nobody = Entity.make("officials", EntityKind.UNNAMED)
    first, second = (
        (document, replace(claim, claimer=nobody))
        for document, claim in (
            WHOLE,
            told("[source:Officials] [cue:said] [content:the ferry to Brack had been sold].",
                 "Late", said="2031-03-03", printed="2031-03-05"),
        )
    )  # fmt: skip
    documents, claims = apart(first, second)
    page = coverage_page(documents, claims, (), [])
    assert all(len(one.cells) == 1 for one in page.utterances)


def test_a_document_without_claims_has_a_column() -> None:
    silent = report("Nothing was said.", "Silent", "2031-03-04")
    page = coverage_page([silent], [], (), [])
    assert (page.columns[0].outlet, page.utterances) == ("Silent", ())
