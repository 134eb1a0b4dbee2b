"""JSON-LD read as the formats' own contexts have it, without a network.

ANNO holds the terms of the Web Annotation context that the export uses, as the Recommendation "Web
Annotation Vocabulary" gives them; schema.org's context makes its own address the home of every
term.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rdflib import Graph, URIRef

OA = "http://www.w3.org/ns/oa#"
_ID, _TERM = {"@type": "@id"}, {"@type": "@vocab"}
_CLASSES = ("Annotation", "TextualBody", "SpecificResource")
_SELECTORS = ("TextQuoteSelector", "TextPositionSelector")
_WHY = ("classifying", "describing", "identifying", "linking")

ANNO: dict[str, Any] = {
    "oa": OA,
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "id": "@id",
    "type": "@type",
    **{name: f"oa:{name}" for name in (*_CLASSES, *_SELECTORS, *_WHY)},
    "Text": "dctypes:Text",
    "Person": "foaf:Person",
    "Organization": "foaf:Organization",
    "Software": "as:Application",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "body": {"@id": "oa:hasBody"} | _ID,
    "target": {"@id": "oa:hasTarget"} | _ID,
    "source": {"@id": "oa:hasSource"} | _ID,
    "selector": {"@id": "oa:hasSelector"} | _ID,
    "creator": {"@id": "dcterms:creator"} | _ID,
    "motivation": {"@id": "oa:motivatedBy"} | _TERM,
    "purpose": {"@id": "oa:hasPurpose"} | _TERM,
    "first": {"@id": "as:first"} | _ID,
    "items": {"@id": "as:items", "@container": "@list"} | _ID,
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
    "label": "rdfs:label",
    "name": "foaf:name",
    "format": "dc:format",
    "language": "dc:language",
    "value": "rdf:value",
    "start": "oa:start",
    "end": "oa:end",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
}
CONTEXTS: dict[str, dict[str, Any]] = {
    "http://www.w3.org/ns/anno.jsonld": ANNO,
    "https://schema.org": {"@vocab": "https://schema.org/"},
}


def graph(text: str) -> Graph:
    """The triples of a JSON-LD text."""
    shape = json.loads(text)
    shape["@context"] = _context(shape["@context"])
    return Graph().parse(data=json.dumps(shape), format="json-ld")


def words(shape: Any) -> Iterator[str]:
    """Every field of a shape and of what is in it, without those of the context."""
    if isinstance(shape, list):
        for item in shape:
            yield from words(item)
    elif isinstance(shape, dict):
        for name, value in shape.items():
            if name != "@context":
                yield name
                yield from words(value)


def one(found: Graph, subject: Any, predicate: str) -> Any:
    """The only object of a subject and a predicate, as Python has it."""
    value: Any
    (value,) = found.objects(subject, URIRef(predicate))
    return value.toPython()


def known(term: Any, vocabulary: Any) -> bool:
    """Whether a vocabulary has a term. (Its class says so by its metaclass.)"""
    return term in vocabulary


def _context(given: Any) -> Any:
    if isinstance(given, list):
        return [_context(item) for item in given]
    return CONTEXTS[given] if isinstance(given, str) else given
