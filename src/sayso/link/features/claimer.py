"""Whether two claims come from one mouth, or from one side."""

from __future__ import annotations

import re

from sayso.link.alliances import allies
from sayso.link.features.base import Feature, Saying
from sayso.link.frame import Frame
from sayso.model.claim import EntityKind

_BODIES = frozenset({EntityKind.BODY, EntityKind.GOVERNMENT})
_SINGLE = re.compile(
    r"\b(?:minister|president|premier|chancellor|king|queen|mayor|governor|pope|"
    r"secretary of state|secretary general|chief of (?:the )?general staff)\b"
)
_NOBODY = frozenset(
    {"unattributed", "neither", "both", "he", "she", "they", "it", "who", "that", "we", "i", ""}
)


def nobody(one: Frame) -> bool:
    """Whether nobody can tell who this is."""
    return one.name.casefold() in _NOBODY


def side(one: Frame) -> frozenset[str]:
    """The words of the party a claimer belongs to."""
    return one.lands or one.bodies or one.speaker


def same(left: Frame, right: Frame) -> float:
    """1: one claimer; 0.9: one by its name; 0.8: one by its office, which a report names alone."""
    if nobody(left) or nobody(right) or EntityKind.UNNAMED in (left.kind, right.kind):
        if left.actor == right.actor and left.place.document == right.place.document:
            return 1.0
        return 0.8 if same_office(left, right) else 0.0
    if left.actor == right.actor:
        return 1.0
    if left.lands and right.lands and not left.lands & right.lands:
        return 0.0
    names = [one.name.casefold().removeprefix("the ").split() for one in (left, right)]
    if not all(names):
        return 0.0
    short, long = sorted(names, key=len)
    if left.kind is right.kind is EntityKind.PERSON:
        return 0.9 if short[-1] == long[-1] and _initials(short, long) else 0.0
    return 0.9 if short == long else 0.0


def same_office(left: Frame, right: Frame) -> bool:
    """Whether both hold one office of which there is one: "Halvern's foreign minister"."""
    office = left.role.casefold()
    one_holder = office == right.role.casefold() and _SINGLE.search(office)
    return bool(one_holder) and bool(side(left) & side(right))


def speaks_for(left: Frame, right: Frame) -> float:
    """1: a person, and the body or government it speaks for; or two names of one body."""
    if same(left, right) or not {left.kind, right.kind} & _BODIES:
        return 0.0
    if nobody(left) or nobody(right):
        return 0.0
    if left.lands and right.lands:
        return float(bool(left.lands & right.lands))
    return float(bool(left.bodies & right.bodies))


def one_side(left: Frame, right: Frame) -> float:
    """1: two claimers of one side."""
    allied = allies(left.lands) & right.lands
    return float(not same(left, right) and bool(side(left) & side(right) or allied))


def apart(left: Frame, right: Frame) -> float:
    """1: two claimers, each known to be of a side of its own."""
    if same(left, right) or nobody(left) or nobody(right):
        return 0.0
    if one_side(left, right):
        return 0.0
    return float(bool(side(left)) and bool(side(right)))


def _initials(short: list[str], long: list[str]) -> bool:
    """Whether first names do not speak against it."""
    return len(short) == 1 or short[0][0] == long[0][0]


def _same(left: Frame, right: Frame) -> Saying:
    return Saying(f"both are {left.name}" if left.name == right.name else _names(left, right))


def _names(left: Frame, right: Frame) -> str:
    return f"{left.name} and {right.name} are one"


def _speaks(left: Frame, right: Frame) -> Saying:
    return Saying(f"{left.name} and {right.name} speak for the same side")


def _sides(left: Frame, right: Frame) -> Saying:
    return Saying(f"{left.name} and {right.name} speak for different sides")


SAME = Feature("same_claimer", same, _same)
SPEAKS_FOR = Feature("speaks_for", speaks_for, _speaks)
ONE_SIDE = Feature("one_side", one_side, _speaks)
APART = Feature("different_sides", apart, _sides)
