"""Addresses: which are asked at all, and in what form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.fetch.base import FetchError

if TYPE_CHECKING:
    from httpx import URL

LONGEST = 4_000  # characters; servers refuse longer ones
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_address(source: str) -> bool:
    """Whether a source is an address, not a file: it begins with a scheme ("https://")."""
    return _SCHEME.match(source) is not None


def parse(address: str) -> URL:
    """The address in the form in which it is asked: no fragment, host in ASCII.

    Raises FetchError for anything but http and https, for names and passwords, and for no address.
    """
    from httpx import URL, InvalidURL

    if len(address) > LONGEST:
        raise FetchError("address", f"addresses over {LONGEST:,} characters are not asked")
    try:
        url = URL(address).copy_with(fragment=None)
    except (InvalidURL, ValueError, TypeError) as error:
        raise FetchError("address", f"this is no address: {error}") from error
    if url.scheme not in ("http", "https"):
        shown = url.scheme or "no scheme"
        raise FetchError("address", f"only http and https are asked, not {shown}")
    if not url.host:
        raise FetchError("address", "this address names no host")
    if url.port is not None and not 0 < url.port < 65536:
        raise FetchError("address", f"there is no port {url.port}")
    if url.userinfo:
        raise FetchError("address", "addresses with a name or password in them are not asked")
    return url


def joined(base: URL, where: str) -> URL:
    """The address that a redirect or link leads to. Raises FetchError as `parse`."""
    from httpx import InvalidURL

    if len(where) > LONGEST:
        raise FetchError("address", f"addresses over {LONGEST:,} characters are not asked")
    try:
        return parse(str(base.join(where)))
    except (InvalidURL, ValueError) as error:
        raise FetchError("address", f"a redirect leads to what is no address: {error}") from error


def site(url: URL) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
