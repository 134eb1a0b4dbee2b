"""Names that stand for one thing, counted by outlet and voice."""

from __future__ import annotations

from sayso.export.report.facts import wording_table
from sayso.model.attribution import Quotation
from sayso.view.wording import Thing, ThingKind, WordingPage, asked_page, wording_page
from tests.view.stories import CORRIN, one_utterance, report, told

DIRECT = Quotation.DIRECT


def by_name(thing: Thing) -> dict[str, dict[str, tuple[int, int, int]]]:
    """Counts as {name: {outlet: (own, quoted, furniture)}}."""
    return {
        row.name: {count.outlet: (count.own, count.quoted, count.furniture) for count in row.counts}
        for row in thing.names
    }


def thing(page: WordingPage, heading: str) -> Thing:
    return next(one for one in page.things if one.heading == heading)


def test_letters_and_their_name_are_one_thing() -> None:
    first = report(
        '[furniture:Photo: OF] The Oune Front fled. "We met the OF," he said. The OF\'s men ran.',
        "Comet",
    )
    second = report("THE OUNE FRONT IS BACK\n\nThe Oune Front came. The OF left.", "HANA")
    page = wording_page([first, second], [], [], [("Oune Front", 3)])
    found = thing(page, "OF · Oune Front")
    assert found.kind is ThingKind.NAME
    assert by_name(found) == {
        "Oune Front": {"Comet": (1, 0, 0), "HANA": (2, 0, 0)},
        "OF": {"Comet": (1, 1, 1), "HANA": (1, 0, 0)},
    }
    assert found.reasons[0].detail.startswith("OF is made of the first letters of Oune Front")
    assert found.uncounted == "OF 1"
    assert wording_table(found)[2].endswith("; in captions and links, not counted: OF 1")


def test_letters_with_full_stops_are_the_same_but_not_within_more_of_them() -> None:
    document = report("The O.F. left the D.O.F. and the O.F.D. to it. The OF won.The OF.", "RM")
    (found,) = asked_page([document], [], ["OF"]).things
    assert by_name(found) == {"OF": {"RM": (3, 0, 0)}}


def test_letters_may_go_on_with_the_words_behind_a_name() -> None:
    texts = (
        "The Oune Front in Merouna grew. The OF met the OFM. The Oune Front sat.",
        "The OF is the Oune Front.",
    )
    documents = [report(text, f"O{n}") for n, text in enumerate(texts)]
    page = wording_page(documents, [], [], [("Oune Front", 4), ("Merouna", 1)])
    assert {row.name for row in page.things[0].names} == {"Oune Front", "OF", "OFM"}


def test_two_letters_in_one_report_are_not_enough() -> None:
    document = report("The Oune Front met OF men.", "Comet")
    assert wording_page([document], [], [], [("Oune Front", 1)]).things == ()


def test_a_report_may_say_that_names_are_one() -> None:
    document = report("The Tollen Guard, also known as the River Men, sat. River Men ate.", "HANA")
    page = wording_page([document], [], [], [("Tollen Guard", 1), ("River Men", 2)])
    found = thing(page, "River Men · Tollen Guard")
    assert found.reasons[0].name == "told"
    assert found.reasons[0].left[0].text == "The Tollen Guard, also known as the River Men"


def test_names_in_one_place_of_an_utterance_are_one_thing() -> None:
    left, one = told(
        '[content:"The army freed villages in the northern valley from Garda,"]'
        " [source:she] [cue:said].",
        "HANA", CORRIN, quotation=DIRECT,
    )  # fmt: skip
    right, other = told(
        '[content:"Our men liberated villages in the northern valley from Tollen Front fighters,"]'
        " [source:she] [cue:said].",
        "Comet", CORRIN, quotation=DIRECT,
    )  # fmt: skip
    names = [("Garda", 1), ("Tollen Front", 1)]
    page = wording_page([left, right], [one, other], [(one, other)], names)
    found = thing(page, "Garda · Tollen Front")
    assert by_name(found) == {"Garda": {"HANA": (0, 1, 0)}, "Tollen Front": {"Comet": (0, 1, 0)}}
    assert "two reports of one utterance by Adela Corrin" in found.reasons[0].detail
    apart = wording_page([left, right], [one, other], [], names)
    assert all(one.kind is not ThingKind.NAME for one in apart.things)


def test_nouns_of_one_family_stand_together_with_whose_they_are() -> None:
    document, claim = told(
        "Halvern's government sat. [source:Ostrel] [cue:told] us [content:“the Halvern Regime”"
        " would fall]. Nongovernmental bodies stood by.",
        "Comet", quotation=Quotation.MIXED,
    )  # fmt: skip
    page = wording_page([document], [claim], [], [])
    found = thing(page, "those who rule")
    assert by_name(found) == {
        "government": {"Comet": (1, 0, 0)},
        "regime": {"Comet": (0, 1, 0)},
    }
    owners = {p.whose for row in found.names for count in row.counts for p in count.passages}
    assert owners == {"Halvern"}


def test_words_that_are_asked_for() -> None:
    document = report("Rebels fled. A rebel IS here; IS is not. The Rebel Inn shut.", "HANA")
    page = asked_page([document], [], ["rebel", "IS"])
    assert by_name(page.things[0]) == {"rebel": {"HANA": (3, 0, 0)}, "IS": {"HANA": (2, 0, 0)}}


def test_odd_names_can_be_asked_for() -> None:
    text = "C++ and the “O'Dell-Watch” met the ‘(Tollen) Guard’. THE O'DELL WATCH sat. İ C++."
    page = asked_page([report(text, "HANA")], [], ["C++", "O’Dell Watch", "(Tollen) Guard"])
    assert by_name(page.things[0]) == {
        "C++": {"HANA": (2, 0, 0)},
        "O’Dell Watch": {"HANA": (1, 1, 0)},
        "(Tollen) Guard": {"HANA": (0, 1, 0)},
    }


def test_one_claimer_by_several_names() -> None:
    first, one = told("[source:The minister] [cue:said] [content:it rained hard]", "HANA")
    second, other = told("[source:He] [cue:said] [content:it rained a lot]", "Comet")
    third, last = told("[source:The river tsar] [cue:said] [content:it poured]", "Courier")
    page = wording_page([first, second, third], [one, other, last], [], [])
    found = thing(page, "Henrik Ostrel")
    assert by_name(found) == {"minister": {"HANA": (1, 0, 0)}, "river tsar": {"Courier": (1, 0, 0)}}


def test_cues_are_counted_by_side_and_outlet() -> None:
    first, one = told("[source:Ostrel] [cue:has repeatedly claimed] [content:it rained]", "HANA")
    second, other = told("[source:Ostrel] [cue:admitted] [content:it poured]", "Comet")
    page = wording_page([first, second], [one, other], [], [])
    rows = [(row.side, row.outlet, row.cue, len(row.claims)) for row in page.cues]
    assert rows == [("Halvern", "Comet", "admit", 1), ("Halvern", "HANA", "claim", 1)]


def test_other_words_for_the_same_and_one_outlet_alone() -> None:
    left, one = told("[source:Ostrel] [cue:said] [content:armed farmers cut the cable]", "HANA")
    right, other = told("[source:Ostrel] [cue:said] [content:armed wreckers cut a cable]", "Comet")
    pairs = [(one, other)]
    assert one_utterance(one, other)
    page = wording_page([left, right], [one, other], pairs, [])
    (swap,) = page.swaps
    assert (swap.left[0].text, swap.right[0].text) == ("farmers", "wreckers")
    assert page.only(["Courier"]) == WordingPage((), ())
    assert page.only(["HANA"]).swaps == page.swaps
