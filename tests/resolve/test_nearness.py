"""Log-odds of a pronoun and a name, from how they stand."""

from __future__ import annotations

import pytest

from sayso.model.span import Span
from sayso.resolve.nearness import log_odds, logit


def test_a_subject_before_the_pronoun_beats_a_name_tied_by_a_preposition() -> None:
    text = "Roe called with Doe, and she left."
    whole = (Span(0, len(text)),)
    at = text.index("she")
    roe, doe = (Span(text.index(n), text.index(n) + 3) for n in ("Roe", "Doe"))
    pronoun = Span(at, at + 3)
    assert log_odds(text, pronoun, roe, whole) > log_odds(text, pronoun, doe, whole)


@pytest.mark.parametrize(("chance", "sign"), [(0.0, -1), (0.4, -1), (0.6, 1), (1.0, 1)])
def test_logit_is_finite_and_has_the_sign(chance: float, sign: int) -> None:
    assert 0 < sign * logit(chance) < 10
