"""What is asserted of a pair: one file a kind."""

from sayso.link.rules import agreeing, denies, mirrors, refuting, replies_to, same_utterance
from sayso.link.rules.base import Judged, Rule

__all__ = ["RULES", "Judged", "Rule"]

RULES: tuple[Rule, ...] = (
    same_utterance.RULE,
    mirrors.RULE,
    denies.RULE,
    refuting.RULE,
    replies_to.RULE,
    agreeing.IDENTICAL,
    agreeing.SUPPORTING,
)
"""At most one kind holds: the surest, of equals the first in this order."""
