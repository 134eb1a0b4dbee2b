"""A story on one screen: few claims, from many reports."""

from __future__ import annotations

from sayso.model.attribution import Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document, KnownFrom, When
from sayso.view.overview import overview
from tests.ledger import OSTREL, report

OFFICIALS = Entity.make("officials", EntityKind.UNNAMED)


def _told() -> tuple[list[Document], list[Claim]]:
    plain = "[source:Ostrel] [cue:said] [content:that the gauge had been cut from the other bank]"
    quoted = '[source:Ostrel] [cue:said] [content:"What was silenced there was not a gauge."]'
    unnamed = "[source:Officials] [cue:said] [content:that nobody had seen the cable since]"
    later = When("2031-03-05", KnownFrom.TEXT)
    first, one = report(plain)
    second, two = report(quoted, published=later, quotation=Quotation.DIRECT)
    third, three = report(unnamed, OFFICIALS, published=None)
    return [second, third, first], [one, two, three]


def test_reports_are_in_the_order_of_printing() -> None:
    page = overview(*_told(), voices=None, words=None)
    assert [row.published for row in page.reports] == ["", "2031-03-04", "2031-03-05"]
    assert [row.claims for row in page.reports] == [1, 1, 1]


def test_the_unnamed_are_counted_and_not_listed() -> None:
    page = overview(*_told(), voices=None, words=None)
    assert page.claims == 3
    assert [(voice.name, voice.claims, voice.reports) for voice in page.voices] == [
        ("Henrik Ostrel", 2, 2)
    ]


def test_direct_speech_is_shown_first() -> None:
    (voice,) = overview(*_told(), voices=1, words=1).voices
    assert [row.text for row in voice.shown] == ['"What was silenced there was not a gauge."']
    assert voice.claims == 2


def test_claims_come_from_different_reports() -> None:
    document, first = report(
        '[source:Ostrel] [cue:said] [content:"It is theatre for the galleries of Sabrith."]',
        OSTREL,
        quotation=Quotation.DIRECT,
    )
    documents, claims = _told()
    (voice,) = overview([*documents, document], [first, first, *claims], 1, 2).voices
    assert len({row.document for row in voice.shown}) == 2
