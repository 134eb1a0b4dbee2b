"""One spelling for words that are written in several: US and UK, and transliterations."""

from __future__ import annotations

import re
from functools import lru_cache

# In this order: later rules see what earlier ones made.
_SOUNDS = (
    ("tch", "ch"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"),
    ("ph", "f"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("ou", "u"), ("oo", "u"), ("w", "v"),
    ("yy", "i"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("ey", "ei"), ("y", "i"), ("ae", "a"),
    ("oe", "o"), ("ue", "u"), ("ts", "c"), ("tz", "c"),
)  # fmt: skip
_BRITISH = (
    (re.compile(r"isation(s?)$"), r"ization\1"),
    (re.compile(r"(?<=[^aeiou])our$"), "or"),
    (re.compile(r"(?<=[bt])re$"), "er"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"amme$"), "am"),
)
_ENSE = frozenset(("defence", "offence", "licence"))


@lru_cache(maxsize=65536)
def sound(part: str) -> str:
    """A key that transliterations of one name share: "dmitriy" and "dmitry", "youssef" and "yusef".

    Not the sound of the word; only the letters that spellings disagree on are made alike.
    """
    if len(part) < 3:
        return part
    key = part
    for written, meant in _SOUNDS:
        key = key.replace(written, meant)
    return re.sub(r"(.)\1+", r"\1", key)


@lru_cache(maxsize=65536)
def american(word: str) -> str:
    """The US spelling of a word of a body's name: "centre" → "center"."""
    for pattern, meant in _BRITISH:
        if meant == "ense" and word not in _ENSE:
            continue
        word = pattern.sub(meant, word)
    return word
