"""By which words outlets call one claimer, where they tell that it said something.

A name with or without title, role and country is one name ("Mr. Ostrel", "Halvern's Foreign
Minister Henrik Ostrel"); what is told apart is "the minister", "the farm boss", "Sabrith".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document
from sayso.model.relation import Reason
from sayso.resolve.places import place
from sayso.resolve.words import BODIES, DOCUMENTS, HONORIFICS, RANKS, ROLE_MODIFIERS, ROLES
from sayso.view.plain import line
from sayso.view.wording.counting import Reports, rows
from sayso.view.wording.forms import SMALL, bare, key
from sayso.view.wording.page import Passage, Thing, ThingKind

_PRONOUN = re.compile(
    r"(?:he|she|it|they|who|which|that|i|we|one|both|each|the latter)\b", re.IGNORECASE
)
_LONGEST = 8  # words: a longer source is a description, not a name
_TITLES = HONORIFICS | RANKS | ROLES | ROLE_MODIFIERS | BODIES | SMALL


def claimer_things(claims: Iterable[Claim], reports: Reports) -> Iterator[Thing]:
    """Claimers that are called by two names or more, those with most claims first."""
    found = defaultdict[str, list[Claim]](list)
    for claim in claims:
        if claim.source and claim.claimer.kind is not EntityKind.UNNAMED:
            found[claim.claimer.id].append(claim)
    documents = {document.id: document for document in reports.documents}
    for some in sorted(found.values(), key=lambda one: (-len(one), one[0].claimer.id)):
        if thing := _thing(some, documents, reports):
            yield thing


def _thing(
    claims: Sequence[Claim], documents: Mapping[str, Document], reports: Reports
) -> Thing | None:
    who = claims[0].claimer
    called = [(name, claim) for claim in claims if (name := _called(claim, who))]
    forms = defaultdict[str, Counter[str]](Counter)
    for name, _ in called:
        forms[key(name)][name] += 1
    if len(forms) < 2:
        return None
    labels = {made: max(names, key=lambda n: (names[n], n)) for made, names in forms.items()}
    places = ((labels[key(name)], *_place(claim, documents, reports)) for name, claim in called)
    reason = Reason("claimer", 1.0, f"all are taken for {line(who.name)}; see sayso who")
    return Thing(who.id, ThingKind.CLAIMER, line(who.name), rows(places), (reason,))


def _place(
    claim: Claim, documents: Mapping[str, Document], reports: Reports
) -> tuple[Passage | None, str]:
    assert claim.source is not None
    voices = reports.voices(documents[claim.document])
    return voices.passage(claim.source.span), voices.outlet


def _called(claim: Claim, who: Entity) -> str:
    """What a source calls its claimer: the claimer's own name where it is that name with titles,
    "" where it is a pronoun, a statement or a long description."""
    words = bare(claim.source.text.split(",")[0]) if claim.source else ""
    tokens = _tokens(words)
    if not tokens or _PRONOUN.match(words) or len(tokens) > _LONGEST or tokens[-1] in DOCUMENTS:
        return ""
    own = _tokens(who.name) or [""]
    if set(tokens) <= set(own) or (own[-1] in tokens and _titled(words, tokens, own)):
        return line(who.name)
    return line(words)


def _titled(words: str, tokens: Sequence[str], own: Sequence[str]) -> bool:
    """Whether a name has nothing about it but titles, roles and countries."""
    lands = {token for word in words.split() if place(bare(word)) for token in _tokens(word)}
    return all(token in own or token in lands or token in _TITLES for token in tokens)


def _tokens(words: str) -> list[str]:
    return key(words).casefold().replace("'s", "").replace(".", "").split()
