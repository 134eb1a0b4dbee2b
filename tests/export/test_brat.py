"""brat's standoff, read back by the rules of its manual."""

from __future__ import annotations

import re

from sayso.export.brat import brat
from sayso.model.attribution import CueClass, Quotation
from tests.export.bratfile import Standoff, read
from tests.export.ledgers import Given, one, story


def _files(ledger: Given) -> dict[str, str]:
    return {file.name: "".join(map(str, file.pieces)) for file in brat(ledger)}


def _only(ledger: Given) -> tuple[Standoff, str]:
    files = _files(ledger)
    (name,) = (name for name in files if name.endswith(".ann"))
    text = files[name.replace(".ann", ".txt")]
    return read(files[name], text), text


def test_every_document_has_its_two_files() -> None:
    names = list(_files(story()))
    assert names[0] == "annotation.conf"
    assert [re.sub("-?d[0-9a-f]{16}", "", name) for name in names[1:]] == [
        "01-hana.txt", "01-hana.ann", "The-Lannet-Courier.txt", "The-Lannet-Courier.ann",
        "courier.txt", "courier.ann",
    ]  # fmt: skip


def test_claims_come_back() -> None:
    files = _files(story())
    for line in story().lines("claim"):
        (name,) = (name for name in files if name.endswith(f"{line['document']}.ann"))
        text = files[name.replace(".ann", ".txt")]
        found = read(files[name], text)
        wanted = {("Content", *_words(line["content"]))}
        wanted |= {("Source", *_words([line["source"]]))} if line["source"] else set()
        wanted |= {("Cue", *_words([line["cue"]]))} if line["cue"] else set()
        told = {
            (kind, *(word for start, end in pieces for word in text[start:end].split()))
            for kind, pieces in found.places.values()
        }
        assert told == wanted
        assert line["id"] in next(iter(found.notes.values()))[1]


def _words(parts: list[dict[str, str]]) -> list[str]:
    return [word for part in parts for word in part["text"].split()]


def test_a_cue_is_the_trigger_of_an_event() -> None:
    found, _ = _only(one("[source:Ostrel] [cue:denied] [content:it]", cue_class=CueClass.DENY))
    ((kind, trigger, arguments),) = found.events.values()
    assert (kind, found.places[trigger]) == ("Cue", ("Cue", [(7, 13)]))
    assert {role: found.places[of][0] for role, of in arguments.items()} == {
        "Source": "Source",
        "Content": "Content",
    }
    kinds = {(kind, value) for kind, _, value in found.attributes.values()}
    assert kinds == {("Class", "deny"), ("Quotation", "indirect")}


def test_without_a_cue_source_and_content_are_related() -> None:
    found, text = _only(one("To [source:Ostrel], [content:it was theatre]"))
    ((kind, ends),) = found.relations.values()
    assert kind == "Attribution"
    assert [text[slice(*found.places[of][1][0])] for of in ends.values()] == [
        "Ostrel",
        "it was theatre",
    ]


def test_words_over_several_lines_are_broken_at_each() -> None:
    found, text = _only(one("[source:He] [cue:said] [content:one\n\n two\x85three]"))
    pieces = next(pieces for kind, pieces in found.places.values() if kind == "Content")
    assert [text[start:end] for start, end in pieces] == ["one", "two", "three"]


def test_the_configuration_knows_every_type_and_value() -> None:
    conf = _files(story())["annotation.conf"]
    sections = dict(re.findall(r"^\[(\w+)\]\n(.*?)(?=^\[|\Z)", conf, re.DOTALL | re.MULTILINE))
    assert list(sections) == ["entities", "relations", "events", "attributes"]
    for values in (CueClass, Quotation):
        assert f"Value:{'|'.join(values)}\n" in sections["attributes"]
    for name, text in _files(story()).items():
        for kind in re.findall(r"^T\d+\t(\w+) ", text, re.MULTILINE):
            assert kind in sections["entities"].split(), name
