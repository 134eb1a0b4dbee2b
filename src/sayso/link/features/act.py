"""What kind of act two claims speak of."""

from __future__ import annotations

from sayso.link.acts import act_words
from sayso.link.features.base import Feature, Saying
from sayso.link.frame import Frame
from sayso.model.attribution import CueClass

_WIDE = frozenset({"blaming", "breaking", "starting"})  # too wide to tell two acts are one in kind
_CHARGES = frozenset({CueClass.ACCUSE})
_OFFERS = frozenset({CueClass.PROMISE, CueClass.DEMAND, CueClass.ASK})


def shared_acts(left: Frame, right: Frame) -> frozenset[str]:
    """The kinds of act that both speak of."""
    return (left.acts & right.acts) - _WIDE


def same_act(left: Frame, right: Frame) -> float:
    """1: both speak of one kind of act."""
    return float(bool(shared_acts(left, right)))


def both_accuse(left: Frame, right: Frame) -> float:
    """1 where both are accusations by their cue, 0.5 where one is."""
    return (charges(left) + charges(right)) / 2


def charges(one: Frame) -> bool:
    """Whether a claim is an accusation by its cue."""
    return one.cue_class in _CHARGES


def other_kind(left: Frame, right: Frame) -> float:
    """1: one promises, asks or demands where the other tells."""
    return float((left.cue_class in _OFFERS) != (right.cue_class in _OFFERS))


def _act(left: Frame, right: Frame) -> Saying:
    kind = min(shared_acts(left, right), default="")
    if not kind:
        return Saying("both speak of one kind of act")
    mine, theirs = act_words(left.text, kind), act_words(right.text, kind)
    return Saying(
        f"both speak of {kind}",
        (mine,) if mine else (),
        (theirs,) if theirs else (),
    )


def _accuse(left: Frame, right: Frame) -> Saying:
    both = charges(left) and charges(right)
    who = left.name if charges(left) else right.name
    return Saying("both are accusations" if both else f"{who} accuses")


def _other(left: Frame, right: Frame) -> Saying:
    return Saying(f"one is to {left.cue_class.value}, the other to {right.cue_class.value}")


SAME_ACT = Feature("same_act", same_act, _act)
BOTH_ACCUSE = Feature("accusations", both_accuse, _accuse)
OTHER_KIND = Feature("other_kind", other_kind, _other)
