"""From scores of pieces to groups of spans, on arrays made by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.attribute.decode import (
    CONTENT,
    CUE,
    FAR,
    SOURCE,
    Group,
    Reach,
    Rules,
    group,
)
from sayso.bio import best_tags, log_softmax, plain_moves, runs

Floats = npt.NDArray[np.float32]
TAGS = {"-": 0, "S": 1, "s": 2, "C": 3, "c": 4, "T": 5, "t": 6}  # capitals begin
PARTS = {"-": 0, "s": SOURCE, "c": CUE, "t": CONTENT}


def _roles(line: str, sure: float = 9.0) -> Floats:
    scores = np.zeros((len(line), 7), dtype=np.float32)
    scores[np.arange(len(line)), [TAGS[mark] for mark in line]] = sure
    return log_softmax(scores)


def _tie(line: str, sure: float = 9.0) -> Floats:
    scores = np.zeros((len(line), 4), dtype=np.float32)
    scores[np.arange(len(line)), [PARTS[mark] for mark in line]] = sure
    return log_softmax(scores)


def _groups(roles: str, *ties: str | Reach, rules: Rules | None = None) -> list[Group]:
    made = [(0, _tie(tie)) if isinstance(tie, str) else tie for tie in ties]

    def ties_of(cues: Sequence[int]) -> list[Reach]:
        assert len(cues) == len(made)
        return made

    return group(_roles(roles), ties_of, rules or Rules())


def test_log_softmax_sums_to_one_and_bears_large_scores() -> None:
    found = log_softmax(np.array([[1000.0, 1000.0], [0.0, -1000.0]], dtype=np.float32))
    assert np.exp(found).sum(axis=1) == pytest.approx([1, 1])
    assert found[0] == pytest.approx([np.log(0.5)] * 2)


@pytest.mark.parametrize("line", ["-", "SsCcTtt-", "STC", "SSs-Tt", "----", "CcC"])
def test_clear_tags_stay(line: str) -> None:
    assert best_tags(_roles(line), plain_moves()) == [TAGS[mark] for mark in line]


def test_no_inside_without_its_beginning() -> None:
    tags = best_tags(_roles("t-ss-Sc"), plain_moves())
    assert all(tag % 2 or not tag or before in (tag - 1, tag) for before, tag in _pairs(tags))
    assert tags[0] != TAGS["t"]


def test_one_weak_piece_breaks_no_span() -> None:
    scores = np.where(np.arange(7) == TAGS["t"], 3.0, 0.0) * np.ones((5, 1))
    scores[0, TAGS["T"]] = 9
    scores[4] = 0
    scores[4, 0] = 0.2
    roles = log_softmax(scores.astype(np.float32))
    assert best_tags(roles, plain_moves()) == [5, 6, 6, 6, 0]
    assert best_tags(roles, plain_moves(leave=-0.3)) == [5, 6, 6, 6, 6]


def test_moves_that_were_learned_decide_between_tags() -> None:
    roles = _roles("SCT-", 1.0)
    moves = np.array(plain_moves())
    moves[TAGS["C"], TAGS["T"]] = -9  # content never comes right behind a cue
    learned = tuple(tuple(row) for row in moves.tolist())
    assert best_tags(roles, plain_moves()) == [1, 3, 5, 0]
    assert best_tags(roles, learned)[1:3] != [3, 5]
    assert len(group(roles, lambda _: [(0, _tie("sct-"))], Rules())) == 1
    assert group(roles, lambda cues: [(0, _tie("sct-")) for _ in cues], Rules(learned)) == []


def test_a_long_text_is_tagged_as_a_short_one() -> None:
    scores = np.zeros((3, 7), dtype=np.float32)
    scores[:, 0] = 9
    scores[1, 1], scores[2, 3] = 9.02, 8.98  # all but as good as nothing
    long = best_tags(np.tile(scores, (30_000, 1)), plain_moves())
    assert long[-3:] == long[:3] == [0, 1, 0]


SCORES = st.lists(st.lists(st.integers(-5, 5), min_size=7, max_size=7), min_size=1, max_size=20)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(SCORES, st.sampled_from([0.0, -0.3, -2.0]))
def test_tags_are_always_well_formed(scores: list[list[int]], leave: float) -> None:
    tags = best_tags(log_softmax(np.array(scores, dtype=np.float32)), plain_moves(leave=leave))
    assert len(tags) == len(scores)
    assert all(tag % 2 or not tag or before in (tag - 1, tag) for before, tag in _pairs(tags))


def test_runs_of_one_role() -> None:
    tags = [TAGS[mark] for mark in "TtSTttT-"]
    assert runs(tags, CONTENT) == [(0, 2), (3, 6), (6, 7)]
    assert runs(tags, SOURCE) == [(2, 3)]
    assert runs(tags, CUE) == []
    assert runs([TAGS["t"]], CONTENT) == [], "an inside without its beginning is none"


def test_one_attribution() -> None:
    (found,) = _groups("SsC-Ttt-", "ssc-ttt-")
    assert (found.source, found.cue, found.content) == ((0, 2), (2, 3), ((4, 7),))
    assert len(found.parts) == 3
    assert all(-0.01 < part < 0 for part in found.parts)


def test_content_may_be_broken() -> None:
    (found,) = _groups("TtSCTt", "ttsctt")
    assert found.content == ((0, 2), (4, 6))


def test_a_source_may_be_missing() -> None:
    (found,) = _groups("S-CTt", "--ctt")
    assert found.source is None
    assert len(found.parts) == 2


def test_two_cues_share_a_source() -> None:
    left, right = _groups("SCTt-CTt", "sctt----", "s----ctt")
    assert left.source == right.source == (0, 1)
    assert left.content == ((2, 4),)
    assert right.content == ((6, 8),)


def test_each_content_goes_to_the_cue_that_wants_it_most() -> None:
    weak, strong = _tie("sctt----", 2.0), _tie("--tt-s-c", 4.0)
    (found,) = _groups("SCTt-S-C", (0, weak), (0, strong))
    assert (found.source, found.cue, found.content) == ((5, 6), (7, 8), ((2, 4),))


def test_a_cue_without_content_is_none() -> None:
    assert _groups("SC--", "sc--") == []
    assert _groups("S-Tt") == []
    assert group(np.zeros((0, 7), dtype=np.float32), lambda _: [], Rules()) == []


def test_floors_keep_doubtful_ties_out() -> None:
    doubtful = (0, _tie("sctt", 1.0))
    assert _groups("SCTt", doubtful)[0].source == (0, 1)
    assert _groups("SCTt", doubtful, rules=Rules(source_floor=-0.1))[0].source is None
    assert _groups("SCTt", doubtful, rules=Rules(content_floor=-0.1)) == []


def test_a_cue_takes_nothing_that_is_out_of_its_reach() -> None:
    """Two windows of four pieces: the second content is the second cue's, whatever the first."""
    left, right = _groups("SCTtSCTt", (0, _tie("sctt")), (4, _tie("sctt")))
    assert (left.source, left.content) == ((0, 1), ((2, 4),))
    assert (right.source, right.content) == ((4, 5), ((6, 8),))


def test_what_a_window_cuts_off_counts_as_far() -> None:
    roles = "SC" + "T" + "t" * 40
    whole = len(roles)
    cut = (0, _tie("sc" + "t" * 40))  # the last piece lies in the next window
    (found,) = _groups(roles, cut)
    assert found.content == ((2, whole),)
    assert found.parts[1] == pytest.approx(FAR / 41, abs=0.01)
    assert _groups("SCTttt", (0, _tie("sctt"))) == [], "half of it is far"


def _pairs(tags: list[int]) -> list[tuple[int, int]]:
    return list(zip([0, *tags], tags, strict=False))
