"""What a notebook shows: all that is there, and no word of a report as markup."""

from __future__ import annotations

from html.parser import HTMLParser

from sayso.link.groups import Group, Way
from sayso.links import Links, Origin, origins_page
from sayso.model.actor import Actor, Appearance
from sayso.model.claim import Entity, EntityKind
from sayso.model.relation import Reason, Relation, RelationKind, Verdict
from sayso.shown import Listed, Shown
from sayso.view.notebook import SHOWN, actors_table, claims_table, documents_table
from tests.ledger import report

BAD = "<script>alert(1)</script> & <img src=x onerror=y>"


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
    document, claim = report(f"[source:Ostrel] [cue:said] [content:{BAD}]", outlet="<b>Courier")
    page = _Tags(claims_table([claim], {document.id: document}))
    assert not {"script", "img"} & set(page.seen)
    assert BAD in page.words
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


def _links(decision: dict[str, Verdict] | None = None) -> Links:
    """One tie between two claims, with bad words wherever a word can stand."""
    first, one = report(f"[source:Ostrel] [cue:said] [content:{BAD}]", outlet=BAD, source="a.txt")
    second, other = report(f"[source:He] [cue:told {BAD}] [content:it was cut]", title=BAD)
    why = (Reason("act", 0.5, f"both say {BAD}"),)
    tie = Relation.make(RelationKind.SAME_UTTERANCE, one.id, other.id, 0.7, why)
    claims = {one.id: one, other.id: other}
    return Links([tie], claims, {first.id: first, second.id: second}, decision or {})


def test_ties_show_both_sides_and_why() -> None:
    links = _links()
    page = _Tags(links._repr_html_())
    assert not {"script", "img"} & set(page.seen)
    assert page.words.count(BAD) == 3  # the words, the outlet, the reason
    assert "same utterance" in page.words
    decided = _Tags(_links({links[0].id: Verdict.CONFIRMED})._repr_html_())
    assert "confirmed" in decided.words


def test_an_utterance_shows_the_way_of_each_report() -> None:
    links = _links()
    claims = tuple(links.claims.values())
    ways = tuple(
        Way(claim.id, ("Ostrel", BAD, "RM24"), BAD, echo=n > 0) for n, claim in enumerate(claims)
    )
    group = Group(tuple(links.claims), tuple(links))
    origin = Origin(group, claims, ways, links.documents, {})
    page = _Tags(origin._repr_html_())
    assert not {"script", "img"} & set(page.seen)
    assert page.words.count(f"Ostrel → {BAD} → RM24") == 2
    assert page.words.count("echo") == 1
    many = Listed([origin] * 30, origins_page)._repr_html_()
    assert many.count("<table>") == 20
    assert "20 of 30 utterances" in many


def test_documents_and_claimers_are_tables() -> None:
    document, _ = report("[content:x]", title=BAD, outlet=BAD, byline=BAD, credits=(BAD,))
    page = _Tags(documents_table([document]))
    assert not {"script", "img"} & set(page.seen)
    assert page.words.count(BAD) == 4
    who = Entity.make(BAD, EntityKind.PERSON, f"head of {BAD}", None, (BAD, "Corrin"))
    page = _Tags(actors_table([Actor(who, (Appearance(who, document.id, "2031-03", None, 4),))]))
    assert not {"script", "img"} & set(page.seen)
    assert page.words.count(BAD) == 3
    assert "2031-03" in page.words


def test_a_document_shows_its_whole_text_with_the_roles_marked() -> None:
    text = f"Seen first.\n\n[source:Ostrel] [cue:said] [content:{BAD}] [furniture:Share]"
    document, claim = report(text, title=BAD)
    page = _Tags(Shown(document, (claim,))._repr_html_())
    assert not {"script", "img"} & set(page.seen)
    assert document.text in page.words
    assert "1 claims" not in page.words
    assert "1 claim" in page.words
    marked = Shown(document, (claim,))._repr_html_()
    assert 'font-weight:bold">Ostrel</span>' in marked
    assert 'font-style:italic">Share</span>' in marked


def test_a_listed_list_is_a_list() -> None:
    listed = Listed([1, 2], lambda items: f"<p>{len(items)}</p>")
    assert listed == [1, 2]
    assert listed._repr_html_() == "<p>2</p>"
    assert listed[1] == 2
    assert listed[:1]._repr_html_() == "<p>1</p>"
