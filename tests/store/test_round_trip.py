"""What goes into a case comes out of it as it was."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.document import Document
from sayso.model.errors import EvidenceError
from sayso.model.parsed import Mention
from sayso.model.relation import Decision, Reason, Relation, RelationKind, Verdict
from sayso.model.span import Span
from sayso.model.trace import Maker, Problem, Run
from sayso.store import ClaimQuery, Findings, Store, Writer
from tests.store.samples import MAKER, analyse, claim, full, made

PATH = Path("x.sayso")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_document_claim_and_bytes() -> None:
    document, found = full()
    with Writer.hold(PATH) as writer:
        assert writer.put(document, document.text.encode())
        mentions = (Mention(Span(0, 6), "MISC", 0.5),)
        writer.replace(Findings(document.id, (found,), mentions), MAKER)
    store = Store.open(PATH)
    assert store.documents() == [document]
    assert store.claims() == [(found, MAKER)]
    assert store.original(document) == document.text.encode()
    assert list(store.check()) == []
    store.close()


def test_problems_of_an_analysis_go_with_its_findings() -> None:
    document, found = full()
    trouble = Problem("impossible-date", "February has no day 30", document.source, document.id)
    with Writer.hold(PATH) as writer:
        writer.put(document, document.text.encode())
        writer.replace(Findings(document.id, (found,), problems=(trouble,)), MAKER)
        assert writer.problems() == [trouble]
        writer.replace(Findings(document.id, (found,)), MAKER)
        assert writer.problems() == []


def test_a_metonym_keeps_whom_it_stands_for() -> None:
    document, found = full()
    palace = replace(found.claimer, stands_for="the presidency of Halvern")
    with Writer.hold(PATH) as writer:
        writer.put(document, document.text.encode())
        writer.replace(Findings(document.id, (replace(found, claimer=palace),)), MAKER)
        ((kept, _),) = writer.claims()
    assert kept.claimer.stands_for == "the presidency of Halvern"


def test_same_document_again_is_not_new() -> None:
    document, _ = full()
    with Writer.hold(PATH) as writer:
        assert writer.put(document, document.text.encode())
        assert not writer.put(document, document.text.encode())
        assert len(writer.documents()) == 1


def test_same_bytes_elsewhere_add_a_source_and_its_problems() -> None:
    """Whichever path came first, the document tells the first of them in order."""
    document = made("Nothing new.", "b/report.txt")
    problem = Problem("long", "it is long", "b/report.txt", document.id)
    with Writer.hold(PATH) as writer:
        writer.put(document, b"Nothing new.", [problem])
        writer.see(document.id, "a/copy.txt")
        assert writer.documents()[0].source == "a/copy.txt"
        assert writer.problems("a/copy.txt") == [replace(problem, source="a/copy.txt")]
        for name in (document.id, document.id[:6], "copy.txt", "report.txt", "b/report.txt"):
            assert writer.document(name).id == document.id


def test_new_findings_take_the_place_of_old_ones_and_decisions_stay() -> None:
    document, found = full()
    decision = Decision(found.id, Verdict.REJECTED, "Ada", "2031-05-05T08:00:00", "not hers")
    later = replace(decision, verdict=Verdict.CONFIRMED)
    with Writer.hold(PATH) as writer:
        writer.put(document, document.text.encode())
        writer.replace(Findings(document.id, (found,)), MAKER)
        writer.decide(decision)
        writer.decide(later)
        assert writer.pending(MAKER) == []
        newer = Maker("fake", "2")
        assert writer.pending(newer) == [document.id]
        writer.replace(Findings(document.id), newer)
        assert writer.claims() == []
        assert writer.search("safe") != []  # the document is still found, the claim is not
        assert {hit.kind for hit in writer.search("safe")} == {"document"}
        assert writer.decisions(found.id) == [decision, later]
        assert list(writer.check()) == []


def test_relations_are_rebuilt() -> None:
    document = made("Ilse said the bridge is safe. Boris said the bridge is closed.")
    claims = analyse(document).claims
    left, right = (item.id for item in claims)
    reason = Reason("topic", 0.5, "both name the bridge", (claims[0].content), (claims[1].content))
    relation = Relation.make(RelationKind.REFUTING, left, right, 0.8, (reason,))
    with Writer.hold(PATH) as writer:
        writer.put(document, document.text.encode())
        writer.replace(Findings(document.id, claims), MAKER)
        writer.tie((), [relation], MAKER)
        assert writer.relations() == [relation]
        assert list(writer.check()) == []
        writer.begin_linking(Maker("another", "1"), 9)
        assert writer.relations() == []


def test_run_is_kept_with_the_first_change_only() -> None:
    run = Run(MAKER, "2031-05-05T08:00:00+00:00", None, ("reports", "b\udcff.txt"))
    with Writer.hold(PATH, run) as writer:
        assert writer.runs() == []
    with Writer.hold(PATH, run) as writer:
        writer.put(made("One."), b"One.")
        writer.put(made("Two."), b"Two.")
    store = Store.open(PATH)
    (kept,) = store.runs()
    assert kept.inputs == ("reports", "b\\udcff.txt")
    assert kept.finished is not None
    store.close()


def test_problems_of_a_source_are_replaced() -> None:
    empty = Problem("empty", "the file is empty", "a\udcff.txt")
    gone = Problem("missing", "there is no such file", "a\udcff.txt")
    with Writer.hold(PATH) as writer:
        writer.refuse(empty.source, [empty])
        writer.refuse(gone.source, [gone])
        assert [problem.kind for problem in writer.problems()] == ["missing"]
        assert list(writer.check()) == []


def test_findings_that_contradict_each_other_leave_the_earlier_ones() -> None:
    document, found = full()
    with Writer.hold(PATH) as writer:
        writer.put(document, document.text.encode())
        writer.replace(Findings(document.id, (found,)), MAKER)
        twice = Findings(document.id, (found, replace(found, negated=False)))
        with pytest.raises(EvidenceError, match="contradict"):
            writer.replace(twice, MAKER)
        assert writer.claims() == [(found, MAKER)]


def test_half_characters_are_refused_in_a_text_and_escaped_in_what_is_told_of_it() -> None:
    with Writer.hold(PATH) as writer:
        with pytest.raises(EvidenceError, match="half characters"):
            writer.put(made("one \ud83d two"), b"")
        assert writer.documents() == []
        writer.put(replace(made("whole"), title="half \ud83d", source="\udcff.txt"), b"whole")
        (document,) = writer.documents()
        assert (document.title, document.source) == ("half \\ud83d", "\\udcff.txt")


def _spans(text: str) -> st.SearchStrategy[tuple[int, int]]:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return ends.filter(lambda pair: pair[0] != pair[1]).map(lambda pair: (min(pair), max(pair)))


@st.composite
def cut_documents(draw: st.DrawFn) -> tuple[Document, dict[str, list[tuple[int, int]]]]:
    """Any text that can be encoded, with places for source, cue and content in it."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
    spans = _spans(text)
    content = sorted(set(draw(st.lists(spans, min_size=1, max_size=3))))
    return made(text), {"source": [draw(spans)], "cue": [draw(spans)], "content": content}


def test_random_texts_cut_to_their_words_after_a_round_trip() -> None:
    with Writer.hold(PATH) as writer:

        @settings(max_examples=60, derandomize=True, deadline=None)
        @given(cut_documents())
        def law(case: tuple[Document, dict[str, list[tuple[int, int]]]]) -> None:
            document, places = case
            found = claim(document, places)
            writer.put(document, document.text.encode())
            writer.replace(Findings(document.id, (found,)), MAKER)
            assert writer.documents([document.id]) == [document]
            assert writer.claims(ClaimQuery(document=document.id)) == [(found, MAKER)]

        law()


def test_hundred_documents_of_random_characters_make_a_sound_case() -> None:
    """From all planes, without the halves of characters, which no file can hold."""
    dice = random.Random(7)
    letters = [*range(0xD800), *range(0xE000, 0x110000)]
    with Writer.hold(PATH) as writer:
        for _ in range(100):
            document = made("".join(map(chr, dice.choices(letters, k=60))))
            cuts = sorted(dice.sample(range(60), 6))
            places = {"source": [cuts[:2]], "cue": [cuts[2:4]], "content": [cuts[4:]]}
            found = claim(document, {role: [(a, b)] for role, [[a, b]] in places.items()})
            writer.put(document, document.text.encode())
            writer.replace(Findings(document.id, (found,)), MAKER)
        assert len(writer.claims()) == 100
        assert list(writer.check()) == []


def test_hard_texts_make_a_sound_case() -> None:
    """NUL, line separators, accents that combine, characters beyond the basic plane."""
    texts = ["a\x00b said c", "é\u0301\u2028x", "\U0001f600" * 9, "\ufeff\u202eabc", "\ufdd0 said"]
    with Writer.hold(PATH) as writer:
        for text in texts:
            document = made(text)
            whole = claim(document, {"content": [(0, len(text))]})
            writer.put(document, text.encode())
            writer.replace(Findings(document.id, (whole,)), MAKER)
        assert {item.text for item in writer.documents()} == set(texts)
        assert list(writer.check()) == []
