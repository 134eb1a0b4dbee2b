"""Attributions inside the contents of others, from a second look that is made up here.

In the texts `[outer:…]` is the content of an attribution that is known; what the second look at it
shows is marked as `[source:…] [cue:…] [content:…]`.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from sayso.attribute.inner import inner
from sayso.attribute.tagger import Settings, Ties, attribute
from sayso.attribute.tidy import Draft
from sayso.model.span import Span
from sayso.parse import parse
from tests.attribute.scores import Scores, document, parsed_of, scored
from tests.markup import Places, marked

PARTS = (-0.1, -0.1, -0.1)


def _outer(places: Places) -> Draft:
    return Draft(None, None, tuple(Span(*at) for at in places["outer"]), PARTS)


def _seen(places: Places) -> Draft:
    source, cue = (Span(*places[role][0]) if role in places else None for role in ("source", "cue"))
    return Draft(source, cue, tuple(Span(*at) for at in places["content"]), PARTS)


def _found(text: str) -> tuple[list[Draft], list[Span]]:
    """What is found, and which stretches were looked at."""
    plain, places = marked(text)
    outer, looked = _outer(places), list[Span]()

    def look(span: Span) -> Sequence[Draft]:
        looked.append(span)
        return [_seen(places)]

    return inner(parse(document(plain)), [outer], [outer], look), looked


PLAIN = "VETA reports [outer:that [source:the mayor] [cue:said] [content:the pier is shut]]."


def test_it_is_found_where_all_its_parts_lie_inside() -> None:
    _, places = marked(PLAIN)
    assert _found(PLAIN) == ([_seen(places)], [Span(*places["outer"][0])])


@pytest.mark.parametrize(
    "text",
    [
        "VETA reports [outer:that the pier and the bridge are both shut].",
        "VETA reports [outer:the mayor said no].",
        "VETA reports [outer:“that the mayor said the pier is shut for good”].",
        "VETA reports [outer:said the pier and the old bridge were shut].",
    ],
)
def test_without_a_word_for_telling_outside_quotation_marks_nothing_is_looked_at(text: str) -> None:
    plain, places = marked(text)
    outer, looked = _outer(places), list[Span]()

    def look(span: Span) -> Sequence[Draft]:
        looked.append(span)
        return []

    assert inner(parse(document(plain)), [outer], [outer], look) == []
    assert looked == []


@pytest.mark.parametrize(
    "text",
    [
        "[source:The mayor] says [outer:that it was he who [cue:said] [content:it is shut]].",
        "VETA reports [outer:that it was [cue:said] [content:the pier is shut for good]].",
        "VETA reports [outer:that [source:the mayor] [cue:said] [content:no never] of the pier].",
        "He says [outer:that [source:the mayor] said [cue:to hope] [content:the pier is shut]].",
        "He says [outer:that [source:the mayor] [cue:said] the pier] [content:is shut for it].",
    ],
)
def test_half_of_one_does_not_count(text: str) -> None:
    found, looked = _found(text)
    assert (found, len(looked)) == ([], 1)


def test_one_that_is_known_is_not_found_again() -> None:
    plain, places = marked(PLAIN)
    outer, seen = _outer(places), _seen(places)
    assert inner(parse(document(plain)), [outer], [outer, seen], lambda _: [seen]) == []


def test_one_stretch_is_looked_at_once_and_one_cue_found_once() -> None:
    plain, places = marked(PLAIN)
    outer, seen = _outer(places), _seen(places)
    longer = Draft(None, None, (Span(0, len(plain)),), PARTS)
    looked = list[Span]()

    def look(span: Span) -> Sequence[Draft]:
        looked.append(span)
        return [seen]

    outers = [outer, outer, longer]
    assert inner(parse(document(plain)), outers, outers, look) == [seen]
    assert looked == [outer.content[0], longer.content[0]]


def test_many_quotations_in_one_content_take_linear_time() -> None:
    text = "The office said " + "it “is so” as the “mayor” said " * 5_000
    outer = Draft(None, None, (Span(0, len(text)),), PARTS)
    before = time.process_time()
    assert inner(parse(document(text)), [outer], [outer], lambda _: []) == []
    assert time.process_time() - before < 8


FIRST = "[source:VETA] [cue:reports] [content:that the mayor said the pier is shut for good]."
SECOND = "VETA reports that [source:the mayor] [cue:said] [content:the pier is shut for good]."


def _nested(sure: float, weight: float = 1.0) -> list[tuple[str | None, bool]]:
    """Sources of what a tagger finds that reads FIRST, then SECOND; and whether it has a parent."""
    first, second = scored(FIRST), scored(SECOND)
    second.roles[:] *= weight
    found = attribute(
        parsed_of(first),
        first,
        first.ties,
        Settings(sure=sure),
        lambda _: (second, second.ties),
    )
    return [(one.source.cut(first.text) if one.source else None, bool(one.parent)) for one in found]


def test_the_tagger_gives_it_a_parent() -> None:
    assert _nested(0.7) == [("VETA", False), ("the mayor", True)]


def test_the_tagger_wants_it_sure() -> None:
    assert _nested(1.0) == [("VETA", False)]
    assert _nested(0.7, weight=0.05) == [("VETA", False)]
    assert _nested(0.0, weight=0.05) == [("VETA", False), ("the mayor", True)]


def test_without_a_second_look_the_tagger_finds_the_outer_only() -> None:
    first = scored(FIRST)
    assert len(attribute(parsed_of(first), first, first.ties)) == 1


def test_the_tagger_looks_inside_what_it_found_inside() -> None:
    texts = [
        "[source:VETA] [cue:reports] [content:that Bo said the mayor denied the pier is shut].",
        "VETA reports that [source:Bo] [cue:said] [content:the mayor denied the pier is shut].",
        "VETA reports that Bo said [source:the mayor] [cue:denied] [content:the pier is shut].",
    ]
    first, *more = map(scored, texts)
    looked = list[str]()

    def again(span: Span) -> tuple[Scores, Ties]:
        looked.append(span.cut(first.text))
        one = more[min(len(looked), len(more)) - 1]
        return one, one.ties

    found = attribute(parsed_of(first), first, first.ties, Settings(), again)
    assert [one.parent for one in found] == [None, found[0].id, found[1].id]
    assert looked == [
        "that Bo said the mayor denied the pier is shut",
        "the mayor denied the pier is shut",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "VETA reports [outer:that [source:Bo] [cue:to claim] [content:the pier is shut] is odd].",
        "VETA reports [outer:that [source:Bo] [cue:will announce] [content:plans for the pier]].",
        "VETA reports [outer:that [source:Bo’s] [cue:attacks on] [content:a former mayor] go on].",
    ],
)
def test_what_is_not_said_yet_or_no_saying_is_left(text: str) -> None:
    assert _found(text)[0] == []


def test_a_cue_without_a_word_is_no_saying() -> None:
    text = (
        "[outer:the harbour denied it all. [source:Ada Lund][cue::] "
        "[content:the ferries sail as they always did in summer]]"
    )
    found, looked = _found(text)
    assert looked
    assert not found
