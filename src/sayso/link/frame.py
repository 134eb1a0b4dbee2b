"""A claim as the judge of ties sees it: who, when, what, about whom, where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sayso.link.acts import acts
from sayso.link.charges import Charge, charges
from sayso.link.numbers import Number, numbers
from sayso.link.sides import Country, countries, marks, own
from sayso.link.words import NEGATIONS, content_stems, mass, stem, telling_words, words
from sayso.model.attribution import CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document, When
from sayso.model.span import Evidence

_QUOTED = re.compile(r"[“\"«]([^”\"»“«]+)[”\"»]|[‘']([^’']{8,}(?:[’'](?=\w)[^’']+)*)[’']")
_SAID = re.compile(
    r"\b(?:th(?:is|at|ese|ose|e)|an?|\w+['’]s?|such|any|all|recent)\s(?:\w+\s)?"
    r"(?:claims?|allegations?|accusations?|charges?|assertions?|statements?|remarks?|suggestions?|"
    r"reports?|criticisms?|assessments?)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"it|this|that|any of (?:it|this)|the (?:post|story|report|idea|notion|link)", re.I
)
_FAR = 1500  # characters between a claim and what it speaks of
_INSERTED = re.compile(r"\[[^\]]*\]")
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
class Frame:
    """A claim with everything that ties rest on. Made of the claim, its claimer and its document.

    claim: its id. parts: the content, cut from the document. text: the same in one string.
    actor: id of the claimer. name, kind: of the claimer.
    speaker: words that mean the claimer or its side; lands: its countries ("=France");
        bodies: words of the side that it speaks for. place: where it stands. said: when.
    cue, cue_class, negated, quotation: of the claim. parent: id of the claim around it.
    stems: of the content; order: the same in the order of the text. numbers: figures.
    about: parties that the content names. acts: kinds of act; charges: whom each is laid to.
    refers: ids of claims of the document that the content speaks of ("those claims").
    quoted: stems of each quoted stretch.
    negations: how many negating words the content holds.
    """

    claim: str
    parts: tuple[Evidence, ...]
    text: str
    actor: str
    name: str
    kind: EntityKind
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
    order: tuple[str, ...]
    numbers: tuple[Number, ...]
    about: frozenset[str]
    acts: frozenset[str]
    charges: frozenset[Charge]
    quoted: tuple[tuple[str, ...], ...]
    negations: int
    role: str = ""
    refers: tuple[str, ...] = ()
    stems: frozenset[str] = field(init=False)
    mass: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "stems", frozenset(self.order))
        object.__setattr__(self, "mass", mass(self.stems))


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds the words of a claim. See Frame. before: the text in front of the content."""

    place: Place
    said: Days | None
    cue: str = ""
    parent: str | None = None
    before: str = ""


def frames(document: Document, claims: Sequence[Claim], country: Country) -> tuple[Frame, ...]:
    """The frames of all claims of a document, in the order of the text."""
    ordered = sorted(claims, key=lambda claim: (claim.content[0].span.start, claim.id))
    made = [_frame(claim, document, country) for claim in ordered]
    return tuple(replace(one, refers=referred(one, made)) for one in made)


def _frame(claim: Claim, document: Document, country: Country) -> Frame:
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
    return compose(claim, claim.content, setting, country)


def compose(
    claim: Claim, content: tuple[Evidence, ...], setting: Setting, country: Country
) -> Frame:
    """A frame from a claim, its words and what surrounds them."""
    who, text = claim.claimer, " … ".join(part.text for part in content)
    plain = _INSERTED.sub(" ", text)
    return Frame(
        claim=claim.id,
        parts=content,
        text=text,
        actor=who.id,
        name=who.name,
        kind=who.kind,
        speaker=own(_called(who), country),
        lands=_lands(who, country),
        bodies=own(_standing(who), country),
        place=setting.place,
        said=setting.said or _before(setting.place.printed),
        cue=setting.cue,
        cue_class=claim.cue_class,
        negated=claim.negated,
        quotation=claim.attribution.quotation,
        parent=setting.parent,
        order=_order(plain, country),
        numbers=numbers(plain),
        about=marks(plain, country),
        acts=acts(plain),
        charges=charges(plain, setting.before, country),
        quoted=tuple(_quotations(text, claim.attribution.quotation)),
        negations=sum(
            w.casefold() in NEGATIONS or "n't" in w.replace("’", "'") for w in words(plain)
        ),
        role=who.role or "",
    )


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
    """The claims that "those claims", "an allegation" or "Veld's statement" speaks of: the nearest
    before it by another claimer, of the side that is named where one is; several for a plural."""
    found = _SAID.search(one.text) or _BARE.fullmatch(one.text.strip(' .,"“”'))
    if not found:
        return ()
    earlier = [o for o in others if o.place.end <= one.place.start and o.actor != one.actor]
    named = one.about - one.speaker
    if named:
        earlier = [o for o in earlier if o.speaker & named]
    if not earlier or one.place.start - earlier[-1].place.end > _FAR:
        return ()
    last = earlier[-1]
    if found.group().casefold().endswith("s"):
        near = [
            o for o in earlier if o.actor == last.actor and last.place.start - o.place.end < 400
        ]
        return tuple(o.claim for o in near)
    return (last.claim,)


def _order(text: str, country: Country) -> tuple[str, ...]:
    """Stems of a text, with one for all words that name a country or its people."""
    return tuple(
        f"={land.casefold()}" if made[:1].isupper() and (land := country(made)) else stem(made)
        for made in telling_words(text)
    )


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


def _quotations(text: str, quotation: Quotation) -> Iterator[tuple[str, ...]]:
    """Stems of each stretch in quotation marks, without what an editor put in brackets."""
    if quotation is Quotation.DIRECT:
        yield content_stems(_INSERTED.sub(" ", text))
        return
    for found in _QUOTED.finditer(text):
        yield content_stems(_INSERTED.sub(" ", found.group(1) or found.group(2)))
