"""Names put together: sets of names that stand for one thing, with the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.relation import Reason
from sayso.view.wording.names import Names, joins


def joined_names(
    documents: Sequence[Document],
    pairs: Iterable[tuple[Claim, Claim]],
    mentions: Iterable[tuple[str, int]],
    limit: int,
) -> Iterator[tuple[tuple[str, ...], tuple[Reason, ...]]]:
    """Sets of two names or more, as they are most often written, the most frequent set first."""
    names = Names.gathered(mentions, (document.text for document in documents))
    home = {made: {made} for made in names.forms}
    reasons = defaultdict[str, list[Reason]](list)
    for join in sorted(joins(names, documents, pairs), key=lambda one: -one.reason.score):
        reasons[join.left].append(join.reason)
        if home[join.left] is not home[join.right]:
            both = home[join.left] | home[join.right]
            for made in both:
                home[made] = both
    sets = {id(some): some for some in home.values() if len(some) > 1}.values()
    ranked = sorted(sets, key=lambda some: (-_weight(some, names), sorted(some)))
    for some in ranked[:limit]:
        ordered = sorted(some, key=lambda made: (-sum(names.forms[made].values()), made))
        why = (reason for made in ordered for reason in reasons[made])
        yield tuple(names.label(made) for made in ordered), tuple(why)


def _weight(some: Iterable[str], names: Names) -> int:
    """How often the less frequent names stand: a set with one name only tells nothing."""
    counts = sorted((sum(names.forms[made].values()) for made in some), reverse=True)
    return sum(counts[1:])
