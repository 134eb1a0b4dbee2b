"""Attribution from scores that are all but certain: what the rules make of them."""

from __future__ import annotations

import pytest

from sayso.attribute.score import UNATTRIBUTED, Calibration
from sayso.attribute.tagger import Settings, attribute, drafts_of, quotation
from sayso.model.attribution import Attribution, Quotation
from sayso.model.span import Span
from sayso.parse import parse
from tests.attribute.scores import attributed, document, parsed_of, scored, words


def _only(text: str) -> tuple[str | None, str | None, list[str]]:
    plain, found = attributed(text, bare=False)
    (one,) = found
    return words(plain, one)


@pytest.mark.parametrize(
    "text",
    [
        "[source:Officials] [cue:said] that [content:the bridge was closed].",
        "[content:The bridge was closed], [cue:according to] [source:the harbour office].",
        "[content:“The bridge is shut,”] [source:Ana Corrin] [cue:said]. She left.",
        "[cue:It is said] that [content:the bridge is haunted].",
        "[content:The bridge], [source:she] [cue:said], [content:is shut].",
    ],
)
def test_what_is_marked_comes_out(text: str) -> None:
    scores = scored(text)
    source, cue, content = _only(text)
    cuts = {role: [scores.text[a:b] for a, b in at] for role, at in scores.places.items()}
    assert ([source] if source else [], [cue], content) == (
        cuts.get("source", []),
        cuts["cue"],
        cuts["content"],
    )


def test_ids_and_scores() -> None:
    plain, (one,) = attributed("[source:Ana] [cue:said] [content:the bridge was shut].")
    same = attributed("[source:Ana] [cue:said] [content:the bridge was shut].")[1]
    made = Attribution.make_id(one.document, one.source, one.cue, one.content)
    assert one.id == same[0].id == made
    assert one.score > 0.8
    assert plain[one.content[0].start :].startswith("the bridge")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("[source:He] [cue:said] [content:the bridge] is [content:shut].", ["the bridge is shut"]),
        ("[source:He] [cue:said]: “[content:The bridge is shut.]”", ["“The bridge is shut.”"]),
        ("[source:He] [cue:said] [content:, it is shut –] today", ["it is shut"]),
        ("[source:He] [cue:said] [content:it is\n\nshut].", ["it is", "shut"]),
        ("[source:He] [cue:said]: [content:“It is\n\nshut,”] today.", ["“It is\n\nshut,”"]),
        ("[source:He] [cue:said] [content:it is [furniture:[+] Share] shut].", ["it is", "shut"]),
    ],
)
def test_content_is_tidied(text: str, content: list[str]) -> None:
    assert _only(text)[2] == content


def test_a_caption_may_quote_somebody() -> None:
    quoted = '[furniture:[content:"It is shut,"] [source:Bo] [cue:said]. Photo: VETA]'
    assert len(attributed(quoted)[1]) == 1
    assert attributed(quoted.replace('"', ""))[1] == ()
    assert attributed('[furniture:[content:"It is shut,"] [cue:said] so. Photo: VETA]')[1] == ()


def test_nothing_in_furniture_becomes_an_attribution() -> None:
    inside = "[furniture:[source:He] [cue:said]] [content:the bridge is shut]."
    assert attributed(inside)[1] == ()
    assert attributed("[source:He] [cue:said] [furniture:[content:it is shut]].")[1] == ()


def test_two_attributions_share_a_source() -> None:
    plain, found = attributed(
        "[source:[source_b:Ana Corrin]] [cue:said] [content:the bridge was shut], "
        "[cue_b:adding] [content_b:that it would stay so]."
    )
    assert [words(plain, one) for one in found] == [
        ("Ana Corrin", "said", ["the bridge was shut"]),
        ("Ana Corrin", "adding", ["that it would stay so"]),
    ]
    assert len({one.id for one in found}) == 2


def test_attributions_stand_in_the_order_of_their_content() -> None:
    plain, found = attributed(
        "[content_b:It is shut], [source_b:Bo] [cue_b:said]. [source:Ana] [cue:said] [content:no]."
    )
    assert [words(plain, one)[0] for one in found] == ["Bo", "Ana"]


@pytest.mark.parametrize("text", ["", " \n ", "The bridge is shut.", "[source:Ana] [cue:said]."])
def test_nothing_comes_of_nothing(text: str) -> None:
    assert attributed(text)[1] == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The bridge is shut,”", Quotation.DIRECT),
        ('"The bridge is shut"', Quotation.DIRECT),
        ("'The bridge is shut'", Quotation.DIRECT),
        ("The bridge is shut", Quotation.INDIRECT),
        ("The workers' bridge isn't shut", Quotation.INDIRECT),
        ("The bridge is “shut”", Quotation.MIXED),
        ("“The bridge” is “shut”", Quotation.MIXED),
        ("“The bridge” – “shut”", Quotation.DIRECT),
        ("“The bridge is shut", Quotation.DIRECT),
        ("…", Quotation.INDIRECT),
    ],
)
def test_kinds_of_quotation(text: str, kind: Quotation) -> None:
    assert quotation(parse(document(text)), [Span(0, len(text))]) is kind


def test_kind_of_broken_content() -> None:
    text = "“The bridge,” she said, “is shut.”"
    parsed = parse(document(text))
    assert quotation(parsed, [Span(0, 13), Span(24, len(text))]) is Quotation.DIRECT
    assert quotation(parsed, [Span(0, 13), Span(14, 22)]) is Quotation.MIXED


def test_what_is_unsure_scores_less() -> None:
    calibration = Calibration()
    sure = calibration.chance((-0.01, -0.01, -0.01), Quotation.DIRECT)
    assert 0 < calibration.chance((-2, -1, -1), Quotation.DIRECT) < sure < 1
    assert calibration.chance((-0.01, -0.01), Quotation.DIRECT) < sure, "no source"
    assert calibration.chance((), Quotation.DIRECT) == UNATTRIBUTED
    assert calibration.chance((-1e9, -1e9, -1e9), Quotation.INDIRECT) >= 0, "no overflow"


def test_bare_quotations_can_be_left_out() -> None:
    text = "“The bridge is shut for good and for all.”"
    assert len(attributed(text)[1]) == 1
    assert attributed(text, bare=False)[1] == ()


def test_drafts_and_attributions_agree() -> None:
    marks = "[source:Ana] [cue:said] [content:it was shut]. [cue_b:It is said] [content_b:so]."
    scores = scored(marks)
    parsed = parsed_of(scores)
    drafts = drafts_of(parsed, scores, scores.ties, Settings())
    made = attribute(parsed, scores, scores.ties)
    assert [draft.content for draft in drafts] == [one.content for one in made]
    assert [len(draft.parts) for draft in drafts] == [3, 2]
