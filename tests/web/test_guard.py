"""Who may ask, and what a browser may do with the answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.model.errors import UsageError
from sayso.web.settings import Settings
from tests.web.conftest import HOME, HOST, Desk, Open, claims, post, token

CHANGES = ("/decide", "/undo", "/remark", "/correct", "/same", "/settle", "/add", "/name")
API = ("/api/decisions", "/api/corrections", "/api/notes", "/api/bookmarks", "/api/undo",
       "/api/documents")  # fmt: skip


@pytest.mark.parametrize("host", ["evil.example:8741", "127.0.0.1", "127.0.0.1:80", "", "a b"])
def test_another_name_for_this_machine_is_refused(desk: Desk, host: str) -> None:
    """DNS rebinding: the browser comes to us, and says whom it meant."""
    assert desk.get("/", headers={"host": host}).status_code == 421
    assert desk.post("/decide", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8741", "localhost:8741", "[::1]:8741", "LOCALHOST:8741"]
)
def test_our_own_names_are_taken(desk: Desk, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": f"https://{HOST}"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_change_from_another_site_is_refused(desk: Desk, headers: dict[str, str]) -> None:
    """Even with the token, which it could not know."""
    made = claims(desk)[0]["id"]
    form = {"token": token(desk), "say": f"rejected:{made}"}
    assert desk.post("/decide", data=form, headers=headers).status_code == 403
    assert desk.get("/api/history").json() == []
    ours = {"origin": HOME, "sec-fetch-site": "same-origin"}
    assert desk.post("/decide", data=form, headers=ours).status_code == 303


@pytest.mark.parametrize("path", CHANGES)
def test_no_change_without_the_token(desk: Desk, path: str) -> None:
    for form in ({}, {"token": ""}, {"token": "wrong"}, {"token": "é"}):
        assert desk.post(path, data=form).status_code == 403, form


@pytest.mark.parametrize("path", API)
def test_no_change_through_the_api_without_the_token(desk: Desk, path: str) -> None:
    answer = desk.post(path, json={})
    assert answer.status_code in (403, 422)
    body = {
        "subject": "c" * 17, "verdict": "confirmed", "text": "x", "claim": "c", "key": 1,
        "content": [{"start": 0, "end": 1}], "kind": "decision",
    }  # fmt: skip
    assert desk.post(path, json=body).status_code == 403


@pytest.mark.parametrize(
    "path", ["/", "/claims", "/documents", "/nowhere", "/static/desk.js", "/api/claims", "/login"]
)
def test_every_answer_forbids_what_it_does_not_need(desk: Desk, path: str) -> None:
    headers = desk.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "cache-control" in headers


def test_pages_hold_no_script_or_style_of_their_own(desk: Desk) -> None:
    made = claims(desk)[0]
    for path in ("/", "/claims", f"/claims/{made['id']}", f"/documents/{made['document']}",
                 "/review", "/disputes", "/add", "/claimers", "/history"):  # fmt: skip
        page = desk.get(path).text
        assert "<style" not in page
        assert " style=" not in page
        assert " onclick=" not in page
        assert page.count("<script") == 1
        assert "//" not in page.replace("http://www.w3.org", ""), path


def test_read_only_changes_nothing(opened: Open) -> None:
    desk = opened(read_only=True)
    made = claims(desk)[0]["id"]
    for path in (*CHANGES, *API):
        assert desk.post(path, data={"say": f"rejected:{made}"}).status_code == 403
    page = desk.get("/claims").text
    assert "Confirm" not in page
    assert "read-only" in page.casefold()


def test_another_address_needs_a_password(case: Path) -> None:
    with pytest.raises(UsageError, match="password"):
        Settings(case, host="0.0.0.0")
    assert "192.0.2.7:8741" in Settings(case, host="192.0.2.7", password="x").hosts


def test_nothing_is_read_without_the_password(opened: Open) -> None:
    desk = opened(password="gauge and cable")
    assert desk.get("/claims").headers["location"] == "/login"
    assert desk.get("/api/claims").status_code == 401
    assert desk.post("/decide", data={}).status_code == 401
    assert desk.get("/login").status_code == 200
    assert desk.get("/static/desk.css").status_code == 200


def test_the_password_lets_in_and_leaving_shuts(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.web.pages.entry._SLOW", 0.0)
    desk = opened(password="gauge and cable")
    assert desk.post("/login", data={"password": "gauge"}).status_code == 403
    assert desk.get("/claims").status_code == 303
    answer = desk.post("/login", data={"password": "gauge and cable"})
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=strict" in answer.headers["set-cookie"]
    assert desk.get("/claims").status_code == 200
    post(desk, "/logout")
    assert desk.get("/claims").status_code == 303


@pytest.mark.parametrize(
    "back",
    ["//evil.example/", "https://evil.example", "/\\evil.example", "javascript:x", "/a\r\nb: c"],
)
def test_a_form_leads_nowhere_else(desk: Desk, back: str) -> None:
    made = claims(desk)[0]["id"]
    where = post(desk, "/decide", say=f"unsure:{made}", back=back).headers["location"]
    assert where.startswith("/?said=")


def test_too_much_at_once_is_refused(desk: Desk) -> None:
    huge = {"content-length": str(10**10)}
    assert desk.post("/add", headers=huge).status_code == 413
    assert desk.post("/add", headers={"content-length": "9" * 30}).status_code == 413
