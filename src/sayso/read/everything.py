"""All text of a web page, furniture too, to look whether some words stand in it somewhere.

Linear code of our own, which strangers' bytes cannot lead astray: tags are cut out, nothing is
parsed.
"""

from __future__ import annotations

import html
import re

from sayso.read.encoding import decode
from sayso.read.limits import LARGEST_PAGE

_UNSEEN = tuple(
    (re.compile(f"<{name}\\b", re.IGNORECASE), re.compile(f"</{name}\\b", re.IGNORECASE))
    for name in ("script", "style", "template", "noscript")
)
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")


def words_shown(raw: bytes) -> str:
    """The text, each tag a space. "" for what is no text."""
    text = (decode(raw[: 4 * LARGEST_PAGE], markup=True).text or "")[:LARGEST_PAGE]
    for opens, closes in _UNSEEN:
        text = _without(text, opens, closes)
    return html.unescape(_TAG.sub(" ", text))


def _without(text: str, opens: re.Pattern[str], closes: re.Pattern[str]) -> str:
    """Without the elements of a name; from one that is not closed on, all is kept."""
    pieces, at = [], 0
    while start := opens.search(text, at):
        end = closes.search(text, start.end())
        if end is None:
            break
        pieces.append(text[at : start.start()])
        at = end.start()
    return "".join([*pieces, text[at:]])
