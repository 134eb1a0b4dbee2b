"""A claim as JSON, and back."""

from __future__ import annotations

import json
from dataclasses import replace

from sayso.store.packing import pack, unpack
from tests.store.samples import full


def test_a_packed_claim_comes_back_whole() -> None:
    document, claim = full()
    assert claim.occasion
    assert unpack(document.id, pack(claim)) == claim


def test_what_was_packed_before_occasions_were_known_has_none() -> None:
    document, claim = full()
    told = json.loads(pack(claim))
    del told["occasion"]
    assert unpack(document.id, json.dumps(told)) == replace(claim, occasion=None)
