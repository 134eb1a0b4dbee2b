"""Countries by name, adjective, capital and seat of government.

Names come from CLDR (Babel), capitals and adjectives from countryinfo; what both lack (second
adjectives, nouns for a country's people, short forms, seats) is in the tables below.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sayso.resolve.words import word_set


class PlaceKind(StrEnum):
    """How a word names a country."""

    NAME = "name"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Place:
    """A word that names a country: which one, and how. office: what a seat is the seat of."""

    country: str
    kind: PlaceKind
    office: str = "government"

    @property
    def stands_for(self) -> str | None:
        """Whom a capital, a seat or a part of the world means when it speaks; None for states."""
        if self.kind in (PlaceKind.CAPITAL, PlaceKind.SEAT):
            return f"the {self.office} of {with_article(self.country)}"
        region = self.kind is PlaceKind.NAME and is_region(self.country)
        return f"states of {self.country}, not named" if region else None


_ADJECTIVES = {
    "AE": "Emirati", "AR": "Argentine Argentinian", "AZ": "Azeri", "BA": "Bosnian",
    "CD": "Congolese", "CV": "Cape-Verdean", "CZ": "Czech", "DK": "Danish Dane", "EC": "Ecuadorian",
    "ES": "Spaniard", "FI": "Finn", "FR": "Frenchman Frenchwoman", "GB":
    "British Briton English Scottish Welsh Scots", "GL": "Greenlandic", "HR": "Croat", "IE":
    "Irishman", "IL": "Israeli", "IS": "Icelandic", "KG": "Kyrgyz", "KZ": "Kazakh", "LS": "Basotho",
    "LU": "Luxembourgish", "MK": "Macedonian", "MV": "Maldivian", "NL": "Dutchman", "NP": "Nepali",
    "NZ": "New-Zealand Kiwi", "PH": "Philippine Filipina", "PL": "Pole", "PS": "Palestinian",
    "RS": "Serb", "SA": "Saudi", "SE": "Swede", "SI": "Slovenian", "SK": "Slovakian",
    "SO": "Somalian", "SZ": "Swazi", "TJ": "Tajik", "TM": "Turkmen", "TR": "Turk", "UZ": "Uzbek",
    "VA": "Vatican",
}  # fmt: skip
_NAMES = {
    "AE": "UAE|U.A.E.|Emirates", "BA": "Bosnia", "CD": "Congo|DRC|DR Congo", "CI": "Ivory Coast",
    "CZ": "Czech Republic", "EU": "EU|E.U.", "GB": "UK|U.K.|Britain|Great Britain",
    "HK": "Hong Kong", "KR": "Republic of Korea", "MK": "Macedonia", "MM": "Burma|Myanmar", "MO":
    "Macau|Macao", "NL": "Holland|The Netherlands", "PS": "Palestine", "RU": "Russian Federation",
    "SY": "Syrian Arab Republic", "SZ": "Swaziland",
    "TL": "East Timor", "TR": "Turkey", "UN":
    "UN|U.N.", "US": "US|U.S.|USA|U.S.A.|United States of America|America",
    "VA": "Holy See|Vatican",
}  # fmt: skip
# Country → office → its houses and streets.
_SEATS = {
    "RU": {"presidency": "Kremlin"},
    "US": {"presidency": "White House|Oval Office", "Defense Department": "Pentagon",
           "Congress": "Capitol Hill", "State Department": "Foggy Bottom"},
    "GB": {"Prime Minister's office": "Downing Street|No 10|Number 10", "government": "Whitehall",
           "Parliament": "Westminster"},
    "FR": {"presidency": "Elysee", "Foreign Ministry": "Quai d'Orsay",
           "Prime Minister's office": "Matignon"},
    "CN": {"leadership": "Zhongnanhai"}, "KR": {"presidency": "Blue House"},
    "BR": {"presidency": "Planalto"}, "JP": {"Prime Minister's office": "Kantei"},
    "EU": {"institutions": "Brussels"}, "ID": {"presidency": "Istana"},
    "AR": {"presidency": "Casa Rosada"},
    "IT": {"presidency": "Quirinal", "Prime Minister's office": "Palazzo Chigi",
           "Foreign Ministry": "Farnesina"},
}  # fmt: skip
_WITH_ARTICLE = re.compile(  # "the United States", but "Halvern"
    r"(?:United|Democratic|Republic|Dominican|Central African) |(?:Netherlands|Philippines"
    r"|Maldives|Seychelles|Bahamas|Gambia|Comoros|Vatican City|European Union|.* Islands)$"
)
_CAPITALS = {"US": "Washington", "IL": "Tel Aviv", "KZ": "Astana", "BI": "Gitega", "UA": "Kiev"}
_REGIONS = {
    "the West": "Western", "Europe": "European", "Africa": "African",
    "the Arab world": "Arab", "Asia": "Asian", "Latin America": "Latin-American",
}  # fmt: skip
# Names that are as often a person's, a state's or a plain word's: never a country on their own.
_DOUBTFUL = word_set("jersey victoria stanley jordan chad hamilton kingston georgetown")
# Their adjective is another state's ("Chinese", "Congolese"): known by name only.
_AMBIGUOUS = frozenset(("HK", "MO", "CG"))
_JOINTS = re.compile(r"[-‐–—\s]+")
_SHOUTED = frozenset(("us", "un", "eu", "uk"))  # words unless in capitals
# Not states: their names in the libraries clash with those of the states they belong to.
_OVERSEAS = word_set(
    "AS AQ BV CX CC GF PF TF GP GU HM HK IM IO JE GG MO MQ YT MP NF PM RE SH GS SJ UM WF VG"
    " VI BL MF SX BQ AX EH PN CP DG IC EA AC TA QO EZ ZZ XA XB CS AN"
)


@lru_cache(maxsize=8192)
def plain(words: str) -> str:
    """Without case, accents, dots and a leading article; hyphens count as spaces."""
    folded = words.replace("’", "'").casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in folded if not unicodedata.combining(c))
    return _JOINTS.sub(" ", folded.replace(".", "")).strip(" ,;:'\"“”").removeprefix("the ")


@lru_cache(maxsize=8192)
def place(words: str) -> Place | None:
    """What country some words name, if they do. Lower-case words name none ("us", "turkey")."""
    if not any(c.isupper() for c in words):
        return None
    key = plain(words)
    if key in _SHOUTED and not words.split()[-1].replace(".", "").isupper():
        return None
    return _places().get(key)


def country(words: str) -> str | None:
    """The country of a name, an adjective or its people ("Russians"), not of a capital."""
    found = place(words)
    if found is None and words.endswith("s"):
        found = place(words[:-1])
        if found is not None and found.kind is not PlaceKind.ADJECTIVE:
            return None
    if found is None or found.kind in (PlaceKind.CAPITAL, PlaceKind.SEAT):
        return None
    return found.country


def with_article(name: str) -> str:
    """A country's name as it stands in a sentence: "the Netherlands"."""
    return f"the {name}" if _WITH_ARTICLE.match(name) else name


def is_region(name: str) -> bool:
    """Whether a "country" is a part of the world, which has no government."""
    return name in _REGIONS


def begins(word: str) -> bool:
    """Whether some country's name begins with a word: a quick look before `place`."""
    return plain(word).split(" ")[0] in _beginnings()


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    return frozenset({"the"} | {words.split(" ")[0] for words in _places()})


@lru_cache(maxsize=1)
def _places() -> dict[str, Place]:
    found: dict[str, Place] = {}
    rows = list(country_words())
    for kind in (PlaceKind.CAPITAL, PlaceKind.ADJECTIVE, PlaceKind.NAME):
        for words, name, row_kind in rows:
            key = plain(words)
            if row_kind is kind and key and (key not in _DOUBTFUL or kind is PlaceKind.ADJECTIVE):
                found[key] = Place(name, kind)
    for code, offices in _SEATS.items():
        for office, houses in offices.items():
            country_name = _territories()[code]
            for house in houses.split("|"):
                found[plain(house)] = Place(country_name, PlaceKind.SEAT, office)
    return found


def country_words() -> Iterator[tuple[str, str, PlaceKind]]:
    """Every word that names a country: the word, the country, and how."""
    names = _territories()
    for code, words in _library(names):
        yield words[0], names[code], PlaceKind.NAME
        for adjective in words[1]:
            yield adjective, names[code], PlaceKind.ADJECTIVE
        for capital in words[2]:
            yield capital, names[code], PlaceKind.CAPITAL
    for code, name in names.items():
        yield name, name, PlaceKind.NAME
        yield from ((w, name, PlaceKind.NAME) for w in _NAMES.get(code, "").split("|"))
        yield from ((w, name, PlaceKind.ADJECTIVE) for w in _ADJECTIVES.get(code, "").split())
        yield _CAPITALS.get(code, ""), name, PlaceKind.CAPITAL
    for region, regional in _REGIONS.items():
        yield region, region, PlaceKind.NAME
        yield from ((w, region, PlaceKind.ADJECTIVE) for w in regional.split())


def _territories() -> dict[str, str]:
    """ISO code → English name, without the explanations that CLDR adds to some."""
    from babel import Locale

    found: dict[str, str] = {}
    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code not in _OVERSEAS:
            short = re.sub(r" \(.*\)| SAR China$", "", name)
            found[code] = short.replace(" & ", " and ").replace("’", "'")
    found["HK"], found["MO"] = "Hong Kong", "Macao"
    found["CD"], found["CG"] = "Democratic Republic of the Congo", "Republic of the Congo"
    found["PS"], found["TR"] = "Palestine", "Turkey"
    return found


def _library(names: dict[str, str]) -> Iterator[tuple[str, tuple[str, list[str], list[str]]]]:
    """Code, and name, adjectives and capital, for each state."""
    from countryinfo import all_countries

    for info in all_countries():
        data = info.info()
        code = str(data.get("ISO", {}).get("alpha2", ""))
        if code not in names or code in _AMBIGUOUS:
            continue
        adjectives = re.split(r",|/| and ", str(data.get("demonym") or ""))
        capital = data.get("capital")
        capitals = [capital] if isinstance(capital, str) else []
        yield code, (str(data.get("name", "")), adjectives, capitals)
