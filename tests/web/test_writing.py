"""Claims that nothing found and a person wrote: kept like any word of a person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sayso.case import Case
from sayso.deciding import settle
from sayso.model.relation import Verdict
from sayso.model.trace import Maker
from sayso.store.hand import Hand
from sayso.web.fixes import spans
from tests.cli import marks
from tests.cli.conftest import FIRST, Run, run
from tests.web.conftest import Desk, Open, claims, post, token, words
from tests.web.test_acts import history, settled

__all__ = ["run"]

SAID = "stay shut until\nsummer"


def place(text: str) -> str:
    start = FIRST.index(text)
    return f"{start}-{start + len(text)}"


def home(desk: Desk) -> str:
    """The document of the first report."""
    return str(claims(desk, by="corrin")[0]["document"])


def write(desk: Desk, **form: str) -> Any:
    answer = post(desk, "/write", **({"document": home(desk), "content": place(SAID)} | form))
    settled(desk)
    return answer


def by_hand(desk: Desk) -> list[dict[str, Any]]:
    return [one for one in claims(desk) if one["maker"].startswith("person")]


def test_it_stays_and_says_whose_it_is(desk: Desk, case: Path) -> None:
    """Through another analysis, with its words cut from the report."""
    answer = write(desk, name="Jon Pellas", cue="asked", note="heard on the radio")
    assert "wrote" in answer.headers["location"]
    (made,) = by_hand(desk)
    assert made["id"] in answer.headers["location"]
    assert made["maker"] == "person/Ada"
    assert made["claimer"]["name"] == "Jon Pellas"
    assert [part["text"] for part in made["content"]] == [SAID]
    assert [one["id"] for one in claims(desk, by="pellas")] == [made["id"]]
    (deed,) = history(desk)
    assert (deed["what"], deed["who"], deed["note"]) == ("written", "Ada", "heard on the radio")
    page = words(desk.get(f"/claims/{made['id']}").text)
    assert "written by hand" in page
    assert "written by Ada, by hand" in page
    with Hand.hold(case) as hand:
        for document in hand.documents():
            hand.replace(marks.load()(document), Maker("marks", "2"))
        settle(hand)
    assert [one["id"] for one in by_hand(desk)] == [made["id"]]
    with Case(case, write=False) as opened:
        assert list(opened.check()) == []


def test_it_can_be_told_by_its_words(desk: Desk) -> None:
    """As who has no script has to; cue and source are those next to what is said."""
    cue = FIRST.split()[FIRST.split().index("said")]
    write(desk, content="stay  shut until summer", source="Adela Corrin", cue=cue)
    (made,) = by_hand(desk)
    assert made["content"][0]["text"] == SAID
    assert made["source"]["text"] == "Adela Corrin"
    assert made["cue_class"] == "say"
    assert made["claimer"]["name"] == "unattributed"


def test_it_stands_inside_the_claim_that_holds_it(desk: Desk) -> None:
    outer = claims(desk, by="corrin")[0]
    write(desk, name="Jon Pellas")
    assert by_hand(desk)[0]["parent"] == outer["id"]


def test_it_is_undone_and_brought_back(desk: Desk) -> None:
    write(desk, name="Jon Pellas")
    before = by_hand(desk)
    post(desk, "/undo", deed=f"correction:{history(desk)[0]['key']}")
    settled(desk)
    assert by_hand(desk) == []
    post(desk, "/undo", deed=f"correction:{history(desk)[0]['key']}")
    settled(desk)
    assert by_hand(desk) == before
    post(desk, "/correct", claim=before[0]["id"], withdraw="1")
    settled(desk)
    assert by_hand(desk) == []


def test_it_moves_to_another_copy_of_the_case(
    desk: Desk, case: Path, tmp_path: Path, run: Run
) -> None:
    other = tmp_path / "other.sayso"
    with Hand.hold(case) as hand:
        hand._database.run("VACUUM INTO ?", (str(other),))
    write(desk, name="Jon Pellas")
    file = tmp_path / "words.jsonl"
    file.write_text(run("decisions", "export", case).stdout, encoding="utf-8")
    assert run("decisions", "import", other, file).exit_code == 0
    assert "person/Ada" in run("claims", other, "--by", "pellas", "--json").stdout


def test_it_is_written_through_the_api(desk: Desk) -> None:
    start = FIRST.index(SAID)
    body = {
        "document": home(desk),
        "content": [{"start": start, "end": start + len(SAID)}],
        "claimer": {"name": "Jon Pellas"},
        "cue_class": "warn",
    }
    headers = {"x-sayso-token": token(desk)}
    deed = desk.post("/api/claims", json=body, headers=headers).json()
    assert deed["what"] == "written"
    settled(desk)
    made = desk.get(f"/api/claims/{deed['subject']}").json()
    assert (made["cue_class"], made["claimer"]["name"]) == ("warn", "Jon Pellas")
    assert desk.post("/api/claims", json=body, headers=headers).status_code == 400, "it is there"


@pytest.mark.parametrize(
    "form",
    [
        {"content": ""},
        {"content": "words that nobody printed"},
        {"content": "the"},
        {"content": "1-99999999"},
        {"document": "d0000000000000000"},
        {"kind": "god"},
        {"cue_class": "sing"},
    ],
)
def test_what_makes_no_claim_is_not_kept(desk: Desk, form: dict[str, str]) -> None:
    assert write(desk, **form).status_code in (400, 404)
    assert history(desk) == []


def test_the_page_offers_the_form_and_a_read_only_one_does_not(desk: Desk, opened: Open) -> None:
    address = f"/documents/{home(desk)}?write=1&content=12-30"
    page = desk.get(address).text
    assert 'action="/write"' in page
    assert 'value="12-30"' in page
    fixed = opened(read_only=True)
    assert 'action="/write"' not in fixed.get(address).text
    assert "Write a claim" not in fixed.get(address).text


def test_words_are_places_however_lines_are_broken() -> None:
    text = "He said no.\nThe dam,\nhe said, leaks."
    (dam,) = spans("The dam, … leaks", text)[:1]
    assert dam.cut(text) == "The dam,"
    (near,) = spans("said", text, [dam])
    assert near.start == text.rindex("said")
    assert spans("12-15, 3-7", text)[0].start == 3


def test_rejected_claims_are_left_out_and_counted(desk: Desk) -> None:
    """In tables, the API and files; they are there for who asks for them."""
    made = claims(desk)[0]["id"]
    before = desk.get("/api/claims").json()["total"]
    post(desk, "/decide", say=f"{Verdict.REJECTED}:{made}")
    assert desk.get("/api/claims").json()["total"] == before - 1
    assert desk.get("/api/claims", params={"checked": "any"}).json()["total"] == before
    assert [one["id"] for one in claims(desk, checked="rejected")] == [made]
    page = desk.get("/claims").text
    assert made not in page
    assert "1 rejected claim left out" in words(page)
    assert made not in desk.get("/claims.jsonl").text
    assert made in desk.get("/claims.jsonl", params={"checked": "any"}).text


def test_a_correction_leaves_other_ties_alone(desk: Desk, case: Path) -> None:
    """Only what was corrected is linked anew."""
    with Hand.hold(case) as hand:
        kept = hand.claims()[-1][0]
        notes = hand.gists([kept.id])
    write(desk, name="Jon Pellas")
    with Hand.hold(case) as hand:
        assert hand.settled()
        assert hand.gists([kept.id]) == notes
        assert hand.gists([by_hand(desk)[0]["id"]])
        assert hand._database.one("SELECT count(*) FROM linkings") == (1,)
