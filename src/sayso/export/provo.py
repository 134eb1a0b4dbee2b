"""PROV-O: the way of each report from mouth to page, as far as it is known.

An utterance is an entity of its own, attributed to its claimer. A claim is what a page has of it:
an entity attributed to the page's outlet, quoted from the utterance, or derived from what an agency
or another outlet has of it, which in turn is quoted from the utterance. A relay between two claims
is a qualified derivation, with its score and reasons; those that people rejected are left out.
See the W3C Recommendation "PROV-O: The PROV Ontology".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.export.base import Format, Ledger, Line
from sayso.export.jsonld import ITEMS, TERMS, Node, bare, filled, iri, named, utterance, utterances

_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}  # of XML Schema, by the length of the date
_KINDS = {
    "person": "prov:Person",
    "body": "prov:Organization",
    "government": "prov:Organization",
    "outlet": "prov:Organization",
}
_REF = {"@type": "@id"}
_SHAPE = {
    "@context": {
        "prov": "http://www.w3.org/ns/prov#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "dcterms": "http://purl.org/dc/terms/",
        "sayso": TERMS,
        **{
            f"prov:{name}": _REF
            for name in ("wasAttributedTo", "wasQuotedFrom", "wasDerivedFrom", "entity")
        },
        "dcterms:isPartOf": _REF,
        "dcterms:source": _REF,
    },
    "@graph": ITEMS,
}


def provo(ledger: Ledger) -> Iterator[str]:
    """One graph, one node a line."""
    return filled(_SHAPE, _Graph(utterances(ledger)).nodes(ledger))


class _Graph:
    """The nodes of a ledger; those that several things share come once."""

    def __init__(self, shared: dict[str, Line]) -> None:
        self._shared = shared
        self._told = set[str]()

    def nodes(self, ledger: Ledger) -> Iterator[Node]:
        document: Line = {}
        for line in ledger.lines("document", "claim"):
            if line["type"] == "document":
                document = line
                yield from self._document(line)
            else:
                yield from self._claim(line, document)
        for line in ledger.lines("relation"):
            if line["kind"] == "relays" and line["decision"] != "rejected":
                yield _relay(line)

    def _document(self, line: Line) -> Iterator[Node]:
        outlet = line["outlet"]
        yield bare(
            {
                "@id": iri(line["id"]),
                "@type": ["prov:Entity", "sayso:Document"],
                "rdfs:label": line["title"],
                "dcterms:issued": _date(line["published"]),
                "dcterms:source": line["url"],
                "sayso:sha256": line["sha256"],
                "prov:wasAttributedTo": named("outlet", outlet) if outlet else None,
            }
        )
        if outlet:
            yield from self._agent(named("outlet", outlet), "prov:Organization", outlet)

    def _claim(self, line: Line, document: Line) -> Iterator[Node]:
        origin = self._shared.get(line["id"])
        first = origin["reports"][0]["claim"] if origin else line["id"]
        yield from self._utterance(utterance(first), line, origin)
        chain = _way(origin, line["id"])
        yield from self._hops(utterance(first), chain)
        outlet = document.get("outlet")
        taken = _hop(utterance(first), chain[-1]) if chain else utterance(first)
        yield bare(
            {
                "@id": iri(line["id"]),
                "@type": ["prov:Entity", "sayso:Claim"],
                "prov:value": " … ".join(part["text"] for part in line["content"]),
                "dcterms:isPartOf": iri(line["document"]),
                "prov:wasAttributedTo": named("outlet", outlet) if outlet else None,
                "prov:wasDerivedFrom" if chain else "prov:wasQuotedFrom": taken,
                "sayso:cueClass": line["cue_class"],
                "sayso:negated": line["negated"],
                "sayso:score": line["score"],
                "sayso:maker": line["maker"],
            }
        )

    def _utterance(self, name: str, line: Line, origin: Line | None) -> Iterator[Node]:
        who = line["claimer"]
        if self._new(name):
            yield bare(
                {
                    "@id": name,
                    "@type": ["prov:Entity", "sayso:Utterance"],
                    "prov:wasAttributedTo": iri(who["id"]),
                    "dcterms:date": _date(line["said"]),
                    "sayso:independentOrigins": origin["independent"] if origin else None,
                }
            )
        yield from self._agent(iri(who["id"]), _KINDS.get(who["kind"], "prov:Agent"), who["name"])

    def _hops(self, first: str, chain: Sequence[str]) -> Iterator[Node]:
        """What each on the way has of an utterance: the first quotes it, others have it from one
        another."""
        before = None
        for name in chain:
            here = _hop(first, name)
            if self._new(here):
                yield {
                    "@id": here,
                    "@type": "prov:Entity",
                    "prov:wasAttributedTo": named("outlet", name),
                    "prov:wasDerivedFrom" if before else "prov:wasQuotedFrom": before or first,
                }
            yield from self._agent(named("outlet", name), "prov:Organization", name)
            before = here

    def _agent(self, name: str, kind: str, label: str) -> Iterator[Node]:
        if self._new(name):
            kinds = ["prov:Agent", kind] if kind != "prov:Agent" else [kind]
            yield {"@id": name, "@type": kinds, "rdfs:label": label}

    def _new(self, name: str) -> bool:
        known = name in self._told
        self._told.add(name)
        return not known


def _way(origin: Line | None, claim: str) -> list[str]:
    """Who had it between the mouth and the page."""
    reports = origin["reports"] if origin else ()
    return next((list(one["chain"][1:-1]) for one in reports if one["claim"] == claim), [])


def _hop(first: str, name: str) -> str:
    return f"{first}:{named('by', name).rpartition(':')[2]}"


def _relay(line: Line) -> Node:
    derivation = {
        "@type": "prov:Derivation",
        "prov:entity": iri(line["right"]),
        "rdfs:comment": "; ".join(reason["detail"] for reason in line["reasons"]),
        "sayso:score": line["score"],
        "sayso:decision": line["decision"],
    }
    return {
        "@id": iri(line["left"]),
        "prov:wasDerivedFrom": iri(line["right"]),
        "prov:qualifiedDerivation": bare(derivation),
    }


def _date(iso: str | None) -> Node | None:
    return {"@value": iso, "@type": f"xsd:{_DATES[len(iso)]}"} if iso else None


FORMAT = Format(file=provo)
