"""Parsed and encoded text → attributions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from sayso.attribute.backstop import backstop
from sayso.attribute.bare import settle_quotes
from sayso.attribute.beside import beside
from sayso.attribute.decode import Group, Reach, Rules, group
from sayso.attribute.edges import edges
from sayso.attribute.headline import colon_headline
from sayso.attribute.inner import inner
from sayso.attribute.marks import Marks
from sayso.attribute.nested import parents
from sayso.attribute.score import Calibration
from sayso.attribute.tidy import (
    Draft,
    Habits,
    Shelf,
    joined,
    outside,
    trimmed,
    whole_quote,
    whole_words,
    within_lines,
)
from sayso.bio import log_softmax
from sayso.model.attribution import Attribution, Quotation
from sayso.model.parsed import Parsed
from sayso.model.span import Span

Floats = npt.NDArray[np.float32]
Run = tuple[int, int]


class Places(Protocol):
    """Where word pieces stand in the text."""

    @property
    def starts(self) -> npt.NDArray[np.int64]: ...
    @property
    def ends(self) -> npt.NDArray[np.int64]: ...


class Scored(Protocol):
    """A text with the encoder's scores (see `parse.encoder.Encoding`)."""

    @property
    def pieces(self) -> Places: ...
    @property
    def roles(self) -> Floats: ...


class Ties(Protocol):
    """What scores the part of the pieces in reach of given cues."""

    def __call__(self, cues: Sequence[int]) -> Sequence[Reach]: ...


_DEEPEST = 2  # "A says that B said that C denied ..."

Again = Callable[[Span], tuple[Scored, Ties]]
"""Reads a stretch of the text on its own."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set about attribution.

    rules: of decoding. habits: of tidying. bare: whether quotations that nothing attributes are
    looked for. sure: lowest score of an attribution inside another. calibration: of the score.
    """

    rules: Rules = field(default_factory=Rules)
    habits: Habits = field(default_factory=Habits)
    bare: bool = True
    sure: float = 0.7
    calibration: Calibration = field(default_factory=Calibration)

    @classmethod
    def of(cls, card: Mapping[str, Any], *, bare: bool = True) -> Settings:
        """The settings that go with weights: what was learned beside them stands in their card."""
        moves = tuple(tuple(row) for row in card.get("moves", ()))
        calibration = Calibration(**card.get("calibration", {}))
        return cls(Rules(moves=moves), bare=bare, calibration=calibration)


def attribute(
    parsed: Parsed,
    scored: Scored,
    ties: Ties,
    settings: Settings = Settings(),
    again: Again | None = None,
) -> tuple[Attribution, ...]:
    """Find who is made to say what. Nothing in furniture becomes an attribution, but for captions
    that quote somebody.

    again: reads a stretch of the text on its own; with it, attributions inside others are found.
    """
    marks = Marks.of(parsed)
    drafts = drafts_of(parsed, scored, ties, settings, marks)
    if again:
        look = partial(_look, parsed, again, settings, marks)
        newest = drafts
        for _ in range(_DEEPEST):
            newest = inner(parsed, newest, drafts, look)
            drafts = sorted([*drafts, *newest], key=_place)
    made = [_made(parsed, draft, marks.quotes, settings.calibration) for draft in drafts]
    return parents(list({one.id: one for one in made}.values()))


def drafts_of(
    parsed: Parsed, scored: Scored, ties: Ties, settings: Settings, marks: Marks | None = None
) -> list[Draft]:
    """The attributions as places and raw scores, in the order of the text.

    marks: of the parsed text, where they are known already.
    """
    drafts = _shown(parsed, scored, ties, settings, marks or Marks.of(parsed))
    drafts = colon_headline(parsed, drafts)
    if settings.bare:
        drafts += beside(parsed, drafts)
        drafts += backstop(parsed, drafts)
        drafts += edges(parsed, drafts)
        drafts = settle_quotes(parsed, drafts)
    drafts.sort(key=_place)
    return drafts


def _shown(
    parsed: Parsed, scored: Scored, ties: Ties, settings: Settings, marks: Marks
) -> list[Draft]:
    """What the encoder's scores show, tidied."""
    if not len(scored.roles):
        return []
    groups = group(log_softmax(scored.roles), ties, settings.rules)
    text = parsed.document.text
    drafts = [_draft(text, scored.pieces, one) for one in groups]
    return list(_tidy(drafts, text, marks, settings.habits))


def _place(draft: Draft) -> tuple[Span, Span]:
    return draft.content[0], draft.cue or draft.content[0]


def _look(
    parsed: Parsed, again: Again, settings: Settings, marks: Marks, span: Span
) -> list[Draft]:
    """The sure attributions of a stretch read on its own."""
    scored, ties = again(span)
    text, chance = parsed.document.text, settings.calibration.chance
    return [
        draft
        for draft in _shown(parsed, scored, ties, settings, marks)
        if chance(draft.parts, _kind(text, draft.content, marks.quotes)) >= settings.sure
    ]


def _draft(text: str, pieces: Places, one: Group) -> Draft:
    def place(run: Run) -> Span:
        return whole_words(text, int(pieces.starts[run[0]]), int(pieces.ends[run[1] - 1]))

    source = place(one.source) if one.source else None
    return Draft(source, place(one.cue), tuple(place(run) for run in one.content), one.parts)


def _tidy(drafts: list[Draft], text: str, marks: Marks, habits: Habits) -> Iterator[Draft]:
    everything = Shelf([span for draft in drafts for span in _spans(draft)])
    for draft in drafts:
        own = marks.bare() if _quoted_in_caption(draft, marks) else marks
        if any(span and own.furniture.near(span) for span in (draft.source, draft.cue)):
            continue
        content = _content(draft, text, own, everything, habits)
        if content:
            yield Draft(draft.source, draft.cue, content, draft.parts)


def _quoted_in_caption(draft: Draft, marks: Marks) -> bool:
    """Whether a caption quotes somebody by name, all of it inside: of furniture, this alone is
    the report's."""
    captions = marks.captions.near(draft.cue) if draft.cue else []
    spans = _spans(draft)
    return draft.source is not None and any(
        all(caption.covers(span) for span in spans)
        and any(marks.doubles.near(span, 1) for span in draft.content)
        for caption in captions
    )


def _content(
    draft: Draft, text: str, marks: Marks, everything: Shelf, habits: Habits
) -> tuple[Span, ...]:
    """The pieces of a content as a reader would mark them, outside furniture."""
    parts: list[Span] = []
    for span in draft.content:
        near = marks.doubles.near(span, 2)
        runs_on = [mark for mark in near if mark in marks.closed]
        for line in within_lines(text, span, runs_on):
            grown = whole_quote(line, near, marks.closed)
            parts.extend(outside(grown, marks.furniture.near(grown)))
    if not parts:
        return ()
    whole = Span(min(part.start for part in parts), max(part.end for part in parts))
    others = [span for span in everything.near(whole) if span not in draft.content]
    others += marks.furniture.near(whole)
    kept = [trimmed(text, span) for span in joined(text, parts, others, habits)]
    return tuple(span for span in kept if span)


def _spans(draft: Draft) -> list[Span]:
    return [span for span in (draft.source, draft.cue, *draft.content) if span]


def _made(parsed: Parsed, draft: Draft, quotes: Shelf, calibration: Calibration) -> Attribution:
    document = parsed.document.id
    made = Attribution.make_id(document, draft.source, draft.cue, draft.content)
    kind = _kind(parsed.document.text, draft.content, quotes)
    score = calibration.chance(draft.parts, kind)
    return Attribution(made, document, draft.source, draft.cue, draft.content, kind, score=score)


def quotation(parsed: Parsed, content: Sequence[Span]) -> Quotation:
    """Direct, indirect or mixed: how many of the content's letters stand in quotation marks."""
    return _kind(parsed.document.text, content, Shelf(q.span for q in parsed.quotations))


def _kind(text: str, content: Sequence[Span], quotes: Shelf) -> Quotation:
    inside = total = 0
    for span in content:
        marked = bytearray(len(span))
        for quote in quotes.near(span):
            low, high = max(quote.start, span.start), min(quote.end, span.end)
            marked[low - span.start : high - span.start] = b"\x01" * (high - low)
        letters = [at for at in range(span.start, span.end) if text[at].isalnum()]
        total += len(letters)
        inside += sum(marked[at - span.start] for at in letters)
    if inside == 0:
        return Quotation.INDIRECT
    return Quotation.DIRECT if inside == total else Quotation.MIXED
