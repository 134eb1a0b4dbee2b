"""Attributions at the edge of a sentence, where the encoder saw nothing."""

from __future__ import annotations

import pytest

from sayso.attribute.edges import edges
from sayso.attribute.tidy import Draft
from sayso.model.parsed import Mention
from sayso.model.span import Span
from sayso.parse import parse
from tests.attribute.scores import document
from tests.markup import Places, marked


def _found(text: str, places: Places, known: list[Draft]) -> list[tuple[str, ...]]:
    names = [Mention(Span(*name), "PER", 0.9) for name in places.get("name", ())]
    parts = [(d.source, d.cue, d.content[0]) for d in edges(parse(document(text), names), known)]
    return [tuple(span.cut(text) if span else "" for span in row) for row in parts]


@pytest.mark.parametrize(
    "line",
    [
        "[cue:Accusing] [content:the town of neglect], [source:Foreign Envoy [name:Ana Corrin]] "
        "claimed that nobody had looked.",
        "[cue:Denying] [content:that the pier was unsafe], [source:[name:Bo Vell]] left the hall.",
        "[content:The bridge will not stand until the vote is over], [source:Mayor "
        "[name:Ana Corrin]] [cue:assumed] before the meeting in Orvane.",
        "ORVANE, March 12. /VETA/. [content:The bridge will not stand until the vote is over], "
        "[source:Mayor [name:Ana Corrin]] [cue:assumed] in Orvane.",
        "[content:The guards let the farmers leave the pumping station], [cue:as confirmed by] "
        "[source:the [name:VETA] agency], and went home.",
        "[content:The guards let the\u00a0farmers leave the station], [cue:as\u00a0confirmed by] "
        "[source:the\u00a0[name:VETA] agency].",
    ],
)
def test_what_it_finds(line: str) -> None:
    text, places = marked(line)
    wanted = tuple(text[slice(*places[role][0])] for role in ("source", "cue", "content"))
    assert _found(text, places, []) == [wanted]


@pytest.mark.parametrize(
    "line",
    [
        "Accusing the town of neglect, the farmers walked out.",
        "Warning to all, [name:Ana Corrin] wrote on the wall of the mill.",
        "When the guards came down to the pumping station, [name:Ana Corrin] argued at the gate.",
        "The guards came down to the pumping station, and [name:Ana Corrin] left.",
        "The guards came down to the pumping station, [name:Ana Corrin] jumped in.",
    ],
)
def test_what_it_leaves(line: str) -> None:
    text, places = marked(line)
    assert _found(text, places, []) == []


def test_the_source_is_the_one_that_is_known_there() -> None:
    text, places = marked(
        "Accusing the town of neglect, [source:[name:Ana Corrin], the envoy,] [cue:said] "
        "[content:nobody looked]."
    )
    source, cue, content = (Span(*places[role][0]) for role in ("source", "cue", "content"))
    found = _found(text, places, [Draft(source, cue, (content,), ())])
    assert found == [("Ana Corrin, the envoy,", "Accusing", "the town of neglect")]


def test_a_content_that_is_known_has_its_cue() -> None:
    text, places = marked(
        "[content:The bridge will not stand until the vote is over], Mayor [name:Ana Corrin] "
        "assumed."
    )
    known = Draft(None, None, (Span(*places["content"][0]),), ())
    assert _found(text, places, [known]) == []
