"""Nouns of contested naming: the lexicon, where its words stand, and whose they are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

from sayso.model.span import Span
from sayso.resolve.places import country
from sayso.resolve.words import HONORIFICS, RANKS
from sayso.view.wording.forms import bare

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
_LETTERS = re.compile(r"(?:[A-Z]\.)+")  # "U.S.", "J."
_TITLES = HONORIFICS | RANKS
_PARTS = frozenset("North South East West Central Latin".split())  # of a continent
_NO_NAME = frozenset(
    "The A An This That These Those In On At And But For Its Their His Her Our Your My Some Many"
    " Most All Both Few Several Other Such No Any Two Three Four Five Six Ten".split()
)


class Owner(StrEnum):
    """Beside what kind of name nouns of one family stand for one thing: a country, somebody who
    speaks in the case; a body, a victim: any other name, of a victim not in letters."""

    COUNTRY = "country"
    SPEAKER = "speaker"
    BODY = "body"
    VICTIM = "victim"


@dataclass(frozen=True, slots=True)
class Family:
    """Nouns that may stand for one thing. nouns: in the order of the lexicon. owners: beside names
    of these kinds they are sure to; none: beside no name."""

    heading: str
    nouns: tuple[str, ...]
    owners: frozenset[Owner]


@lru_cache(maxsize=1)
def families() -> tuple[Family, ...]:
    """The lexicon, in its order."""
    text = (files("sayso.view.wording") / "nouns.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(map(_family, lines))


def _family(line: str) -> Family:
    name, nouns = line.split(":")
    heading, _, owners = name.rstrip(")").partition(" (")
    kinds = frozenset(map(Owner, owners.split(", "))) if owners else frozenset[Owner]()
    return Family(heading, tuple(noun.strip() for noun in nouns.split(",")), kinds)


def forms(noun: str) -> tuple[str, ...]:
    """A noun and its plural."""
    if noun.endswith("man"):
        return noun, noun[:-3] + "men"
    if noun.endswith("y"):
        return noun, noun[:-1] + "ies"
    return noun, noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def stands(nouns: Mapping[str, str], text: str) -> Iterator[tuple[Span, str]]:
    """Where nouns stand in a text, each place with the noun. nouns: every form, in small letters,
    with its noun. Of two forms that begin alike the longer one counts."""
    low = text.lower()
    if len(low) != len(text):  # a few letters grow when they are made small
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if nouns:
        for match in _pattern(tuple(nouns)).finditer(low):
            yield Span(*match.span()), nouns[" ".join(match.group().split())]


@lru_cache(maxsize=16)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """All forms as a tree of letters, which is quicker than one after the other."""
    tree: dict[str, Any] = {}
    for form in forms:
        branch = tree
        for letter in form:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return re.compile(rf"\b{_grown(tree)}(?!\w)")


def _grown(tree: dict[str, Any]) -> str:
    ways = [
        (r"\s+" if letter == " " else re.escape(letter)) + _grown(branch)
        for letter, branch in sorted(tree.items())
        if letter
    ]
    if not ways:
        return ""
    found = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return f"(?:{found})?" if "" in tree else found


def whose(text: str, span: Span) -> str:
    """The name that stands next to a noun, "" for none: of a country, if it means one."""
    before = text[max(0, span.start - 60) : span.start].rsplit("\n", 1)[-1]
    found = _BEFORE.search(before)
    named = _owner(_sentences(found[1])[-1]) if found else ""
    if not named and (after := _AFTER.match(text, span.end, span.end + 60)):
        named = _owner(_sentences(after[1])[0])
    return named


def _sentences(words: str) -> list[str]:
    """Capital words, parted where a full stop ends a sentence: not so after letters and titles."""
    found = [""]
    for word in words.split():
        found[-1] = f"{found[-1]} {word}".strip()
        plain = word.rstrip(".")
        if plain != word and not _LETTERS.fullmatch(word) and plain.casefold() not in _TITLES:
            found.append("")
    return found


def _owner(words: str) -> str:
    parts = words.split()
    while parts and parts[0] in _NO_NAME:
        parts = parts[1:]
    name = bare(" ".join(parts))
    if not name:
        return ""
    first, last = parts[:-1], parts[-1]
    of_last = country(bare(last)) if not first or first[-1] not in _PARTS else None
    return country(name) or of_last or name
