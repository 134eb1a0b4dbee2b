"""Views on a terminal: what is drawn holds the numbers of the page."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from sayso.cli import draw_coverage, draw_side_by_side, draw_timeline, draw_wording
from sayso.model.attribution import Quotation
from sayso.view.coverage import coverage_page
from sayso.view.side_by_side import claims_page
from sayso.view.timeline import timeline_page
from sayso.view.wording import wording_page
from tests.view.stories import apart, one_utterance, report, told

FIRST = told(
    '[source:Ostrel] [cue:said] [content:“Halvern’s regime cut the cable on March 1”].',
    "HANA", quotation=Quotation.DIRECT, said="2031-03-03",
)  # fmt: skip
SECOND = told(
    "[source:Ostrel] [cue:claimed] [content:that Halvern's government cut a cable].", "Comet",
    said="2031-03-02",
)  # fmt: skip


@pytest.fixture
def to() -> Console:
    return Console(file=StringIO(), width=80, markup=False, highlight=False)


def shown(to: Console) -> str:
    assert isinstance(to.file, StringIO)
    return "\n".join(" ".join(line.split()) for line in to.file.getvalue().splitlines())


def test_wording_tells_counts_and_whose(to: Console) -> None:
    documents, claims = apart(FIRST, SECOND)
    page = wording_page(documents, claims, [(claims[0], claims[1])], [])
    draw_wording.page(page, page.things, to)
    text = shown(to)
    assert "Comet 1 ·" in text
    assert "HANA · “1”" in text
    assert "together 1 “1”" in text
    assert "Halvern: government 1, regime “1”" in text
    assert "Halvern Comet claim 1" in text
    assert "Henrik Ostrel regime government" in text


def test_wording_tells_what_stands_in_captions(to: Console) -> None:
    documents = [report("[furniture:The regime] The government sat.", "HANA")]
    page = wording_page(documents, [], [], [])
    draw_wording.page(page, page.things, to)
    assert "in captions and links, not counted: regime 1" in shown(to)


def test_coverage_tells_who_keeps_what(to: Console) -> None:
    documents, claims = apart(FIRST, SECOND)
    page = coverage_page(documents, claims, one_utterance(*claims), [])
    draw_coverage.page(page, page.utterances, to)
    assert "█ whole HANA 2031-03-04" in shown(to)
    assert "▒ paraphrased Comet 2031-03-04" in shown(to)


def test_the_timeline_puts_disputed_dates_side_by_side(to: Console) -> None:
    documents, claims = apart(FIRST, SECOND)
    page = timeline_page(documents, claims, one_utterance(*claims))
    draw_timeline.page(page, page.entries, to)
    text = shown(to)
    assert "not all of these dates can be right" in text
    assert "2031-03-02 2031-03-03" in text


def test_columns_hold_the_words_of_each_claim(to: Console) -> None:
    documents, claims = apart(FIRST, SECOND)
    page = claims_page(claims, {document.id: document for document in documents})
    draw_side_by_side.page(page, to)
    assert "Henrik Ostrel Henrik Ostrel" in shown(to)
    assert "government" in shown(to)
