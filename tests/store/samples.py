"""Documents and claims made of marked text, and analysers that need no model."""

from __future__ import annotations

import os
import re
import time
from functools import partial
from pathlib import Path

from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document, Furniture, FurnitureKind, KnownFrom, When
from sayso.model.ids import document_id, sha256
from sayso.model.parsed import Mention
from sayso.model.span import Evidence, Span
from sayso.model.trace import Maker
from sayso.pipeline import Analyse, Analyser
from sayso.store import Findings
from tests.markup import Places, marked

MAKER = Maker("fake", "1")

BRIDGE = (
    "Bridge is safe\n\n[source:Mayor [entity:Ilse Brandt]] [cue:said] [content:the old bridge is"
    " safe] in [place:Ostermund]"
    " [occasion:at a rally], and [content:“nobody need worry”]. Share this"
)


def made(
    text: str, source: str = "bridge.txt", outlet: str | None = None, published: str | None = None
) -> Document:
    """A document with that text."""
    fingerprint = sha256(text.encode("utf-8", "surrogatepass"))
    when = When(published, KnownFrom.GIVEN) if published else None
    return Document(
        document_id(fingerprint, text), source, fingerprint, text, outlet=outlet, published=when
    )


def full(text: str = BRIDGE) -> tuple[Document, Claim]:
    """A document and a claim in which every field holds something."""
    plain, places = marked(text)
    fingerprint = sha256(plain.encode())
    document = Document(
        id=document_id(fingerprint, plain),
        source="reports/bridge.txt",
        sha256=fingerprint,
        text=plain,
        outlet="The Ostermund Herald",
        title="Bridge is safe",
        title_span=Span(0, 14),
        byline="Anna Vell",
        credits=("NNA", "Aldor Press"),
        repost_of="Valley Post",
        place="OSTERMUND",
        published=When("2031-05", KnownFrom.DATELINE),
        url="https://example.org/bridge",
        fetched="2031-05-04T10:00:00+00:00",
        furniture=(Furniture(Span(plain.index("Share"), len(plain)), FurnitureKind.SHARE),),
    )
    return document, claim(document, places)


def claim(document: Document, places: Places, *, negated: bool = True) -> Claim:
    """The claim of a document whose parts stand at these places."""
    parts = {
        role: tuple(Evidence.cut(document.id, document.text, Span(*at)) for at in found)
        for role, found in places.items()
    }
    source, cue = parts.get("source", (None,))[0], parts.get("cue", (None,))[0]
    spans = tuple(part.span for part in parts["content"])
    places_of = (source.span if source else None, cue.span if cue else None, spans)
    tie = Attribution(
        Attribution.make_id(document.id, *places_of),
        document.id,
        *places_of,
        Quotation.MIXED,
        score=0.75,
    )
    name = parts.get("entity", parts.get("source", ()))
    who = Entity.make(
        name[0].text if name else "unnamed",
        EntityKind.PERSON if name else EntityKind.UNNAMED,
        role="Mayor",
        affiliation="Ostermund",
        aliases=("Ms. Brandt", "the mayor"),
        evidence=name,
    )
    return Claim(
        attribution=tie,
        claimer=who,
        source=source,
        cue=cue,
        content=parts["content"],
        cue_class=CueClass.SAY,
        negated=negated,
        place=parts.get("place", (None,))[0],
        occasion=parts.get("occasion", (None,))[0],
        said=When("2031-05-03", KnownFrom.TEXT),
        reason="the name stands in the source",
    )


_SAID = re.compile(r"(?P<source>[A-Z][\w -]*?) (?P<cue>said) (?P<content>[^.\n]+)")


def analyse(document: Document) -> Findings:
    """Whoever "said" something, by a pattern. Fails at the word "poison", and "venom" ends the
    process."""
    if "poison" in document.text:
        raise ValueError("cannot swallow this")
    if "venom" in document.text:
        os._exit(7)
    claims, mentions = [], []
    for match in _SAID.finditer(document.text):
        claims.append(claim(document, {role: [match.span(role)] for role in match.groupdict()}))
        mentions.append(Mention(Span(*match.span("source")), "PER", 0.9))
    return Findings(document.id, tuple(claims), tuple(mentions))


def pattern(version: str = "1") -> Analyser:
    """An analyser that finds what `analyse` finds."""
    return Analyser(Maker("fake", version), _analyse)


def counting(loads: list[str]) -> Analyser:
    """The same, noting in `loads` when it is loaded and what it is given."""

    def load() -> Analyse:
        loads.append("loaded")

        def noted(document: Document) -> Findings:
            loads.append(document.source)
            return analyse(document)

        return noted

    return Analyser(MAKER, load)


def slow(seconds: float) -> Analyser:
    """The same, taking its time for each document."""
    return Analyser(MAKER, partial(_slow, seconds))


def _analyse() -> Analyse:
    return analyse


def _slow(seconds: float) -> Analyse:
    def wait(document: Document) -> Findings:
        time.sleep(seconds)
        return analyse(document)

    return wait


def write(folder: Path, texts: dict[str, str]) -> Path:
    """A folder with these files."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
