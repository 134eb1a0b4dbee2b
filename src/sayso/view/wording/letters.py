"""Names made of the first letters of others: IS and Islamic State, ISIS and the words behind it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.document import Document
from sayso.model.relation import Reason
from sayso.model.span import Evidence, Span
from sayso.view.wording.forms import SMALL, fits
from sayso.view.wording.names import Join, Names

_REST = re.compile(r"(?:\s+(?:of|in|and|the|for|[A-Z][\w’'-]+)){1,4}")
_SHARE, _SHARE_OF_TWO = 0.1, 0.25  # of the reports with the letters: they have the name, too
_MOST = 400  # names in letters that are looked at, the most frequent first


def letters(names: Names) -> Iterator[Join]:
    """Letters and the names that they stand for: both in one document, or the letters go on with
    the words behind the name."""
    initials = _initials(names)
    ranked = sorted(
        (m for m in names.letters if m in names.forms), key=lambda m: (-names.count(m), m)
    )
    for short in ranked[:_MOST]:
        low = short.casefold()
        if found := _best(names, short, initials.get(low, ())):
            yield found
            continue
        begun = dict.fromkeys(m for n in range(2, len(low)) for m in initials.get(low[:n], ()))
        if followed := _followed(names, short, list(begun)):
            yield followed


def _initials(names: Names) -> Mapping[str, Sequence[str]]:
    """Names of several words by their first letters, with and without those of small words."""
    found = defaultdict[str, list[str]](list)
    for made in names.forms:
        words = made.split()
        if len(words) > 1 and not made.isupper():
            found["".join(word[0] for word in words)].append(made)
            large = "".join(word[0] for word in words if word not in SMALL)
            if 1 < len(large) < len(words):
                found[large].append(made)
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """A document that has both. long, short: where. told: "Islamic State (IS)"."""

    document: Document
    long: int
    short: int
    told: bool


def _best(names: Names, short: str, found: Sequence[str]) -> Join | None:
    """Of the names that the letters fit, the one that shares most documents with them."""
    places = {made: list(_places(names, short, names.label(made))) for made in found}
    places = {made: some for made, some in places.items() if some}
    if not places:
        return None
    made = max(places, key=lambda m: (any(p.told for p in places[m]), len(places[m]), m))
    first = max(places[made], key=lambda place: place.told)
    if not first.told and not _enough(len(places[made]), names, short):
        return None
    long = names.label(made)
    detail = f"{short} is made of the first letters of {long}, and reports have both"
    sides = (_cut(first.document, first.long, long), _cut(first.document, first.short, short))
    return Join(made, short, Reason("letters", 1.0, detail, *sides))


def _enough(both: int, names: Names, short: str) -> bool:
    """Whether so many reports have both that it is no chance: two letters fit much."""
    share = both / len(names.letters[short])
    return (both > 1 and share >= _SHARE_OF_TWO) if len(short) == 2 else share >= _SHARE


def _places(names: Names, short: str, long: str) -> Iterator[_Place]:
    for document, at in names.letters[short]:
        start = document.text.find(long)
        if start >= 0:
            yield _Place(document, start, at, f"{long} ({short})" in document.text)


def _followed(names: Names, short: str, found: Sequence[str]) -> Join | None:
    """The letters go on with the words behind a name, in a document that has both."""
    for made in found:
        long = names.label(made)
        places = [
            (document, at, whole)
            for document, at in names.letters[short]
            if (whole := _whole(document.text, long, short))
        ]
        if places and _enough(len(places), names, short):
            document, at, whole = places[0]
            detail = f"{short} is made of the first letters of {whole}"
            left = _cut(document, document.text.index(whole), whole)
            return Join(
                made, short, Reason("letters", 0.8, detail, left, _cut(document, at, short))
            )
    return None


def _whole(text: str, long: str, short: str) -> str | None:
    """A name with the words behind it, as far as the letters fit both."""
    start = text.find(long)
    while start >= 0:
        rest = _REST.match(text, start + len(long))
        for match in re.finditer(r"\S+", rest.group()) if rest else ():
            if match[0][0].isupper():
                whole = text[start : start + len(long) + match.end()]
                if fits(short, whole.split()):
                    return whole
        start = text.find(long, start + 1)
    return None


def _cut(document: Document, start: int, words: str) -> tuple[Evidence, ...]:
    span = Span(start, start + len(words))
    return (Evidence.cut(document.id, document.text, span),)
