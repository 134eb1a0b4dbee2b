"""Kinds of act that people charge each other with, told by general words of English."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.link.words import word_set

_WORDS = {
    "pretending": (
        r"preten[dcs]\w*|feign\w*|sham|fak(?:e|ed|ing)|play-?act\w*|acting out|act out|"
        r"make a show|making a show|goes? through the motions|in name only|only claim\w*|"
        r"claim(?:ed|s|ing)? to (?:be )?(?:battl|fight|shar|help|care|support|defend|protect)\w*|"
        r"masquerad\w*|plays? at|playing at|a costume|mere(?:ly)? (?:act|play)\w*|theatre|"
        r"only interested"
    ),
    "lying": (
        r"l(?:ie|ies|ied|ying)|liars?|lies|mislead\w*|misled|deceiv\w*|deceit\w*|dishonest\w*|"
        r"double[- ]talk|fabricat\w*|disinformation|propaganda|smear\w*|invent(?:ed|ing)|hoax"
    ),
    "hiding": (
        r"hid(?:e|es|ing|den)?|withh[eo]ld\w*|conceal\w*|cover(?:ed|ing)?[- ]?up|suppress\w*|"
        r"kept? secret|buried|burying|sit(?:ting)? on the|shredd\w*|"
        r"destroy\w* (?:documents|files)"
    ),
    "attacking": (
        r"attack\w*|shell(?:s|ed|ing)?|bomb\w*|fir(?:ed|ing) (?:on|at|upon)|"
        r"opened (?:up|fire)|air ?strikes?|air raids?|raid\w*|assault\w*|struck|ambush\w*|"
        r"carpet|rockets?|mortars?|drones?"
    ),
    "killing": (
        r"kill\w*|murder\w*|massacre\w*|slaughter\w*|execut(?:ed|ing)|"
        r"civilian (?:dead|deaths)|cost \w+ (?:their )?li(?:fe|ves)|shot dead|victims?"
    ),
    "letting": (
        r"allow(?:s|ed|ing)?\b|"
        r"let(?:s|ting)? \w+ (?:\w+ )?(?:escape|pass|through|go|advance|leave|slip|in)\b|"
        r"gives? \w+ (?:a )?chance|giv(?:en|ing|es?)\b[^.]{0,40}\bchance|turn\w* a blind eye|"
        r"under (?:its|their|his) nose|harbou?r\w*|shelter\w*|lack of (?:\w+ )?cooperation|"
        r"do not want to cooperate|tolerat\w*|paved? the way|help\w* .{0,30}escape"
    ),
    "arming": (
        r"arm(?:s|ed|ing)\b|suppl(?:y|ied|ies|ying)|fund(?:ed|ing)|financ\w*|back(?:ed|ing)\b|"
        r"smuggl\w*|train(?:ed|ing) (?:fighters|militants|rebels)"
    ),
    "provoking": (
        r"provo(?:k|c)\w*|escalat\w*|stok\w*|inflam\w*|incit\w*|sabre|warmonger\w*|staged?|"
        r"staging|false flag"
    ),
    "breaking": (
        r"broke\w*|break(?:s|ing)?|breach\w*|violat\w*|flout\w*|tore up|torn up|renege\w*|"
        r"ignor(?:ed|ing)|disregard\w*|walk(?:ed|ing)? (?:out|away)|went back on"
    ),
    "crossing": (
        r"cross(?:ed|ing)\b|incursion\w*|intru\w*|trespass\w*|invad\w*|invasion|encroach\w*|"
        r"entered"
    ),
    "sabotaging": (
        r"sabot\w*|cut(?:ting)? (?:the|a|its|off)|sever\w*|switch\w* off|disabl\w*|tamper\w*|"
        r"pull\w* the (?:plug|fuse)|damag\w*|vandal\w*|"
        r"set (?:\w+ ){0,3}(?:ablaze|alight|on fire)|arson"
    ),
    "stealing": (
        r"st(?:eal|ole|olen|ealing)\w*|theft|loot\w*|plunder\w*|pocket(?:ed|ing)|embezzl\w*|"
        r"siphon\w*|rob(?:bed|bing|bery)|poach\w*|copied|copying|plagiar\w*|arrogat\w*|"
        r"appropriat\w*|undue credit"
    ),
    "cheating": (
        r"cheat\w*|rig(?:ged|ging)|fraud\w*|falsif\w*|forg(?:e|ed|ing|ery|eries)|"
        r"stuff\w* ballot|doctor(?:ed|ing)|manipulat\w*|fix(?:ed|ing) the|doping|doped|dop\w+"
    ),
    "bribing": (
        r"brib\w*|kickbacks?|corrupt\w*|paid off|backhand\w*|slush"
    ),
    "spying": (
        r"sp(?:y|ied|ies|ying)\b|eavesdrop\w*|hack\w*|bugg(?:ed|ing)|surveill\w*|"
        r"leak(?:ed|ing|s)?"
    ),
    "blocking": (
        r"block\w*|obstruct\w*|imped\w*|hamper\w*|prevent\w*|stall\w*|delay\w*|"
        r"dragg?\w* (?:its|their|his|her|out)|refus\w*|boycott\w*|besieg\w*|closed? the"
    ),
    "threatening": (
        r"threat\w*|intimidat\w*|bull(?:y|ied|ying)|blackmail\w*|extort\w*|harass\w*|"
        r"pressur\w*|ultimatum|hostage"
    ),
    "beating": (
        r"beat(?:en|ing)?|punch\w*|kick\w*|shov\w*|headbutt\w*|stamp\w*|elbow\w*|jostl\w*|"
        r"hit\b"
    ),
    "starting": (
        r"(?:fired|threw|struck|shot) first|started (?:it|the)|beg[au]n (?:it|the)"
    ),
    "endangering": (
        r"unsafe|endanger\w*|reckless\w*|neglig\w*|risk(?:ed|ing)|careless\w*|neglect\w*|"
        r"speeding|red light|wrong side"
    ),
    "polluting": (
        r"pollut\w*|poison\w*|dump(?:ed|ing)|spill\w*|discharg\w*|contaminat\w*|waste"
    ),
    "insulting": (
        r"insult\w*|abus(?:e|ed|ing|ive)|racis\w*|sneer\w*|jeer\w*|humiliat\w*|slander\w*|"
        r"defam\w*|libel\w*"
    ),
    "profiting": (
        r"greed\w*|profiteer\w*|hoard\w*|gaug(?:ed|ing)|cash(?:ed|ing) in|capitali[sz]\w*|"
        r"overcharg\w*|inflat\w* (?:the )?(?:price|figure|bill)\w*"
    ),
    "destroying": (
        r"destroy\w*|demolish\w*|raz(?:e|ed|ing)|wreck\w*|ruin\w*|flatten\w*|wip\w+ out"
    ),
    "blaming": (
        r"blam\w*|responsible for|to blame|fault|caus(?:e|ed|ing)"
    ),
}  # fmt: skip
EVERYDAY = word_set(
    "attacking arming blocking breaking blaming starting killing destroying letting"
)
"""What both sides do in any quarrel: alone it makes no mirror."""

_ACTS = {name: re.compile(rf"\b(?:{pattern})", re.IGNORECASE) for name, pattern in _WORDS.items()}


def acts(text: str) -> frozenset[str]:
    """The kinds of act that a text speaks of."""
    return frozenset(name for name, pattern in _ACTS.items() if pattern.search(text))


@lru_cache(maxsize=4096)
def act_words(text: str, act: str) -> str | None:
    """The first words of a text that tell of an act."""
    found = _ACTS[act].search(text)
    return found.group() if found else None
