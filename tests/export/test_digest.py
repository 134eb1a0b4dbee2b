"""What is new, as Markdown and HTML; words of strangers are words."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from sayso.export.digest import html, markdown
from sayso.model.trace import Problem
from sayso.view.digest import Digest, Gained, edited, grouped
from sayso.view.links import LinkRow
from sayso.view.versions import history, pages
from tests.ledger import report
from tests.store.samples import made
from tests.view.test_versions import PAGE, TEXT, URL, seen

EVIL = "<script>alert(1)</script> [x](javascript:1) **b** `c`"


def full(words: str = "it was cut") -> Digest:
    """A digest in which everything happened."""
    document, claim = report(f"[source:Ostrel] [cue:said] [content:{words}]", title=words)
    (group,) = grouped([claim], {document.id: document})
    row = group.rows[0]
    before, after = made(TEXT, URL), made(TEXT.replace("closed", words), URL)
    found = pages([seen(before, 1), seen(after, 2)])
    (edit,) = history(PAGE, found[PAGE], {d.id: d for d in (before, after)}, {}).edits
    return Digest(
        since="2031-03-04T10:00:00+00:00",
        until="2031-03-05T10:00:00+00:00",
        documents=1,
        claims=(group,),
        denials=(LinkRow("r1", "denies", 0.8, row, row, (words,), ""),),
        gained=(Gained(1, 2, (row, row), frozenset()),),
        edits=(edited(PAGE, edit),),
        gone=((f"https://courier.example/{words}", "2031-03-04T12:00:00+00:00"),),
        problems=(Problem("timeout", words, "https://courier.example/b"),),
    )


def test_markdown() -> None:
    text = markdown(full())
    assert text.startswith("# New since 2031-03-04 10:00\n\n1 new report, 1 new claim;")
    assert "\n- courier.example/bridge: silently edited\n  - " in text
    assert "the bridge is ~~closed~~ **it was cut** .\n" in text
    assert "\n- **Henrik Ostrel**: 1 → 2 independent\n" in text
    said = "**Henrik Ostrel**, Foreign Minister, Halvern, said: it was cut"
    assert f"\n- {said} (The Lannet Courier, 2031-03-04)\n" in text
    assert f"\n### The Lannet Courier · 2031-03-04 · it was cut\n\n- {said}\n" in text
    assert "found missing 2031-03-04 12:00" in text
    assert "\n- https://courier.example/b: it was cut\n" in text


def test_words_cannot_be_marks() -> None:
    text = markdown(full(EVIL))
    assert "<script" not in text.replace("\\<", "")
    assert "[x](" not in text
    assert "**b**" not in text
    assert r"\*\*b\*\* \`c\`" in text


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags = list[str]()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("words", ["it was cut", EVIL])
def test_html_is_one_page_without_scripts(words: str) -> None:
    seen = _Tags()
    seen.feed(html(full(words)))
    assert not {"script", "link", "img", "iframe", "a"} & set(seen.tags)
    for heading in ("Pages that were edited", "Pages that are gone", "New denials",
                    "More have heard it", "New claims", "What went wrong"):  # fmt: skip
        assert heading in seen.words
    assert seen.words.count(words) >= 6


def test_nothing_is_new() -> None:
    quiet = Digest("2031-03-04", "2031-03-05")
    assert "Nothing is new." in markdown(quiet)
    assert "Nothing is new." in html(quiet)
    assert quiet.shape()["claims"] == []
