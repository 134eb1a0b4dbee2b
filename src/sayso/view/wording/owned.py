"""Nouns of contested naming that reports put beside one name: the Kesh regime, the government of
Kesh, Kesh's authorities. Each family of the lexicon tells beside what kind of name its nouns are
sure to stand for one thing; beside any other name they may be two ("Syrian rebels", "the Syrian
opposition"), and a noun alone ("the government") may be anybody's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim, EntityKind
from sayso.model.relation import Reason
from sayso.resolve.places import country
from sayso.view.wording.counting import rows
from sayso.view.wording.forms import is_acronym, key
from sayso.view.wording.nouns import Family, Owner
from sayso.view.wording.page import Passage, Thing, ThingKind, made_id

Found = tuple[str, Passage | None, str]
"""A noun, where it stands (None: in furniture), and the outlet."""

_APART = frozenset(("opposition", "gang"))  # beside one name these are often others
_ONLY_MANY = frozenset(("authority",))  # "the authorities"; one authority is an office
# Leadership is a body only in "the Kesh leadership said"; else it is a post or a quality: "Kesh's
# leadership passed to his son", "Kesh leadership in trade", "the Kesh leadership class".
_BODY = "leadership"
_ITS = re.compile(r"\b[Tt]he(?:\s+[A-Z][\w.-]*){1,3}\s+$")
_ENDS = re.compile(
    r"\s*(?:[^\w\s]|$)|\s+(?:has|have|had|is|are|was|were|will|would|can|could|may|did|does|said|says"
    r"|of|in|to|and|or|but|that|which|who|with|over|for|from|on|by|at|as)\b"
)
_OTHERS = re.compile(  # "the former Kesh regime" is not the government of today
    r"\b(?:former|previous|old|new|next|past|successive|ousted|deposed|toppled|self-styled|rival)"
    r"\s+(?:[A-Z][\w.-]*\s+){1,3}$"
)
# "Kesh-backed", "Front-linked", "Kurdish", "Islamist", "Sunni": what they are like, not who.
_DESCRIBES = re.compile(
    r"-[a-z]|^\w+(?:ish|ic|ist|ite|ese)$|^(?:Sunni|Shia|Muslim|Christian|Hindu|Sikh|Western)$"
)


def owned_things(
    families: Iterable[Family], found: Sequence[Found], claims: Iterable[Claim]
) -> Iterator[Thing]:
    """One thing for each family and name that has two of its nouns, the most frequent first."""
    known = _Known.of(claims)
    made = list[Thing]()
    for family in families:
        by_owner = defaultdict[str, list[Found]](list)
        for one in found:
            noun, passage, _ = one
            if (
                passage
                and noun in family.nouns
                and known.sure(passage.whose, family.owners)
                and _tells(noun, passage, land=known.land(passage.whose))
            ):
                by_owner[passage.whose].append(one)
        made += [
            _thing(family, owner, some)
            for owner, some in by_owner.items()
            if len({noun for noun, _, _ in some}) > 1
        ]
    yield from sorted(made, key=lambda one: (-sum(map(one.total, one.outlets)), one.heading))


def _thing(family: Family, owner: str, some: Sequence[Found]) -> Thing:
    counted = rows(some)
    firsts = [next(p for noun, p, _ in some if noun == row.name and p) for row in counted]
    nouns = " and ".join(row.name for row in counted)
    detail = f"reports put {nouns} beside one name, {owner}"
    reason = Reason("beside", 0.9, detail, tuple(first.name for first in firsts))
    heading = f"{family.heading}: {owner}"
    return Thing(made_id([heading]), ThingKind.NOUN, heading, counted, (reason,))


def _tells(noun: str, passage: Passage, *, land: bool) -> bool:
    """Whether a noun beside a name is sure to mean the same as another beside it. land: whether
    the name is a country's."""
    if _OTHERS.search(passage.before):
        return False
    if noun == _BODY:
        its, ends = _ITS.search(passage.before), _ENDS.match(passage.after)
        return land and its is not None and ends is not None
    one = passage.name.text.casefold() == noun
    return noun not in _APART and not (one and noun in _ONLY_MANY)


@dataclass(frozen=True, slots=True)
class _Known:
    """Who speaks in a case, by key: lands, as states and governments; people, by whole and last
    name."""

    lands: frozenset[str]
    people: frozenset[str]

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> _Known:
        names = {(claim.claimer.kind, claim.claimer.name) for claim in claims}
        lands = {key(name) for kind, name in names if kind is EntityKind.GOVERNMENT}
        people = [name for kind, name in names if kind is EntityKind.PERSON]
        return cls(
            frozenset(lands),
            frozenset(key(part) for name in people for part in (name, *name.split()[-1:])),
        )

    def sure(self, name: str, owners: frozenset[Owner]) -> bool:
        """Whether a name is of a kind beside which the nouns of a family stand for one thing."""
        if not name or _DESCRIBES.search(name):
            return False
        if self.land(name):
            return Owner.COUNTRY in owners
        if Owner.SPEAKER in owners:
            return key(name) in self.people
        return Owner.BODY in owners or (Owner.VICTIM in owners and not is_acronym(name))

    def land(self, name: str) -> bool:
        """Whether a name is a country's."""
        return country(name) is not None or key(name) in self.lands
