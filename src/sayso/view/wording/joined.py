"""Proper names that stand for one thing, joined by what the texts of the case themselves tell.

Nothing here knows a story. Two names are joined where one is made of the first letters of the
other, where a text says that they are one, where they are one but for spelling, where both are
names of one country, or where two reports of one utterance have the one in the place of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.relation import Reason
from sayso.view.wording.forms import key
from sayso.view.wording.letters import letters
from sayso.view.wording.names import Join, Names, countries, spelling
from sayso.view.wording.swaps import swapped_names
from sayso.view.wording.told import told

Pairs = Iterable[tuple[Claim, Claim]]


def joined_names(
    documents: Sequence[Document],
    pairs: Pairs,
    mentions: Iterable[tuple[str, int]],
    limit: int,
) -> Iterator[tuple[tuple[str, ...], tuple[Reason, ...]]]:
    """Sets of two names or more, as they are most often written, the most frequent set first."""
    names = Names.gathered(mentions, documents)
    home = {made: {made} for made in names.forms}
    reasons = defaultdict[str, list[Reason]](list)
    for join in sorted(joins(names, documents, pairs), key=lambda one: -one.reason.score):
        reasons[join.left].append(join.reason)
        if home[join.left] is not home[join.right]:
            both = home[join.left] | home[join.right]
            for made in both:
                home[made] = both
    sets = {id(some): some for some in home.values() if len(some) > 1}.values()
    ranked = sorted(
        sets, key=lambda some: (_plain(some, reasons), -_weight(some, names), sorted(some))
    )
    for some in ranked[:limit]:
        ordered = sorted(some, key=lambda made: (-names.count(made), made))
        why = (reason for made in ordered for reason in reasons[made])
        yield tuple(names.label(made) for made in ordered), tuple(why)


def _plain(some: Iterable[str], reasons: Mapping[str, Sequence[Reason]]) -> bool:
    """Whether names are one by their looks only: letters, spelling, a country's names."""
    return not any(r.name in ("utterance", "told") for made in some for r in reasons.get(made, ()))


def joins(names: Names, documents: Sequence[Document], pairs: Pairs) -> Iterator[Join]:
    """Every reason to take two names for one. pairs: claims that report one utterance."""
    yield from letters(names)
    yield from _told(names, documents)
    yield from spelling(names)
    yield from countries(names)
    for left, right, reason in swapped_names(pairs, {d.id: d.text for d in documents}):
        if key(left) in names.forms and key(right) in names.forms:
            yield Join(key(left), key(right), reason)


def _told(names: Names, documents: Sequence[Document]) -> Iterator[Join]:
    """A text says that two names are one: "Daesh (IS)", "also known as"."""
    for document in documents:
        for left, right, words in told(document):
            one, other = key(left), key(right)
            if one != other and one in names.forms and other in names.forms:
                said = f"a report says so: {' '.join(words.text.split())}"
                yield Join(
                    one,
                    other,
                    Reason("letters" if other.isupper() else "told", 1.0, said, (words,)),
                )


def _weight(some: Iterable[str], names: Names) -> int:
    """How often the less frequent names stand: a set with one name only tells nothing."""
    counts = sorted(map(names.count, some), reverse=True)
    return sum(counts[1:])
