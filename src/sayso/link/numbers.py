"""Figures in claims: which count the same thing, and whether they can both be right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.link.words import STOP, stem, word_list, word_set

_SMALL = {
    w: n
    for n, w in enumerate(
        word_list(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen"
            " fourteen fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
_TENS = {
    w: 10 * n
    for n, w in enumerate(word_list("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
_FLOOR = re.compile(r"(?:at least|more than|over|above|no less than|no fewer than|fewer than half|"
                    r"not less than|upwards of|never less than|exceed\w*|in excess of)\s*$",
                    re.I)  # fmt: skip
_CEILING = re.compile(r"(?:at most|less than|fewer than|under|below|no more than|not more than|"
                      r"up to|nearly|barely)\s*$", re.I)  # fmt: skip
_NEVER = re.compile(
    r"(?:no|not|never|once) (?:\w+ )?(?:less|fewer|under|below) (?:than )?\s*$", re.I
)
_ABOUT = re.compile(r"(?:about|around|some|roughly|approximately|almost|close to|nearly)\s*$", re.I)
_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?|%")
_COUNTING = _SMALL.keys() | _TENS.keys() | _SCALES.keys()
_MONTHS = word_set(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
_CLOCK = word_set("o'clock am pm a.m p.m")


@dataclass(frozen=True, slots=True)
class Number:
    """A figure. low, high: what it can be ("at least 12": 12 and up).

    unit: stems of the few words behind it, which say what is counted. words: as written.
    """

    low: float
    high: float
    unit: frozenset[str]
    words: str

    def clashes(self, other: Number) -> bool:
        """Whether both count the same thing and cannot both be right."""
        apart = self.low > other.high or other.low > self.high
        return apart and bool(self.unit & other.unit)

    def agrees(self, other: Number) -> bool:
        """Whether both count the same thing with the same figure."""
        return self.low == other.low and self.high == other.high and bool(self.unit & other.unit)


def numbers(text: str) -> tuple[Number, ...]:
    """The figures of a text in order, without days of the month, years and times of day."""
    tokens = list(_TOKEN.finditer(text))
    found, at = list[Number](), 0
    while at < len(tokens):
        value, after = _value(tokens, at)
        if value is None:
            at += 1
            continue
        near = [t.group().casefold() for t in tokens[max(0, at - 1) : at]]
        behind = [t.group().casefold() for t in tokens[after : after + 4]]
        if not _is_date(value, near, behind, tokens[at].group()):
            words = text[tokens[at].start() : tokens[after - 1].end()]
            found.append(_number(value, text[: tokens[at].start()], behind, words))
        at = after
    return tuple(found)


def _value(tokens: list[re.Match[str]], at: int) -> tuple[float | None, int]:
    total, current, start = 0.0, None, at
    while at < len(tokens):
        word = tokens[at].group().casefold()
        plain = word.replace(",", "")
        if word[0].isdigit():
            if current is not None:
                break
            current = float(plain)
        elif word in _SMALL or word in _TENS:
            size = _SMALL.get(word, _TENS.get(word, 0))
            if current is not None and not (
                current % 100 == 0 or (current % 10 == 0 and size < 10)
            ):
                break
            current = (current or 0) + size
        elif word in _SCALES and (current is not None or word in ("hundred", "thousand", "dozen")):
            current = (current or 1) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0
        elif not (word == "and" and current is not None and at + 1 < len(tokens)
                  and tokens[at + 1].group().casefold() in _SMALL | _TENS
                  and current >= 100):  # fmt: skip
            break
        at += 1
    if at == start or (current is None and not total):
        return None, start
    if at == start + 1 and tokens[start].group().casefold() == "one":
        return None, start
    return total + (current or 0), at


def _is_date(value: float, near: list[str], behind: list[str], words: str) -> bool:
    first = behind[0] if behind else ""
    if first in _CLOCK or (near and near[0] in _MONTHS) or first in _MONTHS:
        return True
    return words.isdigit() and len(words) == 4 and 1500 <= value <= 2100


def _number(value: float, before: str, behind: list[str], words: str) -> Number:
    unit = frozenset(
        stem(w) for w in behind[:3] if w not in STOP | _COUNTING and not w[0].isdigit()
    )
    if "%" in behind[:1] or behind[:2] == ["per", "cent"] or behind[:1] == ["percent"]:
        unit = frozenset({"percent"})
    if _CEILING.search(before) and not _NEVER.search(before):
        return Number(0, value, unit, words)
    if _FLOOR.search(before):
        return Number(value, float("inf"), unit, words)
    if _ABOUT.search(before):
        return Number(value * 0.8, value * 1.2, unit, words)
    return Number(value, value, unit, words)
