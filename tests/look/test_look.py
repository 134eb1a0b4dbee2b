"""The macros show what page objects hold, and no word of a stranger becomes markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from sayso.look import environment, stylesheet
from sayso.look.addresses import at
from sayso.model.claim import Entity, EntityKind
from sayso.model.relation import Reason, Relation, RelationKind, Verdict
from sayso.view.against import against
from sayso.view.claims import claim_row
from sayso.view.document import document_page
from sayso.view.links import link_rows
from tests.ledger import OSTREL, report

HOSTILE = "<script>alert(1)</script> \u202e\x1b\" onclick='x' {{ 7*7 }} " + "w" * 3000


class _To:
    """Addresses within one page."""

    def claim(self, made: str) -> str:
        return f"#{made}"

    def passage(self, made: str, document: str) -> str:  # noqa: ARG002 - all in one page
        return f"#{at(made)}"

    def document(self, made: str) -> str:
        return f"#{made}"

    def claimer(self, made: str, document: str) -> str:  # noqa: ARG002
        return f"#{made}"

    def link(self, made: str) -> str:
        return f"#{made}"


class _Tags(HTMLParser):
    """The tags of a page with their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_data(self, data: str) -> None:
        self.words += data


def _rendered(call: str, **given: object) -> str:
    source = '{% import "look.html" as look with context %}' + f"{{{{ look.{call} }}}}"
    return environment().from_string(source).render(to=_To(), **given)


def test_a_claim_shows_who_where_and_the_way_to_its_words() -> None:
    document, claim = report(
        "[source:Ostrel] [cue:said] [content:the gang] and [content:cut it]", outlet="Courier"
    )
    page = _rendered("claim(row, to)", row=claim_row(claim, document))
    words = " ".join(_Tags(page).words.split())
    assert "Henrik Ostrel Foreign Minister, Halvern" in words
    assert "said" in words
    assert "the gang … cut it" in words
    assert "Courier, printed 2031-03-04" in words
    assert "score 0.88" in words
    assert f'id="{claim.id}"' in page
    assert f'href="#at-{claim.id}"' in page


def test_a_low_score_says_so_in_words() -> None:
    assert "unsure" in _rendered("score(0.41)")
    assert "unsure" not in _rendered("score(0.91)")


def test_hostile_words_stay_words() -> None:
    who = Entity.make(HOSTILE, EntityKind.PERSON, HOSTILE, HOSTILE)
    document, claim = report(f"[content:{HOSTILE}]", who, outlet=HOSTILE, title=HOSTILE)
    row, page = claim_row(claim, document), document_page(document, [claim])
    tie = Relation.make(RelationKind.DENIES, claim.id, "c2", 0.7, (Reason("words", 0.7, HOSTILE),))
    other = report("[content:It rained]")[1]
    ties = link_rows([tie], {claim.id: claim, "c2": other}, {document.id: document}, {})
    for call, given in (
        ("claim(it, to)", row),
        ("text(it, to)", page),
        ("facts(it.facts)", page),
        ("link(it, to)", ties[0]),
        ("table(['who'], [[it.claimer]], caption=it.claimer)", row),
    ):
        made = _rendered(call, it=given)
        seen = _Tags(made)
        assert "script" not in seen.tags, call
        assert not {name for name, _ in seen.attributes} & {"style", "onclick"}, call
        assert not set("\u202e\x1b") & set(made), call
        assert "49" not in seen.words, call


def test_the_text_is_whole_and_leads_to_its_claims() -> None:
    document, claim = report("[furniture:Photo] [source:Ostrel] [cue:said] [content:no]\n\nEnd.")
    made = _rendered("text(page, to)", page=document_page(document, [claim]))
    seen = _Tags(made)
    assert seen.words.replace("1", "", 1) == document.text
    assert ("class", "m m-furniture edge") in seen.attributes
    assert ("id", at(claim.id)) in seen.attributes
    assert ("aria-label", "claim 1: Henrik Ostrel") in seen.attributes


def test_content_within_content_is_told_apart() -> None:
    document, outer = report("[content:the mayor said it rained]")
    _, inner = report("the mayor said [content:it rained]")
    made = _rendered("text(page, to)", page=document_page(document, [outer, inner]))
    assert '<span class="m m-content m-inner">it rained</span>' in made


def test_a_tie_marks_where_its_sides_part() -> None:
    left_document, left = report("[content:“They switch off the gauge,”] [content:he sleeps]")
    _, right = report("[content:They switched off the only gauge.]", OSTREL)
    sides = against(left, right)
    assert "".join(part.text for part in sides[0]) == left.text
    assert "".join(part.text for part in sides[1]) == right.text
    assert [p.text for p in sides[1] if p.change == "only"] == ["only"]
    tie = Relation.make(RelationKind.SAME_UTTERANCE, left.id, right.id, 0.7)
    claims = {left.id: left, right.id: right}
    [row] = link_rows([tie], claims, {left_document.id: left_document}, {tie.id: Verdict.CONFIRMED})
    parts = sides if row.left.id == left.id else sides[::-1]
    made = _rendered("link(row, to, parts)", row=row, parts=parts)
    assert '<mark class="only">only</mark>' in made
    assert "a person says: confirmed" in made


def test_every_colour_is_told_for_light_and_dark() -> None:
    """And nothing is loaded from anywhere."""
    styles = stylesheet()
    pairs = re.findall(r"light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", styles)
    of_pictures = re.findall(r'\[(?:fill|stroke)="(#[0-9a-f]{6})"\]', styles)
    assert set(of_pictures) <= {light for light, _ in pairs}
    colours = re.findall(r"#[0-9a-f]{3,8}\b", styles)
    assert len(colours) == 2 * len(pairs) + len(of_pictures) > 20
    assert "url(" not in styles
    assert "@import" not in styles


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_ink_stands_out_from_its_ground() -> None:
    """WCAG AA asks for a contrast of 4.5 to 1."""
    found = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", stylesheet())
    tokens = {name: (light, dark) for name, light, dark in found}
    grounds = ("paper", "paper-2", "content-ground", "content-ground-2", "other-ground")
    for ink in ("ink", "ink-2", "link", "source", "cue", "alert"):
        for ground in grounds if ink != "alert" else ("paper", "alert-ground"):
            for theme in (0, 1):
                one, other = sorted(_luminance(tokens[n][theme]) for n in (ink, ground))
                contrast = (other + 0.05) / (one + 0.05)
                assert contrast >= 4.5, (ink, ground, theme, round(contrast, 2))
