"""The known by the words of their names: who might be meant is asked of a few, not of all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sayso.resolve.known import Known
from sayso.resolve.names import PersonName

_LETTERS = re.compile(r"[^\W\d_]+")


class Index:
    """Grows with the register; a known whose name got longer is added again."""

    def __init__(self) -> None:
        self._words: dict[str, dict[int, Known]] = {}
        self._countries: dict[str, Known] = {}

    def add(self, known: Known) -> None:
        keys = known.name.parts if known.name is not None else _body_keys(known.label, known.words)
        for key in keys:
            self._words.setdefault(key, {})[id(known)] = known

    def remove(self, known: Known) -> None:
        """Nobody is to be found under its name any more."""
        for owners in self._words.values():
            owners.pop(id(known), None)

    def name_country(self, known: Known) -> None:
        self._countries[known.label] = known

    def country(self, label: str) -> Known | None:
        return self._countries.get(label)

    def people(self, name: PersonName) -> list[Known]:
        """Those who share a part of a name."""
        return [k for k in self._any(name.parts) if k.name is not None]

    def bodies(self, label: str, words: frozenset[str]) -> list[Known]:
        """Those that share a word of a name, or whose short form may be it."""
        return [k for k in self._any(_body_keys(label, words)) if k.words]

    def _any(self, keys: Iterable[str]) -> list[Known]:
        found: dict[int, Known] = {}
        for key in keys:
            found.update(self._words.get(key, {}))
        return list(found.values())


@lru_cache(maxsize=8192)
def _body_keys(label: str, words: frozenset[str]) -> Sequence[str]:
    """The words of a body, and the letters that an acronym of it would have."""
    if not words:
        return ()
    every = [w for w in _LETTERS.findall(label) if w != "s"]
    capitals = [w for w in every if w[0].isupper()]
    initials = {"".join(w[0] for w in way).lower() for way in (capitals, every)}
    short = label.replace(".", "").replace("-", "").lower()
    return tuple(sorted(words | {f"={i}" for i in initials} | {f"={short}"}))
