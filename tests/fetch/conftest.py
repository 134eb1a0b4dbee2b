"""A web for each test, with one site in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fetch.web import Web


@pytest.fixture
def web() -> Iterator[Web]:
    """A web with courier.example in it."""
    with Web() as playing:
        playing.site("courier.example", "5.5.5.5")
        yield playing
