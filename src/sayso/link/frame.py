"""A claim as the judge of ties sees it: who, when, what, about whom, where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from sayso.link.gist import Gist, gist
from sayso.link.sides import Country, countries, own
from sayso.link.words import stem
from sayso.model.attribution import CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document, When
from sayso.model.span import Evidence

_SAID = re.compile(
    r"\b(?:th(?:is|at|ese|ose|e)|an?|\w+['’]s?|such|any|all|recent)\s(?:['‘]?\w+['’]?\s)?"
    r"(?:claims?|allegations?|accusations?|charges?|assertions?|statements?|remarks?|suggestions?|"
    r"reports?|criticisms?|assessments?)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"it|this|that|any of (?:it|this)|the (?:post|story|report|idea|notion|link)", re.I
)
_FAR = 1500  # characters between a claim and what it speaks of
_JUST = 80  # characters: what stands no farther before is spoken of by "a claim"
_CONTEXT = 200  # characters before a claim that may tell who "it" is
_LONGEST = 20  # days from saying to printing, where only the printing is known


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days, as ordinals, both included. known: the saying itself is dated."""

    first: int
    last: int
    known: bool

    def apart(self, other: Days) -> int:
        """Days between the two ranges; 0 where they touch."""
        return max(0, self.first - other.last, other.first - self.last)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands. start, end: of its content. outlet, credits: who printed it, on whose
    work. printed: days of printing. title: whether it is the headline's."""

    document: str
    start: int
    end: int = 0
    outlet: str | None = None
    credits: tuple[str, ...] = ()
    printed: Days | None = None
    title: bool = False


@dataclass(frozen=True, slots=True)
class Frame(Gist):
    """A claim with everything that ties rest on: the gist of its words, and what surrounds them.

    claim: its id. parts: the content, cut from the document. text: the same in one string.
    actor: id of the claimer. name, kind, role: of the claimer.
    speaker: words that mean the claimer or its side; lands: its countries ("=France");
        bodies: words of the side that it speaks for. place: where it stands. said: when.
    affiliation: of the claimer. cue, cue_class, negated, quotation: of the claim. told: to whom.
    parent: id of the claim around it.
    vector: of the content's meaning, see features/meaning.py; empty where there is none.
    refers: ids of claims of the document that the content speaks of ("those claims").
    """

    claim: str
    parts: tuple[Evidence, ...]
    text: str
    actor: str
    name: str
    kind: EntityKind
    role: str
    affiliation: str
    speaker: frozenset[str]
    lands: frozenset[str]
    bodies: frozenset[str]
    place: Place
    said: Days | None
    cue: str
    cue_class: CueClass
    negated: bool
    quotation: Quotation
    parent: str | None
    told: str = ""
    vector: bytes = b""
    refers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds the words of a claim. See Frame. before: the text in front of the content."""

    place: Place
    said: Days | None
    cue: str = ""
    parent: str | None = None
    before: str = ""


def frames(
    document: Document,
    claims: Sequence[Claim],
    country: Country,
    known: Mapping[str, Gist] | None = None,
) -> tuple[Frame, ...]:
    """The frames of all claims of a document, in the order of the text.

    known: gists that were read before, by claim id.
    """
    ordered = sorted(claims, key=lambda claim: (claim.content[0].span.start, claim.id))
    made = [framed(one, document, country, (known or {}).get(one.id)) for one in ordered]
    return tuple(replace(one, refers=referred(one, made)) for one in made)


def framed(claim: Claim, document: Document, country: Country, known: Gist | None = None) -> Frame:
    """The frame of a claim, except for what it refers to. known: its gist."""
    spans = [part.span for part in claim.content]
    place = Place(
        document=document.id,
        start=spans[0].start,
        end=spans[-1].end,
        outlet=document.outlet,
        credits=(*document.credits, *filter(None, [document.repost_of])),
        printed=days(document.published, known=False),
        title=document.title_span is not None and document.title_span.overlaps(spans[0]),
    )
    cue = claim.cue.text if claim.cue else ""
    before = document.text[max(0, spans[0].start - _CONTEXT) : spans[0].start]
    setting = Setting(
        place, days(claim.said, known=True), cue, claim.attribution.parent, before.split("\n")[-1]
    )
    return compose(claim, claim.content, setting, country, known)


def compose(
    claim: Claim,
    content: tuple[Evidence, ...],
    setting: Setting,
    country: Country,
    known: Gist | None = None,
) -> Frame:
    """A frame from a claim, its words and what surrounds them. known: the gist of the words."""
    who = claim.claimer
    text = " … ".join(part.text for part in content).replace("\u00a0", " ")
    quotation = claim.attribution.quotation
    read = known or gist(text, quotation, setting.before, country)
    return Frame(
        **{part.name: getattr(read, part.name) for part in _READ},
        claim=claim.id,
        parts=content,
        text=text,
        actor=who.id,
        name=who.name,
        kind=who.kind,
        role=who.role or "",
        affiliation=who.affiliation or "",
        speaker=own(_called(who), country),
        lands=_lands(who, country),
        bodies=own(_standing(who), country),
        place=setting.place,
        said=setting.said or _before(setting.place.printed),
        cue=setting.cue,
        cue_class=claim.cue_class,
        negated=claim.negated,
        quotation=quotation,
        parent=setting.parent,
        told=claim.addressee.text if claim.addressee else "",
    )


_READ = tuple(part for part in fields(Gist) if part.init)


def days(when: When | None, *, known: bool) -> Days | None:
    """The days that a date may mean."""
    if when is None:
        return None
    year, *rest = (int(part) for part in when.iso.split("-"))
    month, day = (*rest, None, None)[:2]
    first = date(year, month or 1, day or 1)
    after = date(year + (month in (None, 12)), (month or 12) % 12 + 1, 1)
    last = first.toordinal() if day else after.toordinal() - 1
    return Days(first.toordinal(), last, known)


def _before(printed: Days | None) -> Days | None:
    """What is printed was said on that day or some time before."""
    return Days(printed.first - _LONGEST, printed.last, known=False) if printed else None


def referred(one: Frame, others: Sequence[Frame]) -> tuple[str, ...]:
    """The claims that "those claims", "an allegation" or "Veld's statement" speaks of.

    They stand before it, come from another side, and either the words name their speaker, or they
    stand just before, or they charge the one who answers with something.
    """
    found = _SAID.search(one.text) or _BARE.fullmatch(one.text.strip(' .,"“”'))
    if not found:
        return ()
    earlier = [
        o
        for o in others
        if o.place.end <= one.place.start
        and o.actor != one.actor
        and not _together(o, one)
        and not _SAID.fullmatch(o.text.strip())
    ]
    if not earlier or one.place.start - earlier[-1].place.end > _FAR:
        return ()
    last = earlier[-1]
    named = [o for o in earlier if o.speaker & (one.about - one.speaker)]
    if named:
        like = [o for o in named if o.stems & one.stems - _names(o)] or named[-1:]
        last = like[-1]
    elif one.place.start - last.place.end > _JUST and not charged(last, one):
        return ()
    if found.group().casefold().endswith("s"):
        near = [
            o
            for o in earlier
            if o.place.start == last.place.start
            or (o.actor == last.actor and 0 <= last.place.start - o.place.end < 400)
        ]
        return tuple(o.claim for o in near)
    return tuple(o.claim for o in earlier if o.place.start == last.place.start)


def charged(one: Frame, other: Frame) -> bool:
    """Whether one lays an act to the other's side."""
    return any(party in other.speaker for _, party in one.charges)


def _names(one: Frame) -> frozenset[str]:
    return frozenset(stem(word) for word in one.name.split()) | one.speaker


def _together(one: Frame, other: Frame) -> bool:
    """Whether two claimers are of one country, so that neither speaks of the other's claims."""
    return bool(one.lands & other.lands)


def _lands(who: Entity, country: Country) -> frozenset[str]:
    """The countries of a claimer: of its affiliation, else of its name."""
    found = countries([who.affiliation], country) if who.affiliation else frozenset[str]()
    return found or countries([who.name], country)


def _called(who: Entity) -> Iterator[str]:
    """The names of a claimer, and whom it speaks for. Nobody's aliases are short of sense."""
    yield who.name
    yield from (alias for alias in who.aliases if len(alias) > 2)
    if who.affiliation:
        yield who.affiliation


def _standing(who: Entity) -> Iterator[str]:
    if who.affiliation:
        yield who.affiliation
    if who.kind in (EntityKind.BODY, EntityKind.GOVERNMENT, EntityKind.OUTLET):
        yield who.name
