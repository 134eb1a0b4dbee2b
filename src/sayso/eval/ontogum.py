"""OntoGUM: what the pair scorer links in news, by the CoNLL-2012 metrics.

The places that people marked are given; of them, pronouns and names are resolved, each to the
earlier one that scores best among those that agree, if it scores high. Recall is of pronouns and
names too: the rest ("the city") is left to rules that this does not measure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.eval.coref import Chain, Place, rows
from sayso.eval.report import Report, Row
from sayso.model.parsed import Mention
from sayso.model.span import Span

Pairs = Sequence[tuple[Span, Span]]
Scorer = Callable[[Pairs], Sequence[float]]
Read = Callable[[str], tuple[Sequence[Mention], Scorer]]
"""A text → its names, and what tells how likely two places in it name one thing."""
Marked = tuple[Place, str]

_THRESHOLD = 0.98  # a wrong link costs more than a missing one; set on these very documents
_NEAR = 40  # places: the scorer learned on pairs no farther apart
_PRONOUNS = {
    "he": frozenset({"he", "him", "his", "himself"}),
    "she": frozenset({"she", "her", "hers", "herself"}),
    "it": frozenset({"it", "its", "itself"}),
    "they": frozenset({"they", "them", "their", "theirs", "themselves"}),
    "who": frozenset({"who", "whom", "whose", "which"}),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pronoun or a name. kind: "he", "she", "it", "they" or "who" for pronouns, the label of the
    name finder for names. words: of a name, in lower case; empty for pronouns."""

    place: Place
    kind: str
    words: frozenset[str]

    def agrees(self, other: Candidate) -> bool:
        """Whether both can be one thing, as the rules around the scorer see it: pronouns of one
        kind, people for "he" and "she", none for "it"; two names share a word."""
        if self.words and other.words:
            return bool(self.words & other.words)
        if not self.words and not other.words:
            return self.kind == other.kind
        pronoun, name = (other, self) if self.words else (self, other)
        fits = {"he": ("PER",), "she": ("PER",), "it": ("ORG", "LOC", "MISC")}
        return name.kind in fits.get(pronoun.kind, ("PER", "ORG", "LOC", "MISC"))


def score(folder: Path, read: Read, threshold: float = _THRESHOLD) -> Report:
    """folder: of GUM, with coref/ontogum/conllu and splits.md. Scores its news in dev and test."""
    documents: list[tuple[list[Chain], list[Chain]]] = []
    right = made = 0
    for path in _news(folder):
        text, marked = mentions(path)
        names, same = read(text)
        of = dict(marked)
        fit = [c for place in of if (c := candidate(text, place, names))]
        found = links(fit, same, threshold)
        right += sum(of[a] == of[b] for a, b in found)
        made += len(found)
        documents.append((chains(found), _gold([(c.place, of[c.place]) for c in fit])))
    link = Row("links", right, made, sum(len(c) - 1 for _, gold in documents for c in gold))
    notes = (
        f"{len(documents)} documents; pronouns and names only, their places given; "
        f"threshold {threshold}.",
    )
    return Report("ontogum news", (link, *rows(documents)), notes)


def _news(folder: Path) -> list[Path]:
    held = held_back(folder / "splits.md")
    found = sorted((folder / "coref" / "ontogum" / "conllu").glob("GUM_news_*.conllu"))
    return [path for path in found if path.stem in held]


def candidate(text: str, place: Place, names: Sequence[Mention]) -> Candidate | None:
    """What a place is if it is a pronoun, or mostly a name."""
    words = text[place[0] : place[1]].lower()
    kind = next((kind for kind, forms in _PRONOUNS.items() if words in forms), None)
    if kind:
        return Candidate(place, kind, frozenset())
    name = max(names, key=lambda name: _shared(place, name.span), default=None)
    if name is None or 2 * _shared(place, name.span) <= place[1] - place[0]:
        return None
    own = frozenset(re.findall(r"\w{2,}", name.span.cut(text).lower())) - {"the", "of"}
    return Candidate(place, name.label, own)


def _shared(place: Place, span: Span) -> int:
    return min(place[1], span.end) - max(place[0], span.start)


def links(
    candidates: Sequence[Candidate], same: Scorer, threshold: float
) -> list[tuple[Place, Place]]:
    """Each with the best earlier one that agrees, where that is good enough."""
    found: list[tuple[Place, Place]] = []
    for number, one in enumerate(candidates):
        before = [c.place for c in candidates[max(0, number - _NEAR) : number] if one.agrees(c)]
        before = [place for place in before if place[1] <= one.place[0]]
        if not before:
            continue
        scores = same([(Span(*one.place), Span(*place)) for place in before])
        best = max(range(len(before)), key=lambda i: scores[i])
        if scores[best] >= threshold:
            found.append((one.place, before[best]))
    return found


def chains(found: Sequence[tuple[Place, Place]]) -> list[Chain]:
    """What links join."""
    of: dict[Place, set[Place]] = {}
    for a, b in found:
        joined = of.get(a, {a}) | of.get(b, {b})
        of.update(dict.fromkeys(joined, joined))
    return sorted({frozenset(chain) for chain in of.values()}, key=min)


def _gold(fit: Sequence[Marked]) -> list[Chain]:
    by_key: dict[str, set[Place]] = defaultdict(set)
    for place, key in fit:
        by_key[key].add(place)
    return [frozenset(places) for places in by_key.values() if len(places) > 1]


# -------------------------------------------------------------------- reading


def held_back(splits: Path) -> frozenset[str]:
    """The documents of GUM's dev and test parts, from its splits.md."""
    text = splits.read_text(encoding="utf-8")
    return frozenset(re.findall(r"GUM_\w+", text[text.index("## dev") : text.index("## train")]))


def mentions(path: Path) -> tuple[str, list[Marked]]:
    """Text and mentions (place, entity) of one OntoGUM file."""
    words: list[str] = []
    spaces: list[bool] = []
    found: list[tuple[int, int, str]] = []
    open_at: dict[str, list[int]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) < 10 or not columns[0].isdigit():
            continue
        at = len(words)
        words.append(columns[1])
        spaces.append("SpaceAfter=No" not in columns[9])
        entity = re.search(r"Entity=([^|]+)", columns[9])
        for left, key, right in re.findall(
            r"(\()?([^()]+)(\))?", entity.group(1) if entity else ""
        ):
            if left:
                open_at[key].append(at)
            if right and open_at[key]:
                found.append((open_at[key].pop(), at, key))
    text, places = "", []
    for word, space in zip(words, spaces, strict=True):
        places.append((len(text), len(text) + len(word)))
        text += word + (" " if space else "")
    return text, [((places[a][0], places[b][1]), key) for a, b, key in sorted(found)]
