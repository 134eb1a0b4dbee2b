"""Whether two names of one document name the same person or body, and who of several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.resolve.form import Head
from sayso.resolve.known import Known, body_head
from sayso.resolve.names import PersonName, acronym_of
from sayso.resolve.roles import Described

_ACRONYM = re.compile(r"\b[A-Z][a-zA-Z]*[A-Z]\b")


def same_body(label: str, words: frozenset[str], known: Known) -> bool:
    """The same words; or one name within the other, of two words or more and with one noun; or
    an acronym."""
    if words == known.words:
        return True
    nested = words < known.words or known.words < words
    if nested and not _one_of_two(label, known.label) and min(len(words), len(known.words)) > 1:
        return body_head(label) == body_head(known.label)
    return acronym_of(label, known.label) or acronym_of(known.label, label)


def _one_of_two(left: str, right: str) -> bool:
    """ "Lake News" is not "River Trust and Lake News"."""
    short, long = sorted((left, right), key=len)
    return any(short.casefold() in part.casefold() for part in long.split(" and ")) and (
        " and " in long and " and " not in short
    )


def fuller(head: Head, known: Known, words: frozenset[str]) -> bool:
    """Whether a name says more: the country, or a long form for an acronym."""
    if acronym_of(known.label, head.words):
        return True
    if _ACRONYM.search(known.label) and not _ACRONYM.search(head.words):
        return words == known.words
    gains = head.described.country is not None and known.described.country is None
    return words >= known.words and (gains or len(words) > len(known.words))


def same_name(name: PersonName, known: Known) -> bool:
    return known.name is not None and known.name.parts == name.parts


def elsewhere(one: Described, other: Described) -> bool:
    return bool(one.country and other.country and one.country != other.country)


def introduced_last(fits: Sequence[Known], at: int) -> Known | None:
    """Of several with one surname, whose full name stands last before a place."""
    found: tuple[int, Known | None] = (-1, None)
    for known in fits:
        before = [there for there in full_places(known) if there < at]
        found = max(found, (max(before, default=-1), known), key=lambda pair: pair[0])
    return found[1]


def full_places(known: Known) -> list[int]:
    """Where it is named by more than the surname."""
    short = len(known.label.split()[-1])
    return [span.start for span in known.places if len(span) > short + 2]


def most_introduced(fits: Sequence[Known]) -> Known | None:
    """The only one, or one whose full name stands twice as often as any other's."""
    ranked = sorted(((len(full_places(k)), n) for n, k in enumerate(fits)), reverse=True)
    if len(ranked) > 1 and ranked[0][0] < 2 * ranked[1][0]:
        return None
    return fits[ranked[0][1]] if ranked else None


def outstanding(fits: Sequence[Known]) -> Known | None:
    """The only one, or one that the text names twice as often as any other."""
    ranked = sorted(fits, key=lambda k: -len(k.places))
    if len(ranked) > 1 and len(ranked[0].places) < 2 * len(ranked[1].places):
        return None
    return ranked[0] if ranked else None
