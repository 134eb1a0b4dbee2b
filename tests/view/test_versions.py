"""A page that was seen with one text and then with another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model.document import Document
from sayso.store.evidence import Sighting
from sayso.view.versions import PageHistory, history, older, pages
from tests.store.samples import analyse, made

URL = "https://courier.example/bridge"
PAGE = "courier.example/bridge"
TEXT = "Ilse said the bridge is safe.\nBoris said the bridge is closed.\n"


def seen(document: Document, day: int | None, address: str | None = URL) -> Sighting:
    at = f"2031-03-0{day}T10:00:00.000+00:00" if day else None
    return Sighting(document.id, document.url, at, f"2031-04-0{day or 1}", address)


def of(*texts: str) -> PageHistory:
    """The page as it was seen with these texts, one a day."""
    documents = [made(text, URL) for text in texts]
    found = pages([seen(document, n) for n, document in enumerate(documents, 1)])
    claims = {document.id: analyse(document).claims for document in documents}
    by_id = {document.id: document for document in documents}
    return history(PAGE, found[PAGE], by_id, claims)


def test_a_silent_edit() -> None:
    found = of(TEXT, TEXT.replace("closed", "open"))
    (edit,) = found.edits
    assert edit.silent
    assert [(c.before, c.after) for c in edit.changes] == [("closed", "open")]
    assert (edit.added, edit.removed) == (1, 1)
    assert [claim.text for claim in edit.gone] == ["the bridge is closed"]
    assert [claim.text for claim in edit.new] == ["the bridge is open"]
    assert (edit.before.first, edit.after.first) == (
        "2031-03-01T10:00:00.000+00:00",
        "2031-03-02T10:00:00.000+00:00",
    )
    shape = edit.shape(PAGE)
    assert (shape["silent"], shape["page"]) == (True, PAGE)
    (change,) = shape["changes"]
    assert change["before"] == {"start": 55, "end": 61, "text": "closed"}


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: the bridge is open.",
        "This article was amended on 5 March to say that the bridge is open.",
        "Updated 5 March 2031, 10:12",
        "Editor’s note: an earlier version misstated the state of the bridge.",
    ],
)
def test_a_page_may_own_up_to_it(notice: str) -> None:
    (edit,) = of(TEXT, f"{TEXT.replace('closed', 'open')}\n{notice}\n").edits
    assert (edit.silent, edit.notice) == (False, notice)


def test_words_of_the_report_are_no_notice() -> None:
    long = "Boris said that the list of bridges, which the town has kept since 1911 and which every"
    (edit,) = of(TEXT, f"{TEXT}\n{long} mayor signs, had been updated.").edits
    assert edit.silent


def test_a_notice_that_was_there_before_does_not_count() -> None:
    before = f"{TEXT}\nUpdated 3 March\n"
    (edit,) = of(before, before.replace("closed", "open")).edits
    assert edit.silent


def test_an_edit_that_was_taken_back_is_two() -> None:
    other = TEXT.replace("closed", "open")
    found = of(TEXT, TEXT, other, TEXT)
    assert [version.document.text for version in found.versions] == [TEXT, other, TEXT]
    assert (found.versions[0].first or "")[:10] == "2031-03-01"
    assert (found.versions[0].last or "")[:10] == "2031-03-02"


def test_the_same_words_around_other_furniture_are_one_version() -> None:
    assert len(of(TEXT, TEXT.replace("\n", "\n\n")).versions) == 1


def test_what_only_one_reading_takes_for_the_report_is_no_edit() -> None:
    assert of(TEXT, f"{TEXT}More from the valley\n").edits == ()


def test_pages_are_told_by_canonical_address_then_by_where_they_were() -> None:
    plain = made("a")
    ours = replace(made("b"), url="https://www.courier.example/bridge?utm_source=x")
    reprint = replace(made("c"), url=URL)
    found = pages(
        [
            seen(plain, 2),
            seen(ours, 1, "https://courier.example/bridge?page=1"),
            seen(reprint, 3, "https://reprint.example/x"),
            seen(made("d"), None, None),
        ]
    )
    assert {page: [one.document for one in some] for page, some in found.items()} == {
        PAGE: [ours.id, plain.id],
        "reprint.example/x": [reprint.id],
    }


def earlier(*documents: Document, address: str | None = URL) -> dict[str, str]:
    """Which of the documents, seen one a day, are earlier versions of which."""
    found = pages([seen(document, n, address) for n, document in enumerate(documents, 1)])
    return older(list(found.values()), {document.id: document for document in documents})


def test_the_newest_version_of_a_page_speaks() -> None:
    one, two, three = (made(TEXT.replace("closed", word)) for word in ("closed", "shut", "open"))
    assert earlier(one, two, three) == {one.id: three.id, two.id: three.id}
    assert earlier(one, two, one) == {two.id: one.id}
    assert earlier(one, two, address=None) == {}
    assert earlier(one) == {}


def test_another_report_at_the_same_address_is_no_version() -> None:
    one = made(TEXT)
    other = made("Olga said the mill had burnt down in the night, and nobody was hurt.\n")
    assert earlier(one, other) == {}
    gone = made("This page is no longer here.")
    assert earlier(one, gone) == {}


def test_the_page_of_another_outlet_is_no_version() -> None:
    one, other = made(TEXT, outlet="The Courier"), made(TEXT + "More.\n", outlet="HANA")
    assert earlier(one, other) == {}
    assert earlier(one, replace(other, outlet="the courier")) == {one.id: other.id}
    assert earlier(one, replace(other, outlet=None)) == {one.id: other.id}


def test_what_is_new_on_one_page_is_no_earlier_version_of_another() -> None:
    one, other = made(TEXT), made(TEXT + "More.\n")
    print_page = "https://courier.example/print/7"
    found = pages([seen(one, 1), seen(other, 2), seen(one, 3, print_page)])
    assert older(list(found.values()), {one.id: one, other.id: other}) == {}
