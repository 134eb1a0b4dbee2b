"""Events: what several reports say happened, put together, and where they part over the date."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.link.words import mass
from sayso.view import days
from sayso.view.claims import outlet
from sayso.view.plain import line
from sayso.view.timeline.dated import Dated
from sayso.view.timeline.page import Clock, Dispute, Entry, Witness

_SAME = 0.4  # of the telling words of the shorter one: with one date, it is one event
_DISPUTED = 0.6  # with another date, more is asked for
_PLAIN = 2  # words in common that are no part of a name: who and where alone tell no event
_RAREST, _CROWD = 8, 30  # words by which events are looked up; events that may share one
_LEAST = 5.0  # weight of the words that two have in common


def events(found: Sequence[Dated]) -> tuple[list[Entry], list[Dispute]]:
    """One entry for each thing that happened, and the disputes over dates."""
    groups = _grouped(found)
    entries = [_entry(group) for group in groups]
    return _disputed(entries, groups)


def digest(*parts: str) -> str:
    """An id of what it is made from."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _grouped(found: Sequence[Dated]) -> list[list[Dated]]:
    """What has one date and is about the same, in the order of its first place."""
    groups = list[list[Dated]]()
    of_date = defaultdict[str, list[list[Dated]]](list)
    for one in found:
        home = next((g for g in of_date[one.when.iso] if _about(one, g, _SAME)), None)
        if home is None:
            home = [one]
            groups.append(home)
            of_date[one.when.iso].append(home)
        else:
            home.append(one)
    return groups


def _about(one: Dated, group: Iterable[Dated], share: float) -> bool:
    return any(_alike(one, other, share) for other in group)


def _alike(one: Dated, other: Dated, share: float) -> bool:
    common = one.stems & other.stems
    shorter = min(mass(one.stems), mass(other.stems))
    return mass(common) >= _LEAST and mass(common) >= share * shorter


def _at_odds(one: Dated, other: Dated) -> bool:
    """Whether two outlets tell the same of different dates: also in words that are no names."""
    return (
        outlet(one.document) != outlet(other.document)
        and _alike(one, other, _DISPUTED)
        and len(one.plain & other.plain) >= _PLAIN
    )


def _entry(group: Sequence[Dated]) -> Entry:
    first = group[0]
    witnesses = tuple(_witness(one) for one in group)
    who = witnesses[0].claimer or witnesses[0].outlet
    made = "v" + digest(Clock.EVENT, first.when.iso, first.document.id, str(first.date.span.start))
    heading = line(first.words.text)
    return Entry(made, Clock.EVENT, first.when.iso, first.when.known_from, heading, who, witnesses)


def _witness(one: Dated) -> Witness:
    published = one.document.published
    return Witness(
        document=one.document.id,
        outlet=outlet(one.document),
        printed=published.iso if published else "",
        claim=one.claim.id if one.claim else "",
        claimer=line(one.claim.claimer.name) if one.claim else "",
        date=one.date,
        words=one.words,
    )


def _disputed(
    entries: list[Entry], groups: Sequence[Sequence[Dated]]
) -> tuple[list[Entry], list[Dispute]]:
    """Mark the entries that are about the same and cannot be of one day."""
    disputes, marked = list[Dispute](), dict[str, str]()
    for left, right in _candidates(groups):
        one, other = entries[left], entries[right]
        if days.agree(one.when, other.when) or one.id in marked or other.id in marked:
            continue
        pair = next(((a, b) for a in groups[left] for b in groups[right] if _at_odds(a, b)), None)
        if pair:
            sides = tuple(e.id for e in sorted((one, other), key=lambda e: (e.first, e.id)))
            made = "q" + digest(*sides)
            shared = " ".join(sorted(pair[0].stems & pair[1].stems))
            disputes.append(Dispute(made, Clock.EVENT, sides, shared))
            marked |= dict.fromkeys(sides, made)
    told = [replace(entry, dispute=marked.get(entry.id, "")) for entry in entries]
    return told, disputes


def _candidates(groups: Sequence[Sequence[Dated]]) -> Iterator[tuple[int, int]]:
    """Pairs of groups that may be about the same: two of the rarest words of one stand in both."""
    about = [frozenset[str]().union(*(one.stems for one in group)) for group in groups]
    often = Counter(stem for stems in about for stem in stems)
    holders = defaultdict[str, list[int]](list)
    for n, stems in enumerate(about):
        for stem in sorted(stems, key=lambda word: (often[word], word))[:_RAREST]:
            holders[stem].append(n)
    counts = Counter(
        pair
        for some in holders.values()
        if len(some) <= _CROWD  # a word of so many events tells none of them
        for pair in combinations(some, 2)
    )
    yield from sorted(pair for pair, count in counts.items() if count > 1)
