"""States that no library knows, told by how a document speaks of them: "the Merounan minister"
beside "in Merouna", "Halvern's embassy". Disputed lands and invented ones are of this kind.

A word is taken for one where it has what only states have and stands where only places stand, and
nothing in the text makes a person of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from sayso.model.parsed import Mention
from sayso.resolve.dates import is_calendar
from sayso.resolve.places import place
from sayso.resolve.words import (
    BODIES,
    DOCUMENTS,
    GROUPS,
    HONORIFICS,
    OPENERS,
    OUTLETS,
    PRONOUNS,
    RANKS,
    ROLES,
    STATE,
)

_WORD = r"[A-ZÀ-Þ][a-zà-ÿ]{2,}"
_ENDINGS = ("n", "an", "ian", "ese", "i", "ish", "ic", "er")  # of adjectives: "Merouna" + "n"
_VOWELS = "aeiouy"
_OFFICE = (
    r"(?:foreign|prime|defen[cs]e|interior|energy|water|finance|trade|transport) minist(?:er|ry)"
)
_HAS = re.compile(  # what a state has, and no person or firm
    rf"\b({_WORD})[’'](?:s)? (?i:(?:\w+ )?(?:{_OFFICE}|embassy|ambassador|borders?|frontiers?|soil"
    r"|territory|coast|constitution|armed forces|parliament|capital,))\b"
)
_RULED = re.compile(rf"\b({_WORD}) (?i:{_OFFICE}|regime|embassy|border|territory)\b")
_OF_IT = re.compile(  # what an adjective of a state stands before
    rf"\b(?=({_WORD}) (?i:(?:\w+ ){{0,2}}?(?:minist(?:er|ers|ry|ries)|government|embassy|army"
    r"|ambassador|capital|parliament|border|side|soil|territory|officials?|president|premier|troops|soldiers"
    r"|bank|frontier|authorities|counterpart|farmers|citizens))\b)"
)
_IN = re.compile(
    rf"\b(?:[Ii]n|[Ii]nto|[Aa]cross|[Tt]hroughout|[Ww]ithin|[Ii]nside|[Oo]utside|[Bb]etween"
    rf"|[Ee]astern|[Ww]estern|[Nn]orthern|[Ss]outhern) ({_WORD})\b(?![’'-]| [A-ZÀ-Þ])"
)
_NOT_IN = ("faith ", "trust ", "confidence ", "interest ", "believe ", "believes ")
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|President|Sen|Gov|Rep|Senator|Governor|Judge|Prof|Lord|Lady"
    rf"|Captain|Capt|Gen|General)\b\.? (?:{_WORD} )?({_WORD})\b"
)
_NO_STATE = (
    ROLES | BODIES | OUTLETS | GROUPS | DOCUMENTS | HONORIFICS | RANKS | PRONOUNS | OPENERS | STATE
)
_CAPITAL = re.compile(rf"\b{_WORD}\b")
_SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III"))
_SURE = 0.6


def states(text: str, mentions: Sequence[Mention], standing: Set[str]) -> Mapping[str, str]:
    """Names and adjectives of states ("Merouna", "Merounan", "Merounans") → the name. standing: see
    `standing_in`."""
    has = set(_HAS.findall(text)) | set(_RULED.findall(text))
    placed = standing | _places(text, mentions)
    words = set(_CAPITAL.findall(text))
    likely = {
        name: forms
        for name in has | placed
        if (forms := words & _forms(name)) or (name in has and name in placed)
        if _nameable(name) and not _is_adjective(name, words)
    }
    if not likely:  # in most reports
        return {}
    people, of_it = _people(text, mentions), set(_OF_IT.findall(text))
    found: dict[str, str] = {}
    for name in sorted(likely.keys() - people):
        told = likely[name] - people if name in has else likely[name] & of_it - people
        if told or (name in placed and name in has):
            adjectives = {one for one in _adjectives(name) if told & {one, one + "s"}}
            found |= {form: name for one in adjectives for form in (one, one + "s")}
            found[name] = name
    return found


def standing_in(text: str) -> set[str]:
    """Words that stand where places do: "in Merouna", "eastern Halvern"."""
    found = _IN.finditer(text)
    return {m[1] for m in found if not text[max(0, m.start() - 12) : m.start()].endswith(_NOT_IN)}


def _nameable(name: str) -> bool:
    low = name.lower()
    return place(name) is None and low not in _NO_STATE and not is_calendar(low)


def _adjectives(name: str) -> list[str]:
    """The adjectives that a name may have: "Merounan" of "Merouna", "Halvernian"."""
    stems = (name, name[:-1]) if name[-1] in _VOWELS else (name,)
    return [stem + end for stem in stems for end in _ENDINGS]


def _forms(name: str) -> Set[str]:
    return {form for one in _adjectives(name) for form in (one, one + "s")}


def _is_adjective(word: str, names: Set[str]) -> bool:
    """Whether a word, or its singular, is the adjective of one of some names."""
    for one in {word, word.removesuffix("s")}:
        for end in _ENDINGS:
            stem = one.removesuffix(end)
            if stem != one and len(stem) > 2 and not names.isdisjoint(_of_stem(stem) - {word}):
                return True
    return False


def _of_stem(stem: str) -> Set[str]:
    return {stem, *(stem + vowel for vowel in _VOWELS)}


def _people(text: str, mentions: Iterable[Mention]) -> set[str]:
    """Last words of names of people: of two words and more, or behind a title."""
    found = set(_PERSON.findall(text))
    for one in mentions:
        words = one.span.cut(text).split()
        if one.label == "PER" and len(words) > 1:
            found.add(words[-2 if words[-1] in _SUFFIXES else -1])
    return found


def _places(text: str, mentions: Iterable[Mention]) -> set[str]:
    """Single words that the name finder surely takes for a place somewhere."""
    best: dict[str, float] = defaultdict(float)
    for one in mentions:
        words = one.span.cut(text)
        if one.label == "LOC" and " " not in words:
            best[words] = max(best[words], one.score)
    return {words for words, score in best.items() if score >= _SURE}
