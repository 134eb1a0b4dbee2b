"""Coreference metrics, on examples counted by hand."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.eval.coref import Chain, b_cubed, best_pairing, ceaf, muc, rows


def chains(*words: str) -> list[Chain]:
    """ "abc de": places a, b, c name one thing, d and e another."""
    return [frozenset((ord(c), ord(c) + 1) for c in word) for word in " ".join(words).split()]


GOLD = chains("abc defg")
FOUND = chains("ab cd fghi")


def test_muc() -> None:
    """Of the 5 links found 1 + 0 + 1 hold; of the 5 marked 1 + 1 are found."""
    sums = muc(FOUND, GOLD)
    assert (sums.right_found, sums.found) == (2, 5)
    assert (sums.right_gold, sums.gold) == (2, 5)


def test_b_cubed() -> None:
    """Found: ab 2·2/2, cd 1/2 + 1/2, fghi 2·2/4. Marked: abc 4/3 + 1/3, defg 1/4 + 4/4."""
    sums = b_cubed(FOUND, GOLD)
    assert [sums.right_found, sums.found] == pytest.approx([2 + 1 + 1, 8])
    assert [sums.right_gold, sums.gold] == pytest.approx([5 / 3 + 5 / 4, 7])


def test_ceaf() -> None:
    """ab with abc: 2·2/5; fghi with defg: 2·2/8; nothing is left for cd."""
    sums = ceaf(FOUND, GOLD)
    assert sums.right_found == sums.right_gold == pytest.approx(0.8 + 0.5)
    assert (sums.found, sums.gold) == (3, 2)


def test_the_average_is_of_the_three() -> None:
    made = rows([(FOUND, GOLD)])
    assert [row.name for row in made] == ["MUC", "B3", "CEAFe", "average"]
    precision = (40 + 50 + 100 * 1.3 / 3) / 3
    recall = (40 + 100 * (35 / 12) / 7 + 65) / 3
    assert made[3].precision == pytest.approx(precision)
    assert made[3].recall == pytest.approx(recall)
    assert made[3].f1 == pytest.approx(sum(row.f1 for row in made[:3]) / 3)
    assert made[0].f1 == pytest.approx(40)
    assert made[3].as_dict()["predicted"] == 8


def test_documents_add_up() -> None:
    once, twice = rows([(FOUND, GOLD)]), rows([(FOUND, GOLD), (FOUND, GOLD)])
    assert [row.f1 for row in once] == pytest.approx([row.f1 for row in twice])
    assert twice[0].gold == 2 * once[0].gold


def test_the_same_chains_score_full_and_none_score_nothing() -> None:
    assert [row.f1 for row in rows([(GOLD, GOLD)])] == pytest.approx([100] * 4)
    assert [row.f1 for row in rows([([], GOLD)])] == [0] * 4
    assert [row.f1 for row in rows([(GOLD, [])])] == [0] * 4


gains = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 9).map(lambda n: n / 9), min_size=width, max_size=width),
        min_size=1, max_size=4,
    )
)  # fmt: skip


@settings(max_examples=60, derandomize=True, deadline=None)
@given(gains)
def test_no_other_pairing_gains_more(table: list[list[float]]) -> None:
    high, wide = len(table), len(table[0])
    if high <= wide:
        ways = [sum(table[i][c] for i, c in enumerate(p)) for p in permutations(range(wide), high)]
    else:
        ways = [sum(table[r][i] for i, r in enumerate(p)) for p in permutations(range(high), wide)]
    assert best_pairing(table) == pytest.approx(max(ways))
