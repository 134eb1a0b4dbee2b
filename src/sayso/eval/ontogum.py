"""OntoGUM: what the pair scorer links in news, by the CoNLL-2012 metrics.

The places that people marked are given; of them, pronouns and names are resolved, each to the
earlier one that scores best, if it scores high. Recall is of pronouns and names too: the rest
("the city") is left to rules that this does not measure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from sayso.eval.coref import Chain, Place, rows
from sayso.eval.report import Report, Row
from sayso.model.parsed import Mention
from sayso.model.span import Span

Pairs = Sequence[tuple[Span, Span]]
Read = Callable[[str], tuple[Sequence[Mention], Callable[[Pairs], Sequence[float]]]]
"""A text → its names, and what tells how likely two places in it name one thing."""
Marked = tuple[Place, str]

_THRESHOLD = 0.9  # a wrong link costs more than a missing one
_NEAR = 40  # places: the scorer learned on pairs no farther apart
_PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves"
    " who whom whose which".split()
)


def score(folder: Path, read: Read, threshold: float = _THRESHOLD) -> Report:
    """folder: of GUM, with coref/ontogum/conllu and splits.md. Scores its news in dev and test."""
    documents: list[tuple[list[Chain], list[Chain]]] = []
    right = made = 0
    for path in _news(folder):
        text, marked = mentions(path)
        names, same = read(text)
        fit = [one for one in marked if resolvable(text, one[0], names)]
        found = links([place for place, _ in fit], same, threshold)
        of = dict(fit)
        right += sum(of[a] == of[b] for a, b in found)
        made += len(found)
        documents.append((chains(found), _gold(fit)))
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


def resolvable(text: str, place: Place, names: Sequence[Mention]) -> bool:
    """Whether a place is a pronoun, or mostly a name."""
    if text[place[0] : place[1]].lower() in _PRONOUNS:
        return True
    return any(2 * _shared(place, name.span) > place[1] - place[0] for name in names)


def _shared(place: Place, span: Span) -> int:
    return min(place[1], span.end) - max(place[0], span.start)


def links(
    places: Sequence[Place], same: Callable[[Pairs], Sequence[float]], threshold: float
) -> list[tuple[Place, Place]]:
    """Each place with the best earlier one, where that is good enough."""
    found: list[tuple[Place, Place]] = []
    for number, place in enumerate(places):
        before = [p for p in places[max(0, number - _NEAR) : number] if p[1] <= place[0]]
        if not before:
            continue
        scores = same([(Span(*place), Span(*other)) for other in before])
        best = max(range(len(before)), key=lambda i: scores[i])
        if scores[best] >= threshold:
            found.append((place, before[best]))
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
