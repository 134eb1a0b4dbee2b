"""The table of a notebook: every claim, no word of a report as markup."""

from __future__ import annotations

from html.parser import HTMLParser

from sayso.view.notebook import SHOWN, claims_table
from tests.ledger import report


class _Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen = list[str]()
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_words_of_a_report_are_never_markup() -> None:
    bad = "<script>alert(1)</script> & <img src=x onerror=y>"
    document, claim = report(f"[source:Ostrel] [cue:said] [content:{bad}]", outlet="<b>Courier")
    page = _Tags(claims_table([claim], {document.id: document}))
    assert not {"script", "img"} & set(page.seen)
    assert bad in page.words
    assert "<b>Courier" in page.words


def test_a_claim_shows_who_how_and_what() -> None:
    document, claim = report("[source:Ostrel] [cue:said] [content:it was cut]")
    page = claims_table([claim], {document.id: document})
    assert ">it was cut</mark>" in page
    assert "<b>Henrik Ostrel</b><br><small>Foreign Minister, Halvern</small>" in page
    assert "<u>said</u><br><small>say</small>" in page


def test_a_long_list_says_how_long() -> None:
    _, claim = report("[source:Ostrel] [cue:said] [content:it was cut]")
    page = claims_table([claim] * (SHOWN + 5))
    assert page.count("<tr>") == SHOWN + 1
    assert f"{SHOWN} of {SHOWN + 5} claims" in page
