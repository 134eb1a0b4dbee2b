"""Addresses in the form in which they are asked."""

from __future__ import annotations

import pytest

from sayso.fetch.base import FetchError
from sayso.fetch.url import is_address, joined, parse, site


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("https://Courier.Example/a#top", "https://courier.example/a"),
        ("http://courier.example:80/ü?q=ä b", "http://courier.example/%C3%BC?q=%C3%A4%20b"),
        ("https://zürich.example/", "https://xn--zrich-kva.example/"),
    ],
)
def test_form(given: str, asked: str) -> None:
    assert str(parse(given)) == asked


@pytest.mark.parametrize("source", ["reports/", "a.html", "C:\\a.txt", "C://a.txt", "-", ""])
def test_files_are_no_addresses(source: str) -> None:
    assert not is_address(source)


def test_addresses() -> None:
    assert is_address("https://courier.example/a")
    assert is_address("gopher://courier.example/")  # refused later, with a word on why


def test_links_are_joined() -> None:
    base = parse("https://courier.example/news/a")
    assert str(joined(base, "../b?x#y")) == "https://courier.example/b?x"
    assert site(joined(base, "//other.example:8080/")) == "https://other.example:8080"
    with pytest.raises(FetchError):
        joined(base, "http://courier.example:port/")
