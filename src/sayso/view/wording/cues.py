"""How outlets introduce each side: said, claimed, admitted, alleged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.attribute.cue_lexicon import CLASS_OF, LIGHT, lemma
from sayso.model.claim import Claim, EntityKind
from sayso.model.document import Document
from sayso.resolve.places import place
from sayso.view.claims import outlet
from sayso.view.plain import line
from sayso.view.wording.page import CueRow

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NONE = "–"


def cue_rows(claims: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[CueRow, ...]:
    """One row for each side, outlet and cue; by side, then outlet, the most frequent cue first."""
    found = defaultdict[tuple[str, str, str], list[Claim]](list)
    for claim in claims:
        if spoken_for := side(claim):
            page = outlet(documents.get(claim.document))
            found[spoken_for, page, cue_word(claim)].append(claim)
    sizes = defaultdict[str, int](int)
    for (spoken_for, _, _), some in found.items():
        sizes[spoken_for] += len(some)
    made = [
        CueRow(who, page, cue, some[0].cue_class, tuple(claim.id for claim in some))
        for (who, page, cue), some in found.items()
    ]
    return tuple(
        sorted(made, key=lambda r: (-sizes[r.side], r.side, r.outlet, -len(r.claims), r.cue))
    )


def side(claim: Claim) -> str:
    """Whom a claimer speaks for: its country, else its body, else itself; "" for nobody."""
    who = claim.claimer
    for name in (who.affiliation, who.name):
        found = place(name) if name else None
        if found:
            return found.country
    if who.affiliation:
        return line(who.affiliation)
    return "" if who.kind is EntityKind.UNNAMED else line(who.name)


def cue_word(claim: Claim) -> str:
    """The word of a cue that tells the act, in its dictionary form; "–" where there is none."""
    words = _WORD.findall(claim.cue.text.casefold()) if claim.cue else []
    lemmas = [lemma(word) for word in words]
    told = [word for word in lemmas if word in CLASS_OF and word not in LIGHT]
    if told:
        return told[0]
    return " ".join(words) if words else _NONE
