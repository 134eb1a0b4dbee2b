"""What people say stays: through new analyses, undo, and the way to another copy of the case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.model.attribution import Attribution, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.correction import Correction, Remark, RemarkKind
from sayso.model.errors import EvidenceError, UsageError
from sayso.model.relation import Decision, Relation, RelationKind, Verdict
from sayso.model.span import Evidence, Span
from sayso.model.trace import Maker
from sayso.store import Findings
from sayso.store.desk import Desk
from sayso.store.hand import Hand, Word
from tests.store.samples import MAKER, analyse, made

TEXT = "Ilse Brandt said the bridge is safe and open. Boris Hale said it leaks."
DOCUMENT = made(TEXT)
OTHER = made("Boris Hale said the bridge leaks badly.", "other.txt")
MORNING, NOON, NIGHT = (f"2031-05-04T{hour}:00:00+00:00" for hour in ("08", "12", "22"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "bridge.sayso"
    filled(found)
    return found


@pytest.fixture
def hand(path: Path) -> Iterator[Hand]:
    with Hand.hold(path) as opened:
        yield opened


def filled(path: Path) -> None:
    with Hand.hold(path) as hand:
        for document in (DOCUMENT, OTHER):
            hand.put(document, document.text.encode())
            hand.replace(analyse(document), MAKER)


def claim_of(name: str, hand: Hand) -> Claim:
    return next(one for one, _ in hand.claims() if one.claimer.name == name)


def reworded(claim: Claim, words: str, claimer: Entity | None = None) -> Claim:
    """The claim with other content, cut from its document."""
    start = TEXT.index(words)
    part = Evidence.cut(DOCUMENT.id, TEXT, Span(start, start + len(words)))
    tie = claim.attribution
    made_id = Attribution.make_id(DOCUMENT.id, tie.source, tie.cue, (part.span,))
    tie = replace(tie, id=made_id, content=(part.span,), quotation=Quotation.INDIRECT, score=1.0)
    return replace(claim, attribution=tie, content=(part,), claimer=claimer or claim.claimer)


def correct(hand: Hand, claim: Claim, to: Claim | None, at: str = MORNING) -> None:
    hand.correct(Correction(claim.id, DOCUMENT.id, to, "Ada", at))


def told(hand: Hand) -> list[tuple[str, str]]:
    return [(one.claimer.name, one.text) for one, _ in hand.claims()]


BEFORE = [
    ("Ilse Brandt", "the bridge is safe and open"),
    ("Boris Hale", "it leaks"),
    ("Boris Hale", "the bridge leaks badly"),
]


def ordered(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(found)


def test_a_corrected_span_is_what_the_case_holds(hand: Hand) -> None:
    claim = claim_of("Ilse Brandt", hand)
    correct(hand, claim, reworded(claim, "the bridge is safe"))
    assert ("Ilse Brandt", "the bridge is safe") in told(hand)
    assert len(told(hand)) == len(BEFORE)
    assert list(hand.check()) == []
    maker = next(by for one, by in hand.claims() if one.text == "the bridge is safe")
    assert maker == Maker("person", "Ada")


def test_a_correction_outlives_a_new_analysis(hand: Hand) -> None:
    """By the same maker, by another that finds the same, and by one that finds nothing."""
    claim = claim_of("Ilse Brandt", hand)
    fixed = reworded(claim, "the bridge is safe")
    correct(hand, claim, fixed)
    for found, maker in (
        (analyse(DOCUMENT), MAKER),
        (analyse(DOCUMENT), Maker("fake", "2")),
        (Findings(DOCUMENT.id), Maker("fake", "3")),
    ):
        hand.replace(found, maker)
        now = told(hand)
        assert ("Ilse Brandt", "the bridge is safe") in now
        assert ("Ilse Brandt", "the bridge is safe and open") not in now
        assert list(hand.check()) == []


def test_other_bounds_found_later_do_not_bring_the_claim_twice(hand: Hand) -> None:
    claim = claim_of("Ilse Brandt", hand)
    correct(hand, claim, reworded(claim, "the bridge is safe"))
    shifted = reworded(claim, "bridge is safe and")
    hand.replace(Findings(DOCUMENT.id, (shifted,)), Maker("fake", "2"))
    assert [words for name, words in told(hand) if name == "Ilse Brandt"] == ["the bridge is safe"]


def test_a_corrected_claimer_keeps_the_id_of_the_claim(hand: Hand) -> None:
    claim = claim_of("Ilse Brandt", hand)
    start = TEXT.index("Boris")
    place = Evidence.cut(DOCUMENT.id, TEXT, Span(start, start + len("Boris Hale")))
    boris = Entity.make("Boris Hale", EntityKind.PERSON, evidence=(place,))
    correct(hand, claim, replace(claim, claimer=boris))
    now = next(one for one, _ in hand.claims() if one.id == claim.id)
    assert now.claimer.name == "Boris Hale"
    assert list(hand.check()) == []


def test_undo_brings_back_what_was_found(hand: Hand) -> None:
    claim = claim_of("Ilse Brandt", hand)
    correct(hand, claim, reworded(claim, "the bridge is safe"))
    correct(hand, claim, reworded(claim, "bridge is safe"), NOON)
    desk = Desk(hand._database)
    hand.undo(desk.deeds()[0], "Ada", NIGHT)
    assert ("Ilse Brandt", "the bridge is safe") in told(hand)
    hand.undo(desk.deeds()[0], "Ada", NIGHT)
    assert ("Ilse Brandt", "bridge is safe") in told(hand)
    correct(hand, claim, None, NIGHT)
    assert ordered(told(hand)) == ordered(BEFORE)
    assert hand.claims()[0][1] == MAKER
    assert len(desk.corrections()) == 5, "nothing is ever taken away"
    assert list(hand.check()) == []


def test_a_child_follows_its_parent_there_and_back(hand: Hand) -> None:
    parent, child = claim_of("Ilse Brandt", hand), claim_of("Boris Hale", hand)
    child = next(one for one, _ in hand.claims() if one.text == "it leaks")
    nested = replace(child, attribution=replace(child.attribution, parent=parent.id))
    hand.replace(Findings(DOCUMENT.id, (parent, nested)), MAKER)
    fixed = reworded(parent, "the bridge is safe")
    correct(hand, parent, fixed)

    def above() -> str | None:
        found = (one for one, _ in hand.claims() if one.id == child.id)
        return next(found).attribution.parent

    assert above() == fixed.id
    correct(hand, parent, None, NOON)
    assert above() == parent.id


def test_words_that_are_not_there_are_refused(hand: Hand) -> None:
    claim = claim_of("Ilse Brandt", hand)
    part = Evidence(DOCUMENT.id, claim.content[0].span, "the bridge is a wreck now ok")
    with pytest.raises(EvidenceError, match="not in its document"):
        correct(hand, claim, replace(claim, content=(part,)))
    assert Desk(hand._database).corrections() == []


def test_verdicts_on_ties_go_along_with_a_corrected_claim(hand: Hand) -> None:
    left, right = claim_of("Ilse Brandt", hand), hand.claims()[-1][0]
    tie = Relation.make(RelationKind.DENIES, left.id, right.id, 0.7)
    hand.tie((), [tie], MAKER)
    hand.judge(Decision(tie.id, Verdict.REJECTED, "Ada", MORNING))
    fixed = reworded(left, "the bridge is safe")
    correct(hand, left, fixed, NOON)
    moved = Relation.make(RelationKind.DENIES, fixed.id, right.id, 0.7)
    assert hand.verdicts()[moved.id] is Verdict.REJECTED
    assert hand.decisions(moved.id)[0].who == "Ada"


def test_a_verdict_is_undone_by_a_new_row(hand: Hand) -> None:
    claim, desk = claim_of("Ilse Brandt", hand), Desk(hand._database)
    hand.judge(Decision(claim.id, Verdict.CONFIRMED, "Ada", MORNING))
    hand.judge(Decision(claim.id, Verdict.REJECTED, "Ben", NOON))
    hand.undo(desk.deeds()[0], "Ben", NIGHT)
    assert hand.verdicts() == {claim.id: Verdict.CONFIRMED}
    first = desk.deeds(claim.id)[-1]
    with pytest.raises(UsageError, match="by Ben since"):
        hand.undo(first, "Ada", NIGHT)
    assert [one.verdict.value for one in hand.decisions(claim.id)] == [
        "confirmed", "rejected", "confirmed",
    ]  # fmt: skip


def test_the_first_verdict_undone_leaves_none(hand: Hand) -> None:
    claim, desk = claim_of("Ilse Brandt", hand), Desk(hand._database)
    hand.judge(Decision(claim.id, Verdict.CONFIRMED, "Ada", MORNING))
    hand.undo(desk.deeds()[0], "Ada", NOON)
    assert hand.verdicts() == {}


def test_remarks_are_of_a_person_and_go_by_an_empty_text(hand: Hand) -> None:
    desk = Desk(hand._database)
    for who in ("Ada", "Ben"):
        hand.remark(Remark(DOCUMENT.id, RemarkKind.NOTE, f"{who} was here", who, MORNING))
    hand.remark(Remark(DOCUMENT.id, RemarkKind.NOTE, "", "Ben", NOON))
    assert [one.text for one in desk.remarks_on([DOCUMENT.id])] == ["Ada was here"]
    assert len(desk.remarks()) == 3


def test_words_move_to_another_copy_and_come_once(hand: Hand, tmp_path: Path) -> None:
    claim, desk = claim_of("Ilse Brandt", hand), Desk(hand._database)
    correct(hand, claim, reworded(claim, "the bridge is safe"))
    hand.judge(Decision(claim.id, Verdict.CONFIRMED, "Ada", MORNING))
    hand.judge(Decision(claim.id, Verdict.CONFIRMED, "Ada", MORNING))
    hand.remark(Remark(claim.id, RemarkKind.BOOKMARK, "on", "Ada", NOON))
    words: list[Word] = [*hand.decisions(), *desk.corrections(), *desk.remarks()]
    filled(tmp_path / "copy.sayso")
    with Hand.hold(tmp_path / "copy.sayso") as other:
        later = Decision(claim.id, Verdict.REJECTED, "Ben", NIGHT)
        other.judge(later)
        given = [(word, None) for word in words]
        assert other.take_in(given) == 4
        assert other.take_in(given) == 0
        assert ("Ilse Brandt", "the bridge is safe") in told(other)
        assert other.verdicts()[claim.id] is Verdict.REJECTED, "the latest by time counts"
        assert list(other.check()) == []


def test_a_correction_waits_for_its_document(hand: Hand, tmp_path: Path) -> None:
    claim = claim_of("Ilse Brandt", hand)
    correct(hand, claim, reworded(claim, "the bridge is safe"))
    with Hand.hold(tmp_path / "empty.sayso") as other:
        other.take_in([(word, None) for word in Desk(hand._database).corrections()])
        assert other.claims() == []
        other.put(DOCUMENT, TEXT.encode())
        other.replace(analyse(DOCUMENT), MAKER)
        assert ("Ilse Brandt", "the bridge is safe") in told(other)
