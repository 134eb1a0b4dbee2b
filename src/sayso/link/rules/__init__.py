"""What is asserted of a pair: one file a kind. At most one kind holds, the first in this order."""

from sayso.link.rules import agreeing, denies, mirrors, refuting, replies_to, same_utterance
from sayso.link.rules.base import Judged, Rule

__all__ = ["RULES", "Judged", "Rule"]

RULES: tuple[Rule, ...] = (
    same_utterance.rule,
    mirrors.rule,
    denies.rule,
    refuting.rule,
    replies_to.rule,
    agreeing.identical,
    agreeing.supporting,
)
