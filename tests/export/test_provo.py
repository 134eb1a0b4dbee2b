"""PROV-O: read by a library for PROV, and every report leads back to who said it."""

from __future__ import annotations

import io

import pytest
from prov.model import ProvAgent, ProvAttribution, ProvDerivation, ProvDocument, ProvEntity
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import DCTERMS, PROV, XSD
from rdflib.term import Literal, Node

from sayso.export.provo import provo
from tests.export.ledgers import Given, story
from tests.export.vocabularies import graph, known, one

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

SAID, TOLD, DENIED = (line["id"] for line in story().lines("claim"))


@pytest.fixture(scope="module")
def found() -> Graph:
    return graph("".join(provo(story())))


def _iri(made: str) -> URIRef:
    return URIRef(f"urn:sayso:{made}")


def test_every_word_of_prov_is_in_its_vocabulary(found: Graph) -> None:
    used = {term for triple in found for term in triple[1:] if str(term).startswith(str(PROV))}
    assert len(used) >= 10
    assert all(known(term, PROV) for term in used)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_library_for_prov_reads_it(found: Graph) -> None:
    turtle = io.StringIO(found.serialize(format="turtle"))
    read = ProvDocument.deserialize(source=turtle, format="rdf", rdf_format="turtle")
    assert len(list(read.get_records(ProvEntity))) == 9  # 3 reports, 3 claims, 2 said, 1 agency's
    assert len(list(read.get_records(ProvAgent))) == 4
    assert len(list(read.get_records(ProvAttribution))) == 7  # one report has no known outlet
    assert len(list(read.get_records(ProvDerivation))) == 3  # one of them qualified


def test_every_claim_leads_to_who_said_it(found: Graph) -> None:
    speakers = {line["id"]: line["claimer"]["id"] for line in story().lines("claim")}
    for claim in (SAID, TOLD, DENIED):
        here: Node = _iri(claim)
        while steps := [
            *found.objects(here, PROV.wasQuotedFrom),
            *(to for to in found.objects(here, PROV.wasDerivedFrom) if "utterance" in str(to)),
        ]:
            (here,) = steps
        assert (here, RDF.type, URIRef("urn:sayso:term:Utterance")) in found
        assert one(found, here, str(PROV.wasAttributedTo)) == str(_iri(speakers[claim]))


def test_two_reports_of_one_agency_meet_there(found: Graph) -> None:
    agency = URIRef(f"urn:sayso:utterance:{SAID}:hana")
    assert (_iri(TOLD), PROV.wasDerivedFrom, agency) in found
    assert (agency, PROV.wasAttributedTo, URIRef("urn:sayso:outlet:hana")) in found
    assert (agency, PROV.wasQuotedFrom, URIRef(f"urn:sayso:utterance:{SAID}")) in found


def test_a_relay_has_its_reasons(found: Graph) -> None:
    (derivation,) = found.objects(_iri(TOLD), PROV.qualifiedDerivation)
    assert one(found, derivation, str(PROV.entity)) == str(_iri(SAID))
    assert one(found, derivation, "urn:sayso:term:score") == 0.9
    assert one(found, derivation, "http://www.w3.org/2000/01/rdf-schema#comment") == "a credit"


def test_a_relay_that_was_rejected_is_no_derivation() -> None:
    lines = [
        {**line, "decision": "rejected"} if line["type"] == "relation" else line
        for line in story().lines()
    ]
    assert not list(graph("".join(provo(Given(lines)))).objects(None, PROV.qualifiedDerivation))


def test_dates_are_as_precise_as_they_are_known(found: Graph) -> None:
    dates = [date for date in found.objects(None, DCTERMS.issued) if isinstance(date, Literal)]
    assert {str(date.datatype) for date in dates} == {str(XSD.date), str(XSD.gYearMonth)}
