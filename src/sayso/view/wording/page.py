"""What the page of wording holds: names that stand for one thing, and who uses which.

Counts and passages only. Nothing here says which name is the right one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from sayso.model.attribution import CueClass
from sayso.model.ids import entity_id
from sayso.model.relation import Reason
from sayso.model.span import Evidence


class Voice(StrEnum):
    """Whose words they are: the outlet's own, or words it quotes."""

    OWN = "own"
    QUOTED = "quoted"


class ThingKind(StrEnum):
    """How it is known that names stand for one thing: proper names that the case joins; nouns of
    one family of the lexicon; ways to call one claimer; words that somebody asked for."""

    NAME = "name"
    NOUN = "noun"
    CLAIMER = "claimer"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Passage:
    """One place where a name stands.

    name: its words, cut from the document. before, after: some text around them, safe to show and
        on one line. outlet, published: of the document, "" where unknown.
    voice: the outlet's own, or quoted. inserted: the outlet's own inside a quotation, put there in
        brackets. scare: in quotation marks that quote nobody. title: in the headline.
    claim, claimer: of the claim whose content it is, "" for none. With the outlet's own voice it is
        a paraphrase of that claimer.
    whose: what the text puts next to the noun ("Syria"), "" for nothing.
    """

    name: Evidence
    before: str
    after: str
    outlet: str
    published: str
    voice: Voice
    inserted: bool = False
    scare: bool = False
    title: bool = False
    claim: str = ""
    claimer: str = ""
    whose: str = ""

    @property
    def paraphrase(self) -> bool:
        """Whether the outlet tells in its own words what a claimer said."""
        return self.voice is Voice.OWN and bool(self.claim)


@dataclass(frozen=True, slots=True)
class Count:
    """One name in one outlet. passages: every place in the report itself; furniture: how often it
    stands in captions, links and the like, which are in no other count."""

    outlet: str
    passages: tuple[Passage, ...]
    furniture: int = 0

    @property
    def own(self) -> int:
        """In the outlet's own words."""
        return sum(one.voice is Voice.OWN for one in self.passages)

    @property
    def quoted(self) -> int:
        """In quotation marks."""
        return sum(one.voice is Voice.QUOTED for one in self.passages)

    @property
    def paraphrased(self) -> int:
        """Of `own`: telling what a claimer said."""
        return sum(one.paraphrase for one in self.passages)

    @property
    def inserted(self) -> int:
        """Of `own`: in brackets inside a quotation."""
        return sum(one.inserted for one in self.passages)

    @property
    def scare(self) -> int:
        """Of `quoted`: in marks that quote nobody."""
        return sum(one.scare for one in self.passages)


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name, in any of its forms. counts: only of outlets that have it."""

    name: str
    counts: tuple[Count, ...]

    @property
    def own(self) -> int:
        return sum(count.own for count in self.counts)

    @property
    def quoted(self) -> int:
        return sum(count.quoted for count in self.counts)

    @property
    def furniture(self) -> int:
        return sum(count.furniture for count in self.counts)

    def of(self, outlet: str) -> Count:
        """The count of an outlet; zeros where it never uses the name."""
        return next((one for one in self.counts if one.outlet == outlet), Count(outlet, ()))


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing and its names, the most frequent first.

    id: the same for the same names. heading: the names, or what they have in common.
    reasons: why the names are taken for one, each a sentence with the words that it rests on.
    """

    id: str
    kind: ThingKind
    heading: str
    names: tuple[NameRow, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """Those that use any of the names, those with most first."""
        found = {count.outlet for name in self.names for count in name.counts if count.passages}
        return tuple(sorted(found, key=lambda outlet: (-self.total(outlet), outlet)))

    @property
    def uncounted(self) -> str:
        """How often names stand in captions, links and the like: "ISIS 1, IS 2"; "" for never."""
        return ", ".join(f"{one.name} {one.furniture}" for one in self.names if one.furniture)

    def total(self, outlet: str) -> int:
        """How often an outlet uses any of the names."""
        return sum(len(name.of(outlet).passages) for name in self.names)


@dataclass(frozen=True, slots=True)
class CueRow:
    """How an outlet introduces one side: with which word, how often.

    side: a country, else a body or person. cue: the word ("claim"), else "(no word)".
    claims: ids.
    """

    side: str
    outlet: str
    cue: str
    cue_class: CueClass
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScareRow:
    """Words that outlets put in quotation marks without quoting anybody."""

    words: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """Other words for the same, in two reports of one utterance.

    claimer: who said it. left, right: the words as each report has them. left_claim, right_claim:
    ids. left_outlet, right_outlet: who printed them.
    """

    claimer: str
    left: tuple[Evidence, ...]
    right: tuple[Evidence, ...]
    left_claim: str
    right_claim: str
    left_outlet: str
    right_outlet: str


@dataclass(frozen=True, slots=True)
class WordingPage:
    """Who calls what by which name.

    outlets: all of the case, those with most documents first. things: those first on which outlets
    differ most. cues: by side, then outlet. scare: the most frequent first. swaps: in order.
    """

    outlets: tuple[str, ...]
    things: tuple[Thing, ...]
    cues: tuple[CueRow, ...] = ()
    scare: tuple[ScareRow, ...] = ()
    swaps: tuple[Swap, ...] = ()

    def only(self, outlets: Collection[str]) -> WordingPage:
        """The same for some outlets alone."""
        things = [
            replace(thing, names=tuple(filter(None, (_only(n, outlets) for n in thing.names))))
            for thing in self.things
        ]
        scare = [
            replace(row, passages=tuple(p for p in row.passages if p.outlet in outlets))
            for row in self.scare
        ]
        return WordingPage(
            outlets=tuple(outlet for outlet in self.outlets if outlet in outlets),
            things=tuple(thing for thing in things if thing.names),
            cues=tuple(row for row in self.cues if row.outlet in outlets),
            scare=tuple(row for row in scare if row.passages),
            swaps=tuple(s for s in self.swaps if {s.left_outlet, s.right_outlet} & set(outlets)),
        )


def _only(name: NameRow, outlets: Collection[str]) -> NameRow | None:
    counts = tuple(count for count in name.counts if count.outlet in outlets)
    return NameRow(name.name, counts) if counts else None


def made_id(names: Iterable[str]) -> str:
    """An id for names that stand for one thing: the same for the same names."""
    return "t" + entity_id("thing", " ".join(sorted(names)), None)[1:]
