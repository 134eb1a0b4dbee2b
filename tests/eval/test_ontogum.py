"""OntoGUM: reading its files, and counting links and chains."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso.eval import ontogum
from sayso.eval.coref import Place
from sayso.eval.ontogum import Answer

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


def resolve(text: str, places: Sequence[Place]) -> list[Answer | None]:
    """Holds every "she" for Jean Roe, and looks up neither the mill nor "it"."""
    known = {"Jean Roe": "roe", "Roe": "roe", "She": "roe", "she": "roe", "Ann Doe": "doe"}
    forms = {"She": "pronouns", "she": "pronouns"}
    words = [text[start:end] for start, end in places]
    return [
        Answer(forms.get(word, "names of people"), known[word]) if word in known else None
        for word in words
    ]


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
    assert "1 documents" in ontogum.score(folder, resolve).notes[0]


def test_links_and_chains(folder: Path) -> None:
    """Jean Roe ← She ← Roe, and wrongly the last she, who is Ann Doe."""
    rows = {row.name: row for row in ontogum.score(folder, resolve).measures}
    assert (rows["links"].hits, rows["links"].predicted, rows["links"].gold) == (2, 3, 3)
    pronouns = rows["links of pronouns"]
    assert (pronouns.hits, pronouns.predicted, pronouns.gold) == (1, 2, 2)
    assert rows["MUC"].recall == pytest.approx(200 / 3)
    assert rows["MUC"].precision == pytest.approx(200 / 3)


def test_what_is_left_open_makes_no_chain(folder: Path) -> None:
    def nobody(_text: str, places: Sequence[Place]) -> list[Answer | None]:
        return [Answer("titles", None) for _ in places]

    rows = {row.name: row for row in ontogum.score(folder, nobody).measures}
    assert (rows["links"].predicted, rows["average"].f1) == (0, 0)
