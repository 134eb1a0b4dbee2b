"""PDF: reading order, whole paragraphs, printed pages, and what is no report set aside."""

from __future__ import annotations

import textwrap

import pytest

from sayso.model.document import FurnitureKind
from sayso.read.formats import pdf as reader
from tests.read.made import LEAD, QUOTE, RIVAL, Placed, document, kinds, pdf, set_in

TITLE = "Old bridge stays closed"
ABOUT = "/Title (Untitled 3) /CreationDate (D:20310304101500+01'00')"
HEAD: Placed = (60, 815, 8, "Ostry Courant")


def _numbered(number: int, *lines: Placed) -> list[Placed]:
    return [HEAD, *lines, (290, 20, 8, str(number))]


def test_columns_are_read_one_after_the_other() -> None:
    page = [(60, 760, 22, TITLE), *set_in([LEAD, QUOTE], 60, 720), *set_in([RIVAL], 310, 720)]
    found = document(pdf([page], ABOUT))
    assert found.text.split("\n\n") == [TITLE, LEAD, QUOTE, RIVAL]
    assert found.title == TITLE


def test_a_paragraph_goes_on_over_column_and_page() -> None:
    broken = textwrap.wrap(RIVAL, 30)
    first, second, third = " ".join(broken[:2]), " ".join(broken[2:5]), " ".join(broken[5:])
    pages = [
        _numbered(
            1,
            *set_in([LEAD, first], 60, 720, 30, indent=0),
            *set_in([second], 310, 720, 30, indent=0),
        ),
        _numbered(2, *set_in([third, QUOTE], 60, 720, 30, indent=0)),
    ]
    found = document(pdf(pages))
    assert RIVAL in found.text.split("\n\n")
    aside = [item.span.cut(found.text) for item in found.furniture]
    assert aside == ["Ostry Courant", "1", "Ostry Courant", "2"]
    assert {item.kind for item in found.furniture} == {FurnitureKind.PAGE}
    assert found.page_of(found.text.index(first[:10])) == 1
    assert found.page_of(found.text.index(third[-20:])) == 2


def test_hyphens_at_the_end_of_lines() -> None:
    lines: list[Placed] = [
        (60, 700, 10, "The long-term plan of the govern-"),
        (60, 687, 10, "ment was to close it, a long-"),
        (60, 674, 10, "term plan, said the mayor."),
    ]
    text = document(pdf([lines])).text
    assert text == (
        "The long-term plan of the government was to close it, a long-term plan, said the mayor."
    )


def test_the_day_of_the_file_is_no_day_of_printing() -> None:
    found = document(pdf([set_in([LEAD, RIVAL], 60, 720, 80)], ABOUT))
    assert found.published is None


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (pdf([[]]), "no-text"),
        (pdf([set_in([LEAD], 60, 720)])[:300], "broken"),
        (b"%PDF-1.7\n" + b"\x00\x01" * 500, "broken"),
    ],
)
def test_what_cannot_be_read_is_told(raw: bytes, kind: str) -> None:
    assert kinds(raw) == [kind]


def test_empty_pages_keep_their_number() -> None:
    found = document(pdf([set_in([LEAD], 60, 720), [], set_in([RIVAL], 60, 720)]))
    assert len(found.pages) == 3
    assert found.page_of(found.text.index("Otto")) == 3


def test_too_many_pages_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "PAGES", 1)
    raw = pdf([set_in([LEAD], 60, 720), set_in([RIVAL], 60, 720)])
    assert kinds(raw) == ["too-many"]
    assert "Otto" not in document(raw).text
