"""Words of claims, made comparable: stems, and how much a shared one tells.

Weights come from a fixed list, never from the case at hand, so that a verdict on two claims stays
the same whatever else is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files


def word_list(words: str) -> list[str]:
    """The words of a string, in order."""
    return words.split()


def word_set(words: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(words.split())


WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")

STOP = word_set(
    "a about above after again against all almost along already also although always am among"
    " an and another any anybody anyone anything are aren't around as at away back be because"
    " been before being below between both but by came can can't cannot come could couldn't"
    " did didn't do does doesn't doing don't done down during each either else even ever every"
    " everybody everyone everything few for from further get gets getting give given go goes"
    " going gone got had hadn't has hasn't have haven't having he he's her here hers herself"
    " him himself his how however i i'd i'll i'm i've if in indeed into is isn't it it's its"
    " itself just keep kept let let's like made make makes making many may me might more most"
    " much must my myself near neither no nobody none nor not nothing now of off often on once"
    " one ones only onto or other others our ours ourselves out over own per perhaps put quite"
    " rather really s said same say saying says shall she she's should shouldn't since so some"
    " somebody someone something still such t take taken taking than that that's the their"
    " theirs them themselves then there there's these they they're thing things this those"
    " though through thus till to together too took toward towards under until up upon us very"
    " was wasn't way we we're well went were weren't what what's whatever when where whether"
    " which while who who's whoever whole whom whose why will with within without won't would"
    " wouldn't yet you you're your yours yourself mr mrs ms dr sir according told added"
)
NEGATIONS = word_set(
    "no not nor never none nobody nothing neither nowhere without cannot hardly barely"
    " rubbish false untrue absurd nonsense incorrect wrong baseless groundless unfounded"
    " invented"
)
_IRREGULAR = {
    w: k
    for k, ws in {
        "kill": "killed killing dead death deaths died die dies fatal fatalities lives",
        "fire": "fired firing shot shots shoot shooting shell shells shelled shelling opened-fire",
        "bomb": "bombed bombing bombings bombs bombardment airstrike airstrikes raid raids",
        "sell": "sold sells selling sale sales", "buy": "bought buys buying purchase purchased",
        "pay": "paid pays paying payment payments payed", "steal": "stole stolen theft stealing",
        "lie": "lying lied lies", "begin": "began begun begins started start starting",
        "break": "broke broken breaking", "build": "built building builds",
        "child": "children kids kid", "man": "men", "woman": "women",
        "leave": "left leaving leaves",
        "lose": "lost losing loses loss losses", "send": "sent sends sending",
        "speak": "spoke spoken", "spend": "spent spending", "strike": "struck strikes striking",
        "take-over": "seized seize seizure", "hold": "held holding", "know": "knew known knows",
        "fall": "fell fallen falling drop dropped", "rise": "rose risen rising increase increased",
        "find": "found finding", "tell": "telling", "think": "thought", "win": "won winning",
        "write": "wrote written", "hide": "hid hidden hiding", "choose": "chose chosen",
        "drive": "drove driven driver", "grow": "grew grown growth", "cut": "cutting cuts",
        "choke": "choked", "worse": "worst", "person": "people persons", "sink": "sank sunk",
        "poison": "poisoned poisoning toxic", "pretend": "pretends pretending pretended feign"
        " feigns feigning feigned pretence pretense sham",
        "switch": "switched switching", "worker": "workers staff employees employee workforce",
        "hospital": "clinic hospitals", "car": "cars vehicle vehicles", "police": "officers",
    }.items()
    for w in ws.split()
}  # fmt: skip
_SUFFIXES = (
    ("ications", ""), ("ization", ""), ("isation", ""), ("ational", "at"), ("fulness", ""),
    ("iveness", ""), ("ements", ""), ("ations", ""), ("ation", ""), ("ement", ""), ("ments", ""),
    ("ities", ""), ("ically", ""), ("ings", ""), ("ment", ""), ("ness", ""), ("ions", ""),
    ("ated", ""), ("ates", ""), ("ied", "y"), ("ies", "y"),
    ("ing", ""), ("ion", ""), ("ity", ""), ("ive", ""), ("ate", ""), ("ous", ""), ("ful", ""),
    ("ism", ""), ("ist", ""), ("ers", ""), ("ed", ""), ("er", ""), ("es", ""), ("ly", ""),
    ("al", ""), ("s", ""), ("e", ""),
)  # fmt: skip

_BY_LAST = {
    letter: tuple(one for one in _SUFFIXES if one[0][-1] == letter)
    for letter in {ending[-1] for ending, _ in _SUFFIXES}
}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The beginning that the forms of a word share; rough, and the same for each of them."""
    low = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
    low = _IRREGULAR.get(low, low)
    if low.isdigit() or len(low) <= 3:
        return low
    for ending, instead in _BY_LAST.get(low[-1], ()):
        if low.endswith(ending) and len(low) - len(ending) + len(instead) >= 3:
            low = low[: len(low) - len(ending)] + instead
            break
    if len(low) > 3 and low[-1] == low[-2] and low[-1] not in "lsaeo":
        low = low[:-1]
    return low[:-1] + "i" if len(low) > 3 and low.endswith("y") else low.rstrip("e") or low


def words(text: str) -> list[str]:
    """The words and figures of a text, as they stand."""
    return WORD.findall(text)


def telling_words(text: str) -> Iterator[str]:
    """The words of a text that carry something, in order, as they stand."""
    for word in WORD.findall(text):
        plain = word.replace("’", "'").removesuffix("'s").removesuffix("'")
        if plain.casefold() not in STOP and (len(plain) > 1 or plain.isdigit()):
            yield plain


def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry something, in the order of the text."""
    return tuple(stem(word) for word in telling_words(text))


def weight(a_stem: str) -> float:
    """How much it tells that two claims share a stem: 1 for everyday ones, else 2."""
    return 1.0 if a_stem in _common() else 2.0


def mass(stems: frozenset[str]) -> float:
    """The weight of all."""
    common = _common()
    return sum(1.0 if s in common else 2.0 for s in stems)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    text = (files("sayso.link") / "common.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
