"""PDF: reading order, whole paragraphs, printed pages, and what is no report set aside."""

from __future__ import annotations

import textwrap

import pytest

from sayso.model.document import FurnitureKind
from sayso.read.formats import pdf as reader
from tests.read.made import LEAD, QUOTE, RIVAL, Placed, document, kinds, pdf, problems, set_in

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


def test_a_number_in_two_words_keeps_its_hyphen() -> None:
    lines: list[Placed] = [
        (60, 700, 10, "He ran the ferry for twenty-"),
        (60, 687, 10, "three years."),
    ]
    assert document(pdf([lines])).text == "He ran the ferry for twenty-three years."


def test_short_lines_in_the_middle_do_not_hide_the_columns() -> None:
    middle: list[Placed] = [
        (240, 735, 10, "By Jan Ruis, Ostry Courant"),
        (275, 60, 10, "Page 1 of 1"),
    ]
    sides = [*set_in([LEAD, QUOTE], 60, 700), *set_in([RIVAL, LEAD], 310, 700)]
    found = document(pdf([[(60, 760, 22, TITLE), *sides, *middle]]))
    paragraphs = found.text.split("\n\n")
    assert [text for text in paragraphs if len(text) > 50] == [LEAD, QUOTE, RIVAL, LEAD]
    assert "Page 1 of 1" in paragraphs


def test_lines_of_a_table_are_no_columns() -> None:
    rows = [
        ("Upper Ostry", "1,204", "up"),
        ("Lower Ostry", "2,880", "up"),
        ("Karsund", "312", "up"),
    ]
    cells: list[Placed] = [
        (x, 600 - 13 * row, 10, cell)
        for row, cells in enumerate(rows)
        for x, cell in zip((60, 250, 400), cells, strict=True)
    ]
    text = document(pdf([[*set_in([LEAD], 60, 720, 80, 0), *cells]])).text
    assert text.endswith("Upper Ostry 1,204 up Lower Ostry 2,880 up Karsund 312 up")


def test_a_note_and_a_table_do_not_break_a_paragraph() -> None:
    broken = textwrap.wrap(RIVAL, 40)
    first, second = " ".join(broken[:2]), " ".join(broken[2:])
    note: Placed = (60, 80, 8, "1 The council did not answer.")
    table: list[Placed] = [(310, 720, 10, "Bank Change"), (310, 707, 10, "Karsund 12")]
    caption: Placed = (310, 690, 10, "Table 1: Passengers last week")
    left, right = (
        set_in([LEAD, LEAD, first], 60, 720, 40, 0),
        set_in([second, LEAD], 310, 660, 40, 0),
    )
    text = document(pdf([[*left, note, *table, caption, *right]])).text
    assert RIVAL in text.split("\n\n")
    assert text.index(RIVAL) < text.index(note[3]) < text.index("Bank Change")


def test_heads_with_the_number_now_left_now_right() -> None:
    heads = [
        [(60, 815, 8, "Ostry Courant 7")],
        [(60, 815, 8, "8 The bridge")],
        [(60, 815, 8, "Bridge 9")],
    ]
    found = document(pdf([[*head, *set_in([LEAD, RIVAL], 60, 720, 80, 0)] for head in heads]))
    aside = [item.span.cut(found.text) for item in found.furniture]
    assert aside == ["Ostry Courant 7", "8 The bridge", "Bridge 9"]


def test_the_report_is_no_running_head_though_it_repeats_itself() -> None:
    pages = [set_in([LEAD, RIVAL], 60, 800, 80, 0) for _ in range(3)]
    found = document(pdf(pages))
    assert not found.furniture
    assert found.text.count(RIVAL) == 3


def test_pages_that_lie_on_their_side() -> None:
    lines = [
        (800 - y, x, size, text) for x, y, size, text in set_in([LEAD, QUOTE, RIVAL], 60, 720, 80)
    ]
    found = document(pdf([lines], way="0 1 -1 0"))
    assert found.text.split("\n\n") == [LEAD, QUOTE, RIVAL]


def test_a_stamp_across_the_page_is_set_aside() -> None:
    stamp = "BT /F1 60 Tf .7 .7 -.7 .7 150 300 Tm (DRAFT) Tj ET"
    found = document(pdf([set_in([LEAD, RIVAL], 60, 720, 80)], drawn=[stamp]))
    assert [item.span.cut(found.text) for item in found.furniture] == ["DRAFT"]
    assert found.title is None


def test_letters_that_are_placed_one_by_one_are_words() -> None:
    line = "We have seen every bolt of it and of the other one."
    pieces = " -220 ".join(f"({word})" for word in line.split())
    drawn = "\n".join(f"1 0 0 1 60 {700 - 13 * at} Tm [{pieces}] TJ" for at in range(6))
    text = document(pdf([[]], drawn=[f"BT /F1 10 Tf {drawn} ET"])).text
    assert " ".join(text.split()) == " ".join([line] * 6)


def test_pages_that_are_pictures_are_told() -> None:
    picture = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
    raw = pdf([set_in([LEAD], 60, 720), [], []], drawn=["", picture, ""])
    (problem,) = problems(raw)
    assert problem.kind == "no-text"
    assert problem.message.startswith("page 2: a picture without text")
    assert kinds(pdf([[]], drawn=[picture])) == ["no-text"]


def test_a_password_is_told() -> None:
    locks = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'11' * 32}> /P -4 >>"
    (problem,) = problems(pdf([set_in([LEAD], 60, 720)], trailer=locks))
    assert problem.kind == "locked"
    assert "password" in problem.message


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
