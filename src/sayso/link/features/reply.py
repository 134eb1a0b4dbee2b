"""Speaking of what another has said."""

from __future__ import annotations

import re

from sayso.link.features.base import Feature, Saying
from sayso.link.frame import Frame
from sayso.link.sides import own

_REPLY = re.compile(
    r"\b(?:strange|comment(?:s|ed|ing)? on|in response|respond\w*|repl(?:y|ied|ies)|answer\w*|"
    r"welcom\w*|thank\w*|grateful|remark\w*|bewilder\w*|puzzl\w*|surpris\w*|touching|amus\w*|"
    r"ironic\w*|rich coming|lecture\w*|lessons?|proof|evidence|show us|name names|withdraw|"
    r"apolog\w*|"
    r"accusation\w*|allegation\w*|criticism|statement|claims?|words|hear from|to hear|noted|"
    r"last to say|have been saying|mock\w*|theatre|opinion|entitled to|letter|offer|"
    r"says so|said so|he says|she says|they say|him to|her to)\b",
    re.IGNORECASE,
)
_SAID = (
    r"(?:claims?|allegations?|accusations?|charges?|assertions?|statements?|remarks?|comments?|"
    r"suggestions?|criticisms?|contentions?|words)\b"
)
_WHOSE = re.compile(
    rf"(?P<whose>[A-Z][\w.]+(?:\s[A-Z][\w.]+)*)['’]s?\s(?:['‘]?[\w-]+['’]?\s){{0,2}}{_SAID}|"
    rf"{_SAID}\s(?:of|by|from)\s(?P<by>[^,.;]{{3,60}})"
)
_CUES = re.compile(r"\b(?:repl\w*|respond\w*|retort\w*|hit back|count\w*red|answer\w*|mock\w*|"
                   r"scoff\w*|sneer\w*|commenting|quip\w*|welcom\w*|shot back|fired back)\b",
                   re.I)  # fmt: skip


def speaks_of(left: Frame, right: Frame) -> bool:
    """Whether the left content speaks of something said, and says it is the right claimer's."""
    for found in _WHOSE.finditer(left.text):
        name = found.group("whose") or found.group("by")
        if own([name], lambda _words: None) & (right.speaker - left.speaker):
            return True
    return False


def replies(one: Frame) -> bool:
    """Whether a claim is an answer by its cue."""
    return bool(_CUES.search(one.cue))


def left_replies(left: Frame, _right: Frame) -> float:
    """1: the left claim speaks of something said; 0.5: it may."""
    if replies(left):
        return 1.0
    return 0.7 * bool(_REPLY.search(left.text))


def right_replies(left: Frame, right: Frame) -> float:
    """1: the right claim speaks of something said; 0.5: it may."""
    return left_replies(right, left)


def _left(left: Frame, _right: Frame) -> Saying:
    found = _CUES.search(left.cue) or _REPLY.search(left.text)
    word = found.group() if found else ""
    return Saying(f"{left.name} speaks of something said: “{word}”", (word,))


def _right(left: Frame, right: Frame) -> Saying:
    return Saying(_left(right, left).detail)


LEFT_REPLIES = Feature("left_replies", left_replies, _left)
RIGHT_REPLIES = Feature("right_replies", right_replies, _right)
