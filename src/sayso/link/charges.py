"""What a claim charges whom with: acts, each with the party that the sentence is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.link.acts import acts
from sayso.link.sides import Country, marks, spans

Charge = tuple[str, str]
"""A kind of act, and a word of the party that is said to do it."""

UNTOLD = frozenset({"?"})
"""Stands for a party that the sentence only calls "they" or "it"."""

_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…](?!\s)[^.!?…]+)*")
_ACCUSES = re.compile(
    r"\b(?:accus|blam|criticiz|criticis|denounc|condemn|charg|slamm|lambast|fault)\w*\s+"
    r"([^,;:]{2,60}?)\s+(?:of|for|with|over)\b"
)
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")  # "U.S." ends no sentence
_OPENING = re.compile(r"(?:^|[.!?]\s+)[“\"]?[A-Z]\w+(?= [a-z])")  # more often no name
_PRONOUN = re.compile(
    r"[\s“\"‘'«(]*(?:that |but |and |while )*[\s“\"‘']*"
    r"(?:it(?! (?:is|was)\b(?! \w+ing\b))|they|their|its)\b",
    re.IGNORECASE,
)


def charges(text: str, before: str, country: Country) -> frozenset[Charge]:
    """The acts of each sentence with the first party that the sentence names.

    A sentence that begins with "it" or "they", or names nobody, is about whom the one before is
    about. before: the text in front of the claim, for the first sentence.
    """
    found, agent = set[Charge](), frozenset[str]()
    text = _INITIALS.sub(lambda match: match.group().replace(".", ""), text)
    for sentence in _SENTENCE.findall(text):
        told = acts(sentence)
        own = first_party(sentence, country)
        if _PRONOUN.match(sentence):
            own = agent or accused(before, country) or last_party(before, country) or UNTOLD
        agent = own or agent
        found |= {(act, mark) for act in told for mark in agent}
    return frozenset(found)


def first_party(text: str, country: Country) -> frozenset[str]:
    """The words of the first party that a text names."""
    return next(_parties(text, country), frozenset())


def accused(before: str, country: Country) -> frozenset[str]:
    """The words of the party that the sentence which a text ends in the middle of accuses."""
    sentence = _SENTENCE.findall(before)[-1:]
    found = [match for part in sentence for match in _ACCUSES.finditer(part)]
    return first_party(found[-1].group(1), country) if found else frozenset()


def last_party(text: str, country: Country) -> frozenset[str]:
    """The words of the last party that a text names as such: the one accused, not a place."""
    found = list(_parties(_OPENING.sub(lambda match: match.group().lower(), text), country))
    return found[-1] if found else frozenset()


def _parties(text: str, country: Country) -> Iterator[frozenset[str]]:
    return (party for span in spans(text) if (party := marks(text[slice(*span)], country)))
