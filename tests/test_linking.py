"""Linking a case: all at once, in parts, in any order, stopped and gone on with: one outcome."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import linking
from sayso.joining import decide as decide_who
from sayso.joining import rejoin
from sayso.link.frame import Frame
from sayso.link.judge import LABELS, Probabilities
from sayso.linking import Reader, relink
from sayso.model.attribution import CueClass
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document
from sayso.model.relation import Decision, Relation, RelationKind, Verdict
from sayso.model.trace import Maker
from sayso.store import Findings, Writer
from tests.link.claims import CORRIN, HALVERN, NEAR, claim

MAKER = Maker("test", "1")
STORY = (
    claim("that Merouna pretends to share the readings of the gauge at Tollen"),
    claim('"It is Merouna that pretends to share the readings of the gauge at Tollen"'),
    claim("Halvern of pretending to share readings", CORRIN, cue_class=CueClass.ACCUSE),
    claim("that the gauge at Tollen had been cut by saboteurs from Merouna", HALVERN),
    claim("that Merouna cut the gauge at Tollen", CORRIN, cue="denied", cue_class=CueClass.DENY),
    claim("that 310 cubic metres leave the dam every second", HALVERN),
    claim("that 140 cubic metres leave the dam every second", CORRIN),
)


def sure(pairs: Sequence[tuple[Frame, Frame]]) -> list[Probabilities]:
    """Finds every pair one utterance where a gate lets it, and else refuting."""
    wanted = {"same_utterance": 0.9, "refuting": 0.8, "denies": 0.85, "mirrors": 0.82}
    labels = (*LABELS, "denied_by", "replied_by")
    return [{label: wanted.get(label, 0.0) for label in labels} for _ in pairs]


READER = Reader(lambda texts: [NEAR] * len(texts), sure)


def add(writer: Writer, some: Iterable[tuple[Document, Claim]]) -> None:
    for document, made in some:
        writer.put(document, document.text.encode())
        writer.replace(Findings(document.id, (made,)), MAKER)
    rejoin(writer)


def linked(path: Path, *steps: Iterable[tuple[Document, Claim]]) -> list[Relation]:
    """The ties of a case that was added to in these steps."""
    for step in steps:
        with Writer.hold(path) as writer:
            add(writer, step)
            relink(writer, READER)
    with Writer.hold(path) as writer:
        assert not list(writer.check())
        return writer.relations()


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> list[Relation]:
    return linked(tmp_path_factory.mktemp("once") / "all.sayso", STORY)


def test_the_story_has_ties(once: list[Relation]) -> None:
    assert {"same_utterance", "mirrors", "denies"} <= {one.kind.value for one in once}


@settings(max_examples=8, derandomize=True, deadline=None)
@given(order=st.permutations(STORY), cut=st.integers(1, len(STORY) - 1))
def test_order_and_steps_change_nothing(
    once: list[Relation],
    tmp_path_factory: pytest.TempPathFactory,
    order: list[tuple[Document, Claim]],
    cut: int,
) -> None:
    path = tmp_path_factory.mktemp("steps") / "a.sayso"
    assert linked(path, order[:cut], order[cut:]) == once


def test_a_link_that_was_stopped_goes_on(
    once: list[Relation], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "_CLAIMS", 2)
    asked = []

    def stops(pairs: Sequence[tuple[Frame, Frame]]) -> list[Probabilities]:
        asked.append(pairs)
        if len(asked) == 2:
            raise KeyboardInterrupt
        return sure(pairs)

    path = tmp_path / "a.sayso"
    with Writer.hold(path) as writer:
        add(writer, STORY)
        with pytest.raises(KeyboardInterrupt):
            relink(writer, Reader(READER.vectors, stops))
    assert linked(path, ()) == once


def test_only_what_is_new_is_read(tmp_path: Path) -> None:
    asked = list[Frame]()

    def noting(pairs: Sequence[tuple[Frame, Frame]]) -> list[Probabilities]:
        asked.extend(one for pair in pairs for one in pair)
        return sure(pairs)

    path = tmp_path / "a.sayso"
    linked(path, STORY[1:])
    with Writer.hold(path) as writer:
        add(writer, STORY[:1])
        relink(writer, Reader(READER.vectors, noting))
        pairs = list(zip(asked[::2], asked[1::2], strict=True))
        new = STORY[0][1].id
        assert pairs
        assert all(new in (left.claim, right.claim) for left, right in pairs)
        asked.clear()
        relink(writer, Reader(READER.vectors, noting))
        assert not asked


def crowd(count: int) -> list[tuple[Document, Claim]]:
    words = "melons ferries orchards harbours"
    trees = "alders birches cedars maples oaks rowans".split()
    return [claim(f"that {words} thrive beside {trees[n]}") for n in range(count)]


def test_what_too_many_share_ties_nobody_in_any_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "CROWD", 4)
    some = crowd(6)
    few = linked(tmp_path / "few.sayso", some[:4])
    assert few
    many = linked(tmp_path / "many.sayso", some)
    assert linked(tmp_path / "steps.sayso", some[:4], some[4:]) == many == []


def test_what_comes_alive_again_is_tied_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "CROWD", 4)
    some, path = crowd(5), tmp_path / "a.sayso"
    assert linked(path, some) == []
    with Writer.hold(path) as writer:
        writer.replace(Findings(some[4][0].id), MAKER)
        relink(writer, READER)
        assert writer.relations() == linked(tmp_path / "few.sayso", some[:4]) != []


def test_who_is_who_changes_the_ties(tmp_path: Path) -> None:
    path, ferryman = tmp_path / "a.sayso", Entity.make("the ferryman", EntityKind.UNNAMED)
    text = "that Merouna pretends to share the readings of the gauge at Tollen"
    some = [claim(text), claim(text.replace("share", "give out"), replace(ferryman))]
    assert not [one for one in linked(path, some) if one.kind == "same_utterance"]
    with Writer.hold(path) as writer:
        word = Decision("", Verdict.CONFIRMED, "Ilse", "2031-05-05T08:00:00+00:00")
        decide_who(writer, word, ("Henrik Ostrel", "the ferryman"))
        relink(writer, READER)
        assert [one for one in writer.relations() if one.kind == "same_utterance"]


def test_a_confirmed_tie_stays_where_nothing_speaks_for_it(tmp_path: Path) -> None:
    path = tmp_path / "a.sayso"
    before = linked(path, STORY)
    tie = Relation.make(RelationKind.SUPPORTING, STORY[0][1].id, STORY[6][1].id, 0.6)
    assert tie.id not in {one.id for one in before}
    with Writer.hold(path) as writer:
        word = Decision(tie.id, Verdict.CONFIRMED, "Ilse", "2031-05-05T08:00:00+00:00")
        writer.rule(tie, word)
    assert tie.id in {one.id for one in linked(path, ())}
