"""The proper names of a case, and which of them are one by their looks: spelling, country."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.model.document import Document
from sayso.model.relation import Reason
from sayso.resolve.places import PlaceKind, place
from sayso.view.wording.forms import bare, is_acronym, key

_ACRONYM = re.compile(r"(?<![\w.’'-])[A-Z]{2,6}(?!\w|\.\w)")
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_PARTS = frozenset(("England", "Scotland", "Wales", "Northern Ireland"))  # of one country
_PARTICLES = frozenset("al el ez ad as ar de da di du la le van von bin ibn ul ur".split())


@dataclass(frozen=True, slots=True)
class Join:
    """Two names, by key, that stand for one thing, and why."""

    left: str
    right: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Names:
    """The proper names of a case.

    forms: how each, by key, is written, with how often. letters: where words stand that look like
    first letters of others: the first place in each document.
    """

    forms: Mapping[str, Counter[str]]
    letters: Mapping[str, Sequence[tuple[Document, int]]]

    def label(self, made: str) -> str:
        """The most frequent form of a name that is not shouted."""
        return _label(frozenset(self.forms[made].items()))

    def count(self, made: str) -> int:
        """How often a name was found."""
        return self.forms[made].total()

    @classmethod
    def gathered(cls, mentions: Iterable[tuple[str, int]], documents: Iterable[Document]) -> Names:
        """Names that were found in the documents, with how often; and what looks like letters."""
        forms = defaultdict[str, Counter[str]](Counter)
        for form, count in mentions:
            plain = bare(form)
            if "\n" not in form and plain[:1].isupper() and len(plain) > 1:
                forms[key(plain)][plain] += count
        letters = defaultdict[str, dict[str, tuple[Document, int]]](dict)
        for document in documents:
            for match in _ACRONYM.finditer(document.text):
                if not _shouted(document.text, match):
                    forms[match.group()][match.group()] += 1
                    letters[match.group()].setdefault(document.id, (document, match.start()))
        for made in [made for made in forms if made.isupper() and made.casefold() in forms]:
            forms[made.casefold()] += forms.pop(made)  # a name that a headline shouts
        return cls(dict(forms), {made: list(places.values()) for made, places in letters.items()})


@lru_cache(maxsize=32768)
def _label(forms: frozenset[tuple[str, int]]) -> str:
    quiet = [one for one in forms if not one[0].isupper() or is_acronym(one[0])]
    best = max(quiet or forms, key=lambda one: (one[1], one[0]))[0]
    return best + "." if _DOTTED.fullmatch(best) else best


def _shouted(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - 12) : match.end() + 12].replace(match.group(), "")
    return not any(map(str.islower, around))


def spelling(names: Names) -> Iterator[Join]:
    """Deir Ezzor and Deir ez-Zor: the same letters, without blanks and small particles."""
    alike = defaultdict[str, list[str]](list)
    for made in names.forms:
        first, *rest = made.split() or [""]
        words = [first, *(w for w in rest[:-1] if w not in _PARTICLES), *rest[-1:]]
        if not made.isupper() and len("".join(words)) >= 6:
            alike["".join(words)].append(made)
            whole = made.replace(" ", "")
            if whole != "".join(words):
                alike[whole].append(made)
    for found in alike.values():
        for other in found[1:]:
            if other != found[0]:
                detail = (
                    f"{names.label(found[0])} and {names.label(other)} are spelled almost alike"
                )
                yield Join(found[0], other, Reason("spelling", 0.9, detail))


def countries(names: Names) -> Iterator[Join]:
    """Burma and Myanmar: names of one country."""
    known = defaultdict[str, list[str]](list)
    for made in names.forms:
        label = names.label(made)
        found = place(label) if names.count(made) > 1 and label not in _PARTS else None
        if found and found.kind is PlaceKind.NAME:
            known[found.country].append(made)
    for country, some in known.items():
        for other in some[1:]:
            detail = f"{names.label(some[0])} and {names.label(other)} are names of {country}"
            yield Join(some[0], other, Reason("country", 1.0, detail))
