"""The gender of people known, from the pronouns that a document uses of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.claim import EntityKind
from sayso.resolve.words import SHE

if TYPE_CHECKING:
    from sayso.resolve.register import Register

_GENDERED = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_LEAST = 2  # pronouns that must tell it
_AGREED = 0.8  # share of them that must agree


def tell_genders(register: Register) -> None:
    """A person alone in a sentence with "he" or "her" behind the name is most likely meant: what
    several such sentences agree on is the gender of whoever has none yet."""
    votes: dict[int, Counter[str]] = {}
    for sentence in register.parsed.sentences:
        inside = register.between(sentence.start, sentence.end)
        people = [e for e in inside if register.known[e.number].kind is EntityKind.PERSON]
        if not people or len({e.number for e in people}) > 1:
            continue
        words = _GENDERED.findall(register.text, people[0].end, sentence.end)
        told = {"f" if word.lower() in SHE else "m" for word in words}
        if len(told) == 1:
            votes.setdefault(people[0].number, Counter()).update(told)
    for number, counted in votes.items():
        known, (gender, most) = register.known[number], counted.most_common(1)[0]
        if known.described.gender is None and most >= max(_LEAST, _AGREED * counted.total()):
            known.described = replace(known.described, gender=gender)
