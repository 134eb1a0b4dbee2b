"""Names of people and bodies: their parts, and which short form fits which long one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.resolve.given import given_gender
from sayso.resolve.places import plain
from sayso.resolve.tokens import Token
from sayso.resolve.words import FEMALE, HONORIFICS, MALE, RANK_ADJECTIVES, RANKS, word_set

PARTICLES = word_set(
    "de del della di da dos das do du la le las los van von der den bin bint ibn al el ter"
    " ten zu y abu af av st"
)
_ASIDE = re.compile(r"[\"“][^\"”]*[\"”]\s*|\([^)]*\)\s*")
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv)$")
_SPELLINGS = {"defence": "defense", "centre": "center", "labour": "labor", "organisation":
    "organization", "programme": "program", "defenses": "defense", "affairs": "affair"}  # fmt: skip
_FILLERS = word_set("the of for and on in a an s ' de")
# Letters that stand for a kind of body in its short name ("MoD", "MFA").
_SHORT_BODIES = {
    "mod": "defense ministry", "mfa": "foreign ministry", "fm": "foreign ministry",
    "dod": "defense department", "moi": "interior ministry", "moh": "health ministry",
    "mof": "finance ministry", "doj": "justice department", "pmo": "prime minister office",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name without honorifics and ranks.

    text: as written. parts: folded, hyphens opened, without suffixes ("Jr.").
    gender: "m" or "f" where an honorific tells it. suffix: "jr", "iii"; "" without.
    """

    text: str
    parts: tuple[str, ...]
    gender: str | None = None
    suffix: str = ""

    @classmethod
    def read(cls, words: str, gender: str | None = None) -> PersonName:
        words = _ASIDE.sub("", words).strip(" ,;:.'’\"“”")
        folded = plain(words).split()
        parts = tuple(p for p in folded if not _SUFFIX.match(p))
        suffix = next((p for p in folded[1:] if _SUFFIX.match(p)), "")
        return cls(_unshout(words), parts, gender, suffix)

    @property
    def told_gender(self) -> str | None:
        """What the honorific tells, else the given name."""
        return self.gender or (given_gender(self.parts[0]) if len(self.parts) > 1 else None)

    def fits(self, longer: PersonName) -> bool:
        """Whether this may be a short form, or another spelling, of a longer name."""
        mine, theirs = self.parts, longer.parts
        if not mine or len(mine) > len(theirs):
            return False
        if mine == theirs[-len(mine) :]:
            return True
        if len(mine) == 1:
            return mine[0] == theirs[0] or (len(theirs) > 2 and mine[0] == theirs[-2])
        given = _given_fits(mine[0], theirs[0])
        return mine[-1] == theirs[-1] and given


def _given_fits(short: str, long: str) -> bool:
    return short == long or (len(short) == 1 and long.startswith(short))


def _unshout(words: str) -> str:
    """ "JANE ROE" → "Jane Roe": headlines shout; short words in capitals may be initials."""
    if not words.isupper() or len(words) < 5:
        return words
    return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), words)


def gender_of(low: str) -> str | None:
    """What an honorific or a noun for a person tells of the gender."""
    return "m" if low in MALE else "f" if low in FEMALE else None


def is_title(token: Token) -> bool:
    """Honorifics and ranks, which stand before names and are no part of them."""
    return token.low in HONORIFICS or token.low in RANKS


def name_part(token: Token) -> bool:
    """Whether a word can be part of a person's name."""
    if token.title and token.word:
        return True
    low = token.low
    return low in PARTICLES or bool(re.match(r"^(?:al|el|ad|as|ar|an|ash)-[a-z]", low))


def split_titles(words: Sequence[Token]) -> tuple[list[Token], list[Token], str | None]:
    """Leading honorifics and ranks, the rest, and the gender that the titles tell."""
    at, gender = 0, None
    while at < len(words) - 1:
        ranked = words[at].low in RANK_ADJECTIVES and is_title(words[at + 1])
        if not (is_title(words[at]) or ranked):
            break
        gender = gender or gender_of(words[at].low)
        at += 1
    return list(words[:at]), list(words[at:]), gender


def body_words(words: str) -> frozenset[str]:
    """The words that tell a body from others: folded, one spelling, without fillers."""
    folded = plain(re.sub(r"[’']s\b", "", words)).replace('"', " ").replace("”", " ")
    found = {_SPELLINGS.get(w, w) for w in re.findall(r"[\w&/]+", folded)} - _FILLERS
    for word in list(found):
        if word in _SHORT_BODIES:
            found = (found - {word}) | set(_SHORT_BODIES[word].split())
    return frozenset(found)


def acronym_of(short: str, long: str) -> bool:
    """Whether an acronym ("CRB") can stand for a name ("Committee for River Basins")."""
    letters = short.replace(".", "").replace("-", "").strip()
    if not (2 <= len(letters) <= 10 and letters.isupper()):
        return False
    words = [w for w in re.findall(r"[^\W\d_]+", long) if w[0].isupper()]
    full = [w for w in re.findall(r"[^\W\d_]+", long) if w not in ("s",)]
    target = letters.lower()
    return any("".join(w[0] for w in way).lower() == target for way in (words, full))
