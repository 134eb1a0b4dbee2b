"""Pictures tell in shapes, lines and words what their data say; strangers' words stay words."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from sayso.model.claim import Entity, EntityKind
from sayso.picture import (
    Picture,
    coverage_matrix,
    disputes_map,
    relay_tree,
    timeline_picture,
)
from sayso.picture.svg import dressed, short
from sayso.view.dossier import Dossier
from tests.ledger import report
from tests.quarrel import quarrel, told

SVG = "{http://www.w3.org/2000/svg}"


def _pictures(it: Dossier) -> list[Picture]:
    return [
        disputes_map(it.disputes),
        relay_tree(it.origins),
        coverage_matrix(it.coverage),
        timeline_picture(it.timeline),
    ]


@pytest.fixture(scope="module")
def pictures() -> dict[str, Picture]:
    return {picture.name: picture for picture in _pictures(told(quarrel()))}


def _words(picture: Picture) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(picture.svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", ["disputes", "relays", "coverage", "timeline"])
def test_a_picture_stands_alone(pictures: dict[str, Picture], name: str) -> None:
    """One element with title and description, no script, no style, nothing from elsewhere."""
    picture = pictures[name]
    root = ElementTree.fromstring(picture.svg)
    assert root.tag == f"{SVG}svg"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert (title.text, description.text) == (picture.title, picture.description)
    ids = root.attrib["aria-labelledby"].split()
    assert ids == [title.attrib["id"], description.attrib["id"]]
    assert root.attrib["role"] == "img"
    attributes = {name for each in root.iter() for name in each.attrib}
    assert not {each for each in attributes if each.startswith(("on", "style", "{"))}
    assert {each.tag for each in root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "g", "path", "rect", "text", "line")
    }
    assert {len(row) for row in picture.rows} == {len(picture.columns)}


def test_only_ink_and_paper(pictures: dict[str, Picture]) -> None:
    """Nothing is told by colour: black, two greys and white."""
    colours = {c for p in pictures.values() for c in re.findall(r"#[0-9a-f]{6}", p.svg)}
    assert colours <= {"#1b1f24", "#4a525c", "#d3d8dd", "#ffffff"}


def test_who_disputes_whom(pictures: dict[str, Picture]) -> None:
    picture = pictures["disputes"]
    assert [row[:4] for row in picture.rows] == [
        ("Adela Corrin", "denies what the other said", "Henrik Ostrel", "1"),
        ("Adela Corrin", "accuse each other of the same", "Henrik Ostrel", "2"),
    ]
    assert {"Adela Corrin", "Henrik Ostrel", "2"} <= set(_words(picture))
    assert "stroke-dasharray" in picture.svg


def test_from_mouth_to_page(pictures: dict[str, Picture]) -> None:
    picture = pictures["relays"]
    assert [row[2:5] for row in picture.rows] == [
        ("Henrik Ostrel → HANA", "HANA", ""),
        ("Henrik Ostrel → HANA → The Courier", "HANA", "echo"),
    ]
    assert "The Courier, 2031-03-05 (echo)" in _words(picture)


def test_who_carries_what(pictures: dict[str, Picture]) -> None:
    rows = {(row[2], row[4]) for row in pictures["coverage"].rows}
    assert ("HANA", "in the outlet's words") in rows
    assert any(how.startswith("absent") for _, how in rows)


def test_three_clocks(pictures: dict[str, Picture]) -> None:
    words = _words(pictures["timeline"])
    assert {"happened", "said", "printed", "2031-03-04"} <= set(words)


def test_nothing_to_show_is_no_picture() -> None:
    empty = told(replace(quarrel(), documents=[], claims=[], relations=[], actors=[]))
    assert [picture.svg for picture in _pictures(empty)] == ["", "", "", ""]


def test_hostile_words_stay_words() -> None:
    name = '</text><script>x</script>&amp;"\u202e\x1b' + "w" * 500
    document, claim = report("[content:It rained]", Entity.make(name, EntityKind.PERSON))
    source = replace(quarrel(), documents=[document], claims=[claim], relations=[], actors=[])
    picture = timeline_picture(told(source).timeline)
    assert "<script" not in picture.svg
    assert not set("\u202e\x1b") & set(picture.svg)
    assert ElementTree.fromstring(picture.svg) is not None


def test_much_is_cut_and_said() -> None:
    """A picture holds so much; what it leaves out it tells, and the data have all."""
    it = told(quarrel())
    many = tuple(replace(it.origins[0], id=f"g{n}") for n in range(40))
    picture = relay_tree(many)
    assert picture.left_out == "28 more utterances are in the table only"
    assert len(picture.rows) == 80


def test_short_cuts_at_a_blank() -> None:
    assert short("one two three", 20) == "one two three"
    assert short("one two three four", 12) == "one two…"
    assert short("w" * 30, 10) == "w" * 9 + "…"


def test_dressed_wants_an_svg_of_vega() -> None:
    with pytest.raises(ValueError, match="not an SVG"):
        dressed("<html>", "title", "description")


def test_a_notebook_shows_the_picture_and_its_description() -> None:
    picture = Picture(
        "disputes", "Who", "Who denies <b>whom</b>.", "<svg></svg>", (), (), "2 more."
    )
    assert picture._repr_html_() == (
        "<figure><svg></svg><figcaption>Who denies &lt;b&gt;whom&lt;/b&gt;. 2 more."
        "</figcaption></figure>"
    )
