"""OntoGUM: reading its files, and linking pronouns and names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso.eval import ontogum
from sayso.eval.ontogum import Candidate
from sayso.model.parsed import Mention
from sayso.model.span import Span

WORDS = [
    ("Jean", "Entity=(1"),
    ("Roe", "Entity=1)"),
    ("runs", "_"),
    ("the", "Entity=(2"),
    ("mill", "Entity=2)|SpaceAfter=No"),
    (".", "_"),
    ("She", "Entity=(1)"),
    ("likes", "_"),
    ("it", "Entity=(2)|SpaceAfter=No"),
    (".", "_"),
    ("Roe", "Entity=(1)"),
    ("left", "SpaceAfter=No"),
    (".", "_"),
    ("Ann", "Entity=(3"),
    ("Doe", "Entity=3)"),
    ("stays", "SpaceAfter=No"),
    (",", "_"),
    ("she", "Entity=(3)"),
    ("said", "SpaceAfter=No"),
    (".", "_"),
]
SPLITS = """# Splits

## dev

  * GUM_news_mill
  * GUM_bio_mill

## test

## train

  * GUM_news_train
"""
TEXT = "Jean Roe runs the mill. She likes it. Roe left. Ann Doe stays, she said. "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """GUM's folder, with one document held back and one to train on."""
    conllu = tmp_path / "coref" / "ontogum" / "conllu"
    conllu.mkdir(parents=True)
    rows = [f"{i}\t{word}" + "\t_" * 7 + f"\t{misc}" for i, (word, misc) in enumerate(WORDS, 1)]
    for name in ("GUM_news_mill", "GUM_news_train", "GUM_bio_mill"):
        text = "# newdoc\n" + "\n".join(rows) + "\n"
        (conllu / f"{name}.conllu").write_text(text, encoding="utf-8")
    (tmp_path / "splits.md").write_text(SPLITS, encoding="utf-8")
    return tmp_path


def place(words: str, after: int = 0) -> tuple[int, int]:
    start = TEXT.index(words, after)
    return start, start + len(words)


def read(text: str) -> tuple[Sequence[Mention], ontogum.Scorer]:
    """Finds the three names, and holds everybody for Jean Roe."""
    words = (("Jean Roe", 0), ("Roe", 20), ("Ann Doe", 20))
    names = [Mention(Span(*place(w, at)), "PER", 1.0) for w, at in words]

    def same(pairs: Sequence[tuple[Span, Span]]) -> list[float]:
        return [0.95 if b.cut(text) == "Jean Roe" else 0.2 for a, b in pairs]

    return names, same


def test_text_and_places(folder: Path) -> None:
    text, found = ontogum.mentions(folder / "coref/ontogum/conllu/GUM_news_mill.conllu")
    assert text == TEXT
    words = [(text[a:b], key) for (a, b), key in found]
    roe, mill = ["Jean Roe", "She", "Roe"], ["the mill", "it"]
    assert [word for word, key in words if key == "1"] == roe
    assert [word for word, key in words if key == "2"] == mill
    assert len(words) == 7


def test_only_what_is_held_back(folder: Path) -> None:
    assert ontogum.held_back(folder / "splits.md") == {"GUM_news_mill", "GUM_bio_mill"}
    assert "1 documents" in ontogum.score(folder, read, 0.85).notes[0]


def test_links_of_pronouns_and_names(folder: Path) -> None:
    """Jean Roe ← She, Roe, and wrongly the last she; it and Ann Doe fit nobody before them."""
    rows = {row.name: row for row in ontogum.score(folder, read, 0.85).measures}
    assert (rows["links"].hits, rows["links"].predicted, rows["links"].gold) == (2, 3, 3)
    assert rows["MUC"].recall == pytest.approx(200 / 3)
    assert rows["MUC"].precision == pytest.approx(200 / 3)
    assert rows["B3"].precision == pytest.approx(100 * (3 * 3 / 4 + 1 / 4) / 4)


def test_a_high_threshold_leaves_places_alone(folder: Path) -> None:
    rows = {row.name: row for row in ontogum.score(folder, read, threshold=0.99).measures}
    assert (rows["links"].predicted, rows["average"].f1) == (0, 0)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("She", "she"), ("Jean Roe", "PER"), ("the mill", None), ("Jean Roe runs the mill", None)],
)
def test_what_is_resolved(words: str, expected: str | None) -> None:
    found = ontogum.candidate(TEXT, place(words), read(TEXT)[0])
    assert (found.kind if found else None) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("she", "PER Jean Roe", True),
        ("she", "ORG Vell Mill", False),
        ("it", "PER Jean Roe", False),
        ("they", "ORG Vell Mill", True),
        ("she", "he", False),
        ("she", "she", True),
        ("PER Roe", "PER Jean Roe", True),
        ("PER Jean", "PER Ann Doe", False),
    ],
)
def test_what_agrees(one: str, other: str, expected: bool) -> None:
    def made(text: str) -> Candidate:
        kind, *words = text.split()
        return Candidate((0, 1), kind, frozenset(word.lower() for word in words))

    assert made(one).agrees(made(other)) is expected
    assert made(other).agrees(made(one)) is expected


def test_links_join_into_chains() -> None:
    a, b, c, d, e = ((i, i + 1) for i in range(5))
    joined = ontogum.chains([(b, a), (d, c), (d, b)])
    assert joined == [frozenset({a, b, c, d})]
    assert ontogum.chains([(b, a), (e, d)]) == [frozenset({a, b}), frozenset({d, e})]
