"""What people do at the desk, and that it stays."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from sayso.case import Case
from sayso.deciding import settle
from sayso.model.errors import CaseFullError
from sayso.model.trace import Maker
from sayso.store.hand import Hand
from tests.cli import marks
from tests.cli.conftest import FIRST, Run, run
from tests.store.samples import made
from tests.web.conftest import Desk, Open, claims, finished, post, tie, token, words

__all__ = ["run"]


def history(desk: Desk, **asked: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = desk.get("/api/history", params=asked).json()
    return found


def settled(desk: Desk) -> None:
    """Wait until claimers and ties are worked out anew."""
    for job in desk.get("/api/jobs").json():
        finished(desk, f"/jobs/{job['id']}")


def corrected(desk: Desk, claim: dict[str, Any], content: str, **other: str) -> Any:
    start = FIRST.index(content)
    form = {
        "claim": claim["id"],
        "source": f"{claim['source']['start']}-{claim['source']['end']}",
        "cue": f"{claim['cue']['start']}-{claim['cue']['end']}",
        "content": f"{start}-{start + len(content)}",
        "name": claim["claimer"]["name"],
        "kind": claim["claimer"]["kind"],
    }
    answer = post(desk, "/correct", **(form | other))
    settled(desk)
    return answer


def test_a_verdict_is_kept_with_name_and_time(desk: Desk) -> None:
    made = claims(desk)[0]["id"]
    answer = post(desk, "/decide", say=f"confirmed:{made}", at=made)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/claims?said=Confirmed#{made}"
    (deed,) = history(desk)
    assert (deed["what"], deed["who"], deed["subject"]) == ("confirmed", "Ada", made)
    assert deed["at"].endswith("+00:00")
    assert made not in {one["id"] for one in desk.get("/api/review").json()}
    assert words(desk.get("/claims", params={"checked": "confirmed"}).text).count("1 claim")


def test_a_script_is_told_what_counts_now(desk: Desk) -> None:
    made = claims(desk)[0]["id"]
    form = {"token": token(desk), "say": f"rejected:{made}"}
    told = desk.post("/decide", data=form, headers={"accept": "application/json"}).json()
    assert told == {
        "said": "Rejected",
        "deed": "decision:1",
        "subject": made,
        "verdict": "rejected",
    }
    form = {"token": token(desk), "deed": "decision:1"}
    told = desk.post("/undo", data=form, headers={"accept": "application/json"}).json()
    assert told["verdict"] == ""


def test_undo_is_a_new_row_and_refused_when_late(desk: Desk) -> None:
    (made,) = (one["id"] for one in desk.get("/api/relations").json()["relations"])
    post(desk, "/decide", say=f"rejected:{made}")
    post(desk, "/decide", say=f"unsure:{made}")
    late = post(desk, "/undo", deed="decision:1")
    assert late.status_code == 400
    assert "since" in late.text
    post(desk, "/undo", deed="decision:2")
    assert [one["what"] for one in history(desk)] == ["rejected", "unsure", "rejected"]
    assert desk.get("/api/relations", params={"checked": "rejected"}).json()["total"] == 1


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/decide", {"say": "confirmed:c0"}),
        ("/decide", {"say": "sung:c0"}),
        ("/decide", {}),
        ("/undo", {"deed": "decision:99"}),
        ("/undo", {"deed": "x"}),
        ("/remark", {"subject": "no id", "note": "x"}),
        ("/remark", {"bookmark": "<b>"}),
        ("/correct", {"claim": "c0", "content": "1-2"}),
        ("/same", {"one": "Nobody Atall", "other": "Henrik Ostrel", "act": "join"}),
        ("/add", {"text": "  "}),
    ],
)
def test_what_makes_no_sense_is_not_kept(desk: Desk, path: str, form: dict[str, str]) -> None:
    assert post(desk, path, **form).status_code in (400, 404)
    assert history(desk) == []


def test_a_corrected_claim_and_its_claimer_stay(desk: Desk, case: Path) -> None:
    """Through reload, another report, and a new analysis; the old address leads to the new."""
    claim = claims(desk, by="corrin")[0]
    answer = corrected(
        desk, claim, "the bridge over the Oune would stay shut until\nsummer", name="Adele Corrine"
    )
    assert answer.status_code == 303
    now = claims(desk, by="corrine")
    assert [one["claimer"]["name"] for one in now] == ["Adele Corrine"]
    assert now[0]["content"][0]["text"].endswith("until\nsummer")
    assert now[0]["maker"] == "person/Ada"
    assert desk.get(f"/claims/{claim['id']}").headers["location"] == f"/claims/{now[0]['id']}"
    with Hand.hold(case) as hand:
        for document in hand.documents():
            hand.replace(marks.load()(document), Maker("marks", "2"))
        settle(hand)
    assert claims(desk, by="corrine")[0]["id"] == now[0]["id"]
    with Case(case, write=False) as opened:
        assert list(opened.check()) == []


def test_a_correction_is_taken_back(desk: Desk) -> None:
    claim = claims(desk, by="corrin")[0]
    corrected(desk, claim, "would stay shut")
    now = next(one for one in claims(desk) if one["maker"].startswith("person"))
    post(desk, "/correct", claim=now["id"], withdraw="1")
    settled(desk)
    assert claim["id"] in {one["id"] for one in claims(desk)}
    post(desk, "/undo", deed=f"correction:{history(desk)[0]['key']}")
    settled(desk)
    assert now["id"] in {one["id"] for one in claims(desk)}


@pytest.mark.parametrize(
    "places",
    [
        {"content": ""},
        {"content": "5-3"},
        {"content": "a-b"},
        {"content": "1-99999999"},
        {"content": "10-30,20-40"},
        {"content": "32-34"},
        {"source": "1-2,3-4", "content": "1-9"},
        {"content": "1-9", "kind": "god"},
    ],
)
def test_places_that_are_none_are_refused(desk: Desk, places: dict[str, str]) -> None:
    claim = claims(desk)[0]
    assert post(desk, "/correct", claim=claim["id"], **places).status_code == 400
    assert history(desk) == []


def test_notes_and_bookmarks_on_anything(desk: Desk) -> None:
    claim = claims(desk)[0]
    post(desk, "/remark", subject=claim["document"], note="ask <them>")
    post(desk, "/remark", bookmark=claim["id"])
    page = words(desk.get("/bookmarks").text)
    assert "ask <them>" in page
    assert len(desk.get("/api/remarks").json()) == 2
    post(desk, "/remark", bookmark=claim["id"])
    post(desk, "/remark", subject=claim["document"], note="")
    assert desk.get("/api/remarks").json() == []
    assert len(history(desk)) == 4


def test_claimers_are_joined_and_split(desk: Desk) -> None:
    assert desk.get("/api/claimers").json()["total"] == 2
    post(desk, "/same", one="Adela Corrin", other="Henrik Ostrel", act="join")
    settled(desk)
    assert desk.get("/api/claimers").json()["total"] == 1
    post(desk, "/same", one="Adela Corrin", other="Henrik Ostrel", act="split")
    settled(desk)
    assert desk.get("/api/claimers").json()["total"] == 2


def test_reports_are_added_from_the_page(desk: Desk) -> None:
    file = ("../../sneaky.txt", b"Jon Pellas said the road is closed.\n", "text/plain")
    page = "<!doctype html><title>X</title><p>Marta Dole said the ferry sails.</p>"
    form = {"token": token(desk), "text": page, "name": "ferry"}
    answer = desk.post("/add", data=form, files={"files": file})
    shown = words(finished(desk, answer.headers["location"]))
    assert "2 documents added" in shown
    sources = {one["source"] for one in desk.get("/api/documents").json()["documents"]}
    assert {"added/sneaky.txt", "added/ferry.html"} <= sources
    assert claims(desk, by="pellas")
    assert claims(desk, by="dole")
    again = desk.post("/add", data={"token": token(desk)}, files={"files": file})
    assert "1 known already" in words(finished(desk, again.headers["location"]))


def test_what_cannot_be_read_is_told(desk: Desk) -> None:
    answer = desk.post(
        "/add",
        data={"token": token(desk)},
        files={"files": ("x.bin", b"\x00\x01", "application/octet-stream")},
    )
    assert "1 problem" in words(finished(desk, answer.headers["location"]))


def test_two_people_deciding_at_once_lose_nothing(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two desks on one case, as two processes would have it, and eight hands at each."""
    monkeypatch.setattr("sayso.web.clerk.PATIENCE", 60.0)  # a busy machine is no failure
    desks = [opened(who="Ada"), opened(who="Ben")]
    ids = [one["id"] for one in claims(desks[0])]
    tokens = [token(desk) for desk in desks]
    for served, mine in zip(desks, tokens, strict=True):
        # FastAPI puts its routes together when a request first reaches them, and silences warnings
        # for all threads meanwhile. A served desk does so in one thread.
        empty = served.post("/api/decisions", json={}, headers={"x-sayso-token": mine})
        assert empty.status_code == 422

    def decide(n: int) -> int:
        desk, verdict = n % 2, ("confirmed", "rejected", "unsure")[n % 3]
        body = {"subject": ids[n % len(ids)], "verdict": verdict, "note": str(n)}
        headers = {"x-sayso-token": tokens[desk]}
        return desks[desk].post("/api/decisions", json=body, headers=headers).status_code

    with ThreadPoolExecutor(16) as pool:
        codes = list(pool.map(decide, range(60)))
    assert codes == [200] * 60
    kept = history(desks[0], limit="1000")
    assert sorted(int(one["note"]) for one in kept) == list(range(60))


def test_a_case_that_another_process_writes_is_told_and_nothing_is_lost(
    desk: Desk, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.web.clerk.PATIENCE", 0.1)
    made = claims(desk)[0]["id"]
    with Hand.hold(case):
        answer = post(desk, "/decide", say=f"confirmed:{made}")
        assert answer.status_code == 503
        assert "being written by another sayso" in answer.text
        assert desk.get("/claims").status_code == 200, "reading goes on"
    assert history(desk) == []
    assert post(desk, "/decide", say=f"confirmed:{made}").status_code == 303


def test_another_process_that_reads_does_no_harm(desk: Desk, case: Path) -> None:
    """Whoever closes the case last deletes SQLite's log: it must not take itself for the last."""
    made = claims(desk)[0]["id"]
    reader = "import sys; from sayso.case import Case; Case(sys.argv[1], write=False).close()"
    for n in range(3):
        assert post(desk, "/decide", say=f"confirmed:{made}", note=str(n)).status_code == 303
        subprocess.run([sys.executable, "-c", reader, str(case)], check=True)
        assert len(history(desk)) == n + 1
    with Case(case, write=False) as opened:
        assert list(opened.check()) == []


def test_a_decision_passes_while_reports_are_added(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two documents of a long add."""
    monkeypatch.setattr("sayso.web.clerk.PATIENCE", 60.0)
    reached, go = threading.Event(), threading.Event()
    analyse = marks.load()

    def slow() -> Any:

        def held(document: Any) -> Any:
            if "second" in document.text:
                reached.set()
                go.wait(60)
            return analyse(document)

        return held

    monkeypatch.setattr(marks, "load", slow)
    texts = [f"Jon Pellas said the {n} road is closed.\n" for n in ("second", "third", "fourth")]
    files = [("files", (f"{n}.txt", text.encode(), "text/plain")) for n, text in enumerate(texts)]
    answer = desk.post("/add", data={"token": token(desk)}, files=files)
    made, secret = claims(desk)[0]["id"], token(desk)
    assert reached.wait(60)
    with ThreadPoolExecutor(1) as pool:
        body = {"subject": made, "verdict": "confirmed"}
        headers = {"x-sayso-token": secret}
        done = pool.submit(desk.post, "/api/decisions", json=body, headers=headers)
        go.set()
        assert done.result(90).status_code == 200
    finished(desk, answer.headers["location"])
    assert len(claims(desk, by="pellas")) == 3


def test_a_case_that_cannot_be_written_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise CaseFullError("bridge.sayso", "no space left on device")

    made = claims(desk)[0]["id"]
    monkeypatch.setattr("sayso.web.clerk.Hand.hold", full)
    answer = post(desk, "/decide", say=f"confirmed:{made}")
    assert answer.status_code == 507
    assert "no space left" in answer.text


def test_decisions_hold_in_the_commands_too(desk: Desk, case: Path, run: Run) -> None:
    made = tie(case)
    post(desk, "/decide", say=f"rejected:{made.id}")
    assert made.id not in run("links", case, "--json").stdout
    assert made.id in run("links", case, "--json", "--rejected").stdout


def test_what_a_kill_left_undone_is_done_when_asked(desk: Desk, case: Path) -> None:
    """A document that was kept and not analysed; the page says so."""
    text = "Jon Pellas said the road is closed."
    with Hand.hold(case) as hand:
        hand.put(made(text), text.encode())
    assert "Work them out now" in desk.get("/").text
    post(desk, "/settle")
    settled(desk)
    assert claims(desk, by="pellas")
    assert "Work them out now" not in desk.get("/").text
