"""The report holds the whole story on one page that needs nothing else, and names no one right."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from sayso.export.report import report
from sayso.export.report.facts import SECTIONS, name_of
from sayso.export.report.markdown import words
from sayso.model.claim import Entity, EntityKind
from sayso.model.errors import UnknownNameError
from sayso.model.relation import Decision, Verdict
from tests.ledger import report as made
from tests.quarrel import quarrel, told

_VOID = {"meta", "link", "br"}


class _Page(HTMLParser):
    """Tags, ids, links, words and styles of a page; whether its tags close in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags = Counter[str]()
        self.ids = Counter[str]()
        self.links = set[str]()
        self.names = set[str]()
        self.words = ""
        self.styles = ""
        self._open = list[str]()
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.names |= {name for name, _ in attrs}
        known = dict(attrs)
        if made := known.get("id"):
            self.ids[made] += 1
        if (to := known.get("href")) and tag == "a":
            self.links.add(to)
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "style":
            self.styles += data
        else:
            self.words += data


@pytest.fixture(scope="module")
def page() -> str:
    return "".join(report(told(quarrel()), "html", "1.2"))


def test_the_page_is_whole(page: str) -> None:
    """Every section is there; every link leads to an anchor, and no anchor stands twice."""
    seen = _Page(page)
    assert {name for name, _ in SECTIONS} <= set(seen.ids)
    assert {to for to in seen.links if not to.startswith("#")} == set()
    assert {to[1:] for to in seen.links} <= set(seen.ids)
    assert max(seen.ids.values()) == 1


def test_the_page_needs_nothing_else(page: str) -> None:
    """No script, no style attribute, nothing loaded; its policy forbids all but its own styles."""
    seen = _Page(page)
    assert not set(seen.tags) & {"script", "img", "iframe", "object", "form"}
    assert not {name for name in seen.names if name.startswith("on")} | (seen.names & {"style"})
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in page
    digest = b64encode(hashlib.sha256(seen.styles.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1]
    assert f"sha256-{digest}" in policy[1].replace("&#43;", "+")


def test_every_claim_has_an_anchor_and_a_way_to_its_words(page: str) -> None:
    seen = _Page(page)
    for claim in quarrel().claims:
        assert seen.ids[claim.id] == 1
        assert f"#at-{claim.id}" in seen.links
        assert claim.text in seen.words


def test_the_same_case_gives_the_same_page(page: str) -> None:
    assert "".join(report(told(quarrel()), "html", "1.2")) == page


def test_what_stands_against_what(page: str) -> None:
    text = " ".join(_Page(page).words.split())
    assert "Adela Corrin / Henrik Ostrel" in text
    assert "1 denial" in text
    assert "2 mirrored accusations" in text
    assert "HANA, The Courier 1 origin in 2 reports" in text
    assert "Not here: “in name only, and the gauge is mute”" in text
    assert (
        "4 reports by 4 outlets, printed between 2031-03-04 and 2031-03-06, with 4 claims" in text
    )


def test_what_people_decided_is_told_with_their_names() -> None:
    source = quarrel()
    word = Decision(source.relations[1].id, Verdict.CONFIRMED, "Ada Lund", "2031-03-09", "heard it")
    for name in ("html", "md"):
        text = "".join(report(told(replace(source, decisions=[word])), name, "1"))
        for part in ("confirmed", word.subject, "Ada Lund", "heard it"):
            assert part in text, (name, part)
    assert "a person says: confirmed" in "".join(
        report(told(replace(source, decisions=[word])), "html", "1")
    )


def test_the_folders_of_the_machine_stay_out(page: str) -> None:
    assert "/home" not in page
    assert "secret" not in page
    assert "nothing to read in x.txt" in page
    assert "hana.txt" in page


def test_markdown_has_the_story_too() -> None:
    text = "".join(report(told(quarrel()), "md", "1.2"))
    assert [f"## {heading}" in text for _, heading in SECTIONS] == [True] * len(SECTIONS)
    anchors = set(re.findall(r'<a id="(\w+)"', text))
    assert set(re.findall(r"\]\(#(\w+)\)", text)) <= anchors
    assert anchors == {claim.id for claim in quarrel().claims}
    assert "/home" not in text


HOSTILE = "<script>x</script> </style> | [a](javascript:b) `c` \u202e\x1b {{ 7*7 }} " + "w" * 2000


@pytest.mark.parametrize("name", ["html", "md"])
def test_hostile_words_stay_words(name: str) -> None:
    who = Entity.make(HOSTILE, EntityKind.PERSON, HOSTILE, HOSTILE)
    facts = {"outlet": HOSTILE, "title": HOSTILE, "byline": HOSTILE, "credits": (HOSTILE,)}
    source = quarrel()
    document, claim = made(f"[content:{HOSTILE.replace('[a]', 'a')}]", who, **facts)
    source = replace(
        source, name=HOSTILE, documents=[document], claims=[claim], relations=[], actors=[]
    )
    text = "".join(report(told(source), name, "1"))
    assert "<script" not in text
    assert not set("\u202e\x1b") & set(text)
    if name == "html":
        seen = _Page(text)
        assert "script" not in seen.tags
        assert not {to for to in seen.links if not to.startswith("#")}
        assert "{{ 7*7 }}" in seen.words
    else:
        assert re.search(r"(?<!\\)\]\(javascript", text) is None


def test_words_in_markdown() -> None:
    assert words("1. a | b") == r"1\. a \| b"
    assert words("- a_b") == r"- a\_b".replace("-", r"\-")
    assert words("well-known 2.5") == "well-known 2.5"


def test_an_address_is_no_path() -> None:
    assert name_of("https://example.org/a/b") == "https://example.org/a/b"
    assert name_of(r"C:\secret\a.txt") == "a.txt"


def test_an_empty_case_gives_a_page() -> None:
    empty = replace(
        quarrel(), documents=[], claims=[], relations=[], actors=[], problems=[], makers={}
    )
    for name in ("html", "md"):
        text = "".join(report(told(empty), name, "1"))
        assert "0 reports" in text


def test_an_unknown_format() -> None:
    with pytest.raises(UnknownNameError, match="there are html, md"):
        report(told(quarrel()), "pdf", "1")
