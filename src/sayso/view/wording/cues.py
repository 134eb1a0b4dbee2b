"""How outlets introduce each side: said, claimed, admitted, alleged."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sayso.attribute.cue_lexicon import CLASS_OF, LIGHT, lemma
from sayso.link.sides import root
from sayso.model.claim import Claim, EntityKind
from sayso.model.document import Document
from sayso.resolve.places import place
from sayso.view.claims import outlet
from sayso.view.plain import line
from sayso.view.wording.forms import bare, key
from sayso.view.wording.page import CueRow

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NONE = "(no word)"


def cue_rows(claims: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[CueRow, ...]:
    """One row for each side, outlet and cue; by side, then outlet, the most frequent cue first."""
    found = defaultdict[tuple[str, str, str], list[Claim]](list)
    names = defaultdict[str, Counter[str]](Counter)
    for claim in claims:
        if spoken_for := side(claim):
            made = _key(spoken_for)
            names[made][spoken_for] += 1
            found[made, outlet(documents.get(claim.document)), cue_word(claim)].append(claim)
    label = {made: min(forms, key=lambda form: (len(form), form)) for made, forms in names.items()}
    rows = [
        CueRow(label[made], page, cue, some[0].cue_class, tuple(claim.id for claim in some))
        for (made, page, cue), some in found.items()
    ]
    sizes = {label[made]: forms.total() for made, forms in names.items()}
    return tuple(
        sorted(rows, key=lambda r: (-sizes[r.side], r.side, r.outlet, -len(r.claims), r.cue))
    )


def side(claim: Claim) -> str:
    """Whom a claimer speaks for: its country, else its body, else itself; "" for nobody."""
    who = claim.claimer
    return _side(who.affiliation, who.name, who.kind)


@lru_cache(maxsize=65536)
def _side(affiliation: str | None, name: str, kind: EntityKind) -> str:
    for one in (affiliation, name):
        found = place(one) if one else None
        if found:
            return found.country
    if affiliation:
        return line(bare(affiliation))
    return "" if kind is EntityKind.UNNAMED else line(name)


def _key(name: str) -> str:
    """What "Halvern" and "Halvernian", "the commission" and "Commission" share."""
    return key(name) if " " in name else root(name)


def cue_word(claim: Claim) -> str:
    """The word of a cue that tells the act, in its dictionary form; else "(no word)"."""
    return _told(claim.cue.text.casefold()) if claim.cue else _NONE


@lru_cache(maxsize=4096)
def _told(cue: str) -> str:
    words = _WORD.findall(cue)
    lemmas = [_plain(word) for word in words]
    told = [word for word in lemmas if word in CLASS_OF and word not in LIGHT]
    if told:
        return told[0]
    return " ".join(words) if words else _NONE


def _plain(word: str) -> str:
    """The dictionary form, also of a noun that is one itself ("saying")."""
    verb = lemma(word[:-3]) if word.endswith("ing") else word
    return verb if verb in CLASS_OF and word.endswith("ing") else lemma(word)
