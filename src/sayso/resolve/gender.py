"""The gender of people, from the pronouns that a document uses of them."""

from __future__ import annotations

import re
from collections import Counter

from sayso.model.parsed import Parsed
from sayso.resolve.labels import Labels
from sayso.resolve.words import SHE

_GENDERED = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_LEAST = 2  # sentences that must tell it
_AGREED = 0.8  # share of them that must agree


def pronoun_genders(parsed: Parsed, labels: Labels) -> dict[str, str]:
    """For names as they are written: "m" or "f". A person alone in a sentence with "he" or "her"
    behind the name is most likely meant; several such sentences must agree."""
    text = parsed.document.text
    votes: dict[str, Counter[str]] = {}
    for sentence in parsed.sentences:
        people = [m for m in labels.within(sentence) if m.label == "PER"]
        if not people or len({m.span.cut(text).split()[-1] for m in people}) > 1:
            continue
        words = _GENDERED.findall(text, people[0].span.end, sentence.end)
        told = {"f" if word.lower() in SHE else "m" for word in words}
        if len(told) == 1:
            votes.setdefault(people[0].span.cut(text), Counter()).update(told)
    found = {}
    for name, counted in votes.items():
        gender, most = counted.most_common(1)[0]
        if most >= max(_LEAST, _AGREED * counted.total()):
            found[name] = gender
    return found
