"""How the claims of a case stand to each other: by rules and a judge, corrected by people."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.link.candidates import CROWD, keys
from sayso.link.frame import Frame, framed, frames
from sayso.link.gist import packed, unpacked
from sayso.link.judge import Judge, Probabilities, card
from sayso.link.linker import ties
from sayso.link.relays import Relays
from sayso.model.claim import Claim, Entity
from sayso.model.document import Document
from sayso.model.errors import UnknownNameError, UsageError
from sayso.model.relation import Decision, Reason, Relation, Verdict
from sayso.model.trace import Maker
from sayso.resolve.places import place
from sayso.store import Note, Store, Writer, now

VERSION = "6"
"""Of the rules. Whoever changes them raises it: what another version linked is linked anew."""

Vectors = Callable[[Sequence[str]], Sequence[bytes]]
Noted = Mapping[str, tuple[str, tuple[str, ...]]]
"""Of each claim that was noted before, by id: who said it, and which claims it speaks of."""
_DOCUMENTS, _CLAIMS = 100, 400  # that are worked on together: one commit each


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads the words of claims. vectors: of the meaning of texts. judge: of pairs."""

    vectors: Vectors
    judge: Judge


def relink(writer: Writer, reader: Reader | None = None) -> None:
    """Link the claims that are new or whose claimer is now known as another, with all others.

    Each claim is noted, then compared with those that are done, a batch a commit: a kill loses the
    batch under way. A tie rests on its two claims alone, and on which keys are alive in the whole
    case; so the outcome is that of linking everything at once.
    """
    maker = linker()
    writer.begin_linking(maker, CROWD)
    reader = reader or Reader(_sentences, _judge)
    noted = writer.noted()
    changed = sorted(_changed(writer, noted))
    for n in range(0, len(changed), _DOCUMENTS):
        if notes := _notes(writer, changed[n : n + _DOCUMENTS], noted, reader.vectors):
            writer.note(notes)
    known = Frames(writer)
    while batch := writer.untied(_CLAIMS):
        named = writer.partners(batch)
        here = known.of(made for pair in named for made in pair)
        pairs = [(here[one], here[other]) for one, other in named]
        found = ties(pairs, reader.judge)
        writer.tie(batch, [*found, *Relays(known.documents).among(pairs)], maker)
    if confirmed := _confirmed(writer):
        writer.tie((), confirmed, maker)


def country(words: str) -> str | None:
    """The country that words name, by whatever they call it: name, people, capital, seat."""
    found = place(words)
    if found is None and words.endswith("s"):
        found = place(words[:-1])
    return found.country if found else None


def linker() -> Maker:
    """Who links, known without loading anything."""
    return Maker("linker", f"{VERSION}+{card()['version']}")


class Frames:
    """Frames of claims that are noted, made when they are asked for. documents: theirs, by id."""

    _MOST = 20_000  # frames that are kept, some 5 KB each

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known = dict[str, Frame]()
        self.documents = dict[str, Document]()

    def of(self, ids: Iterable[str]) -> dict[str, Frame]:
        """The frames of these claims, by id."""
        wanted = set(ids)
        missing = wanted - self._known.keys()
        if len(self._known) + len(missing) > self._MOST:
            self._known, self.documents, missing = {}, {}, wanted
        self._known |= {one.claim: one for one in self._made(sorted(missing))}
        return {made: self._known[made] for made in wanted}

    def _made(self, ids: Sequence[str]) -> Iterator[Frame]:
        gists = self._store.gists(ids)
        claims = self._store.claims_among(ids=ids)
        new = {one.document for one in claims} - self.documents.keys()
        self.documents |= {one.id: one for one in self._store.documents(sorted(new))}
        for one in claims:
            gist, vector, refers = gists[one.id]
            made = framed(one, self.documents[one.document], country, unpacked(gist))
            yield replace(made, refers=refers, vector=vector)


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


def _changed(store: Store, noted: Noted) -> set[str]:
    """Documents with a claim that is new, or that somebody else is now taken to say."""
    nobody = ("", ())
    return {
        document
        for made, document, entity in store.claimers()
        if noted.get(made, nobody)[0] != fingerprint(entity)
    }


def _notes(store: Store, documents: Sequence[str], noted: Noted, sentences: Vectors) -> list[Note]:
    """Of all claims of these documents those that have to be linked anew."""
    claims = defaultdict[str, list[Claim]](list)
    for claim in store.claims_among(documents=documents):
        claims[claim.document].append(claim)
    kept = store.gists(one.id for some in claims.values() for one in some)
    known = {made: unpacked(gist) for made, (gist, *_) in kept.items()}
    changed = list[tuple[Frame, str]]()
    for document in store.documents(documents):
        some = claims[document.id]
        whos = {claim.id: fingerprint(claim.claimer) for claim in some}
        changed += [
            (one, whos[one.claim])
            for one in frames(document, some, country, known)
            if noted.get(one.claim) != (whos[one.claim], one.refers)
        ]
    vectors = sentences([one.text for one, _ in changed])
    return [
        Note(one.claim, who, one.refers, packed(one), vector, keys(one))
        for (one, who), vector in zip(changed, vectors, strict=True)
    ]


def fingerprint(who: Entity) -> str:
    """What the ties of a claim rest on of its claimer."""
    parts = (who.id, who.name, who.kind.value, who.role or "", who.affiliation or "", *who.aliases)
    told = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).hexdigest()[:16]


def _sentences(texts: Sequence[str]) -> list[bytes]:
    from sayso.judging import load_sentences

    return load_sentences()(texts)


def _judge(pairs: Sequence[tuple[Frame, Frame]]) -> Iterable[Probabilities]:
    from sayso.judging import load_judge

    return load_judge()(pairs)


def _confirmed(store: Store) -> Sequence[Relation]:
    """Ties that a person confirmed stay, also where nothing else speaks for them."""
    why = Reason("decision", 1.0, "a person confirmed it")
    return [Relation.make(kind, a, b, 1.0, (why,)) for kind, a, b in store.confirmed()]
