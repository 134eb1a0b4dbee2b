"""What a form says that a claim is: places or words of its document, and who says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from sayso.correcting import Fix, Speaker
from sayso.model.attribution import CueClass
from sayso.model.claim import EntityKind
from sayso.model.document import Document
from sayso.model.errors import UsageError
from sayso.model.span import Span

Told = Callable[[Document], Fix]
"""What a claim is, told by places in its document."""

PLACES = ("source", "cue", "content", "cue_class")
SPEAKER = ("name", "kind", "role", "affiliation")
_SPAN = re.compile(r"\s*(\d{1,12})\s*-\s*(\d{1,12})\s*")
_BREAK = re.compile(r"\s*(?:…|\.\.\.)\s*")  # between parts of what is said


def fix(document: Document, form: Mapping[str, str]) -> Fix:
    """What a form says. form: PLACES, each as `spans` takes it, and SPEAKER."""
    content = spans(form.get("content", ""), document.text)
    source, cue = (
        spans(form.get(name, ""), document.text, content[:1]) for name in ("source", "cue")
    )
    if len(source) > 1 or len(cue) > 1:
        raise UsageError("source and cue stand in one place each")
    kind = form.get("kind") or EntityKind.PERSON.value
    if kind not in {one.value for one in EntityKind}:
        raise UsageError(f"no kind of claimer is called {kind!r}")
    cue_class = form.get("cue_class", "")
    if cue_class and cue_class not in {one.value for one in CueClass}:
        raise UsageError(f"no kind of cue is called {cue_class!r}")
    name, role, side = (form.get(one, "")[:500] for one in ("name", "role", "affiliation"))
    return Fix(
        content,
        next(iter(source), None),
        next(iter(cue), None),
        Speaker(name, EntityKind(kind), role, side) if name else None,
        CueClass(cue_class) if cue_class else None,
    )


def spans(told: str, text: str, near: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Places: "12-30", "40-80,90-100", "" for none; or the words that stand there, " … " between
    parts. near: words that stand in several places are meant where they come next to this one;
    without it they have to be the only ones."""
    parts = [part for part in told.split(",") if part.strip()]
    if parts and all(map(_SPAN.fullmatch, parts)):
        return tuple(sorted(map(_place, parts)))
    return tuple(sorted(_words(part, text, near) for part in _BREAK.split(told.strip()) if part))


def _place(part: str) -> Span:
    match = _SPAN.fullmatch(part)
    if match is None or int(match[1]) >= int(match[2]):
        raise UsageError(f"not a place in the text: {part!r}; write 12-30")
    return Span(int(match[1]), int(match[2]))


def _words(part: str, text: str, near: Sequence[Span]) -> Span:
    """Where words stand, however lines are broken."""
    pattern = r"\s+".join(map(re.escape, part.split()))
    found = [match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
    if near and found:
        return Span(*min(found, key=lambda at: max(near[0].start - at[1], at[0] - near[0].end)))
    if len(found) != 1:
        often = f"stand {len(found)} times" if found else "do not stand"
        what = "give more of them, or their place" if found else "give them as they are printed"
        raise UsageError(f"the words {part[:60]!r} {often} in the report: {what}")
    return Span(*found[0])
