"""The timeline of a case: when it happened, when it was said, when it was printed.

dated.py    dates in texts, resolved where the words leave no doubt
events.py   what several reports say happened, and disputes over dates
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.link.groups import Group
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.view import days
from sayso.view.claims import outlet
from sayso.view.plain import line
from sayso.view.timeline.dated import dated
from sayso.view.timeline.events import digest, events
from sayso.view.timeline.page import Clock, Dispute, Entry, TimelinePage, Witness

__all__ = ["Clock", "Dispute", "Entry", "TimelinePage", "Witness", "timeline_page"]

_ORDER = {Clock.EVENT: 0, Clock.SAID: 1, Clock.PRINTED: 2}


def timeline_page(
    documents: Sequence[Document], claims: Sequence[Claim], groups: Sequence[Group]
) -> TimelinePage:
    """The timeline of a case. groups: claims that report one utterance."""
    standing = defaultdict[str, list[Claim]](list)
    for claim in claims:
        standing[claim.document].append(claim)
    happened = [one for d in documents for one in dated(d, standing[d.id])]
    entries, disputes = events(happened)
    said, disputed = _said(claims, groups, {document.id: document for document in documents})
    entries += [*said, *(_printed(document) for document in documents if document.published)]
    return TimelinePage(
        entries=tuple(sorted(entries, key=_by_date)),
        disputes=tuple(disputes + disputed),
        undated=tuple(document.id for document in documents if not document.published),
    )


def _by_date(entry: Entry) -> tuple[str, str, int, str]:
    return entry.first, entry.last, _ORDER[entry.clock], entry.id


def _said(
    claims: Sequence[Claim], groups: Sequence[Group], documents: Mapping[str, Document]
) -> tuple[list[Entry], list[Dispute]]:
    """One entry for each utterance and date; a dispute where reports of one utterance part."""
    home = {made: n for n, group in enumerate(groups) for made in group.claims}
    found = defaultdict[tuple[str, str], list[Claim]](list)
    for claim in claims:
        if claim.said:
            utterance = str(home[claim.id]) if claim.id in home else claim.id
            found[utterance, claim.said.iso].append(claim)
    entries = {key: _utterance(some, documents) for key, some in found.items()}
    disputes = list[Dispute]()
    of_utterance = defaultdict[str, list[tuple[str, str]]](list)
    for key in entries:
        of_utterance[key[0]].append(key)
    for keys in of_utterance.values():
        some = [entries[key] for key in keys]
        if any(not days.agree(a.when, b.when) for a in some for b in some):
            ordered = sorted(some, key=_by_date)
            made = "q" + digest(*(entry.id for entry in ordered))
            sides = tuple(entry.id for entry in ordered)
            disputes.append(Dispute(made, Clock.SAID, sides, ordered[0].who))
            entries |= {key: replace(entries[key], dispute=made) for key in keys}
    return list(entries.values()), disputes


def _utterance(claims: Sequence[Claim], documents: Mapping[str, Document]) -> Entry:
    first = claims[0]
    assert first.said is not None
    return Entry(
        id="v" + digest(Clock.SAID, first.said.iso, first.id),
        clock=Clock.SAID,
        when=first.said.iso,
        known_from=first.said.known_from,
        heading=line(first.text),
        who=line(first.claimer.name),
        witnesses=tuple(_reporting(claim, documents[claim.document]) for claim in claims),
    )


def _reporting(claim: Claim, document: Document) -> Witness:
    return Witness(
        document=document.id,
        outlet=outlet(document),
        printed=document.published.iso if document.published else "",
        claim=claim.id,
        claimer=line(claim.claimer.name),
        words=claim.content[0],
    )


def _printed(document: Document) -> Entry:
    assert document.published is not None
    when = document.published
    return Entry(
        id="v" + digest(Clock.PRINTED, when.iso, document.id),
        clock=Clock.PRINTED,
        when=when.iso,
        known_from=when.known_from,
        heading=line(document.title or document.source),
        who=outlet(document),
        witnesses=(Witness(document.id, outlet(document), when.iso),),
    )
