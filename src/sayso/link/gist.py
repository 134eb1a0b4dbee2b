"""What is read out of the words of a claim, once: whatever it is compared with rests on this.

A gist hangs on the words alone, never on who is taken to be who, so that it is kept with the claim
and read back when another claim is to be compared with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.link.acts import acts
from sayso.link.charges import Charge, charges
from sayso.link.numbers import Number, numbers
from sayso.link.sides import Country, marks
from sayso.link.words import NEGATIONS, content_stems, mass, stem, telling_words, words
from sayso.model.attribution import Quotation

_QUOTED = re.compile(r"[“\"«]([^”\"»“«]+)[”\"»]|[‘']([^’']{8,}(?:[’'](?=\w)[^’']+)*)[’']")
_INSERTED = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Gist:
    """The words of a claim, taken apart.

    order: stems of the content in the order of the text; stems: the same as a set; mass: its
    weight. numbers: figures. about: parties that the content names. acts: kinds of act; charges:
    whom each is laid to. quoted: stems of each quoted stretch. negations: how many negating words.
    """

    order: tuple[str, ...]
    numbers: tuple[Number, ...]
    about: frozenset[str]
    acts: frozenset[str]
    charges: frozenset[Charge]
    quoted: tuple[tuple[str, ...], ...]
    negations: int
    stems: frozenset[str] = field(init=False)
    mass: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "stems", frozenset(self.order))
        object.__setattr__(self, "mass", mass(self.stems))


def gist(text: str, quotation: Quotation, before: str, country: Country) -> Gist:
    """The gist of a content. before: the text in front of it, which may tell who "it" is."""
    plain = _INSERTED.sub(" ", text)
    return Gist(
        order=_order(plain, country),
        numbers=numbers(plain),
        about=marks(plain, country),
        acts=acts(plain),
        charges=charges(plain, before, country),
        quoted=tuple(_quotations(text, quotation)),
        negations=sum(
            w.casefold() in NEGATIONS or "n't" in w.replace("’", "'") for w in words(plain)
        ),
    )


def packed(one: Gist) -> str:
    """A gist as JSON, to be kept with its claim."""
    figures = [[n.low, None if n.high == float("inf") else n.high, sorted(n.unit), n.words]
               for n in one.numbers]  # fmt: skip
    return json.dumps(
        [" ".join(one.order), figures, sorted(one.about), sorted(one.acts), sorted(one.charges),
         [" ".join(part) for part in one.quoted], one.negations],
        ensure_ascii=False, separators=(",", ":"),
    )  # fmt: skip


def unpacked(kept: str) -> Gist:
    """A gist as it was packed."""
    order, figures, about, found, charged, quoted, negations = json.loads(kept)
    return Gist(
        tuple(order.split()),
        tuple(
            Number(low, float("inf") if high is None else high, frozenset(unit), said)
            for low, high, unit, said in figures
        ),
        frozenset(about),
        frozenset(found),
        frozenset((act, party) for act, party in charged),
        tuple(tuple(part.split()) for part in quoted),
        negations,
    )


def _order(text: str, country: Country) -> tuple[str, ...]:
    """Stems of a text, with one for all words that name a country or its people."""
    return tuple(
        f"={land.casefold().replace(' ', '_')}"
        if made[:1].isupper() and (land := country(made))
        else stem(made)
        for made in telling_words(text)
    )


def _quotations(text: str, quotation: Quotation) -> Iterator[tuple[str, ...]]:
    """Stems of each stretch in quotation marks, without what an editor put in brackets."""
    if quotation is Quotation.DIRECT:
        yield content_stems(_INSERTED.sub(" ", text))
        return
    for found in _QUOTED.finditer(text):
        yield content_stems(_INSERTED.sub(" ", found.group(1) or found.group(2)))


def unquoted(text: str, start: int, end: int) -> str:
    """A stretch of a text without what stands in quotation marks, also where they lie outside."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    part = text[first : last if last >= 0 else len(text)]
    kept = _QUOTED.sub(lambda match: " " * len(match.group()), part)
    return kept[start - first : end - first]
