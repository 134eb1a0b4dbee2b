"""When two addresses lead to one page."""

from __future__ import annotations

import pytest

from sayso.model.address import called, host_of, page_of, page_of_document

PAGE = "courier.example/news/1"


@pytest.mark.parametrize(
    "address",
    [
        "https://courier.example/news/1",
        "http://www.Courier.example:80/news/1#comments",
        "https://m.courier.example/news/1?utm_source=mail&fbclid=x",
        "https://courier.example/news/1/amp",
        "https://courier.example/news/1/",
    ],
)
def test_one_page(address: str) -> None:
    assert page_of(address) == PAGE


@pytest.mark.parametrize(
    "address",
    [
        "https://courier.example/news/2",
        "https://other.example/news/1",
        "https://courier.example/news/1?page=2",
        "https://courier.example:8080/news/1",
        "https://courier.example/News/1",
    ],
)
def test_another_page(address: str) -> None:
    assert page_of(address) != PAGE


def test_the_order_of_a_query_does_not_count() -> None:
    assert page_of("http://a.example/?b=1&a=2") == page_of("http://a.example?a=2&b=1")


@pytest.mark.parametrize("address", ["reports/a.txt", "http://[::1", "http://a.example:port/"])
def test_no_address_is_left_as_it_is(address: str) -> None:
    assert page_of(address) == address


def test_a_reprint_is_no_version_of_its_original() -> None:
    original = "https://courier.example/news/1"
    assert page_of_document(original, "https://www.courier.example/news/1?page=1") == PAGE
    assert page_of_document(original, "https://reprint.example/x") == "reprint.example/x"
    assert page_of_document(original, None) == PAGE
    assert page_of_document(None, None) is None
    assert host_of("https://www.courier.example./") == "courier.example"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("https://www.courier.example/news/1", "courier.example"),
        ("reports/01-hana.txt", "01-hana.txt"),
        ("C:\\reports\\a.txt", "a.txt"),
        ("archive.warc.gz#https://courier.example/a", "a"),
        ("reports/", "reports"),
    ],
)
def test_what_to_call_a_source(source: str, name: str) -> None:
    assert called(source) == name
