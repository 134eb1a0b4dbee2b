"""Ledgers of given lines, for tests of what is written of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sayso.export.base import Line
from sayso.model import wire
from sayso.model.attribution import CueClass, Quotation
from sayso.model.claim import Entity, EntityKind
from sayso.model.document import KnownFrom, When
from sayso.model.exchange import Sent
from sayso.model.relation import Reason, Relation, RelationKind, Verdict
from sayso.model.trace import Maker, Problem
from tests.ledger import report

CORRIN = Entity.make("Adela Corrin's office", EntityKind.BODY, aliases=("the office",))
FIRST = ("document", "claim", "relation", "problem")


class Given:
    """A ledger of these lines, with bytes by the id of the document, and what came over the net."""

    def __init__(
        self,
        lines: Iterable[Line],
        originals: dict[str, bytes] | None = None,
        sent: Iterable[Sent] = (),
    ) -> None:
        self._lines = lines
        self._originals = originals or {}
        self._sent = tuple(sent)

    def lines(self, *kinds: str) -> Iterator[Line]:
        return (line for line in self._lines if line["type"] in (kinds or FIRST))

    def original(self, document: str) -> bytes:
        return self._originals[document]

    def exchanges(self) -> Iterator[Sent]:
        return iter(self._sent)


def one(text: str, **facts: Any) -> Given:
    """A ledger with one document, the one claim in it, and a problem."""
    document, claim = report(text, **facts)
    lines = [wire.document(document), wire.claim(claim, Maker("tagger", "1"))]
    return Given([*lines, wire.problem(Problem("empty", "the file is empty", "x.txt"))])


def story() -> Given:
    """Three reports of one remark, one of them from an agency, and whatever is hard to write:
    characters beyond the first plane, words over several lines, no cue, no source, markup."""
    first, said = report(
        "[content:“Theatre 🎭 for\nthe\u2028galleries,”] [source:Ostrel] [cue:said]. "
        "[content:“Nothing <b>more</b> & nothing less.”]",
        quotation=Quotation.DIRECT,
        outlet="HANA",
        source="reports/01 hana.txt",
    )
    second, told = report(
        "It was [content:theatre, \x0bthe minister held]",
        outlet="The Lannet Courier",
        credits=("HANA",),
        url="https://courier.example/a?b=1&c=2",
        source="https://courier.example/a?b=1&c=2",
        published=When("2031-03", KnownFrom.META),
    )
    third, denied = report(
        "[source:Corrin's office] [cue:did not deny] [content:it was theatre]",
        CORRIN,
        outlet=None,
        title=None,
        published=None,
        cue_class=CueClass.DENY,
    )
    denied = replace(denied, negated=True)
    maker = Maker("tagger", "1")
    reports = [(first, said), (second, told), (third, denied)]
    lines: list[Line] = [
        shape for one, c in reports for shape in (wire.document(one), wire.claim(c, maker))
    ]
    relays = Relation.make(RelationKind.RELAYS, told.id, said.id, 0.9, (_reason("a credit"),))
    same = Relation.make(RelationKind.SAME_UTTERANCE, told.id, said.id, 0.8, (_reason("a day"),))
    denies = Relation.make(RelationKind.DENIES, denied.id, said.id, 0.4, (_reason("an act"),))
    lines += [
        wire.relation(relays, None),
        wire.relation(same, Verdict.CONFIRMED),
        wire.relation(denies, Verdict.REJECTED),
        wire.problem(Problem("empty", "the file is empty", "x.txt")),
        {
            "type": "origin",
            "independent": 1,
            "reports": [
                {"claim": said.id, "chain": ["Ostrel", "HANA"], "origin": "HANA", "echo": False},
                {
                    "claim": told.id,
                    "chain": ["Ostrel", "HANA", "The Lannet Courier"],
                    "origin": "HANA",
                    "echo": True,
                },
            ],
            "weakest": {"relation": same.id, "score": 0.8},
        },
    ]
    return Given(lines)


def _reason(detail: str) -> Reason:
    return Reason("why", 0.5, detail)
