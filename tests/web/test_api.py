"""The ledger as JSON: the shapes of the export, a description that holds, and no server error."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from sayso.case import Case
from tests.web.conftest import Desk, claims, token

ODD = (
    "", "0", "-1", "999999999999999999999", "nan", "x" * 900, "a\x00b", "😀", "'\"%*;--", "NEAR(",
    "c0 OR 1", "../..", "٣",
)  # fmt: skip


def operations(desk: Desk, method: str) -> list[tuple[str, list[str]]]:
    """Every operation with the names of what it can be asked."""
    paths = desk.get("/api/openapi.json").json()["paths"]
    return [
        (path, [one["name"] for one in told[method].get("parameters", ()) if one["in"] == "query"])
        for path, told in paths.items()
        if method in told
    ]


def test_every_line_is_as_the_export_has_it(desk: Desk, case: Path) -> None:
    with Case(case, write=False) as opened:
        lines = list(opened.lines())
        people = list(opened.lines("claimer"))
    for kind, path, key in (
        ("claim", "/api/claims", "claims"),
        ("relation", "/api/relations", "relations"),
    ):
        expected = [line for line in lines if line["type"] == kind]
        assert desk.get(path).json()[key] == expected
        assert [desk.get(f"{path}/{line['id']}").json() for line in expected] == expected
    for line in (line for line in lines if line["type"] == "document"):
        assert desk.get(f"/api/documents/{line['id']}").json() == line
        inside = desk.get(f"/api/documents/{line['id']}/claims").json()
        assert inside == [c for c in claims(desk) if c["document"] == line["id"]]
    assert desk.get("/api/claimers").json()["claimers"] == people
    assert desk.get("/api/problems").json() == [line for line in lines if line["type"] == "problem"]


def test_every_operation_is_described_with_its_answers(desk: Desk) -> None:
    told = desk.get("/api/openapi.json").json()
    found = [one for path in told["paths"].values() for one in path.values()]
    assert len(found) > 20
    for one in found:
        assert one["responses"]["200"]["content"]["application/json"]["schema"]
        assert one["description"]
    assert all(path.startswith("/api/") for path in told["paths"])
    for gone in ("/docs", "/redoc"):
        assert desk.get(gone).status_code == 404


def test_no_odd_question_is_a_server_error(desk: Desk) -> None:
    for path, names in operations(desk, "get"):
        for odd in ODD:
            there = path.replace("{made}", "c0").replace("{number}", "1")
            assert desk.get(there, params=dict.fromkeys(names, odd)).status_code < 500, (path, odd)
            for name in names:
                assert desk.get(there, params={name: odd}).status_code < 500, (path, name, odd)


@pytest.mark.parametrize("value", [None, [], {}, 3, "x", {"start": 5, "end": 1}, [{"start": 1}]])
def test_no_odd_change_is_a_server_error(desk: Desk, value: Any) -> None:
    headers = {"x-sayso-token": token(desk)}
    made = claims(desk)[0]["id"]
    names = (
        "subject",
        "verdict",
        "note",
        "text",
        "claim",
        "content",
        "source",
        "kind",
        "key",
        "name",
    )
    for (path, _), name in product(operations(desk, "post"), names):
        body: dict[str, Any] = {
            "subject": made, "verdict": "unsure", "text": "x", "claim": made, "kind": "decision",
            "key": 7, "content": [{"start": 40, "end": 60}],
        }  # fmt: skip
        answer = desk.post(path, json=body | {name: value}, headers=headers)
        assert answer.status_code < 500, (path, name)
    assert desk.post(path, content=b"\xff{", headers=headers).status_code in (400, 422)


def test_changes_through_the_api(desk: Desk) -> None:
    headers = {"x-sayso-token": token(desk)}
    claim = claims(desk, by="corrin")[0]
    place = claim["content"][0]
    body = {
        "claim": claim["id"],
        "content": [{"start": place["start"], "end": place["start"] + 10}],
        "claimer": {"name": "Adele Corrine", "role": "Mayor"},
        "note": "she is mayor",
    }
    deed = desk.post("/api/corrections", json=body, headers=headers).json()
    assert (deed["kind"], deed["what"], deed["note"]) == ("correction", "corrected", "she is mayor")
    now = claims(desk, by="corrine")[0]
    assert now["claimer"]["role"] == "Mayor"
    assert now["content"][0]["text"] == place["text"][:10].strip()
    undo = {"kind": "correction", "key": deed["key"]}
    assert desk.post("/api/undo", json=undo, headers=headers).json()["what"] == "withdrawn"
    assert claims(desk, by="corrin")[0]["id"] == claim["id"]
    for path, told in (
        ("/api/notes", {"subject": claim["id"], "text": "hm"}),
        ("/api/bookmarks", {"subject": claim["id"]}),
    ):
        assert desk.post(path, json=told, headers=headers).status_code == 200
    assert {one["kind"] for one in desk.get("/api/remarks").json()} == {"note", "bookmark"}
