"""Lines in which a capital tells no name."""

from __future__ import annotations

import re

from sayso.model.parsed import Parsed
from sayso.resolve.stretches import Covered

_WORD = re.compile(r"[^\W\d_][\w’'-]*\.?")
_HEADLINE = 0.8  # share of them that begins with a capital
_LINE = 4  # words of four letters or more that a headline has


def headlines(parsed: Parsed) -> Covered:
    """Lines whose words begin with capitals, whatever they are: there a capital tells no name."""
    return Covered(
        line for line in parsed.paragraphs if _title_case(line.cut(parsed.document.text))
    )


def _title_case(line: str) -> bool:
    if len(line) > 300:
        return False
    long = [word for word in _WORD.findall(line) if len(word) > 3]
    capital = sum(word[0].isupper() for word in long)
    return len(long) >= _LINE and capital > _HEADLINE * len(long)
