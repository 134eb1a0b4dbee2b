"""W3C Web Annotations: each claim's source, cue and content, by quote and by position.

Up to three annotations a claim, tied by the claim that each links to. Positions count the
characters (code points, as the W3C's model asks for) of the text that was read, so that text is
the source of their target. Where it came from a page, a second target finds the words on the page
by their quote. The file holds no more of a report than the words quoted and a few around them.
See the W3C Recommendation "Web Annotation Data Model", 4.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.export.base import Format, Ledger, Line
from sayso.export.jsonld import ITEMS, TERMS, TOTAL, Node, bare, filled, iri
from sayso.export.places import reports

_AROUND = 32  # characters before and behind, to tell a quote from another one like it
_KINDS = {
    "person": "Person",
    "body": "Organization",
    "government": "Organization",
    "outlet": "Organization",
}
_SHAPE = {
    "@context": ["http://www.w3.org/ns/anno.jsonld", {"sayso": TERMS}],
    "id": "urn:sayso:annotations",
    "type": "AnnotationCollection",
    "label": "Who said what",
    "first": {
        "id": "urn:sayso:annotations:1",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": ITEMS,
    },
    "total": TOTAL,
}


def webannotation(ledger: Ledger) -> Iterator[str]:
    """One collection with one page of annotations, one a line."""
    return filled(_SHAPE, _annotations(ledger))


def _annotations(ledger: Ledger) -> Iterator[Node]:
    for document, claims in reports(ledger):
        for claim in claims:
            yield _content(claim, document)
            if claim["source"]:
                yield _source(claim, document)
            if claim["cue"]:
                yield _cue(claim, document)


def _content(claim: Line, document: Line) -> Node:
    """The words, and who is taken to say them."""
    facts = {
        "sayso:quotation": claim["quotation"],
        "sayso:said": claim["said"],
        "sayso:score": claim["score"],
    }
    body = [_words("describing", _told(claim)), _link(claim)]
    made = _annotation("content", "describing", body, claim["content"], claim, document)
    return made | bare(facts)


def _source(claim: Line, document: Line) -> Node:
    who = {"type": "SpecificResource", "purpose": "identifying", "source": _person(claim)}
    body = [who, _link(claim)]
    return _annotation("source", "identifying", body, [claim["source"]], claim, document)


def _cue(claim: Line, document: Line) -> Node:
    body = [_words("classifying", claim["cue_class"]), _link(claim)]
    made = _annotation("cue", "classifying", body, [claim["cue"]], claim, document)
    return made | {"sayso:negated": claim["negated"]}


def _annotation(
    role: str, why: str, body: list[Node], parts: Sequence[Line], claim: Line, document: Line
) -> Node:
    return {
        "id": f"{iri(claim['id'])}:{role}",
        "type": "Annotation",
        "motivation": why,
        "creator": {"type": "Software", "name": claim["maker"]},
        "body": body,
        "target": [target for part in parts for target in _targets(part, document)],
    }


def _targets(part: Line, document: Line) -> Iterator[Node]:
    """A stretch of the text that was read, and of the page that it came from."""
    start, end, text = part["start"], part["end"], document["text"]
    quote = {
        "type": "TextQuoteSelector",
        "exact": part["text"],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    place = {"type": "TextPositionSelector", "start": start, "end": end}
    read = {
        "id": iri(document["id"]),
        "type": "Text",
        "format": "text/plain",
        "language": document["language"],
    }
    yield {"type": "SpecificResource", "source": read, "selector": [quote, place]}
    if document["url"]:
        yield {"type": "SpecificResource", "source": document["url"], "selector": quote}


def _words(purpose: str, value: str) -> Node:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        "language": "en",
    }


def _link(claim: Line) -> Node:
    return {"type": "SpecificResource", "purpose": "linking", "source": iri(claim["id"])}


def _person(claim: Line) -> Node:
    """The claimer, as far as the W3C's words for agents go."""
    who = claim["claimer"]
    return bare({"id": iri(who["id"]), "type": _KINDS.get(who["kind"]), "name": who["name"]})


def _told(claim: Line) -> str:
    """ "Henrik Ostrel (Foreign Minister, Halvern), said"."""
    who = claim["claimer"]
    standing = ", ".join(part for part in (who["role"], who["affiliation"]) if part)
    name = f"{who['name']} ({standing})" if standing else who["name"]
    return f"{name}, {claim['cue']['text']}" if claim["cue"] else name


FORMAT = Format(file=webannotation)
