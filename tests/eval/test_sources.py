"""Who a source span names: the labels that come with the package, and how answers are judged."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso.eval import sources
from sayso.eval.sources import Label, Places, verdict
from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document
from sayso.model.ids import document_id
from sayso.model.parsed import Parsed
from sayso.model.span import Span

PLACES = Places(Span(0, 2), Span(3, 7), (Span(8, 12),))
TEXT = "Mayor Jean Roe spoke. She said the Vell bridge holds. Aides said no more."


def label(*accept: str, kind: EntityKind = EntityKind.PERSON) -> Label:
    return Label("stories", "one", "", PLACES, accept, kind)


@pytest.mark.parametrize(
    ("draw", "expected", "most"),
    [(1, {"polnear": 120, "stories": 80}, 2), (2, {"polnear": 63, "stories": 42}, 1)],
)
def test_labels_are_few_of_one_article(draw: int, expected: dict[str, int], most: int) -> None:
    found = [one for one in sources.labels() if one.draw == draw]
    assert Counter(one.corpus for one in found) == expected
    assert max(Counter((one.doc, one.annotator) for one in found).values()) <= most
    assert len({(one.doc, one.annotator, one.places) for one in found}) == sum(expected.values())
    assert all(one.annotator for one in found if one.corpus == "polnear")


def test_labels_hold_no_sentences() -> None:
    names = [name for one in sources.labels() for name in one.accept]
    assert all(len(name.split()) <= 12 for name in names)
    assert len(names) > 200


@pytest.mark.parametrize(
    ("answer", "kind", "expected"),
    [
        ("Jean-Marc Róe", EntityKind.PERSON, "right"),
        ("jean marc roe", EntityKind.PERSON, "right"),
        ("Roe", EntityKind.PERSON, "inexact"),
        ("Mayor Jean-Marc Roe", EntityKind.PERSON, "inexact"),
        ("Paul Doe", EntityKind.PERSON, "wrong"),
        ("Jean Doe", EntityKind.PERSON, "wrong"),
        ("he", EntityKind.UNNAMED, "unresolved"),
        ("Roe", EntityKind.UNNAMED, "unresolved"),
    ],
)
def test_a_name_is_right_only_in_full(answer: str, kind: EntityKind, expected: str) -> None:
    assert verdict(label("Jean-Marc Roe"), Entity.make(answer, kind)) == expected


@pytest.mark.parametrize(
    ("answer", "kind", "expected"),
    [
        ("two senior officials", EntityKind.UNNAMED, "right"),
        ("officials", EntityKind.UNNAMED, "right"),
        ("they", EntityKind.UNNAMED, "unresolved"),
        ("Jean Roe", EntityKind.PERSON, "wrong"),
    ],
)
def test_unnamed_sources_are_right_by_their_words(
    answer: str, kind: EntityKind, expected: str
) -> None:
    gold = label("senior officials", kind=EntityKind.UNNAMED)
    assert verdict(gold, Entity.make(answer, kind)) == expected


def test_what_cannot_be_told_must_not_be_named() -> None:
    gold = label(sources.UNRESOLVABLE, kind=EntityKind.UNNAMED)
    assert verdict(gold, Entity.make("she", EntityKind.UNNAMED)) == "right"
    assert verdict(gold, Entity.make("Jean Roe", EntityKind.PERSON)) == "wrong"


@pytest.mark.parametrize(
    ("accepted", "answer"),
    [
        ("U.S.", "the US"),
        ("The Vell Courier", "Vell Courier"),
        ("Mayor's office", "the Mayor’s office"),
        ("AB&C-Union", "AB&C Union"),
    ],
)
def test_case_dots_and_articles_do_not_matter(accepted: str, answer: str) -> None:
    assert verdict(label(accepted), Entity.make(answer, EntityKind.BODY)) == "right"


def test_the_labelled_attribution_stands_in_for_the_taggers() -> None:
    """[source:She] [cue:said] [content:the Vell bridge holds], which the tagger cut short."""
    parsed = _parsed(TEXT)
    marked = Places(_span("She"), _span("said"), (_span("the Vell bridge holds"),))
    aides = _tie(parsed, "Aides", "said", "no more", TEXT.index("Aides"))
    found = (aides, _tie(parsed, "She", "said", "holds"))
    joined = sources.joined(parsed, [marked], found)
    words = [[part.cut(TEXT) for part in tie.content] for tie in joined]
    assert words == [["the Vell bridge holds"], ["no more"]]


def test_outcomes_of_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PolNeAR gives all that its annotator marked, the stories what the tagger finds."""
    she = _gold("polnear", "a", "She", "Jean Roe", annotator="x")
    rows = [she, _gold("stories", "b", "Aides", "aides")]
    _corpora(tmp_path)
    monkeypatch.setattr(sources, "labels", lambda: tuple(map(sources._label, rows)))
    asked: list[tuple[int, bool]] = []

    def resolve(_: str, marked: Sequence[Places], tagged: bool) -> list[Claim]:
        asked.append((len(marked), tagged))
        return [_claim(places, "Jean Roe") for places in marked]

    report = sources.score(tmp_path, resolve)
    assert asked == [(2, False), (1, True)]
    by_name = {row.name: (row.hits, row.predicted, row.gold) for row in report.measures}
    assert by_name["all"] == (1, 2, 2)
    assert by_name["polnear"] == by_name["to be resolved"] == (1, 1, 1)
    assert by_name["stories"] == by_name["named in full"] == (0, 1, 1)
    assert "all: right 50.0 %, unresolved 0.0 %, inexact 0.0 %, wrong 50.0 %" in report.notes


def test_a_source_that_gives_no_claim_is_unresolved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [_gold("stories", "b", "Aides", "aides")]
    _corpora(tmp_path)
    monkeypatch.setattr(sources, "labels", lambda: tuple(map(sources._label, rows)))
    outcome = next(sources.outcomes(tmp_path, lambda *_: ()))
    assert (outcome.verdict, outcome.given) == ("unresolved", "Aides")


# -------------------------------------------------------------------- making things


def _span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def _parsed(text: str) -> Parsed:
    document = Document(document_id("0" * 64, text), "text", "0" * 64, text)
    return Parsed(document, (Span(0, len(text)),), (Span(0, len(text)),), (), ())


def _tie(parsed: Parsed, source: str, cue: str, content: str, after: int = 0) -> Attribution:
    places = (_span(source), _span(cue, after), (_span(content),))
    made = Attribution.make_id(parsed.document.id, *places)
    return Attribution(made, parsed.document.id, *places, Quotation.INDIRECT)


def _gold(corpus: str, doc: str, source: str, name: str, annotator: str = "") -> dict[str, object]:
    cue = _span("said", TEXT.index(source))
    content = _span("the Vell bridge holds" if source == "She" else "no more")
    row: dict[str, object] = {
        "corpus": corpus, "doc": doc, "source": _pair(_span(source)), "cue": _pair(cue),
        "content": [_pair(content)], "name": name, "accept": [],
        "kind": "unnamed" if name.islower() else "person",
    }  # fmt: skip
    return {**row, "annotator": annotator} if annotator else row


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _corpora(folder: Path) -> None:
    """Both corpora with TEXT for their only article."""
    marked = [_gold("polnear", "a", source, "x") for source in ("She", "Aides")]
    ties = [{**row, "source": [row["source"]], "cue": [row["cue"]]} for row in marked]
    bare = {"source": None, "cue": None, "content": None}
    article = {"doc": "a", "annotator": "x", "text": TEXT, "attributions": [*ties, bare]}
    group = {"articles": [{"ID": "b", "text": TEXT}]}
    for name, row in (("polnear", article), ("stories", group)):
        (folder / name).mkdir()
        (folder / name / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")


def _claim(places: Places, name: str) -> Claim:
    made = Attribution.make_id("d", places.source, places.cue, places.content)
    tie = Attribution(made, "d", places.source, places.cue, places.content, Quotation.INDIRECT)
    claimer = Entity.make(name, EntityKind.PERSON)
    return Claim(tie, claimer, None, None, (), CueClass.SAY)
