"""The order of the work, for one document.

    bytes ─read→ Document ─encode, parse→ Parsed ─attribute→ Attribution ─resolve→ Claim

How many documents go through it, where, and what happens to the claims is not known here.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.model.attribution import Attribution, CueClass
from sayso.model.document import Document
from sayso.model.trace import Maker
from sayso.store import Findings

if TYPE_CHECKING:
    from sayso.attribute.tagger import Ties
    from sayso.model.span import Span
    from sayso.parse.encoder import Encoder, Encoding

Analyse = Callable[[Document], Findings]
Place = tuple[int, int]

LANGUAGES = frozenset({"en", "und"})  # und: too short to tell


@dataclass(frozen=True, slots=True)
class Analyser:
    """What finds claims.

    maker: who it is, known without loading anything: what another one found is found anew.
    load: gives the function that does it. Picklable, so that it can be called in other processes.
    """

    maker: Maker
    load: Callable[[], Analyse]


def minilm(threads: int = 0) -> Analyser:
    """The analyser that ships. threads: of its encoder; 0 leaves the choice to it."""
    card = json.loads((files("sayso.parse") / "weights" / "card.json").read_text("utf-8"))
    maker = Maker("minilm", f"{version('sayso')}+{card['version']}")
    return Analyser(maker, partial(_load_minilm, threads))


def understood(document: Document) -> bool:
    """Whether claims are sought in a document. Of other languages it knows nothing."""
    return document.language in LANGUAGES


def _load_minilm(threads: int) -> Analyse:
    from sayso.attribute.cues import classify_cue
    from sayso.attribute.tagger import Settings, attribute
    from sayso.parse import parse
    from sayso.parse.encoder import Encoder
    from sayso.parse.names import mentions
    from sayso.resolve import resolve_all

    encoder = Encoder(threads)
    settings = Settings.of(encoder.card)

    def analyse(document: Document) -> Findings:
        encoding = encoder.encode(document.text)
        parsed = parse(document, mentions(encoding))
        ties, again = partial(encoder.ties, encoding), partial(_again, encoder, encoding)
        attributions = attribute(parsed, encoding, ties, settings, again)
        cues = [classify_cue(document.text, *_places(tie)) for tie in attributions]
        readings = [(CueClass(cue.cue_class), cue.negated) for cue in cues]
        found = resolve_all(parsed, attributions, readings, partial(encoder.same, encoding))
        return Findings(document.id, found.claims, parsed.mentions, found.problems)

    return analyse


def _again(encoder: Encoder, encoding: Encoding, span: Span) -> tuple[Encoding, Ties]:
    part = encoder.encode_part(encoding, span)
    return part, partial(encoder.ties, part)


def _places(tie: Attribution) -> tuple[Place | None, Place | None, list[Place]]:
    """Cue, source and content as plain offsets."""
    cue, source = ((part.start, part.end) if part else None for part in (tie.cue, tie.source))
    return cue, source, [(part.start, part.end) for part in tie.content]
