"""Quarrels as they are written down: their claims, their ties, and the pairs they make."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso.eval.pairs import held_out, pairs, score
from sayso.eval.quarrels import Quarrel, quarrels
from sayso.link.frame import Frame
from sayso.link.judge import LABELS, NONE, Probabilities
from sayso.model.errors import UsageError

WRITTEN = """\
# ferry-strike | strikes
names: Kolmia/Kolmian/Kolmians=country; Tolke Marrin/Marrin=person
A | Tolke Marrin | person | Dockers' Union | said | say | direct | 2031-03-04 | Velm Post
"Not one crane will move"
B | Dockers' Union | body | - | said | say | indirect | - | Orlen Radio
no crane of the Kolmians would lift anything
C | Orsk Lines | body | Kolmia | denied | deny | indirect | 2031-03-05 | Velm Post
that it had cut the bonus of Kolmian crews
D | Marrin | person | Dockers' Union | accused | accuse | indirect | 2031-03-03 | Velm Post
a Kolmian line of cutting the bonus
A B same_utterance | one refusal
C D denies
? A D
"""


@pytest.fixture
def quarrel(tmp_path: Path) -> Quarrel:
    (tmp_path / "q.txt").write_text(WRITTEN, encoding="utf-8")
    (found,) = quarrels(tmp_path)
    return found


def test_what_is_not_listed_has_no_tie_and_what_is_doubtful_is_left_out(quarrel: Quarrel) -> None:
    assert list(quarrel.ties()) == [
        ("A", "B", "same_utterance"),
        ("C", "D", "denies"),
        ("A", "C", "none"),
        ("B", "C", "none"),
        ("B", "D", "none"),
    ]


def test_a_quarrel_may_hold_only_what_it_lists(tmp_path: Path) -> None:
    text = WRITTEN.replace("names:", "only listed\nnames:")
    (tmp_path / "q.txt").write_text(text, encoding="utf-8")
    (found,) = quarrels(tmp_path)
    assert [kind for *_, kind in found.ties()] == ["same_utterance", "denies"]


def test_a_pair_has_the_words_of_its_claims(quarrel: Quarrel) -> None:
    first = next(pairs(quarrel))
    assert (first.quarrel, first.topic, first.kind) == ("ferry-strike", "strikes", "same_utterance")
    assert first.left.name == "Tolke Marrin"
    assert first.right.affiliation == ""
    assert first.left.text == '"Not one crane will move"'
    assert first.left.said is not None
    assert first.left.said.known


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("A B loves", "q.txt:14: 'loves' is no kind"),
        ("A Z denies", "q.txt:14: a tie is between two claims"),
        ("A | nobody", "q.txt:14: a claim has a letter of its own"),
        ("what is this", "q.txt:14: neither a claim nor a tie"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, wrong: str, told: str) -> None:
    (tmp_path / "q.txt").write_text(f"{WRITTEN}{wrong}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        list(quarrels(tmp_path))


def test_a_folder_without_quarrels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no quarrels"):
        list(quarrels(tmp_path))


def test_what_ships_can_be_read_and_a_tenth_is_held_out() -> None:
    shipped = list(quarrels(Path(__file__).parents[2] / "src/sayso/train/pairs"))
    assert len({one.name for one in shipped}) == len(shipped)
    share = sum(held_out(one.name) for one in shipped) / len(shipped)
    assert 0.05 < share < 0.15


def test_the_surest_answers_are_those_of_which_nine_in_ten_are_right(quarrel: Quarrel) -> None:
    found = list(pairs(quarrel))
    chances = {"same_utterance": 0.9, "denies": 0.6}

    def judge(pairs: Sequence[tuple[Frame, Frame]]) -> Sequence[Probabilities]:
        """Sure of the one utterance, wrong with one of its two denials."""
        told = list[Probabilities]()
        for left, right in pairs:
            label = next(p.kind for p in found if (p.left, p.right) == (left, right))
            denied = label == "denies" or right.name == "Marrin"
            kind = label if label == "same_utterance" else "denies" if denied else NONE
            told.append(dict.fromkeys(LABELS, 0.0) | {kind: chances.get(kind, 1.0)})
        return told

    rows = {row.name: row for row in score(judge, found).measures}
    assert rows["denies"].precision == 50
    assert rows["same_utterance, the surest"].recall == 100
    assert rows["denies, the surest"].predicted <= 1
