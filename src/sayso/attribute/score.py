"""How sure an attribution is: a calibrated chance that a person would mark it so."""

from __future__ import annotations

import math
from collections.abc import Sequence

UNATTRIBUTED = 0.4
_WEIGHTS = (1.2, 0.9, 0.9)  # cue, content, source
_BIAS = (2.2, 1.6)  # with a source, without


def calibrated(parts: Sequence[float], has_source: bool) -> float:
    """From the mean log-probabilities of cue, content and source to a chance, 0 to 1."""
    if not parts:
        return UNATTRIBUTED
    weighted = sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=False))
    return round(1 / (1 + math.exp(-(_BIAS[0 if has_source else 1] + weighted))), 4)
