"""Names as texts write them: one key for all forms of a name, and where a name stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sayso.model.span import Span

LONGEST_ACRONYM = 6  # letters
SMALL = frozenset(("of", "the", "and", "for", "in", "on", "to", "a", "an", "at", "de", "la"))
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_GAP = r"[\s\xa0-]+"
_LETTERS = re.compile(r"\w+")
_BETWEEN = re.compile(r"[\s\xa0–—-]+")


@lru_cache(maxsize=65536)
def bare(name: str) -> str:
    """A name without article, possessive and what stands around it, on one line."""
    words = " ".join(name.split()).strip(' ,;:."“”‘[]()•|')
    return _ARTICLE.sub("", _POSSESSIVE.sub("", words)).strip()


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals only, and short enough to be letters of another."""
    letters = name.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= LONGEST_ACRONYM + 2 and letters.isalpha() and letters.isupper()


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """What all forms of a name share. An acronym keeps its capitals, so that IS is no "is"."""
    plain = bare(name)
    if is_acronym(plain):
        return plain.replace(".", "").replace("-", "")
    folded = plain.casefold()
    if not plain.isascii():
        folded = unicodedata.normalize("NFKD", plain.replace("’", "'")).casefold()
        folded = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(_BETWEEN.split(folded))


def fits(acronym: str, words: Iterable[str]) -> bool:
    """Whether letters are the first ones of words. Small words may be passed over, others not."""
    return _fits(acronym.replace(".", "").replace("-", "").casefold(), tuple(words))


def _fits(letters: str, words: tuple[str, ...]) -> bool:
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    if letters and word[:1].casefold() == letters[0] and _fits(letters[1:], rest):
        return True
    return word.casefold() in SMALL and _fits(letters, rest)


def places(names: Sequence[str], text: str) -> Iterator[tuple[Span, str]]:
    """Where any of the names stands in a text, each place with the name. Of two that begin alike
    the longer one counts. An acronym is not looked for in a line that is all in capitals."""
    begins, pattern = _begins(tuple(names)), _pattern(tuple(names))
    behind = 0
    for at in sorted({at for begin in begins for at in _finds(text, begin)}):
        match = pattern.match(text, at) if at >= behind else None
        if match:
            behind = match.end()
            name = names[int((match.lastgroup or "n0")[1:])]
            if not (is_acronym(name) and _shouted(text, at)):
                yield Span(at, behind), name


def _finds(text: str, word: str) -> Iterator[int]:
    """Everywhere that a text has a word; to look for it so is far quicker than with a pattern."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


@lru_cache(maxsize=512)
def _begins(names: tuple[str, ...]) -> frozenset[str]:
    """Letters with which one of the names begins wherever it stands."""
    return frozenset(way for name in names for way in _ways(name))


def _ways(name: str) -> tuple[str, str]:
    if is_acronym(name):  # US may be written U.S.
        return name.replace(".", "")[:2], f"{name[0]}."
    found = _LETTERS.match(name)
    first = found.group() if found else name[0]
    return first, first.upper()


@lru_cache(maxsize=512)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    order = sorted(range(len(names)), key=lambda n: -len(names[n]))
    ways = "|".join(f"(?P<n{n}>{_spelled(names[n])})" for n in order)
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)")


def _spelled(name: str) -> str:
    """A name as a pattern: blanks and hyphens alike, also all in capitals if it is no acronym."""
    words = [re.sub("['’]", "['’]", re.escape(word)) for word in name.split()]
    plain = _GAP.join(words)
    if is_acronym(name):
        letters = r"\.?".join(name.replace(".", "").replace("-", "-?"))
        # O.F. stands neither in D.O.F. nor in O.F.D.
        return rf"(?<!\b\w\.){letters}(?:(?<=\.\w)\.)?(?!\.?\w\b)"
    return f"{plain}|{_GAP.join(word.upper() for word in words)}"


def _shouted(text: str, at: int) -> bool:
    """Whether the line around a place has no small letter."""
    end = text.find("\n", at)
    line = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]
    return line.isupper()
