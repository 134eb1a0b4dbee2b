"""Pages, counts and queues of a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.model.actor import Actor
from sayso.model.errors import UsageError
from sayso.model.relation import Decision, Reason, Relation, RelationKind, Verdict
from sayso.model.span import Span
from sayso.store import ClaimQuery
from sayso.store.desk import Desk
from sayso.store.hand import Hand
from sayso.store.ledger import LedgerQuery, Sort
from sayso.store.ties import Queue, TieQuery
from tests.store.samples import MAKER, analyse, made

REPORTS = (
    (
        "Ada Lund said the dam is closed. Boris Hale said the dam leaks.",
        "Valley Post",
        "2031-05-04",
    ),
    ("Boris Hale said the closed dam stinks.", "The Aldor Herald", "2031-06"),
    ("Ada Lund said nothing of it.", None, None),
)


@pytest.fixture(scope="module")
def hand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hand]:
    """Three reports of two people, who are joined, and a tie between two of the claims."""
    with Hand.hold(tmp_path_factory.mktemp("case") / "x.sayso") as writer:
        for number, (text, outlet, published) in enumerate(REPORTS):
            document = made(text, f"r{number}.txt", outlet, published)
            writer.put(document, text.encode())
            writer.replace(analyse(document), MAKER)
        people = dict[str, list[Any]]()
        for one in writer.appearances():
            people.setdefault(one.entity.name, []).append(one)
        writer.join([Actor(v[0].entity, tuple(v)) for v in people.values()], MAKER)
        ids = [one.id for one, _ in writer.claims()]
        why = (Reason("words", 0.4, "both speak of the dam"),)
        writer.tie(
            (),
            [
                Relation.make(RelationKind.DENIES, ids[1], ids[0], 0.6, why),
                Relation.make(RelationKind.SAME_UTTERANCE, ids[1], ids[2], 0.9, why),
            ],
            MAKER,
        )
        yield writer


@pytest.fixture
def desk(hand: Hand) -> Desk:
    return Desk(hand._database)


def words(desk: Desk, **parts: Any) -> list[str]:
    return [one.text for one, _ in desk.claim_page(LedgerQuery(**parts)).claims]


EVERY = ["the dam is closed", "the dam leaks", "the closed dam stinks", "nothing of it"]


def test_a_page_is_in_the_order_of_printing(desk: Desk) -> None:
    assert words(desk) == EVERY
    assert words(desk, sort=Sort.NEWEST) == EVERY[::-1]
    assert words(desk, offset=1, limit=2) == EVERY[1:3]
    assert desk.claim_page(LedgerQuery(limit=1)).total == len(EVERY)


def test_facets_count_what_fits(desk: Desk) -> None:
    found = desk.facets(LedgerQuery(ClaimQuery(search="dam")))
    assert [(one.label, one.claims) for one in found["claimer"]] == [
        ("Boris Hale", 2),
        ("Ada Lund", 1),
    ]
    assert {one.value: one.claims for one in found["month"]} == {"2031-05": 2, "2031-06": 1}
    assert {one.value: one.claims for one in found["checked"]} == {"open": 3}
    assert [(one.value, one.claims) for one in found["score"]] == [("0.7", 3)]


def test_every_value_of_a_facet_gives_so_many(desk: Desk) -> None:
    """The number beside a value is that of the page behind it, also for those without a value."""
    asked: dict[str, Callable[[str], LedgerQuery]] = {
        "claimer": lambda v: LedgerQuery(claimer=v),
        "affiliation": lambda v: LedgerQuery(affiliation=v),
        "outlet": lambda v: LedgerQuery(outlet=v),
        "checked": lambda v: LedgerQuery(checked=v),
        "cue_class": lambda v: LedgerQuery(ClaimQuery(cue_class=v)),
        "quotation": lambda v: LedgerQuery(ClaimQuery(quotation=v)),
    }
    found = desk.facets(LedgerQuery())
    assert desk.outlets_and_months() == {name: found[name] for name in ("outlet", "month")}
    assert {one.value for one in found["outlet"]} == {"Valley Post", "The Aldor Herald", "-"}
    for name, ask in asked.items():
        for count in found[name]:
            assert desk.claim_page(ask(count.value)).total == count.claims, (name, count)


def test_what_was_tallied_before_a_decision_counts_after_it(hand: Hand, desk: Desk) -> None:
    """Only findings make a tally old; counts made of one are those of the pages all the same."""
    ids = [one.id for one, _ in desk.claim_page(LedgerQuery()).claims]
    asked = [
        LedgerQuery(words, checked=checked, rejected=rejected)
        for words in (ClaimQuery(), ClaimQuery(search="dam"))
        for checked in (None, "open", "confirmed", "rejected")
        for rejected in (True, False)
    ]
    kept = {query: desk.tally(query) for query in asked}
    findings = desk.findings()
    said = (
        (ids[0], Verdict.CONFIRMED), (ids[1], Verdict.REJECTED), (ids[2], Verdict.UNSURE),
        (ids[0], Verdict.REJECTED), *((one, Verdict.WITHDRAWN) for one in ids[:3]),
    )  # fmt: skip
    for number, (subject, verdict) in enumerate(said):
        hand.judge(Decision(subject, verdict, "Ada", f"2031-05-01T08:00:0{number}+00:00"))
        for query in asked:
            found = desk.facets(query, lambda query=query: kept[query])  # type: ignore[misc]
            page = desk.claim_page(query)
            for name in ("claimer", "outlet", "month", "cue_class", "quotation", "score"):
                assert sum(one.claims for one in found[name]) == page.total, (number, query, name)
            speakers = Counter(claim.claimer.name for claim, _ in page.claims)
            assert {one.label: one.claims for one in found["claimer"]} == speakers
            checked = Counter(page.verdicts.get(claim.id, "open") for claim, _ in page.claims)
            assert {one.value: one.claims for one in found["checked"]} == checked
    assert desk.findings() == findings
    hand.note(())
    assert desk.findings() == desk.version() > findings


def test_what_was_searched_for_is_marked(desk: Desk) -> None:
    found = desk.claim_page(LedgerQuery(ClaimQuery(search="leak*", about="dam")))
    ((claim, _),) = found.claims
    assert found.marks[claim.id] == (Span(4, 7), Span(8, 13))


def test_nonsense_is_refused() -> None:
    for parts in ({"checked": "maybe"}, {"offset": -1}, {"limit": 0}):
        with pytest.raises(UsageError):
            LedgerQuery(**parts)


def test_a_verdict_shows_in_the_table_at_once(hand: Hand, desk: Desk) -> None:
    claim = desk.claim_page(LedgerQuery(limit=1)).claims[0][0]
    before = desk.version()
    for verdict in (Verdict.CONFIRMED, Verdict.WITHDRAWN):
        hand.judge(Decision(claim.id, verdict, "Ada", "2031-05-04T08:00:00+00:00"))
        open_now = words(desk, checked="open")
        assert (claim.text in open_now) is (verdict is Verdict.WITHDRAWN)
    assert desk.version() == before + 2


def test_the_queue_begins_with_the_least_sure(hand: Hand, desk: Desk) -> None:
    kinds = [one.kind for one in desk.queue(Queue())]
    assert kinds[0] == "denies"
    assert kinds[-1] == "same_utterance"
    assert desk.waiting() == (2, 4)
    first = desk.queue(Queue(limit=1))[0]
    rest = desk.queue(Queue(after=(first.score, first.id)))
    assert [one.id for one in [first, *rest]] == [one.id for one in desk.queue(Queue())]
    hand.judge(Decision(first.id, Verdict.UNSURE, "Ada", "2031-05-04T08:00:00+00:00"))
    assert first.id not in {one.id for one in desk.queue(Queue())}
    assert desk.tie_counts() == {
        ("denies", "open"): 0, ("denies", "unsure"): 1, ("same_utterance", "open"): 1,
    }  # fmt: skip


def test_ties_come_in_pages_with_their_reasons(desk: Desk) -> None:
    found, total = desk.tie_page(TieQuery(limit=1))
    assert total == 2
    assert found[0].kind is RelationKind.SAME_UTTERANCE
    assert found[0].reasons[0].detail == "both speak of the dam"
    assert desk.ties_of([found[0].left], [RelationKind.SAME_UTTERANCE]) == found


def test_claimers_and_whom_they_dispute(desk: Desk) -> None:
    people, total = desk.claimer_page()
    assert [(p.name, p.claims, p.documents, p.first) for p in people] == [
        ("Ada Lund", 2, 2, "2031-05-04"),
        ("Boris Hale", 2, 2, "2031-05-04"),
    ]
    assert total == 2
    assert [p.name for p in desk.claimer_page("hal")[0]] == ["Boris Hale"]
    ada = people[0].id
    assert [(d.name, d.kind, d.ties) for d in desk.disputes(ada)] == [("Boris Hale", "denies", 1)]


def test_arrivals_are_known_since_a_time(desk: Desk) -> None:
    assert desk.arrived("2000-01-01") == (3, 4)
    assert desk.arrived("9999-01-01") == (0, 0)
    assert len(desk.report_page(since="2000-01-01")) == 3


def test_a_case_of_before_gets_its_ledger(hand: Hand) -> None:
    """What the triggers wrote is what the schema would make of the tables."""
    rows = "SELECT * FROM ledger ORDER BY key"
    made_now = hand._database.rows(rows)
    script = (Path(__file__).parents[2] / "src/sayso/store/schema/008.sql").read_text()
    again = script[script.rindex("INSERT INTO ledger") :]
    hand._database.run("DELETE FROM ledger")
    hand._database.run(again)
    assert hand._database.rows(rows) == made_now
