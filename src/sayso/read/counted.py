"""What is counted before it is parsed: parsers make some hundred bytes of every few that they read.

A hostile file of 10 MB can hold a million elements, for which a parser needs a gigabyte. Counting
takes no memory, and tells what is wrong with the file. Whatever grows in another way ends with the
process that reads it, see `child`.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import AnyStr

from sayso.read.inflate import TooMuchError
from sayso.read.limits import BOUNDARIES, ELEMENTS, LARGEST_PAGE, MAIL_LINES, NODES, VALUES

_ELEMENT = re.compile(r"<[a-zA-Z!?]")
_NODE = re.compile(rb"<[^/]|=[\"']")


def check_text(text: str) -> None:
    """Raises TooMuchError for a text of too many characters: with one emoji in it each takes four
    bytes, in every copy that is made of it."""
    _check_length(text, "texts", "split it first")


def check_markup(markup: str) -> None:
    """Raises TooMuchError for HTML of too many characters or elements."""
    _check_length(markup, "pages", "save the report alone")
    if _more(_ELEMENT, markup, ELEMENTS):
        raise TooMuchError(
            f"pages of more than {ELEMENTS:,} elements are not read; save the report alone"
        )


def check_xml(raw: bytes) -> None:
    """Raises TooMuchError for XML of too many elements and attributes."""
    if _more(_NODE, raw, NODES):
        raise TooMuchError(
            f"XML of more than {NODES:,} elements and attributes is not read; split it first"
        )


def check_json(raw: bytes) -> None:
    """Raises TooMuchError for JSON of too many values. Commas in texts count, too."""
    if sum(raw.count(mark) for mark in (b",", b"[", b"{")) > VALUES:
        raise TooMuchError(
            f"JSON of more than {VALUES:,} values is not read; give one article a line"
        )


def check_mail(raw: bytes) -> None:
    """Raises TooMuchError for a letter of too many lines or parts."""
    if raw.count(b"\n") > MAIL_LINES or raw.count(b"\n--") > BOUNDARIES:
        raise TooMuchError(
            f"mail of more than {MAIL_LINES:,} lines or {BOUNDARIES:,} parts is not read;"
            " save the letter, or what is attached to it, alone"
        )


def _check_length(text: str, what: str, advice: str) -> None:
    if len(text) > LARGEST_PAGE:
        size = f"{LARGEST_PAGE / 1e6:.0f} million characters"
        raise TooMuchError(f"{what} over {size} are not read; {advice}")


def _more(pattern: re.Pattern[AnyStr], text: AnyStr, most: int) -> bool:
    return next(islice(pattern.finditer(text), most, None), None) is not None
