"""Proper names that stand for one thing, joined by what the texts of the case themselves tell.

Nothing here knows a story. Two names are joined where one is made of the first letters of the
other, where a text says that they are one, where they are one but for spelling, where both are
names of one country, or where two reports of one utterance have the one in the place of the other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.relation import Reason
from sayso.model.span import Evidence, Span
from sayso.resolve.places import PlaceKind, place
from sayso.view.wording.forms import bare, fits, is_acronym, key
from sayso.view.wording.swaps import swapped_names
from sayso.view.wording.told import told

_ACRONYM = re.compile(r"(?<![\w.’'-])[A-Z]{2,6}(?!\w|\.\w)")
_REST = re.compile(r"(?:\s+(?:of|in|and|the|for|[A-Z][\w’'-]+)){1,4}")
_PARTICLES = frozenset("al el ez ad as ar de da di du la le van von bin ibn ul ur".split())


@dataclass(frozen=True, slots=True)
class Join:
    """Two names, by key, that stand for one thing, and why."""

    left: str
    right: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Names:
    """The proper names of a case. forms: how each, by key, is written, with how often."""

    forms: Mapping[str, Counter[str]]

    def label(self, made: str) -> str:
        """The most frequent form of a name that is not shouted."""
        found = self.forms[made]
        quiet = {form: n for form, n in found.items() if not form.isupper() or is_acronym(form)}
        return max(quiet or found, key=lambda form: (found[form], form))

    @classmethod
    def gathered(cls, mentions: Iterable[tuple[str, int]], texts: Iterable[str]) -> Names:
        """Names that were found in the documents, with how often; and what looks like letters."""
        forms = defaultdict[str, Counter[str]](Counter)
        for form, count in mentions:
            plain = bare(form)
            if "\n" not in form and plain[:1].isupper() and len(plain) > 1:
                forms[key(plain)][plain] += count
        for text in texts:
            for match in _ACRONYM.finditer(text):
                if not _shouted(text, match):
                    forms[key(match.group())][match.group()] += 1
        for made in [made for made in forms if made.isupper() and made.casefold() in forms]:
            forms[made.casefold()] += forms.pop(made)  # a name that a headline shouts
        return cls(dict(forms))


def _shouted(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - 12) : match.end() + 12].replace(match.group(), "")
    return not any(c.islower() for c in around)


def joins(
    names: Names, documents: Sequence[Document], pairs: Iterable[tuple[Claim, Claim]]
) -> Iterator[Join]:
    """Every reason to take two names for one. pairs: claims that report one utterance."""
    yield from _letters(names, documents)
    yield from _told(names, documents)
    yield from _spelling(names)
    yield from _countries(names)
    for left, right, reason in swapped_names(pairs):
        if key(left) in names.forms and key(right) in names.forms:
            yield Join(key(left), key(right), reason)


def _letters(names: Names, documents: Sequence[Document]) -> Iterator[Join]:
    """IS and Islamic State: the first letters, in one document, or in the words that follow."""
    initials = defaultdict[str, list[str]](list)
    for made in names.forms:
        words = made.split()
        if len(words) > 1 and not made.isupper():
            initials["".join(word[0] for word in words)].append(made)
            initials[_capitals(names.label(made))].append(made)
    for letters in (made for made in names.forms if made.isupper()):
        low = letters.casefold()
        found = list(dict.fromkeys(initials.get(low, ())))
        if long := _best(names, letters, found, documents):
            yield long
            continue
        begun = [m for n in range(2, len(low)) for m in initials.get(low[:n], ())]
        yield from _followed(names, letters, list(dict.fromkeys(begun)), documents)


def _capitals(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper()).casefold()


def _best(
    names: Names, letters: str, found: Sequence[str], documents: Sequence[Document]
) -> Join | None:
    """Of the names that the letters fit, the one that shares most documents with them."""
    places = defaultdict[str, list[tuple[Document, int, int, bool]]](list)
    for document in documents:
        at = _stands(document.text, letters)
        if at < 0:
            continue
        for made in found:
            long = names.label(made)
            if (start := document.text.find(long)) >= 0:
                behind = document.text[start + len(long) : start + len(long) + 3]
                at_once = f"{long} ({letters})" in document.text or behind.startswith(
                    " (" + letters
                )
                places[made].append((document, start, at, at_once))
    if not places:
        return None
    made = max(places, key=lambda m: (any(p[3] for p in places[m]), len(places[m]), m))
    if len(letters) == 2 and len(places[made]) < 2 and not any(p[3] for p in places[made]):
        return None  # two letters fit too much to be taken for a name on one report's word
    document, start, at, _ = max(places[made], key=lambda p: p[3])
    long = names.label(made)
    detail = f"{letters} are the first letters of {long}, and reports have both"
    left = _cut(document, start, long)
    return Join(made, letters, Reason("letters", 1.0, detail, left, _cut(document, at, letters)))


def _followed(
    names: Names, letters: str, found: Sequence[str], documents: Sequence[Document]
) -> Iterator[Join]:
    """ISIS and Islamic State: the letters go on with the words behind the name."""
    for made in found:
        long = names.label(made)
        for document in documents:
            start = document.text.find(long)
            while start >= 0:
                rest = _REST.match(document.text, start + len(long))
                words = rest.group().split() if rest else []
                for n in range(1, len(words) + 1):
                    if words[n - 1][0].isupper() and fits(letters, [*long.split(), *words[:n]]):
                        whole = " ".join([long, *words[:n]])
                        detail = f"{letters} are the first letters of {whole}"
                        reason = Reason("letters", 0.8, detail, _cut(document, start, long))
                        yield Join(made, letters, reason)
                        return
                start = document.text.find(long, start + 1)


def _told(names: Names, documents: Sequence[Document]) -> Iterator[Join]:
    """A text says that two names are one: "Daesh (IS)", "also known as"."""
    for document in documents:
        for left, right, words in told(document):
            one, other = key(left), key(right)
            if one != other and one in names.forms and other in names.forms:
                said = f"a report says so: {' '.join(words.text.split())}"
                yield Join(one, other, Reason("told", 1.0, said, (words,)))


def _spelling(names: Names) -> Iterator[Join]:
    """Deir Ezzor and Deir ez-Zor: the same letters, without blanks and small particles."""
    alike = defaultdict[str, list[str]](list)
    for made in names.forms:
        words = [word for word in made.split() if word not in _PARTICLES]
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


def _countries(names: Names) -> Iterator[Join]:
    """Burma and Myanmar: names of one country."""
    known = defaultdict[str, list[str]](list)
    for made in names.forms:
        found = place(names.label(made))
        if found and found.kind is PlaceKind.NAME:
            known[found.country].append(made)
    for country, some in known.items():
        for other in some[1:]:
            detail = f"{names.label(some[0])} and {names.label(other)} are names of {country}"
            yield Join(some[0], other, Reason("country", 1.0, detail))


def _stands(text: str, letters: str) -> int:
    """Where letters stand as a word, or -1."""
    match = re.search(rf"(?<!\w){letters}(?!\w)", text) if letters in text else None
    return match.start() if match else -1


def _cut(document: Document, start: int, words: str) -> tuple[Evidence, ...]:
    span = Span(start, start + len(words))
    return (Evidence.cut(document.id, document.text, span),)
