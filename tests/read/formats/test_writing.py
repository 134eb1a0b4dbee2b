"""DOCX and Markdown: their paragraphs, and what they state."""

from __future__ import annotations

import pytest

from tests.fuzz.seeds import MARKDOWN
from tests.read.made import LEAD, QUOTE, RIVAL, document, docx, kinds, zipped

CORE = (
    "<c:coreProperties xmlns:c='urn:c' xmlns:d='urn:d'><d:creator>Jan Ruis</d:creator>"
    "<d:modified>2031-03-04T08:00:00Z</d:modified></c:coreProperties>"
)


def test_docx_is_read_by_paragraphs() -> None:
    title = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Bridge closed</w:t></w:r></w:p>'
    changed = (
        '<w:p><w:r><w:t xml:space="preserve">It was </w:t></w:r><w:del><w:r><w:delText>never'
        "</w:delText></w:r></w:del><w:ins><w:r><w:t>closed</w:t></w:r></w:ins><w:r><w:br/>"
        "<w:t>today.</w:t></w:r></w:p>"
    )
    found = document(docx(title, LEAD, changed, core=CORE))
    assert found.text == f"Bridge closed\n\n{LEAD}\n\nIt was closed\ntoday."
    assert (found.title, found.byline, found.published) == ("Bridge closed", "Jan Ruis", None)


def test_a_paragraph_in_another_has_a_style_of_its_own() -> None:
    inner = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Bridge closed</w:t></w:r></w:p>'
    found = document(docx(f"<w:p><w:r><w:t>{LEAD}</w:t></w:r>{inner}</w:p>", RIVAL))
    assert found.text == f"{LEAD}\n\nBridge closed\n\n{RIVAL}"
    assert found.title == "Bridge closed"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (docx(), "no-text"),
        (zipped({"word/document.xml": b"no XML"}), "broken"),
        (zipped({"word/document.xml": b"<a>" + b" " * 60_000_000 + b"</a>"}), "too-large"),
        (docx(LEAD)[:-30], "broken"),
    ],
)
def test_what_cannot_be_read_is_told(raw: bytes, kind: str) -> None:
    assert kinds(raw) == [kind]


def test_markdown_is_read_as_it_shows() -> None:
    found = document(MARKDOWN, "a.md")
    assert found.text.split("\n\n") == [
        "Bridge stays closed",
        LEAD,
        QUOTE,
        "The bridge",
        "and a link, code",
        RIVAL,
    ]
    assert found.published is not None
    assert (found.title, found.published.iso) == ("Bridge stays closed", "2031-03-04")
