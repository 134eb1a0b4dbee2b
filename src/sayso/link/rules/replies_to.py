"""A claim about another's claim."""

from __future__ import annotations

import re

from sayso.link.features import claimer, meaning, occasion, overlap, polarity, reply, roles
from sayso.link.frame import Frame
from sayso.link.rules.base import DISPUTES, UNLIKE, Rule
from sayso.model.attribution import CueClass
from sayso.model.claim import EntityKind
from sayso.model.relation import RelationKind

SURELY = 0.55
SURE, VERY_SURE = 0.77, 0.9
NEAR = 0.5  # in meaning: less is another matter
LIKE = 0.42  # … where the answer says whose words it speaks of
BRIEF = 6  # telling words
_ANSWER = re.compile(
    r"\b(?:said (?:so|this|that|it(?! (?:was|is|would|will|had|has)))\b|to say (?:so|this)|"
    r"to hear|comment\w* on|respon\w+|"
    r"repl(?:y|ies|ied)|mock\w*|scoff\w*|hit back|shot back|fired back|retort\w*|counter(?:s|ed)|"
    r"remarks?|(?<!in a )(?<!in his )(?<!in her )statement)\b",
    re.IGNORECASE,
)
_SHOWN = (reply.LEFT_REPLIES, roles.LEFT_NAMES, claimer.APART, overlap.JACCARD, occasion.SAME_DAY)


def possible(left: Frame, right: Frame) -> bool:
    """The gates: another mouth, named by the one that answers, not long before."""
    if claimer.same(left, right) or claimer.one_side(left, right):
        return False
    if right.claim in left.refers and spoken_of(left, right):
        return not polarity.denies(left)
    if not roles.points(left, right) or claimer.nobody(right):
        return False
    if left.said is None or right.said is None:  # another of that role may be meant
        return last_name(right) in left.text.casefold() or meaning.meaning(left, right) >= SURELY
    return occasion.days_apart(left, right) <= 30


def sure(left: Frame, right: Frame) -> float:
    """It takes more where no word tells of an answer."""
    told = reply.left_replies(left, right) or right.claim in left.refers
    return SURE if told else VERY_SURE


def proof(left: Frame, right: Frame) -> float:
    """How far the words alone prove it: the answer speaks of that claim, or names the person and
    words of what was said."""
    if right.claim in left.refers and spoken_of(left, right):
        brief = len(left.stems) <= BRIEF
        return 0.8 if brief or meaning.meaning(left, right) >= LIKE else 0.0
    if right.kind is not EntityKind.PERSON or not names_person(left, right):
        return 0.0
    if left.cue_class is CueClass.ASK:
        return 0.0
    shared = len(left.stems & right.stems) > 2 and meaning.meaning(left, right) >= NEAR
    return 0.9 if shared and _ANSWER.search(f"{left.cue} {left.text}") else 0.0


def spoken_of(left: Frame, right: Frame) -> bool:
    """Whether the answer says whose words it speaks of, or names the side and says little else."""
    brief = len(left.stems) <= BRIEF and roles.points(left, right)
    return brief or reply.speaks_of(left, right)


def last_name(one: Frame) -> str:
    """The last word of the claimer's name."""
    return one.name.split()[-1].casefold()


def names_person(left: Frame, right: Frame) -> bool:
    """Whether the left content has the right claimer's last name, or role and country."""
    text = left.text.casefold()
    last = last_name(right)
    role = right.role.casefold()
    return (len(last) > 2 and last in text) or bool(
        role and role in text and right.lands & left.about
    )


RULE = Rule(
    RelationKind.REPLIES_TO, sure, possible, proof, _SHOWN, alone=True, veto=UNLIKE, heard=DISPUTES
)
