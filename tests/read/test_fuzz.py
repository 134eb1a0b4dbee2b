"""Broken files of every kind give documents or problems, never an error, in little time.

`make fuzz` looks further.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import SEEDS
from tests.fuzz.target import tried

_FEW = settings(derandomize=True, max_examples=40, deadline=None, database=None)


@pytest.mark.parametrize("kind", SEEDS)
def test_whole_files_are_read(kind: str) -> None:
    documents, _ = tried(*SEEDS[kind])
    assert documents >= 1


@pytest.mark.parametrize("kind", SEEDS)
@_FEW
@given(number=st.integers(0, 1_000_000))
def test_broken_copies(kind: str, number: int) -> None:
    name, seed = SEEDS[kind]
    raw = mutated(seed, number)
    assert sum(tried(name, raw)) or not raw.strip()


@pytest.mark.parametrize("name", sorted({name for name, _ in SEEDS.values()}))
@_FEW
@given(raw=st.binary(max_size=300))
def test_any_bytes(name: str, raw: bytes) -> None:
    assert sum(tried(name, raw))
