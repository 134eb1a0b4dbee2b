"""Cue classes and negation, on sentences made up for the purpose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.attribute.cues import CueReading, classify_cue
from tests.markup import marked

CLASSES = {"say", "claim", "accuse", "deny", "admit", "confirm", "ask", "demand", "promise"}
CLASSES |= {"warn", "think", "other"}
GATE = Path(__file__).parents[2] / "src/sayso/eval/gold/cue_classes.jsonl"

SENTENCES = [
    ("[source:Officials] [cue:said] that [content:the bridge was closed].", "say"),
    ("[content:The bridge is closed], [cue:according to] [source:the harbour office].", "say"),
    ("[source:Ministry][cue:]: [content:no ferries this week].", "say"),
    ("[source:She] [cue:told] the council [content:that the pump had failed].", "say"),
    ("[source:She] [cue:told] the crew [content:to leave the pier].", "demand"),
    ("[source:The mayor] [cue:is expected to announce] [content:a new pier].", "say"),
    ("[source:He] [cue:made clear] that [content:the ferry stays].", "say"),
    ("[source:The baker] [cue:not only said] [content:the flour was stale] but kept it.", "say"),
    ("[source:He] [cue:said] [content:he did not take the boat].", "say"),
    ("[source:The owner] [cue:claims] [content:the lock was broken].", "claim"),
    ("[source:The owner] [cue:insisted that] [content:it was locked].", "claim"),
    ("[source:She] [cue:suggested] [content:that the mayor had lied].", "claim"),
    ("[source:She] [cue:suggested] [content:moving the market].", "demand"),
    ("[source:He] [cue:tried to make the case for] [content:a second pier].", "claim"),
    ("[content:The captain] [cue:was accused by] [source:two sailors] of sleeping.", "accuse"),
    ("[source:They] [cue:blamed] [content:the fog].", "accuse"),
    ("[source:The guild] [cue:lashed out at] [content:the new tariff].", "accuse"),
    ("[source:The guild] [cue:released a statement condemning] [content:the tariff].", "accuse"),
    ("a [content:claim] quickly [cue:denied by] [source:the palace]", "deny"),
    ("[source:The clerk] [cue:rejected the allegation] [content:that he was paid].", "deny"),
    ("[source:Divers] [cue:cast doubt on] [content:the report].", "deny"),
    ("[source:The judge] [cue:openly questioned] [content:whether it had sunk].", "deny"),
    ("[source:He] [cue:conceded] [content:that it was late].", "admit"),
    ("[source:She] [cue:pleaded guilty to] [content:taking the oars].", "admit"),
    ("[source:A second witness] [cue:corroborated] [content:her account].", "confirm"),
    ("[source:The cook] [cue:agreed] [content:that it was cold].", "confirm"),
    ("[source:The cook] [cue:agreed] [content:to serve soup].", "promise"),
    ("[source:Reporters] [cue:asked] him [content:whether he would resign].", "ask"),
    ("[source:Reporters] [cue:asked] him [content:to resign].", "demand"),
    ("[content:“Who sank it?”] [source:she] [cue:asked].", "ask"),
    ("[source:Islanders] [cue:urged] the council [content:to dredge].", "demand"),
    ("[source:Islanders] [cue:called Friday for] [content:an inquiry].", "demand"),
    ("[source:Islanders] [cue:called] [content:him a hero].", "say"),
    ("[source:The mayor] [cue:vowed] [content:to rebuild].", "promise"),
    ("[source:The mayor] [cue:gave her word] [content:that it would stand].", "promise"),
    ("[source:Pilots] [cue:repeated their warning] [content:that the reef shifts].", "warn"),
    ("[source:She] [cue:believes] [content:the reef has moved].", "think"),
    ("in [source:his] [cue:view], [content:the reef has moved]", "think"),
    ("[source:The council] [cue:plans to ask] [content:for a loan].", "think"),
    ("[source:He] [cue:seemed to think] [content:it was over].", "think"),
    ("[source:He] [cue:in a radio interview appeared to blame] [content:the crew].", "accuse"),
    ("[source:He] [cue:ended his speech by urging] [content:calm].", "demand"),
    ("[source:The guild] [cue:voiced] [content:misgivings about the date].", "think"),
    ("He faced [cue:questions about] [content:the missing oars].", "ask"),
    ("[source:The duke] [cue:offered] [content:some stern advice].", "demand"),
    ("[source:Both ports] [cue:signed an agreement] [content:to share the tugs].", "promise"),
    ("[source:The council] [cue:praised] [content:the divers].", "other"),
]

WITHHELD = [
    ("[source:The duke] [cue:did not deny] [content:the debt].", "deny"),
    ("[source:The duke] [cue:refused to confirm] [content:the date].", "confirm"),
    ("[source:The bill] [cue:failed to define] [content:a vessel].", "say"),
    ("[source:She] [cue:made no promise] [content:to return].", "promise"),
    ("[source:The office] [cue:declined] [content:to comment].", "say"),
    ("[source:The mayor] [cue:has not said] [content:when it opens].", "say"),
    ("[source:He] [cue:never claimed] [content:to be a pilot].", "claim"),
    ("[source:She] did not directly [cue:accuse] [content:the crew].", "accuse"),
    ("[source:No one] [cue:admitted] [content:the theft].", "admit"),
    ("nor did [source:the guard] [cue:warn] [content:that it was wet]", "warn"),
    ("[source:He] [cue:stopped short of calling] [content:it a fraud].", "say"),
    ("[source:The abbot] [cue:kept silent about] [content:the bells].", "say"),
    ("[source:They] [cue:can’t confirm] [content:the number].", "confirm"),
]

TOOK_PLACE = [
    "[source:She] [cue:could not resist pointing out] [content:the leak].",
    "[source:She] [cue:made no secret of] [content:the leak].",
    "[source:The mayor] [cue:never failed to mention] [content:his boat].",
    "[source:He] [cue:has no doubt said] [content:worse].",
    "[source:People who did not vote] [cue:say] [content:they will].",
    "He was not there, [source:she] [cue:said], [content:and left].",
    "[content:“I did not do it,”] [cue:said] [source:the cook].",
    "[source:No. 2 pilot Orrin] [cue:said] [content:it was calm].",
]


def reading(sentence: str) -> CueReading:
    """Classify the one cue that `sentence` marks; an empty mark stands for no cue."""
    text, places = marked(sentence)
    cue = places["cue"][0] if "cue" in places else None
    source = places["source"][0] if "source" in places else None
    cue = None if cue is None or cue[0] == cue[1] else cue
    return classify_cue(text, cue, source, places["content"])


@pytest.mark.parametrize(("sentence", "cue_class"), SENTENCES)
def test_act(sentence: str, cue_class: str) -> None:
    assert reading(sentence) == CueReading(cue_class, negated=False)


@pytest.mark.parametrize(("sentence", "cue_class"), WITHHELD)
def test_withheld(sentence: str, cue_class: str) -> None:
    assert reading(sentence) == CueReading(cue_class, negated=True)


@pytest.mark.parametrize("sentence", TOOK_PLACE)
def test_negation_elsewhere_leaves_the_act(sentence: str) -> None:
    assert not reading(sentence).negated


def test_without_cue_the_gap_decides() -> None:
    assert reading("[source:Ministry]: [content:no ferries].") == CueReading("say", negated=False)
    assert reading("[source:He] denied [content:the theft].") == CueReading("deny", negated=False)


def test_offsets_count_characters() -> None:
    assert reading("😀 Été — [source:Zoë] [cue:denied] [content:it].").cue_class == "deny"


def test_text_that_ends_at_the_cue() -> None:
    assert reading("[content:“Gone,”] [source:he] [cue:warned]").cue_class == "warn"


def test_gate_file_holds_offsets_and_labels_only() -> None:
    rows = [json.loads(line) for line in GATE.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 300
    for row in rows:
        assert set(row) == {"doc", "annotator", "cue", "cue_class", "negated"}
        assert row["cue_class"] in CLASSES
        assert row["cue"][0] < row["cue"][1]


def test_markup() -> None:
    plain, places = marked("[source:A [role:b]] [cue:said] [sic] [content:c]")
    assert plain == "A b said [sic] c"
    assert {role: [plain[s:e] for s, e in spans] for role, spans in places.items()} == {
        "source": ["A b"],
        "role": ["b"],
        "cue": ["said"],
        "content": ["c"],
    }


def test_markup_that_stays_open_is_refused() -> None:
    with pytest.raises(ValueError, match="does not close"):
        marked("[source:A [cue:said]")
