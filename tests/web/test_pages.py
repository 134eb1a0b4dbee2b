"""What the pages show: without script, and without harm."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from pathlib import Path

import pytest

from sayso.case import Case
from tests.web.conftest import Desk, claims, post, words


def test_the_story_tells_how_much_there_is(desk: Desk) -> None:
    page = words(desk.get("/").text)
    assert "2 documents" in page
    assert "3 claims" in page
    assert "Henrik Ostrel" in page
    assert "This is your first visit" in page


def test_what_is_new_is_told_from_the_visit_before(desk: Desk) -> None:
    first = desk.get("/")
    assert "first visit" in first.text
    seen = {c.name: c.value for c in desk.cookies.jar}["sayso_seen"]
    desk.cookies.clear()
    desk.cookies.set("sayso_seen", "2000-01-01T00:00:00+00:00")
    assert "2 new documents with 3 claims" in words(desk.get("/").text)
    assert "2 new documents" in words(desk.get("/").text), "the visit goes on"
    desk.cookies.clear()
    desk.cookies.set("sayso_seen", "9999-01-01T00:00:00+00:00")
    assert "0 new documents" in words(desk.get("/").text)
    desk.cookies.clear()
    desk.cookies.set("sayso_seen", "no time")
    assert desk.get("/").status_code == 200
    assert seen


def test_claims_are_searched_with_their_words_marked(desk: Desk) -> None:
    page = desk.get("/claims", params={"search": "lorries"}).text
    assert '<mark class="found">lorries</mark>' in page
    assert "1 claim" in words(page)


def test_facets_narrow_and_can_be_taken_back(desk: Desk) -> None:
    page = desk.get("/claims").text
    link = re.search(r'href="([^"]*cue_class=deny[^"]*)"', page)
    assert link
    narrowed = desk.get(link[1].replace("&amp;", "&"))
    assert "1 claim" in words(narrowed.text)
    assert "without cue class deny" in narrowed.text


def test_the_order_and_pages_of_the_table(desk: Desk) -> None:
    ids = [one["id"] for one in claims(desk)]
    newest = [one["id"] for one in claims(desk, sort="newest")]
    assert newest == ids[::-1]
    assert desk.get("/claims", params={"page": "2"}).status_code == 200


@pytest.mark.parametrize(
    "asked",
    [{"since": "May"}, {"page": "x"}, {"page": "0" * 30}, {"cue_class": "sing"}, {"search": '"'},
     {"sort": "best"}, {"min_score": "much"}, {"checked": "maybe"}],
)  # fmt: skip
def test_nonsense_is_told_on_a_page(desk: Desk, asked: dict[str, str]) -> None:
    answer = desk.get("/claims", params=asked)
    assert answer.status_code == 400
    assert "That did not work" in answer.text


@pytest.mark.parametrize(
    "path", ["/claims/c0", "/documents/d0", "/ties/r0", "/claimers/e0", "/utterances/c0", "/jobs/7",
             "/nowhere", "/find/x", "/static/../app.py"]
)  # fmt: skip
def test_what_is_not_there_is_told(desk: Desk, path: str) -> None:
    assert desk.get(path).status_code == 404


def test_what_is_filtered_is_saved_as_a_file(desk: Desk) -> None:
    table = desk.get("/claims.csv", params={"cue_class": "deny"})
    assert "attachment" in table.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert [row["claimer"] for row in rows] == ["Henrik Ostrel"]
    lines = [json.loads(line) for line in desk.get("/claims.jsonl").text.splitlines()]
    assert [line["type"] for line in lines].count("claim") == 3
    assert {line["id"] for line in lines if line["type"] == "claim"} == {
        one["id"] for one in claims(desk)
    }


def test_a_document_shows_its_words_and_what_was_found(desk: Desk) -> None:
    claim = claims(desk)[0]
    page = desk.get(f"/documents/{claim['document']}").text
    assert f'id="at-{claim["id"]}"' in page
    assert f'id="card-{claim["id"]}"' in page
    assert "m-content" in page
    text = desk.get(f"/api/documents/{claim['document']}").json()["text"]
    pieces = re.findall(r'data-at="(\d+)">([^<]*)<', page)
    assert pieces
    for at, piece in pieces:
        shown = unescape(piece)
        assert text[int(at) : int(at) + len(shown)] == shown


def test_the_bytes_of_a_document_are_saved_not_shown(desk: Desk) -> None:
    made = claims(desk)[0]["document"]
    answer = desk.get(f"/documents/{made}/original")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.content.startswith(b"Bridge")


def test_a_tie_stands_side_by_side_with_its_reasons(desk: Desk) -> None:
    (tie,) = desk.get("/api/relations").json()["relations"]
    page = words(desk.get(f"/ties/{tie['id']}").text)
    assert "both on the bridge" in page
    assert words(desk.get("/disputes").text).count("Henrik Ostrel") >= 2
    beside = desk.get(
        f"/documents/{claims(desk)[1]['document']}",
        params={"claim": tie["left"], "beside": tie["right"]},
    )
    assert "the other report" in beside.text


def test_a_claimer_has_a_page(desk: Desk) -> None:
    who = desk.get("/api/claimers", params={"name": "ostrel"}).json()["claimers"][0]
    page = words(desk.get(f"/claimers/{who['id']}").text)
    assert "Henrik Ostrel" in page
    assert "2 claims in 2 documents" in page


def test_words_of_strangers_do_no_harm(case: Path, desk: Desk, tmp_path: Path) -> None:
    """Markup, script, quotes, and marks that turn the direction of writing are shown as words."""
    evil = (
        "Evil Report said <script>alert(1)</script> and \"'><img src=x onerror=alert(2)> and"
        " {{ 7 * 7 }} \u202egnihton\u202c and </textarea></title> ok.\n"
    )
    (tmp_path / "evil.txt").write_text(evil * 3, encoding="utf-8")
    with Case(case) as opened:
        opened.add(tmp_path / "evil.txt")
    found = claims(desk, by="evil report")
    assert found
    paths = ["/", "/claims?search=alert", f"/claims/{found[0]['id']}", "/review", "/documents",
             f"/documents/{found[0]['document']}?claim={found[0]['id']}&correct={found[0]['id']}",
             "/claimers"]  # fmt: skip
    for path in paths:
        page = desk.get(path).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "\u202e" not in page
        assert "49 " not in words(page)
    assert "\\u202e" in desk.get(paths[5]).text


def test_a_long_text_comes_in_parts(case: Path, desk: Desk, tmp_path: Path) -> None:
    text = "Nobody here says a thing.\n" * 12_000 + "Jon Pellas said the end is near.\n"
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    with Case(case) as opened:
        opened.add(tmp_path / "long.txt")
    (claim,) = claims(desk, by="pellas")
    first = desk.get(f"/documents/{claim['document']}").text
    assert len(first) < 400_000
    assert "a long text, in 3 parts" in first.casefold()
    there = desk.get(f"/documents/{claim['document']}", params={"claim": claim["id"]}).text
    assert f'id="at-{claim["id"]}"' in there


def test_a_name_to_decide_under_is_kept_in_the_browser(desk: Desk) -> None:
    post(desk, "/name", name="  Bö  <b>\n", back="/")
    assert 'value="Bö &lt;b&gt;"' in desk.get("/").text
    made = claims(desk)[0]["id"]
    post(desk, "/decide", say=f"confirmed:{made}")
    assert desk.get("/api/history").json()[0]["who"] == "Bö <b>"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/wording?words=bridge", "bridge"),
        ("/wording", "Who calls what"),
        ("/coverage", "Henrik Ostrel"),
        ("/timeline", "2031-03-04"),
        ("/timeline?clock=printed", "Bridge stays shut"),
        ("/utterances", "0 utterances"),
    ],
)
def test_the_views_of_the_report_are_live(desk: Desk, path: str, shown: str) -> None:
    assert shown in words(desk.get(path).text)


def test_pictures_are_drawn_and_only_those_there_are(desk: Desk) -> None:
    for kind in ("disputes", "timeline", "coverage", "relays"):
        answer = desk.get(f"/pictures/{kind}.svg")
        assert answer.headers["content-type"] == "image/svg+xml"
        assert answer.text.startswith("<svg")
    assert desk.get("/pictures/../x.svg").status_code == 404
    assert desk.get("/pictures/cats.svg").status_code == 404
    assert desk.get("/timeline?clock=cuckoo").status_code == 400
