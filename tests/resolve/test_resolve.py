"""Whole documents: who is behind each source, and why."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.attribution import Attribution, Quotation
from sayso.model.claim import EntityKind
from sayso.model.span import Span
from tests.resolve.reports import Names, Report, nest, report

MARSH = Names(people=("Ilva Marsh", "Marsh", "Otto Brandt", "Brandt", "Lena Corrin", "Corrin"))


def who(made: Report) -> list[str]:
    return [claim.claimer.name for claim in made.claims()]


def test_full_name_with_role_and_affiliation() -> None:
    made = report(
        "[source:Icelandic Foreign Minister Ilva Marsh] [cue:said] [content:the dam held].", MARSH
    )
    claimer = made.claims()[0].claimer
    assert (claimer.name, claimer.kind) == ("Ilva Marsh", EntityKind.PERSON)
    assert (claimer.role, claimer.affiliation) == ("Foreign Minister", "Iceland")


def test_surname_is_named_in_full_even_when_the_full_name_stands_below() -> None:
    """A headline names her short, the body in full."""
    made = report(
        "[source:Marsh]: [content:dam held]\n\n"
        "[source:Foreign Minister Ilva Marsh] [cue:said] [content:it had held all night].\n\n"
        '[content:"We checked,"] [source:Mrs. Marsh] [cue:said].',
        MARSH,
    )
    claims = made.claims()
    assert [c.claimer.name for c in claims] == ["Ilva Marsh"] * 3
    assert len({c.claimer.id for c in claims}) == 1
    assert "Mrs. Marsh" in claims[0].claimer.aliases
    assert "short for Ilva Marsh" in claims[2].reason


def test_pronoun_is_the_last_speaker_and_says_why() -> None:
    made = report(
        "[source:Engineer Otto Brandt] [cue:said] [content:the gate was shut].\n\n"
        '[content:"It never opened,"] [source:he] [cue:added].',
        MARSH,
    )
    claim = made.claims()[1]
    assert claim.claimer.name == "Otto Brandt"
    assert (
        claim.reason == '"he" is Otto Brandt, the last who spoke that fits, in the sentence before'
    )


def test_gender_that_the_text_tells_outweighs_nearness() -> None:
    made = report(
        "[source:Ministry spokeswoman Lena Corrin] [cue:said] [content:the gauge was dead].\n\n"
        "[source:Mr. Brandt] [cue:denied] [content:that].\n\n"
        '[content:"We have the logs,"] [source:she] [cue:replied].',
        MARSH,
    )
    assert who(made)[2] == "Lena Corrin"


def test_pronoun_with_two_that_fit_alike_is_left_open() -> None:
    """Brandt and Oster were named in one breath: "he" may be either."""
    names = Names(people=("Otto Brandt", "Per Oster"))
    made = report(
        "The crowd booed. Then came both Otto Brandt and Per Oster.\n\n"
        "[source:He] [cue:said] [content:the gate was shut].",
        names,
    )
    claim = made.claims()[0]
    assert (claim.claimer.kind, claim.claimer.name) == (EntityKind.UNNAMED, "He")
    assert "unresolved" in claim.reason


def test_title_is_who_has_that_role() -> None:
    made = report(
        "[source:Icelandic Foreign Minister Ilva Marsh] [cue:said] [content:the dam held].\n\n"
        "Otto Brandt, an engineer, looked on.\n\n"
        "[source:The top diplomat] [cue:said] [content:more], as did others.\n\n"
        "According to [source:the Icelandic minister], [content:nothing leaked].",
        MARSH,
    )
    assert who(made) == ["Ilva Marsh"] * 3


def test_two_ministers_of_one_title_are_not_mixed() -> None:
    made = report(
        "[source:Icelandic Foreign Minister Ilva Marsh] [cue:said] [content:the dam held].\n\n"
        "[source:Portuguese Foreign Minister Lena Corrin] [cue:said] [content:it leaked].\n\n"
        "[source:The Icelandic foreign minister] [cue:disagreed], saying [content:it had not].\n\n"
        "[source:The Portuguese minister] [cue:insisted] [content:that it had].",
        MARSH,
    )
    assert who(made)[2:] == ["Ilva Marsh", "Lena Corrin"]


def test_a_title_that_nobody_holds_stays_unnamed() -> None:
    made = report(
        "[source:Foreign Minister Ilva Marsh] [cue:said] [content:the dam held].\n\n"
        "[source:The governor] [cue:said] [content:it leaked].",
        MARSH,
    )
    claim = made.claims()[1]
    assert (claim.claimer.name, claim.claimer.kind) == ("governor", EntityKind.UNNAMED)
    assert claim.reason.startswith("unresolved")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("The ministry", "Icelandic Energy Ministry"),
        ("the Energy Ministry", "Icelandic Energy Ministry"),
        ("Iceland's energy ministry", "Icelandic Energy Ministry"),
        ("The Icelandic ministry", "Icelandic Energy Ministry"),
    ],
)
def test_short_names_of_a_body(short: str, full: str) -> None:
    made = report(
        "[source:The Icelandic Energy Ministry] [cue:said] [content:the flow was normal].\n\n"
        f"[source:{short}] [cue:added] [content:that crews had checked].",
        Names(bodies=("Icelandic Energy Ministry",)),
    )
    claims = made.claims()
    assert [c.claimer.name for c in claims] == [full, full]
    assert claims[1].claimer.affiliation == "Iceland"
    assert claims[1].claimer.kind is EntityKind.GOVERNMENT


def test_two_ministries_of_one_country_stay_two() -> None:
    names = Names(bodies=("Icelandic Energy Ministry", "Icelandic Foreign Ministry"))
    made = report(
        "[source:The Icelandic Energy Ministry] [cue:said] [content:the flow was normal].\n\n"
        "[source:The Icelandic Foreign Ministry] [cue:said] [content:it was not].",
        names,
    )
    assert who(made) == ["Icelandic Energy Ministry", "Icelandic Foreign Ministry"]


def test_acronym_of_a_body() -> None:
    made = report(
        "[source:The Oune River Commission] [cue:said] [content:the gauge was silent].\n\n"
        "[source:The ORC] [cue:said] [content:inspectors would come].",
        Names(bodies=("Oune River Commission", "ORC")),
    )
    claims = made.claims()
    assert [c.claimer.name for c in claims] == ["Oune River Commission"] * 2
    assert "ORC" in claims[0].claimer.aliases


def test_statement_comes_from_the_body_that_spoke_last() -> None:
    made = report(
        "[source:The Oune River Commission] [cue:said] [content:the gauge was silent].\n\n"
        '[content:"No one tampered with it,"] [source:the statement] [cue:read].',
        Names(bodies=("Oune River Commission",)),
    )
    claim = made.claims()[1]
    assert claim.claimer.name == "Oune River Commission"
    assert claim.medium is not None
    assert claim.medium.text == "statement"


def test_possessive_and_by_name_who_issued_it() -> None:
    made = report(
        "[source:Marsh's statement] [cue:denied] [content:any leak].\n\n"
        "[source:A study by hydrologist Otto Brandt] [cue:found] [content:two leaks].\n\n"
        "Ilva Marsh left early.",
        MARSH,
    )
    assert who(made) == ["Ilva Marsh", "Otto Brandt"]


def test_relative_pronouns() -> None:
    made = report(
        "It came from Otto Brandt, [source:who] [cue:said] [content:the gate was shut].\n\n"
        "The news was broken by a spokesman for the dam's press office, "
        "[source:who] [cue:told] Halvern Radio [content:that pumps ran].\n\n"
        "The Oune River Commission, [source:which] [cue:had announced] [content:a visit], left.",
        Names(people=("Otto Brandt",), bodies=("Oune River Commission", "Halvern Radio")),
    )
    names = who(made)
    assert names[0] == "Otto Brandt"
    assert names[1] == "spokesman for the dam's press office"
    assert names[2] == "Oune River Commission"


def test_joint_source_gives_a_claim_for_each() -> None:
    made = report(
        "[source:President Ilva Marsh and General Otto Brandt] [cue:said] [content:it held].", MARSH
    )
    claims = made.claims()
    assert [c.claimer.name for c in claims] == ["Ilva Marsh", "Otto Brandt"]
    assert len({c.id for c in claims}) == 2
    assert [c.source.text for c in claims if c.source] == [
        "President Ilva Marsh",
        "General Otto Brandt",
    ]
    assert claims[0].content == claims[1].content


def test_who_both_is_the_two_before_it() -> None:
    made = report(
        "Then came President Ilva Marsh and the head of the dam's staff, Otto Brandt, "
        "[source:who both] [cue:claimed] [content:that it held].",
        MARSH,
    )
    assert who(made) == ["Ilva Marsh", "Otto Brandt"]


def test_and_inside_a_name_does_not_split() -> None:
    made = report(
        "[source:The Center for Rivers and Lakes] [cue:said] [content:it held].\n\n"
        "[source:Ilva Marsh, a fellow at the School of Rivers and Lakes] [cue:said] [content:so].",
        Names(people=("Ilva Marsh",), bodies=("Center for Rivers and Lakes",)),
    )
    assert who(made) == ["Center for Rivers and Lakes", "Ilva Marsh"]


def test_a_split_parent_keeps_its_child() -> None:
    made = report(
        "[source:Ilva Marsh and Otto Brandt] [cue:said] [content:the ministry said it held].\n\n"
        "[source:Lena Corrin] [cue:said] [content:so].",
        MARSH,
    )
    claims = nest(made, inner=1, outer=0).claims()
    assert claims[2].attribution.parent == claims[0].id


@pytest.mark.parametrize(
    ("source", "name", "affiliation"),
    [
        ("a White House aide", "White House aide", "White House"),
        ("Icelandic officials", "Icelandic officials", "Iceland"),
        ("two senior diplomats", "senior diplomats", None),
        ("Many of her supporters", "Many of her supporters", None),
        ("sources", "sources", None),
        ("Western governments", "Western governments", "the West"),
    ],
)
def test_people_without_a_name(source: str, name: str, affiliation: str | None) -> None:
    claim = report(f"[source:{source}] [cue:said] [content:the dam held].").claims()[0]
    assert (claim.claimer.kind, claim.claimer.name) == (EntityKind.UNNAMED, name)
    assert claim.claimer.affiliation == affiliation


def test_countries_and_what_stands_for_them() -> None:
    made = report(
        "[source:ICELAND] [cue:SAYS] [content:DAM HELD]\n\n"
        "[source:The US] [cue:said] [content:it had seen no leak].\n\n"
        "[source:Lisbon] [cue:denied] [content:it].",
    )
    iceland, states, lisbon = made.claims()
    assert iceland.claimer.name == "Iceland"
    assert states.claimer.name == "United States"
    assert (lisbon.claimer.name, lisbon.claimer.affiliation) == ("Lisbon", "Portugal")
    assert lisbon.claimer.kind is EntityKind.GOVERNMENT
    assert lisbon.reason == '"Lisbon" stands for the government of Portugal'


def test_outlets_are_outlets() -> None:
    made = report(
        "[source:The Halvern Courier] [cue:reported] [content:a leak].",
        Names(bodies=("Halvern Courier",)),
    )
    assert made.claims()[0].claimer.kind is EntityKind.OUTLET


def test_quotation_that_goes_on_without_a_source() -> None:
    made = report(
        '[content:"It held,"] [source:Ilva Marsh] [cue:said].\n\n'
        '[content:"And it will hold."]\n\n'
        "[content:It was shown to have leaked.]",
        MARSH,
    )
    _, goes_on, nobody = made.claims()
    assert goes_on.claimer.name == "Ilva Marsh"
    assert goes_on.source is None
    assert "goes on" in goes_on.reason
    assert (nobody.claimer.name, nobody.claimer.kind) == ("unattributed", EntityKind.UNNAMED)


def test_subject_of_a_cue_that_came_without_a_source() -> None:
    made = report("Iceland [cue:denies] [content:any leak at the dam]")
    claim = made.claims()[0]
    assert (claim.claimer.name, claim.source) == ("Iceland", None)
    assert "stands before the cue" in claim.reason


def test_i_is_whoever_speaks_the_words_around() -> None:
    made = report(
        "[source:Otto Brandt] [cue:said] [content:a lot].\n\n[source:I] [cue:think] [content:so].",
        MARSH,
    )
    assert [c.claimer.name for c in nest(made, inner=1, outer=0).claims()] == ["Otto Brandt"] * 2
    assert who(made)[1] == "I"


def test_his_lawyer_is_named_by_whose_lawyer_it_is() -> None:
    made = report(
        "[source:Otto Brandt] [cue:said] [content:the gate was shut].\n\n"
        "[source:His lawyer] [cue:said] [content:the same].",
        MARSH,
    )
    claimer = made.claims()[1].claimer
    assert (claimer.name, claimer.kind) == ("Otto Brandt's lawyer", EntityKind.UNNAMED)
    assert claimer.affiliation == "Otto Brandt"


def test_a_learned_scorer_decides_where_the_rules_cannot() -> None:
    names = Names(people=("Otto Brandt", "Per Oster"))
    made = report(
        "The crowd booed. Then came both Otto Brandt and Per Oster.\n\n"
        "[source:He] [cue:said] [content:the gate was shut].",
        names,
    )

    def same(pairs: Sequence[tuple[Span, Span]]) -> Sequence[float]:
        words = [{span.cut(made.text) for span in pair} for pair in pairs]
        return [0.9 if "Otto Brandt" in both else 0.1 for both in words]

    assert made.claims(same)[0].claimer.name == "Otto Brandt"


def test_evidence_and_fields_cut_to_the_text() -> None:
    made = report(
        "[source:Icelandic Foreign Minister Ilva Marsh] [cue:told] reporters in Lisbon on Monday "
        "[content:that the dam held].",
        Names(people=("Ilva Marsh",), places=("Lisbon",)),
        published="2031-03-06",
    )
    claim = made.claims()[0]
    assert claim.addressee is not None
    assert claim.place is not None
    assert claim.said is not None
    assert claim.source is not None
    evidence = [claim.source, claim.addressee, claim.place, *claim.claimer.evidence]
    assert all(e.text == e.span.cut(made.text) for e in evidence)
    assert (claim.addressee.text, claim.place.text) == ("reporters", "Lisbon")
    assert claim.said.iso == "2031-03-03"


def test_same_input_gives_the_same_claims() -> None:
    made = report("[source:Otto Brandt] [cue:said] [content:so].\n\n[source:He] [cue:left].", MARSH)
    assert made.claims() == made.claims()


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.text(min_size=3, max_size=120), st.data())
def test_any_text_gives_claims_that_cut(text: str, data: st.DataObject) -> None:
    """Random Unicode, random places: one claim or more for each attribution, nothing raised."""
    read = report(text.replace("[", "(").replace("]", ")")).parsed
    size = len(read.document.text)
    ties = []
    for _ in range(3):
        points = sorted(data.draw(st.sets(st.integers(0, size), min_size=3, max_size=3)))
        source, content = Span(points[0], points[1]), (Span(points[1], points[2]),)
        made = Attribution.make_id(read.document.id, source, None, content)
        ties.append(Attribution(made, read.document.id, source, None, content, Quotation.INDIRECT))
    claims = Report(read, tuple(dict.fromkeys(ties))).claims()
    assert len(claims) >= len(set(ties))
    for claim in claims:
        assert claim.claimer.name
        assert all(e.text == e.span.cut(read.document.text) for e in claim.claimer.evidence)


def test_long_documents_stay_fast() -> None:
    """Time grows with the text, not with its square: 400 paragraphs within two seconds."""
    line = "[source:Otto Brandt] [cue:said] [content:the gate was shut].\n\n"
    again = '[content:"It was,"] [source:he] [cue:added].\n\n'
    made = report((line + again) * 200, MARSH)
    start = time.process_time()
    assert len(made.claims()) == 400
    assert time.process_time() - start < 2.0


def test_a_full_name_that_the_finder_cut_short() -> None:
    """It saw only "Marsh" in the opening, and nothing where she is quoted."""
    made = report(
        "The dam held, engineer Ilva Marsh wrote. Later Marsh left.\n\n"
        "[source:Marsh] [cue:said] [content:it had held all night].",
        Names(people=("Marsh",)),
    )
    assert who(made) == ["Ilva Marsh"]


def test_of_two_with_one_surname_the_last_introduced_is_meant() -> None:
    made = report(
        "Engineer Otto Brandt came first.\n\n[source:Brandt] [cue:said] [content:it held].\n\n"
        "Then Lena Brandt spoke.\n\n[source:Brandt] [cue:said] [content:it leaked].",
        Names(people=("Otto Brandt", "Lena Brandt", "Brandt")),
    )
    assert who(made) == ["Otto Brandt", "Lena Brandt"]


def test_elect_is_part_of_the_title() -> None:
    made = report("[source:President-elect Ilva Marsh] [cue:said] [content:it held].", MARSH)
    claimer = made.claims()[0].claimer
    assert (claimer.name, claimer.role) == ("Ilva Marsh", "President-elect")


def test_a_word_for_its_kind_is_the_one_outlet_of_the_text() -> None:
    made = report(
        "The Halvern Courier has a new editor. The Halvern Courier chose her.\n\n"
        "[source:The newspaper] [cue:announced] [content:a party].",
        Names(bodies=("Halvern Courier",)),
    )
    assert who(made) == ["Halvern Courier"]


@pytest.mark.parametrize("mark", ["[source:who both]", "[source:who] both"])
def test_both_however_the_source_was_cut(mark: str) -> None:
    made = report(
        f"President Ilva Marsh and General Otto Brandt, {mark} [cue:claimed] "
        "[content:that the siege was over].",
        MARSH,
    )
    assert who(made) == ["Ilva Marsh", "Otto Brandt"]


def test_supporters_who_are_not_whom_they_support() -> None:
    made = report(
        "He courts Marsh’s supporters [source:who] [cue:doubt] [content:that it held].", MARSH
    )
    assert who(made) == ["Marsh’s supporters"]


def test_a_suffix_without_a_name_stops_nothing() -> None:
    made = report(
        "[source:Jr.] [cue:said] [content:the dam held].\n\n"
        "[source:Otto Brandt] [cue:said] [content:it had not].",
        Names(people=("Jr", "Otto Brandt", "Brandt")),
    )
    assert who(made)[-1] == "Otto Brandt"


def test_a_seat_behind_a_page_s_links_is_that_of_the_name_before_them() -> None:
    text = (
        "Then Mayor Ilva Marsh Ilva Ellen MarshHouse passes aid Overnight River MORE"
        " ([source:D-Lannet]) [cue:said] [content:it held]."
    )
    (claim,) = report(text, Names(people=("Ilva Marsh",))).claims()
    assert claim.claimer.name == "Ilva Marsh"


def test_who_asks_is_not_who_answers() -> None:
    text = (
        "In an interview with Interline’s [source:Otto Brandt, river adviser Ilva Marsh]"
        " [cue:said] [content:it held]."
    )
    names = Names(people=("Otto Brandt", "Ilva Marsh"), bodies=("Interline",))
    (claim,) = report(text, names).claims()
    assert (claim.claimer.name, claim.claimer.role) == ("Ilva Marsh", "river adviser")


def test_it_is_what_the_sentence_before_is_about() -> None:
    text = (
        "The River Board runs the gauge near Lannet.\n\n[source:It] [cue:said] [content:it held]."
    )
    (claim,) = report(text, Names(bodies=("River Board",))).claims()
    assert claim.claimer.name == "River Board"


def test_more_than_many_are_not_than_many() -> None:
    text = "[source:More than 80 growers] [cue:said] [content:it held]."
    (claim,) = report(text).claims()
    assert claim.claimer.name == "More than 80 growers"
