"""An analyser for tests that need no learned part: a claim is `NAME said|denied WORDS.`"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document
from sayso.model.span import Evidence, Span
from sayso.model.trace import Maker
from sayso.pipeline import Analyser
from sayso.store import Findings

_SAID = re.compile(r"(?P<source>[A-Z]\w+ [A-Z]\w+) (?P<cue>said|denied) (?P<content>[^.]+)\.")


def analyser(threads: int = 0) -> Analyser:  # noqa: ARG001 - the name that sayso gives
    """In the place of the analyser that ships."""
    return Analyser(Maker("marks", "1"), load)


def load() -> Callable[[Document], Findings]:
    return lambda document: Findings(document.id, tuple(_claims(document)))


def _claims(document: Document) -> Iterator[Claim]:
    for match in _SAID.finditer(document.text):
        source, cue, content = (
            Evidence.cut(document.id, document.text, Span(*match.span(role)))
            for role in ("source", "cue", "content")
        )
        spans = source.span, cue.span, (content.span,)
        made = Attribution.make_id(document.id, *spans)
        direct = Quotation.DIRECT if content.text.startswith('"') else Quotation.INDIRECT
        tie = Attribution(made, document.id, *spans, direct, None, 0.9)
        claimer = Entity.make(source.text, EntityKind.PERSON, evidence=(source,))
        act = CueClass.SAY if cue.text == "said" else CueClass.DENY
        yield Claim(tie, claimer, source, cue, (content,), act, reason="named beside the cue")
