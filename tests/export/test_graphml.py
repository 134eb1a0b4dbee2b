"""GraphML, read back by networkx."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree

import networkx
import pytest

from sayso.export.graphml import graphml
from tests.export.ledgers import one, story

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
SAID, TOLD, DENIED = (line["id"] for line in story().lines("claim"))


@pytest.fixture(scope="module")
def found() -> networkx.MultiDiGraph:
    return networkx.read_graphml(
        io.BytesIO("".join(graphml(story())).encode()), force_multigraph=True
    )


def test_nodes_are_claims_claimers_and_documents(found: networkx.MultiDiGraph) -> None:
    kinds = [facts["type"] for _, facts in found.nodes(data=True)]
    assert [kinds.count(kind) for kind in ("claim", "claimer", "document")] == [3, 2, 3]


def test_facts_come_back(found: networkx.MultiDiGraph) -> None:
    line = next(story().lines("claim"))
    said = found.nodes[SAID]
    assert said["label"] == " … ".join(part["text"] for part in line["content"])
    assert (said["negated"], found.nodes[DENIED]["negated"]) == (False, True)
    assert said["score"] == line["score"]
    assert found.nodes[line["claimer"]["id"]]["role"] == "Foreign Minister"
    assert "cue" not in found.nodes[TOLD]


def test_relations_are_edges_with_their_reasons(found: networkx.MultiDiGraph) -> None:
    relations = {line["id"]: line for line in story().lines("relation")}
    edges = {made: (a, b, facts) for a, b, made, facts in found.edges(keys=True, data=True)}
    for made, line in relations.items():
        left, right, facts = edges[made]
        assert (left, right) == (line["left"], line["right"])
        assert (facts["kind"], facts["score"]) == (line["kind"], line["score"])
        assert facts.get("decision") == line["decision"]
        assert facts["reasons"] == line["reasons"][0]["detail"]
    mutual = {facts["kind"]: facts["mutual"] for _, _, facts in edges.values() if "mutual" in facts}
    assert mutual == {"same_utterance": True, "relays": False, "denies": False}


def test_every_claim_has_its_speaker_and_its_report(found: networkx.MultiDiGraph) -> None:
    for line in story().lines("claim"):
        ends = {facts["kind"]: to for _, to, facts in found.out_edges(line["id"], data=True)}
        assert ends["said_by"] == line["claimer"]["id"]
        assert ends["stands_in"] == line["document"]


def test_the_file_keeps_to_the_schema() -> None:
    """Keys are declared before the graph; ids are unique; edges join nodes that are there."""
    root = ElementTree.fromstring("".join(graphml(story())))
    assert [child.tag.removeprefix(NAMESPACE) for child in root][-1] == "graph"
    keys = {key.get("id"): key.get("for") for key in root.iter(f"{NAMESPACE}key")}
    assert all(key.tag == f"{NAMESPACE}key" for key in list(root)[:-1])
    nodes = [node.get("id") for node in root.iter(f"{NAMESPACE}node")]
    edges = list(root.iter(f"{NAMESPACE}edge"))
    assert len({*nodes, *(edge.get("id") for edge in edges)}) == len(nodes) + len(edges)
    for edge in edges:
        assert {edge.get("source"), edge.get("target")} <= set(nodes)
    for kind in ("node", "edge"):
        for item in root.iter(NAMESPACE + kind):
            assert {keys[data.get("key")] for data in item} == {kind}


def test_what_xml_cannot_hold_is_escaped() -> None:
    bad = "a\x00b\x0b\ufffe <b>&\r\nc"
    text = "".join(graphml(one(f"[source:Ostrel] [cue:said] [content:{bad}]")))
    read = networkx.read_graphml(io.BytesIO(text.encode()))
    (label,) = (facts["label"] for _, facts in read.nodes(data=True) if facts["type"] == "claim")
    shown = re.sub("[\x00\x0b\ufffe]", lambda m: f"\\u{ord(m.group()):04x}", bad)
    assert label == shown
