"""Who calls what by which name, split by the outlet's voice and the voices it quotes.

names.py     proper names that stand for one thing, joined by what the texts tell
nouns.py     nouns of contested naming, from a small lexicon
owned.py     the same nouns beside one name: the Kesh regime, the government of Kesh
claimers.py  what outlets call those who speak
cues.py      said, claimed, admitted: how outlets introduce each side
scare.py     quotation marks that quote nobody
swaps.py     other words for the same, in two reports of one utterance
voices.py    whose words stand at a place
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.span import Span
from sayso.view.claims import outlet
from sayso.view.wording import nouns
from sayso.view.wording.claimers import claimer_things
from sayso.view.wording.counting import Reports, rows
from sayso.view.wording.cues import cue_rows
from sayso.view.wording.forms import places
from sayso.view.wording.joined import joined_names
from sayso.view.wording.owned import owned_things
from sayso.view.wording.page import (
    Count,
    CueRow,
    NameRow,
    Passage,
    ScareRow,
    Swap,
    Thing,
    ThingKind,
    Voice,
    WordingPage,
    made_id,
)
from sayso.view.wording.scare import scare_rows
from sayso.view.wording.swaps import swaps

__all__ = [
    "Count", "CueRow", "NameRow", "Passage", "ScareRow", "Swap", "Thing", "ThingKind", "Voice",
    "WordingPage", "asked_page", "wording_page",
]  # fmt: skip

Pairs = Sequence[tuple[Claim, Claim]]


def wording_page(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    pairs: Pairs,
    mentions: Iterable[tuple[str, int]],
    limit: int = 12,
) -> WordingPage:
    """The wording of a case.

    pairs: claims of different documents that report one utterance. mentions: names found in the
    documents, with how often. limit: at most so many things of a kind, the most frequent.
    """
    known = {document.id: document for document in documents}
    reports = Reports(documents, by_document(claims))
    things = [
        *_name_things(reports, pairs, mentions, limit),
        *_noun_things(reports, claims, limit),
        *islice(claimer_things(claims, reports), limit),
    ]
    return WordingPage(
        outlets=outlets(reports),
        things=tuple(sorted(things, key=_rank)),
        cues=cue_rows(claims, known),
        scare=scare_rows(reports),
        swaps=tuple(swaps(pairs, known)),
    )


def asked_page(
    documents: Sequence[Document], claims: Sequence[Claim], words: Sequence[str]
) -> WordingPage:
    """Only these words, each in any of its forms, as one thing."""
    reports = Reports(documents, by_document(claims))
    small = {form: word for word in words if word.islower() for form in nouns.forms(word)}
    names = [word for word in words if not word.islower()]

    def stand(text: str) -> Iterator[tuple[Span, str]]:
        yield from places(names, text)
        yield from nouns.stands(small, text)

    found = rows(reports.found(stand, whose=nouns.whose))
    thing = Thing(made_id(words), ThingKind.ASKED, ", ".join(words), found)
    return WordingPage(outlets(reports), (thing,))


def by_document(claims: Iterable[Claim]) -> Mapping[str, list[Claim]]:
    """Claims by the document that they stand in."""
    found = defaultdict[str, list[Claim]](list)
    for claim in claims:
        found[claim.document].append(claim)
    return found


def outlets(reports: Reports) -> tuple[str, ...]:
    """All outlets, those with most documents first."""
    found = Counter(outlet(document) for document in reports.documents)
    return tuple(sorted(found, key=lambda name: (-found[name], name)))


def _name_things(
    reports: Reports, pairs: Pairs, mentions: Iterable[tuple[str, int]], limit: int
) -> Iterator[Thing]:
    for names, reasons in joined_names(reports.documents, pairs, mentions, limit):
        found = rows(reports.found(partial(places, names)))
        if len(found) > 1:
            heading = " · ".join(row.name for row in found)
            yield Thing(made_id(names), ThingKind.NAME, heading, found, reasons)


def _noun_things(reports: Reports, claims: Iterable[Claim], limit: int) -> Iterator[Thing]:
    every = {form: noun for f in nouns.families() for noun in f.nouns for form in nouns.forms(noun)}
    found = list(reports.found(partial(nouns.stands, every), whose=nouns.whose))
    for family in nouns.families():
        mine = [one for one in found if one[0] in family.nouns]
        made = rows(mine)
        if len(made) > 1:
            yield Thing(made_id(family.nouns), ThingKind.NOUN, family.heading, made)
    yield from islice(owned_things(nouns.families(), found, claims), limit)


def _rank(thing: Thing) -> tuple[bool, int, int, str]:
    """Sorts first what outlets differ on: where their favourite names are not the same."""
    favourites = {_favourite(thing, outlet) for outlet in thing.outlets}
    total = sum(thing.total(outlet) for outlet in thing.outlets)
    return thing.kind is ThingKind.CLAIMER, -len(favourites), -total, thing.heading


def _favourite(thing: Thing, outlet: str) -> str:
    return max(thing.names, key=lambda row: len(row.of(outlet).passages)).name
