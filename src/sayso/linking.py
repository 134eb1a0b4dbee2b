"""How the claims of a case stand to each other: by rules and a judge, corrected by people."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.link.candidates import Index
from sayso.link.frame import Frame, frames
from sayso.link.judge import Judge, RuleJudge
from sayso.link.linker import link
from sayso.link.relays import relays
from sayso.model.claim import Claim
from sayso.model.errors import UnknownNameError, UsageError
from sayso.model.relation import Decision, Reason, Relation, Verdict
from sayso.model.trace import Maker
from sayso.resolve.places import place
from sayso.store import Store, Writer, now

MAKER = Maker("linker", "1")
"""Whoever changes rules or judge raises the version: what another one linked is linked anew."""


def relink(writer: Writer, judge: Judge | None = None, maker: Maker = MAKER) -> None:
    """Link the claims that are new or whose claimer is now known as another, with all others.

    A tie rests on its two claims alone, and on which keys are alive in the whole case; those that
    lost their keys are taken away. So the outcome is that of linking everything at once.
    """
    known = writer.link_states(maker)
    framed = case_frames(writer)
    states = {made: state(one) for made, one in framed.items()}
    changed = {made for made, what in states.items() if known.get(made) != what}
    if not changed and known:
        return
    index = Index(framed)
    earlier = writer.relations()
    kept = [one for one in earlier if known and _holds(one, index, changed)]
    found = [*link(index, judge or RuleJudge(), changed), *_relayed(writer, framed, changed)]
    every = {one.id: one for one in (*kept, *found, *_confirmed(writer))}
    gone = {one.id for one in earlier} - {one.id for one in kept}
    new = [one for made, one in sorted(every.items()) if made not in {k.id for k in kept}]
    writer.link(gone, new, {made: states[made] for made in changed}, maker)


def case_frames(store: Store) -> dict[str, Frame]:
    """The frame of every claim, by id."""
    claims = defaultdict[str, list[Claim]](list)
    for claim, _ in store.claims():
        claims[claim.document].append(claim)
    documents = store.documents(sorted(claims))
    made = (one for document in documents for one in frames(document, claims[document.id], country))
    return {one.claim: one for one in made}


def country(words: str) -> str | None:
    """The country that words name, by whatever they call it: name, people, capital, seat."""
    found = place(words)
    if found is None and words.endswith("s"):
        found = place(words[:-1])
    return found.country if found else None


def state(one: Frame) -> str:
    """What the ties of a claim rest on besides its words, which stay: who is taken to say it."""
    who = (one.actor, one.name, one.role, *sorted(one.speaker), "|", *sorted(one.lands), "|")
    told = "\x1f".join((*who, *sorted(one.bodies), "|", *one.refers))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def decide(writer: Writer, name: str, verdict: Verdict, who: str, note: str) -> Relation:
    """Keep a person's word on a relation; the relation.

    name: id of the relation, or its beginning. Raises UnknownNameError, UsageError for several.
    """
    found = [one for one in writer.relations() if one.id.startswith(name)] if name else []
    if not found:
        raise UnknownNameError(f"no relation is called {name!r}; see sayso links")
    if len(found) > 1:
        raise UsageError(f"{name!r} begins the ids of {len(found)} relations; give more of it")
    writer.rule(found[0], Decision(found[0].id, verdict, who, now(), note))
    return found[0]


def verdicts(store: Store) -> dict[str, Verdict]:
    """What people decided last, by the id of what it is on."""
    return store.verdicts()


def _holds(one: Relation, index: Index, changed: set[str]) -> bool:
    if one.left in changed or one.right in changed:
        return False
    return one.kind == "relays" or index.has(one.left, one.right)


def _relayed(store: Store, framed: Mapping[str, Frame], changed: set[str]) -> Iterator[Relation]:
    documents = store.documents(sorted({one.place.document for one in framed.values()}))
    yield from relays(_by_document(framed), documents, changed)


def _by_document(framed: Mapping[str, Frame]) -> dict[str, list[Frame]]:
    found = defaultdict[str, list[Frame]](list)
    for one in framed.values():
        found[one.place.document].append(one)
    return dict(found)


def _confirmed(store: Store) -> Sequence[Relation]:
    """Ties that a person confirmed stay, also where nothing else speaks for them."""
    why = Reason("decision", 1.0, "a person confirmed it")
    return [Relation.make(kind, a, b, 1.0, (why,)) for kind, a, b in store.confirmed()]
