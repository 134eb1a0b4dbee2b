"""What an encoder would score that is all but certain of the marks in a text.

`[source:Ana Corrin] [cue:said] [content:it was shut]` is one attribution. A second one in the same
text has a letter: `[cue_b:adding] [content_b:it stays so]`; a source of both is marked twice:
`[source:[source_b:Ana Corrin]]`. Marks of a role keep the place that is marked first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sayso.attribute.tagger import Settings, attribute
from sayso.model.attribution import Attribution
from sayso.model.document import Document, Furniture, FurnitureKind
from sayso.model.ids import document_id
from sayso.model.parsed import Mention, Parsed
from sayso.model.span import Span
from sayso.parse import parse
from tests.markup import Places, marked

Floats = npt.NDArray[np.float32]
ROLES = ("source", "cue", "content")
SURE = 9.0


@dataclass(frozen=True, slots=True)
class Pieces:
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Scores:
    """A marked text with the scores of its pieces: words and single marks."""

    text: str
    places: Places
    pieces: Pieces
    roles: Floats

    def ties(self, cues: Sequence[int]) -> list[tuple[int, Floats]]:
        """Every cue reaches the whole text."""
        return [(0, self._tie(cue)) for cue in cues]

    def _tie(self, cue: int) -> Floats:
        letter = next(
            name[3:]
            for name, places in self.places.items()
            if name.startswith("cue") and any(self.run(place)[0] == cue for place in places)
        )
        found = np.zeros((len(self.roles), 4), dtype=np.float32)
        for role, name in enumerate(ROLES, 1):
            for place in self.places.get(name + letter, ()):
                first, last = self.run(place)
                found[first:last, role] = SURE
        found[:, 0] = np.where(found[:, 1:].any(axis=1), 0, SURE)
        normal: Floats = found - np.log(np.exp(found).sum(axis=1, keepdims=True))
        return normal

    def run(self, place: tuple[int, int]) -> tuple[int, int]:
        """The pieces of a place, half-open."""
        first = int(np.searchsorted(self.pieces.ends, place[0], side="right"))
        return first, int(np.searchsorted(self.pieces.starts, place[1], side="left"))


def scored(text: str) -> Scores:
    """The scores of a marked text."""
    plain, places = marked(text)
    words = [match.span() for match in re.finditer(r"\w+|[^\w\s]", plain)]
    starts = np.array([word[0] for word in words], dtype=np.int64)
    ends = np.array([word[1] for word in words], dtype=np.int64)
    roles = np.zeros((len(words), 7), dtype=np.float32)
    made = Scores(plain, places, Pieces(starts, ends), roles)
    for role, name in enumerate(ROLES, 1):
        for key in (key for key in places if key.split("_")[0] == name):
            for place in places[key]:
                first, last = made.run(place)
                roles[first:last, 2 * role] = SURE
                roles[first, 2 * role - 1], roles[first, 2 * role] = SURE, 0
    roles[:, 0] = np.where(roles[:, 1:].any(axis=1), 0, SURE)
    return made


def document(
    text: str, title: tuple[int, int] | None = None, furniture: Sequence[tuple[int, int]] = ()
) -> Document:
    kept = tuple(Furniture(Span(*place), FurnitureKind.CAPTION) for place in furniture)
    span = Span(*title) if title else None
    plain = Document(document_id("0", text), "a.txt", "0", text)
    return replace(plain, title_span=span, furniture=kept)


def parsed_of(scores: Scores) -> Parsed:
    """The text parsed; marks of `title`, `furniture` and `name` are such."""
    places = scores.places
    title = places.get("title", [None])[0]
    made = document(scores.text, title, places.get("furniture", ()))
    return parse(made, [Mention(Span(*name), "PER", 0.9) for name in places.get("name", ())])


def attributed(text: str, *, bare: bool = True) -> tuple[str, tuple[Attribution, ...]]:
    """The plain text of a marked one, and the attributions that are found in it."""
    scores = scored(text)
    settings = Settings(bare=bare)
    return scores.text, attribute(parsed_of(scores), scores, scores.ties, settings)


def words(text: str, one: Attribution) -> tuple[str | None, str | None, list[str]]:
    """Source, cue and content of an attribution as strings."""
    source, cue = (place.cut(text) if place else None for place in (one.source, one.cue))
    return source, cue, [part.cut(text) for part in one.content]
