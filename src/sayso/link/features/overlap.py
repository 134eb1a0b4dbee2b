"""How much of the content two claims share."""

from __future__ import annotations

from sayso.link.features.base import Feature, Saying
from sayso.link.frame import Frame
from sayso.link.words import mass, stem, weight, words

_ROOT = 4  # letters that the names of a country and of its people share


def jaccard(left: Frame, right: Frame) -> float:
    """The weight of shared words in that of all."""
    shared = mass(left.stems & right.stems)
    return shared / (left.mass + right.mass - shared) if shared else 0.0


def contained(left: Frame, right: Frame) -> float:
    """The weight of shared words in that of the claim with fewer."""
    shared = mass(left.stems & right.stems)
    return shared / max(1.0, min(left.mass, right.mass)) if shared else 0.0


def shared_rare(left: Frame, right: Frame) -> float:
    """How many telling words are shared; 1 for six or more."""
    return min(1.0, sum(weight(s) > 1 for s in left.stems & right.stems) / 6)


def run(left: Frame, right: Frame) -> float:
    """The longest run of words that both have in one order; 1 for eight or more."""
    longest, before = 0, dict[int, int]()
    for one in left.order:
        now = dict[int, int]()
        for at, other in enumerate(right.order):
            if one == other:
                now[at] = before.get(at - 1, 0) + 1
                longest = max(longest, now[at])
        before = now
    return min(1.0, max(0, longest - 1) / 7)


def beyond_parties(left: Frame, right: Frame) -> frozenset[str]:
    """The shared words that are no name, people or country of those that either speaks of."""
    named = {mark.strip("=").casefold()[:_ROOT] for mark in left.about | right.about}
    return frozenset(s for s in left.stems & right.stems if s.strip("=")[:_ROOT] not in named)


def in_common(left: Frame, right: Frame) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The shared words as each side writes them."""
    shared = left.stems & right.stems
    found = []
    for one in (left, right):
        seen = dict[str, str]()
        for word in words(one.text):
            if (made := stem(word)) in shared:
                seen.setdefault(made, word)
        found.append(tuple(seen.values()))
    return found[0], found[1]


def _say(left: Frame, right: Frame) -> Saying:
    mine, theirs = in_common(left, right)
    return Saying(f"both have: {', '.join(mine)}", mine, theirs)


def _run(left: Frame, right: Frame) -> Saying:
    mine, theirs = in_common(left, right)
    return Saying("words follow each other in the same order", mine, theirs)


JACCARD = Feature("shared_words", jaccard, _say)
CONTAINED = Feature("contained", contained, _say)
RARE = Feature("rare_words", shared_rare, _say)
RUN = Feature("same_order", run, _run)
