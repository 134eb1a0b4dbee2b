"""Denying, and saying no."""

from __future__ import annotations

import re

from sayso.link.features.base import Feature, Saying
from sayso.link.frame import Frame
from sayso.model.attribution import CueClass

_REJECTS = re.compile(
    r"\b(?:absurd|nonsens\w*|rubbish|untrue|not true|false|lies?|baseless|groundless|unfounded|"
    r"incorrect|nothing of the (?:kind|sort)|no such|not a word of truth|fairy ?tales?|"
    r"invent(?:ed|ion)|"
    r"fabricat\w*|slander\w*|ridiculous|never (?:happened|said|did|touched|laid)|did not happen|"
    r"no truth|denie[sd]|deny|denying|denial|reject(?:s|ed)?|dismiss(?:es|ed)?|myth|fiction|"
    r"not one|nobody|none of)\b",
    re.IGNORECASE,
)
_REJECTING = re.compile(r"\b(?:den(?:y|ied|ies|ying|ial)|dismiss\w*|reject\w*|rubbish\w*|refut\w*|"
                        r"contradict\w*|disput\w*|disagree\w*|disavow\w*|rebuff\w*)\b",
                        re.I)  # fmt: skip


def denies(one: Frame) -> bool:
    """Whether a claim is a denial by its cue."""
    return (one.cue_class is CueClass.DENY and not one.negated) or bool(_REJECTING.search(one.cue))


def left_denies(left: Frame, _right: Frame) -> float:
    """1: the left claim is a denial by its cue."""
    return float(denies(left))


def right_denies(_left: Frame, right: Frame) -> float:
    """1: the right claim is a denial by its cue."""
    return float(denies(right))


def left_rejects(left: Frame, _right: Frame) -> float:
    """1: the left content rejects something in so many words."""
    return float(bool(_REJECTS.search(left.text)))


def right_rejects(_left: Frame, right: Frame) -> float:
    """1: the right content rejects something in so many words."""
    return float(bool(_REJECTS.search(right.text)))


def opposite(left: Frame, right: Frame) -> float:
    """1: one says no where the other does not."""
    mine = left.negations + denies(left)
    theirs = right.negations + denies(right)
    return float((mine > 0) != (theirs > 0))


def _denies(left: Frame, _right: Frame) -> Saying:
    return Saying(f"{left.name} denies: “{left.cue}”" if left.cue else f"{left.name} denies")


def _denied(left: Frame, right: Frame) -> Saying:
    return _denies(right, left)


def _rejects(left: Frame, _right: Frame) -> Saying:
    found = _REJECTS.search(left.text)
    word = found.group() if found else ""
    return Saying(f"{left.name} rejects something: “{word}”", (word,))


def _rejected(left: Frame, right: Frame) -> Saying:
    return Saying(_rejects(right, left).detail)


def _opposite(left: Frame, right: Frame) -> Saying:
    who = left if left.negations else right
    return Saying(f"{who.name} says no where the other does not")


LEFT_DENIES = Feature("left_denies", left_denies, _denies)
RIGHT_DENIES = Feature("right_denies", right_denies, _denied)
LEFT_REJECTS = Feature("left_rejects", left_rejects, _rejects)
RIGHT_REJECTS = Feature("right_rejects", right_rejects, _rejected)
OPPOSITE = Feature("opposite", opposite, _opposite)
