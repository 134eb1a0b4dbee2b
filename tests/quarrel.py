"""A small quarrel about an invented river, as views see it: four reports, one claim in each."""

from __future__ import annotations

from typing import Any

from sayso.link.groups import groups
from sayso.model.actor import Actor, Appearance
from sayso.model.attribution import CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document, KnownFrom, When
from sayso.model.relation import Decision, Reason, Relation, RelationKind
from sayso.model.trace import Maker, Problem, Run
from sayso.view.coverage import coverage_page
from sayso.view.dossier import Dossier, Source, dossier
from sayso.view.timeline import timeline_page
from sayso.view.wording import wording_page
from tests.ledger import OSTREL, report

CORRIN = Entity.make("Adela Corrin", EntityKind.PERSON, "Foreign Minister", "Merouna")

REPORTS: tuple[tuple[str, Entity, dict[str, Any]], ...] = (
    (
        "[source:Ostrel] [cue:said] [content:Merouna shares data in name only, and the gauge is "
        "mute].",
        OSTREL,
        {"outlet": "HANA", "source": "/home/someone/secret/hana.txt"},
    ),
    (
        "[source:Mr. Ostrel] [cue:claimed] [content:Merouna only pretends to share data].",
        OSTREL,
        {
            "outlet": "The Courier",
            "credits": ("HANA",),
            "cue_class": CueClass.CLAIM,
            "quotation": Quotation.DIRECT,
        },
    ),
    (
        "[source:Adela Corrin] [cue:denied] [content:that Merouna had touched the gauge].",
        CORRIN,
        {"outlet": "The Comet", "cue_class": CueClass.DENY},
    ),
    (
        "[source:Adela Corrin] [cue:said] [content:Halvern only pretends to share data].",
        CORRIN,
        {"outlet": "RM24", "published": None},
    ),
)


def quarrel() -> Source:
    """The quarrel: one utterance in two reports, a denial of it, and a mirrored accusation."""
    told = [_report(n, *each) for n, each in enumerate(REPORTS, 4)]
    documents, claims = [document for document, _ in told], [claim for _, claim in told]
    why = (Reason("words", 0.8, "both have: shares, data"),)
    first, second, third, fourth = (claim.id for claim in claims)
    relations = [
        Relation.make(RelationKind.SAME_UTTERANCE, first, second, 0.8, why),
        Relation.make(RelationKind.DENIES, third, first, 0.65, why),
        Relation.make(RelationKind.MIRRORS, first, fourth, 0.9, why),
        Relation.make(RelationKind.MIRRORS, second, fourth, 0.7, why),
    ]
    return Source(
        name="river",
        documents=documents,
        claims=claims,
        makers={claim.id: "marks/1" for claim in claims},
        relations=relations,
        actors=[_actor(OSTREL, claims[:2]), _actor(CORRIN, claims[2:])],
        decisions=list[Decision](),
        problems=[
            Problem("empty", "nothing to read in /home/someone/x.txt", "/home/someone/x.txt")
        ],
        runs=[Run(Maker("marks", "1"), "2031-03-09T10:00:00", None, ("/home/someone/reports",))],
    )


def told(source: Source) -> Dossier:
    """The dossier of a source."""
    found = groups([claim.id for claim in source.claims], source.relations, source.decided)
    return dossier(
        source,
        wording_page(source.documents, source.claims, (), ()),
        coverage_page(source.documents, source.claims, found, source.relations),
        timeline_page(source.documents, source.claims, found),
    )


def _report(day: int, text: str, who: Entity, facts: dict[str, Any]) -> tuple[Document, Claim]:
    given = {"published": When(f"2031-03-0{day}", KnownFrom.META), "source": f"reports/{day}.txt"}
    return report(text, who, **given | facts)


def _actor(who: Entity, claims: list[Claim]) -> Actor:
    return Actor(who, tuple(Appearance(who, claim.document, claims=1) for claim in claims))
