"""Words of a cue whose neighbours tell the act: "asked whether", "asked him to"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from . import cue_lexicon as lexicon
from .cue_lexicon import CLASS_OF


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of the cue whose neighbours can change its class.

    word, before: its form as printed, and the form before it, if any.
    following: the words after it, up to the next mark.
    content: the first words of the content.
    """

    word: str
    before: str
    following: list[str]
    content: list[str]


def in_context(word: str, spot: Spot) -> str:
    """The class of a word, in its dictionary form, where it stands."""
    special = _SPECIAL.get(word)
    return special(spot) if special else CLASS_OF[word]


def _asked(spot: Spot) -> str:
    """ "Asked whether" wants an answer, "asked him to" wants a deed."""
    line = (spot.following + spot.content[:2])[:8]
    deed = ("to", "for", "that")
    turn = next((word for word in line if word in lexicon.QUESTIONS or word in deed), "")
    return "demand" if turn in deed else "ask"


def _told(spot: Spot) -> str:
    return "demand" if spot.content[:1] == ["to"] and spot.following[:1] != ["to"] else "say"


def _suggested(spot: Spot) -> str:
    """ "Suggested that he lied" asserts; "suggested waiting", "suggested a better way" propose."""
    first = spot.content[0] if spot.content else ""
    return "demand" if first in ("a", "an") or first.endswith("ing") else "claim"


def _agreed(spot: Spot) -> str:
    """ "Agreed that" confirms; "agreed to", "an agreement to" binds."""
    return "promise" if "to" in (spot.following[:1] + spot.content[:1]) else "confirm"


def _questioned(spot: Spot) -> str:
    """The noun asks; the verb doubts ("questioned his fitness", "questioned whether")."""
    if spot.word not in ("question", "questions"):
        return "deny"
    if not spot.before:
        return "ask" if spot.following[:1] and spot.following[0] in lexicon.BARE else "deny"
    follows_verb = spot.before in lexicon.VERB_FOLLOWS or spot.before.endswith("ly")
    return "deny" if follows_verb else "ask"


def _found(spot: Spot) -> str:
    return "say" if "that" in spot.content[:1] + spot.following[:1] else "think"


_SPECIAL: Final = {
    "ask": _asked,
    "tell": _told,
    "suggest": _suggested,
    "agree": _agreed,
    "agreement": _agreed,
    "question": _questioned,
    "find": _found,
}
