"""Letters, what is attached to them, and pages that were saved as mail."""

from __future__ import annotations

from tests.fuzz.seeds import SEEDS
from tests.read.made import LEAD, RIVAL, document, documents, docx, kinds, letter, page, pdf, set_in


def test_a_letter_is_a_report_of_its_sender() -> None:
    wrapped = LEAD.replace(" that ", "\nthat ").replace(" and ", "\nand ")
    found = document(letter(f"{wrapped}\n\n{RIVAL}\n").as_bytes())
    assert found.title == "Statement on the bridge"
    assert found.outlet == "Ostry Press Office"
    assert found.published is not None
    assert (found.published.iso, found.published_time) == ("2031-03-04", "08:00+01:00")


def test_hard_wrapped_lines_are_paragraphs_again() -> None:
    text = "\n".join(line for _, _, _, line in set_in([LEAD, RIVAL], 0, 0, 72))
    found = document(letter(text.replace("it.\n", "it.\n\n")).as_bytes())
    assert LEAD in found.text
    assert RIVAL in found.text


def test_the_letter_keeps_its_headers() -> None:
    raw = letter(LEAD).as_bytes()
    from tests.read.made import parts

    assert [part.raw for part in parts(raw)] == [raw]


def test_attached_documents_are_read_and_their_names_are_labels() -> None:
    message = letter(LEAD)
    for data, kind, name in (
        (page(2), "text/html", "../../etc/page.html"),
        (pdf([set_in([RIVAL], 60, 700)]), "application/pdf", "b.pdf"),
        (
            docx(RIVAL),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "c.docx",
        ),
        (b"\x89PNG\r\n", "image/png", "d.png"),
    ):
        main, _, sub = kind.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    found = documents(message.as_bytes())
    assert [item.source for item in found] == ["a", "a#2", "a#3", "a#4"]
    assert all(RIVAL in item.text for item in found[1:])


def test_letters_within_letters_end() -> None:
    message = letter(LEAD)
    for number in range(8):
        outer = letter(f"Forwarded for the {number}th time, said nobody.")
        outer.add_attachment(message)
        message = outer
    raw = message.as_bytes()
    assert len(documents(raw)) == 4
    assert kinds(raw) == ["nested"]


def test_a_saved_page_is_the_page() -> None:
    found = document(SEEDS["mhtml"][1])
    assert found.title == "Bridge 1 stays closed"
    assert found.url == "https://courant.example/1"
    assert found.published is None


def test_a_press_release_with_a_heading_is_text() -> None:
    raw = f"To: all desks\nFrom: the mayor\n\n{LEAD}\n".encode()
    assert document(raw, "a.txt").text.startswith("To: all desks")


def test_a_letter_without_text_is_told() -> None:
    assert kinds(b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: image/png\n\nxx") == [
        "no-text"
    ]
