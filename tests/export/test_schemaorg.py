"""schema.org: its words only, each where it may stand, and no claim put into anybody's mouth."""

from __future__ import annotations

import json
from typing import Any

import pytest
from rdflib import RDF, Graph
from rdflib.namespace import SDO

from sayso.export.schemaorg import schemaorg
from sayso.model.attribution import CueClass, Quotation
from tests.export.ledgers import one, story
from tests.export.vocabularies import graph, known

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

# As schema.org's pages have it: what a property may stand on, for those that are used.
WORK = {"Claim", "Quotation", "CreativeWork", "NewsArticle"}
AGENT = {"Person", "Organization", "GovernmentOrganization", "NewsMediaOrganization"}
DOMAINS = {
    "appearance": {"Claim"},
    "jobTitle": {"Person"},
    "dateline": {"NewsArticle"},
    **dict.fromkeys(("author", "creator", "contributor", "publisher", "creditText"), WORK),
    **dict.fromkeys(("dateCreated", "datePublished", "headline", "inLanguage"), WORK),
    **dict.fromkeys(("isPartOf", "text", "mentions"), WORK),
    **dict.fromkeys(("alternateName", "description", "identifier", "name", "url"), WORK | AGENT),
}


@pytest.fixture(scope="module")
def found() -> Graph:
    return graph("".join(schemaorg(story())))


def test_every_word_is_schema_orgs(found: Graph) -> None:
    used = {*found.predicates(), *found.objects(None, RDF.type)} - {RDF.type}
    assert len(used) >= 15
    assert [term for term in used if not known(term, SDO)] == []


def test_every_property_stands_where_it_may(found: Graph) -> None:
    for subject, predicate, _ in found:
        if predicate == RDF.type:
            continue
        kinds = {str(kind).rpartition("/")[2] for kind in found.objects(subject, RDF.type)}
        assert kinds & DOMAINS[str(predicate).rpartition("/")[2]], (subject, predicate)


def _things(ledger: Any) -> dict[str, list[dict[str, Any]]]:
    graph = json.loads("".join(schemaorg(ledger)))["@graph"]
    kinds = {thing["@type"] for thing in graph}
    return {kind: [thing for thing in graph if thing["@type"] == kind] for kind in kinds}


def test_two_reports_are_appearances_of_one_claim() -> None:
    things = _things(story())
    (claim,) = things["Claim"]
    said, told, _ = (line["id"] for line in story().lines("claim"))
    assert claim["appearance"] == [{"@id": f"urn:sayso:{one}"} for one in (said, told)]
    assert claim["author"]["name"] == "Henrik Ostrel"
    (quotation,) = things["Quotation"]
    assert quotation["text"].startswith("“Theatre 🎭 for\nthe\u2028galleries,” … “Nothing")
    assert "ClaimReview" not in things


@pytest.mark.parametrize("kind", [CueClass.DENY, CueClass.ASK, CueClass.DEMAND])
def test_who_denies_or_asks_claims_nothing(kind: CueClass) -> None:
    text = "[source:Ostrel] [cue:denied] that [content:the cable was cut]"
    things = _things(one(text, cue_class=kind))
    assert "Claim" not in things
    (report,) = things["CreativeWork"]
    assert "creator" not in report
    assert report["mentions"]["name"] == "Henrik Ostrel"
    assert report["description"] == "Henrik Ostrel, denied"


def test_what_was_said_in_a_denial_are_the_speakers_words() -> None:
    text = "[content:“We never touched it,”] [source:Ostrel] [cue:denied]"
    ledger = one(text, cue_class=CueClass.DENY, quotation=Quotation.DIRECT)
    (quotation,) = _things(ledger)["Quotation"]
    assert quotation["creator"]["name"] == "Henrik Ostrel"
