"""Web Annotations: valid as the W3C has them, and nothing lost on the way there and back."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import pytest
from rdflib import RDF, Graph, URIRef

from sayso.export.webannotation import webannotation
from tests.export.ledgers import one, story
from tests.export.vocabularies import ANNO, OA, graph, words
from tests.export.vocabularies import one as of

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")


@pytest.fixture(scope="module")
def text() -> str:
    return "".join(webannotation(story()))


@pytest.fixture(scope="module")
def found() -> Graph:
    return graph("".join(webannotation(story())))


def _is(name: str) -> URIRef:
    return URIRef(OA + name)


def test_every_word_is_the_vocabularys_or_marked_as_ours(text: str) -> None:
    unknown = {word for word in words(json.loads(text)) if word not in ANNO}
    assert unknown == {"sayso:quotation", "sayso:score", "sayso:negated"}


def test_an_annotation_has_what_the_model_asks_for(found: Graph) -> None:
    annotations = list(found.subjects(RDF.type, _is("Annotation")))
    assert len(annotations) == 7
    for each in annotations:
        assert len(list(found.objects(each, _is("hasTarget")))) >= 1
        (why,) = found.objects(each, _is("motivatedBy"))
        assert why in {_is("describing"), _is("identifying"), _is("classifying")}
        for body in found.objects(each, _is("hasBody")):
            assert len(list(found.objects(body, _is("hasPurpose")))) == 1


def test_a_specific_resource_has_one_source(found: Graph) -> None:
    resources = list(found.subjects(RDF.type, _is("SpecificResource")))
    assert resources
    for each in resources:
        assert len(list(found.objects(each, _is("hasSource")))) == 1


def test_a_selector_has_what_the_model_asks_for(found: Graph) -> None:
    places = list(found.subjects(RDF.type, _is("TextPositionSelector")))
    quotes = list(found.subjects(RDF.type, _is("TextQuoteSelector")))
    assert len(places) == 8
    assert len(quotes) == 9  # one more, on the page
    for each in places:
        start, end = (of(found, each, OA + name) for name in ("start", "end"))
        assert 0 <= start < end
    for each in quotes:
        for name in ("exact", "prefix", "suffix"):
            assert len(list(found.objects(each, _is(name)))) == 1


def test_the_collection_tells_how_many(text: str) -> None:
    shape = json.loads(text)
    assert shape["total"] == len(shape["first"]["items"]) == 7
    assert shape["@context"][0] == "http://www.w3.org/ns/anno.jsonld"


def test_claims_come_back_by_position_and_by_quote(text: str) -> None:
    texts = {f"urn:sayso:{d['id']}": d["text"] for d in story().lines("document")}
    told = defaultdict[str, dict[str, list[dict[str, Any]]]](lambda: defaultdict(list))
    for each in json.loads(text)["first"]["items"]:
        (claim,) = (b["source"] for b in each["body"] if b["purpose"] == "linking")
        role = each["id"].removeprefix(f"{claim}:")
        for target in each["target"]:
            if isinstance(target["source"], dict):
                told[claim][role].append(_read(target, texts[target["source"]["id"]]))
    assert told == {
        f"urn:sayso:{line['id']}": {
            role: part
            for role, part in (
                ("source", [line["source"]]),
                ("cue", [line["cue"]]),
                ("content", line["content"]),
            )
            if part != [None]
        }
        for line in story().lines("claim")
    }


def _read(target: dict[str, Any], text: str) -> dict[str, Any]:
    """The stretch that both selectors find."""
    quote, place = target["selector"]
    start, end = place["start"], place["end"]
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert text.count(around) == 1
    assert text.index(around) + len(quote["prefix"]) == start
    return {"start": start, "end": end, "text": text[start:end]}


def test_the_page_is_a_target_of_its_own() -> None:
    ledger = one("[content:It was cut]", url="https://courier.example/cut")
    (each,) = json.loads("".join(webannotation(ledger)))["first"]["items"]
    page = each["target"][1]
    assert page["source"] == "https://courier.example/cut"
    assert page["selector"]["exact"] == "It was cut"


def test_the_text_around_stays_out() -> None:
    far = "Nobody was told. " * 20
    written = "".join(webannotation(one(f"{far}[source:Ostrel] [cue:said] [content:it was cut]")))
    assert written.count("Nobody was told") <= 6  # two a quote, at most
