"""Nouns of contested naming: the lexicon, where its words stand, and whose they are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from sayso.link.sides import root
from sayso.model.span import Span
from sayso.resolve.places import country
from sayso.view.wording.forms import bare, key

_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = r"[A-Z][\w’'.-]*"
# "Syrian government", "Halvern's regime", "Islamic State group militants", "core Daesh terrorists"
_BEFORE = re.compile(
    rf"((?:{_CAPITAL}\s+(?:(?:of|and)\s+)?)*{_CAPITAL})\s+(?:(?:group|state|armed|military)(?:['’]s)?\s+)?$"
)
# "government of President Bashar Assad", "militants from the Islamic State"
_AFTER = re.compile(
    r"\s+(?:of|from|in)\s+(?:the\s+)?(?:President\s+|King\s+|Prime Minister\s+)?"
    rf"((?:{_CAPITAL}\s+)*{_CAPITAL})"
)
_NO_NAME = frozenset(
    "The A An This That These Those In On At And But For Its Their His Her".split()
)


@dataclass(frozen=True, slots=True)
class Family:
    """Nouns that may stand for one thing. nouns: in the order of the lexicon."""

    heading: str
    nouns: tuple[str, ...]


@lru_cache(maxsize=1)
def families() -> tuple[Family, ...]:
    """The lexicon, in its order."""
    text = (files("sayso.view.wording") / "nouns.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    pairs = (line.split(":") for line in lines)
    return tuple(Family(name, tuple(n.strip() for n in nouns.split(","))) for name, nouns in pairs)


def forms(noun: str) -> tuple[str, ...]:
    """A noun and its plural."""
    if noun.endswith("man"):
        return noun, noun[:-3] + "men"
    if noun.endswith("y"):
        return noun, noun[:-1] + "ies"
    return noun, noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def stands(nouns: Mapping[str, str], text: str) -> Iterator[tuple[Span, str]]:
    """Where nouns stand in a text, each place with the noun. nouns: every form, in small letters,
    with its noun; forms of two words are looked for first, by their last word."""
    last = (0, "")
    for match in _WORD.finditer(text):
        word = match.group().casefold()
        start, before = last
        last = (match.start(), word)
        pair = f"{before} {word}"
        if pair in nouns and text[start : match.end()].casefold() == pair:
            yield Span(start, match.end()), nouns[pair]
        elif word in nouns and not text[match.start() - 1 : match.start()].isalnum():
            yield Span(*match.span()), nouns[word]


def whose(text: str, span: Span) -> str:
    """The name that stands next to a noun, "" for none: of a country, if it means one."""
    before = text[max(0, span.start - 60) : span.start].rsplit("\n", 1)[-1]
    found = _BEFORE.search(before)
    named = _owner(found[1]) if found else ""
    if not named and (after := _AFTER.match(text, span.end, span.end + 60)):
        named = _owner(after[1])
    return named


def _owner(words: str) -> str:
    parts = words.split()
    while parts and parts[0] in _NO_NAME:
        parts = parts[1:]
    name = bare(" ".join(parts))
    if not name:
        return ""
    return country(name) or country(name.split()[-1]) or name


def owner_key(name: str) -> str:
    """What the names of one owner share: "Halvern" and "Halvernian"."""
    return root(key(name)) if " " not in name else key(name)
