"""Names as searches compare them, and texts as SQLite can hold them."""

from __future__ import annotations

import re
import unicodedata

_INSIDE = re.compile(r"[.'’ʼ`]")  # "U.S." is "US", "O'Dell" is "ODell"
_BETWEEN = re.compile(r"[\W_]+")


def folded(name: str | None) -> str:
    """Words in small letters without accents, each with a space before it: " ana maria corrin"."""
    plain = unicodedata.normalize("NFKD", name or "")
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return "".join(f" {word}" for word in _BETWEEN.split(_INSIDE.sub("", plain)) if word)


def folded_words(name: str) -> tuple[str, ...]:
    """Each word of a name, folded, with its space: found in a folded name, it begins a word."""
    return tuple(f" {word}" for word in folded(name).split())


def storable(text: str) -> str:
    """A text with half characters escaped: names of files can hold them, SQLite cannot."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
