"""How sure an attribution is: a calibrated chance that a person would mark it so."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.attribution import Quotation

UNATTRIBUTED = 0.4  # a quotation without a source is one for certain, its being said is a guess


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression from what the parts of an attribution scored to a chance.

    cue, content, source: weights of the mean log-probabilities of the parts.
    no_source: added where there is none. direct, mixed: added for such a quotation. bias: always.
    Fitted on PolNeAR dev by `train/calibrate.py`; the figures of what ships stand in its card.
    """

    cue: float = 2.9
    content: float = 0.4
    source: float = 1.7
    no_source: float = -2.5
    direct: float = 0.75
    mixed: float = 0.55
    bias: float = 2.1

    def chance(self, parts: Sequence[float], quotation: Quotation) -> float:
        """parts: of cue, content and, if there is one, source. Returns 0 to 1, to 4 places."""
        if not parts:
            return UNATTRIBUTED
        total = self.bias + self.cue * parts[0] + self.content * parts[1]
        total += self.source * parts[2] if len(parts) > 2 else self.no_source
        total += {Quotation.DIRECT: self.direct, Quotation.MIXED: self.mixed}.get(quotation, 0.0)
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)
