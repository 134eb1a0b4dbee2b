"""When two addresses lead to one page."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

# What tells a site where a reader came from, and nothing about the page.
_TRACKING = re.compile(
    r"(?:utm_|mc_|pk_|at_)\w+|fbclid|gclid|dclid|msclkid|igshid|ref|ref_src|cmpid|ocid|smid|ncid"
    r"|partner|xtor|s_cid|sh|taid|amp",
    re.IGNORECASE,
)
_SAME_SITE = re.compile(r"^(?:www|m|mobile|amp)\.")


def page_of(address: str) -> str:
    """The page that an address leads to, without scheme: "courier.example/news/1?page=2".

    Two addresses of one page give the same, as far as that can be told without asking. What is no
    address comes back as it is.
    """
    try:
        parts = urlsplit(address.strip())
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return address
    if not parts.hostname:
        return address
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if _tells(pair[0])]
    path = re.sub(r"/(?:amp/?|index\.html?)?$", "", parts.path)
    tail = f"?{urlencode(sorted(query))}" if query else ""
    return f"{host_of(address)}{port}{path}{tail}"


def host_of(address: str) -> str:
    """The site of an address, without "www." and the like; "" for what is no address."""
    try:
        host = urlsplit(address.strip()).hostname or ""
    except ValueError:
        return ""
    return _SAME_SITE.sub("", host.rstrip("."))


def called(source: str) -> str:
    """What to call a source that states no outlet: the site of an address, the name of a file."""
    return host_of(source) or source.replace("\\", "/").rstrip("/").split("/")[-1]


def page_of_document(canonical: str | None, address: str | None) -> str | None:
    """The page that a document shows.

    canonical: as it states it. address: from where it was fetched. A page that names another
    site's page as its original is a reprint of it, not a version.
    """
    if canonical and (address is None or host_of(canonical) == host_of(address)):
        return page_of(canonical)
    return page_of(address) if address else None


def _tells(name: str) -> bool:
    return not _TRACKING.fullmatch(name)
