"""Turns of phrase that attribute on their face, where the encoder saw nothing."""

from __future__ import annotations

import pytest

from sayso.attribute.backstop import backstop
from sayso.attribute.tidy import Draft
from sayso.model.span import Span
from sayso.parse import parse
from tests.attribute.scores import document
from tests.markup import marked


def _found(line: str) -> tuple[str, list[tuple[str, str, str]]]:
    text, _ = marked(line)
    drafts = backstop(parse(document(text)), [])
    return text, [
        (d.source.cut(text), d.cue.cut(text), d.content[0].cut(text))
        for d in drafts
        if d.source and d.cue
    ]


@pytest.mark.parametrize(
    "line",
    [
        "[cue:According to] [source:the harbour office], [content:the pier is shut until May].",
        "[content:The pier is shut until May], [cue:according to] [source:the harbour office].",
        "The dam broke, [content:an allegation] [source:Merouna] [cue:has denied].",
        "It printed [content:the claims] that [source:Ana Corrin] [cue:rejected] on Monday.",
        "It was safe, [content:a claim] [cue:quickly denied] by [source:the harbour office].",
    ],
)
def test_what_it_finds(line: str) -> None:
    text, places = marked(line)
    wanted = tuple(text[slice(*places[role][0])] for role in ("source", "cue", "content"))
    assert _found(line) == (text, [wanted])


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sailed according to plan.",
        "They were paid according to age.",
        "The claims department denied nobody a form.",
        "The harbour office shut the pier.",
    ],
)
def test_what_it_leaves(text: str) -> None:
    assert _found(text)[1] == []


def test_a_cue_that_is_known_is_left_alone() -> None:
    text = "According to the harbour office, the pier is shut until May."
    known = Draft(None, Span(0, 12), (Span(33, 59),), ())
    assert backstop(parse(document(text)), [known]) == []
    assert len(backstop(parse(document(text)), [])) == 1
