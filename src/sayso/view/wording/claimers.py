"""By which words outlets call one claimer, where they tell that it said something."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sayso.model.claim import Claim, EntityKind
from sayso.model.document import Document
from sayso.model.ids import entity_id
from sayso.model.relation import Reason
from sayso.view.plain import line
from sayso.view.wording.counting import Reports, rows
from sayso.view.wording.forms import bare, key
from sayso.view.wording.page import Passage, Thing, ThingKind

_PRONOUN = re.compile(
    r"(?:he|she|it|they|who|which|that|i|we|one|both|the latter)\b", re.IGNORECASE
)
_LONGEST = 8  # words: a longer source is a description, not a name
_HONORIFIC = re.compile(r"(?:mr|mrs|ms|miss|dr|sir|mme|m)\.?\s+", re.IGNORECASE)


def claimer_things(claims: Iterable[Claim], reports: Reports) -> Iterator[Thing]:
    """Claimers that go by two or more names, which say more than first name or "Mr."."""
    found = defaultdict[str, list[Claim]](list)
    for claim in claims:
        if claim.source and claim.claimer.kind is not EntityKind.UNNAMED:
            found[claim.claimer.id].append(claim)
    documents = {document.id: document for document in reports.documents}
    for some in found.values():
        if thing := _thing(some, documents, reports):
            yield thing


def _thing(
    claims: list[Claim], documents: Mapping[str, Document], reports: Reports
) -> Thing | None:
    called = [(_called(claim), claim) for claim in claims]
    forms = defaultdict[str, list[str]](list)
    for name, _ in called:
        if name:
            forms[_key(name)].append(name)
    if len(forms) < 2:
        return None
    labels = {made: max(names, key=lambda n: (names.count(n), n)) for made, names in forms.items()}
    places = (
        (labels[_key(name)], *_place(claim, documents, reports))
        for name, claim in called
        if name and claim.document in documents
    )
    who = claims[0].claimer
    reason = Reason("claimer", 1.0, f"all are taken for {line(who.name)}; see sayso who")
    return Thing(who.id, ThingKind.CLAIMER, line(who.name), rows(places), (reason,))


def _place(
    claim: Claim, documents: Mapping[str, Document], reports: Reports
) -> tuple[Passage | None, str]:
    assert claim.source is not None
    voices = reports.voices(documents[claim.document])
    return voices.passage(claim.source.span), voices.outlet


def _called(claim: Claim) -> str:
    """The words of a source, "" where it is a pronoun or a long description."""
    words = bare(claim.source.text) if claim.source else ""
    if not words or _PRONOUN.match(words) or len(words.split()) > _LONGEST:
        return ""
    return line(words)


def _key(name: str) -> str:
    return key(_HONORIFIC.sub("", name))


def made_id(names: Iterable[str]) -> str:
    """An id for names that stand for one thing: the same for the same names."""
    return "t" + entity_id("thing", " ".join(sorted(names)), None)[1:]
