"""States that no library knows, by what their own report tells of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model.claim import EntityKind
from sayso.model.parsed import Mention
from sayso.model.span import Span
from sayso.resolve.head import read_head
from sayso.resolve.labels import Labels
from sayso.resolve.states import standing_in, states
from tests.resolve.reports import Names, report

LAND = "Nothing moved in Merouna on Monday. The Merounan embassy was shut, the Merounans silent."


def mention(text: str, words: str, label: str) -> Mention:
    at = text.index(words)
    return Mention(Span(at, at + len(words)), label, 0.9)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LAND, {"Merouna": "Merouna", "Merounan": "Merouna", "Merounans": "Merouna"}),
        ("Halvern's Energy Ministry spoke. A crew left for eastern Halvern.",
         {"Halvern": "Halvern"}),
        ("Halvern's embassy spoke. The Halvernian crew left.",
         {"Halvern": "Halvern", "Halvernian": "Halvern", "Halvernians": "Halvern"}),
        ("The Halvern regime spoke of peace between Halvern and its foes.",
         {"Halvern": "Halvern"}),
        ("Marsh's border plan failed. President Marsh spoke in Marsh, a town.", {}),
        ("Marsh's embassy plan failed.", {}),
        ("France's embassy is in France. The French embassy is shut.", {}),
        ("Monday's border is in Monday.", {}),
        ("In Tollen nothing moved.", {}),
    ],
)  # fmt: skip
def test_told_by_the_text(text: str, found: dict[str, str]) -> None:
    assert states(text, (), standing_in(text)) == found


def test_who_has_a_given_name_is_no_state() -> None:
    text = "Ilva Marsh spoke. In Marsh there is hope. Marsh's border is shut."
    assert states(text, [mention(text, "Ilva Marsh", "PER")], standing_in(text)) == {}
    assert states(text, (), standing_in(text)) == {"Marsh": "Marsh"}


def test_a_state_speaks_and_its_minister_is_found() -> None:
    text = (
        f"{LAND}\n\n[source:Merouna] [cue:accused] [content:the farmers of lying].\n\n"
        "Merounan Foreign Minister Adela Corrin came.\n\n"
        "[source:The Merounan minister] [cue:said] [content:nothing].\n\n"
        "[source:MEROUNA] [cue:said] [content:more]."
    )
    made = report(text, Names(people=("Adela Corrin", "Merounan", "Merouna")))
    state, minister, shouted = (claim.claimer for claim in made.claims())
    assert (state.name, state.kind) == ("Merouna", EntityKind.GOVERNMENT)
    assert shouted.id == state.id
    assert (minister.name, minister.role, minister.affiliation) == (
        "Adela Corrin", "Foreign Minister", "Merouna",
    )  # fmt: skip


def test_a_counterpart_has_the_same_office() -> None:
    text = (
        "Foreign Minister Otto Brandt answered his Icelandic counterpart, Adela Corrin, on"
        " Monday.\n\n[source:The Icelandic minister] [cue:said] [content:nothing]."
    )
    (claim,) = report(text, Names(people=("Otto Brandt", "Adela Corrin"))).claims()
    assert claim.claimer.name == "Adela Corrin"
    assert (claim.claimer.role, claim.claimer.affiliation) == ("Foreign Minister", "Iceland")


def test_the_speaker_stands_on_the_line_above() -> None:
    text = "Ilva Marsh spoke with Otto Brandt.\n\nOtto Brandt\nI think it held."
    plain = text.index("Otto Brandt\n")
    source = Span(plain, plain + len("Otto Brandt\nI"))
    names = Names(people=("Ilva Marsh", "Otto Brandt"))
    made = report(text + "\n\n[source:Ilva Marsh] [cue:said] [content:no].", names)
    lines = tuple(Span(a, b) for a, b in ((0, 34), (36, 47), (48, len(text))))
    labels = Labels.of(replace(made.parsed, paragraphs=lines))
    head = read_head(made.text, source, labels)
    assert head is not None
    assert head.words == "Otto Brandt"
