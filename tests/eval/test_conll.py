"""Names scored on words joined to text again; the sentences are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.eval import conll
from sayso.model.parsed import Mention
from sayso.model.span import Span

FILE = """-DOCSTART- -X- O O

Ana NNP I-NP I-PER
Corrin NNP I-NP I-PER
left VBD I-VP O
Orvane NNP I-NP I-LOC
. . O O

Vell NNP I-NP I-ORG
grew VBD I-VP O
. . O O

-DOCSTART- -X- O O

Bo NNP I-NP I-PER
slept VBD I-VP O
"""


@pytest.mark.parametrize(
    "text",
    [
        "Ana left.",
        'She said "it is shut" and left.',
        '"No," said Ana (in Orvane): it\'s shut!',
        "The $5 pipe, isn't it?",
        "",
    ],
)
def test_words_are_joined_as_people_write(text: str) -> None:
    for mark in ('"', "(", ")", ":", ",", ".", "!", "?", "'s", "n't", "$"):
        text = text.replace(mark, f" {mark} ")
    joined, places = conll.join(text.split())
    assert [joined[a:b] for a, b in places] == text.split()
    for wrong in (" .", " ,", "( ", " 's", " n't", "$ ", " ?", " !", " )"):
        assert wrong not in joined


def test_quotation_marks_stick_to_what_they_hold() -> None:
    joined, _ = conll.join(['"', "It", "is", "shut", '"', "and", '"', "so", '"'])
    assert joined == '"It is shut" and "so"'


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("I-PER I-PER O", [(0, 2, "PER")]),
        ("B-PER B-PER I-PER", [(0, 1, "PER"), (1, 3, "PER")]),
        ("I-PER I-ORG", [(0, 1, "PER"), (1, 2, "ORG")]),
        ("I-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]),
        ("O B-LOC I-LOC", [(1, 3, "LOC")]),
        ("O O", []),
        ("", []),
    ],
)
def test_spans_of_tags_of_either_kind(tags: str, spans: list[tuple[int, int, str]]) -> None:
    assert list(conll.iob(tags.split())) == spans


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "made.testb"
    made.write_text(FILE, encoding="utf-8")
    return made


def test_documents(path: Path) -> None:
    first, second = conll.documents(path)
    text, names = first
    assert text == "Ana Corrin left Orvane. Vell grew. "
    cut = [(text[a:b], kind) for a, b, kind in names]
    assert cut == [("Ana Corrin", "PER"), ("Orvane", "LOC"), ("Vell", "ORG")]
    assert second[1] == [(0, 2, "PER")]


def test_score(path: Path) -> None:
    """The name found whole, one cut short, one of the wrong kind, none in the second document."""

    def find(text: str) -> list[Mention]:
        places = {"Ana Corrin": "PER", "Orvan": "LOC", "Vell": "PER"}
        at = ((text.find(name), name, kind) for name, kind in places.items())
        return [Mention(Span(s, s + len(n)), kind, 1.0) for s, n, kind in at if s >= 0]

    report = conll.score(path, find)
    rows = {row.name: (row.hits, row.predicted, row.gold) for row in report.measures}
    assert rows == {
        "all": (1, 3, 4),
        "PER": (1, 2, 2),
        "ORG": (0, 0, 1),
        "LOC": (0, 1, 1),
        "MISC": (0, 0, 0),
    }
