"""Citron's JSON: what its parser asks for, and the claims back."""

from __future__ import annotations

import json
from typing import Any

from sayso.export.citron import citron
from tests.export.ledgers import story


def _pages() -> list[dict[str, Any]]:
    return [json.loads("".join(map(str, file.pieces))) for file in citron(story())]


def test_every_span_is_the_words_of_the_text() -> None:
    for page in _pages():
        for quote in page["quotes"]:
            assert set(quote["cue"]) == {"start", "end", "text"}  # Citron's parser needs a cue
            for part in (quote["cue"], *quote["sources"], *quote["contents"]):
                assert page["text"][part["start"] : part["end"]] == part["text"]
            assert 0 <= float(quote["confidence"]) <= 1


def test_no_claim_is_lost() -> None:
    claims = {line["id"]: line for line in story().lines("claim")}
    found = [(q, n) for page in _pages() for n in ("quotes", "quotes_without_cue") for q in page[n]]
    assert {quote["id"] for quote, _ in found} == set(claims)
    for quote, where in found:
        line = claims[quote["id"]]
        assert quote["contents"] == line["content"]
        assert quote["sources"] == ([line["source"]] if line["source"] else [])
        assert (where == "quotes") is bool(line["cue"])
