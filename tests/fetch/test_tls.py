"""Pages by https: whom the certificate is for, and who says so. See tls/make.sh."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from sayso.fetch import Fetched
from tests.fetch.web import Web, page

HELD = Path(__file__).parent / "tls"
A = "https://courier.example/a"


def fetched(monkeypatch: pytest.MonkeyPatch, name: str, *, trusted: bool) -> tuple[Fetched, Web]:
    """A page of a site that shows a certificate. trusted: whether its authority is."""
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(HELD / "ca.pem"))
    else:
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    shows = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    shows.load_cert_chain(HELD / f"{name}.pem")
    with Web(shows) as web:
        web.site("courier.example", "5.5.5.5")
        web[A] = page("<p>The bridge is closed.</p>")
        return web.fetcher().fetch(A), web


def test_a_page_of_a_trusted_site(monkeypatch: pytest.MonkeyPatch) -> None:
    found, web = fetched(monkeypatch, "good", trusted=True)
    assert found.problem is None
    assert found.body == b"<p>The bridge is closed.</p>"
    assert found.exchanges[-1].exchange.peer == "5.5.5.5:443"
    assert web.asked() == [A]


@pytest.mark.parametrize(
    ("name", "trusted", "why"),
    [
        ("own", True, "self-signed certificate"),
        ("good", False, "unable to get local issuer certificate"),
        ("old", True, "certificate has expired"),
        ("other", True, "not valid for 'courier.example'"),
    ],
)
def test_what_is_not_to_be_trusted_is_told(
    monkeypatch: pytest.MonkeyPatch, name: str, *, trusted: bool, why: str
) -> None:
    """Once, and nothing is asked of the site."""
    found, web = fetched(monkeypatch, name, trusted=trusted)
    assert found.problem is not None
    assert found.problem.kind == "certificate"
    assert why in found.problem.message
    assert "save the page" in found.problem.message
    assert (found.body, web.requests, web.slept) == (b"", [], [])
