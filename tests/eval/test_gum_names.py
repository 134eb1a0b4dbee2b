"""GUM's phrases, read as names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso.eval import gum_names
from sayso.model.parsed import Mention
from sayso.model.span import Span

HEAD = "Entity=({}-{}-new-nnnnn-cf1-{}-coref"
WORDS = [
    ("The", "DT", HEAD.format(1, "person", 4)),
    ("VETA", "NNP", HEAD.format(2, "organization", 1) + ")"),
    ("envoy", "NN", "_"),
    ("Minister", "NNP", "_"),
    ("Ana", "NNP", "_"),
    ("Corrin", "NNP", "Entity=1)"),
    ("left", "VBD", "_"),
    ("the", "DT", HEAD.format(3, "place", 4)),
    ("Port", "NNP", "_"),
    ("of", "IN", "_"),
    ("Orvane", "NNP", HEAD.format(4, "place", 1) + ")3)"),
    ("on", "IN", "_"),
    ("Monday", "NNP", HEAD.format(5, "time", 1) + ")"),
    ("with", "IN", "_"),
    ("a", "DT", HEAD.format(6, "person", 2)),
    ("friend", "NN", "Entity=6)|SpaceAfter=No"),
    (".", ".", "_"),
]
TEXT = "The VETA envoy Minister Ana Corrin left the Port of Orvane on Monday with a friend."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dep").mkdir()
    rows = [
        "\t".join([str(i), word, "_", "X", tag, "_", "_", "_", "_", misc])
        for i, (word, tag, misc) in enumerate(WORDS, 1)
    ]
    for name in ("GUM_news_port", "GUM_court_port"):
        (tmp_path / "dep" / f"{name}.conllu").write_text("# newdoc\n" + "\n".join(rows) + "\n")
    return tmp_path


def test_a_name_is_the_run_of_proper_nouns_without_titles(folder: Path) -> None:
    text, names, others = gum_names.read(folder / "dep" / "GUM_news_port.conllu")
    assert text == TEXT
    found = {(text[start:end], kind) for start, end, kind in names}
    assert found == {("Ana Corrin", "PER"), ("VETA", "ORG"), ("Port of Orvane", "LOC")}
    assert {text[start:end] for start, end in others} == {"Monday", "Orvane"}


def test_scores(folder: Path) -> None:
    def find(text: str) -> Sequence[Mention]:
        def mention(name: str, label: str) -> Mention:
            start = text.index(name)
            return Mention(Span(start, start + len(name)), label, 0.9)

        return [
            mention("Ana Corrin", "PER"),
            mention("VETA", "LOC"),  # either reading of a body or place counts
            mention("Port", "LOC"),
            mention("Monday", "PER"),  # what is marked as another kind is left out
            mention("friend", "MISC"),
        ]

    rows = {row.name: row for row in gum_names.score(folder, find).measures}
    assert (rows["all"].hits, rows["all"].predicted, rows["all"].gold) == (2, 3, 3)
    assert (rows["PER"].hits, rows["ORG"].hits, rows["LOC"].hits) == (1, 1, 0)
