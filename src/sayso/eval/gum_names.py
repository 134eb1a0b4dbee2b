"""GUM news: names of people, bodies and places, exact spans.

GUM marks whole phrases, one in another ("the NASA administrator Charles Bolden", a person),
CoNLL-2003 the names in them. So a phrase counts where its head is a proper noun, as the run of
proper nouns around that head, without titles before it: "Charles Bolden". Of names in names the
outermost counts. `person`, `organization` and `place` are read as PER, ORG and LOC. There is
nothing in GUM like CoNLL's MISC (nationalities are no proper nouns there), so what is found as such
is left out, and so are GUM's other kinds: names that are found in their place are neither right nor
wrong. Where people and bodies are named like a place ("Halvern denied it"), GUM goes by what is
meant, CoNLL by the name: between ORG and LOC either reading counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.eval.report import Report, Row
from sayso.model.parsed import Mention

Find = Callable[[str], Sequence[Mention]]
Name = tuple[int, int, str]
KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_PLACES = frozenset({"ORG", "LOC"})
_MARK = re.compile(r"\((\d+)-([a-z]+)-[^-()]*-[^-()]*-[^-()]*-(\d+)[^()]*(\))?|(\d+)\)")
_INSIDE = frozenset({"of", "the", "for", "and", "&", "-"})
_TITLES = frozenset(
    """
    mr mrs ms dr sir lord lady president minister secretary senator governor mayor king queen
    prince princess pope government ambassador undersecretary general colonel captain professor
    judge justice chancellor director administrator representative congressman chairman chief
    officer sheriff detective deputy vice prime foreign spokesperson spokesman spokeswoman
    leader captain coach ceo attorney doctor
    """.split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its form, whether it is a proper noun, and its place in the text."""

    form: str
    proper: bool
    start: int
    end: int


def score(folder: Path, find: Find) -> Report:
    """folder: GUM's, with dep/*.conllu. find: a text → its names."""
    hits, found, gold = Counter[str](), Counter[str](), Counter[str]()
    paths = sorted((folder / "dep").glob("GUM_news_*.conllu"))
    for path in paths:
        text, names, others = read(path)
        ours = {(m.span.start, m.span.end): m.label for m in find(text) if m.label != "MISC"}
        for start, end, kind in names:
            gold[kind] += 1
            label = ours.get((start, end))
            hits[kind] += label == kind or {label, kind} == _PLACES
        theirs = {(start, end): kind for start, end, kind in names}
        for place, label in ours.items():
            if place not in others:
                kind = theirs.get(place, label)
                found[kind if {label, kind} == _PLACES else label] += 1
    rows = [Row(kind, hits[kind], found[kind], gold[kind]) for kind in KINDS.values()]
    total = Row("all", hits.total(), found.total(), gold.total())
    note = f"{len(paths)} documents; people, bodies and places only."
    return Report("gum-names", (total, *rows), (note,))


def read(path: Path) -> tuple[str, set[Name], set[tuple[int, int]]]:
    """The text of a file, its names, and the places of names of other kinds."""
    words: list[Word] = []
    opened: list[tuple[str, int, int, str]] = []
    phrases: list[tuple[int, int, int, str]] = []  # first word, last word, head, kind
    text, glue = "", True
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) < 10 or not columns[0].isdigit():
            continue
        text += "" if glue else " "
        here = len(words)
        proper = columns[3] == "PROPN" or columns[4] in ("NNP", "NNPS")
        words.append(Word(columns[1], proper, len(text), len(text) + len(columns[1])))
        text += columns[1]
        glue = "SpaceAfter=No" in columns[9]
        entity = re.search(r"Entity=([^|]+)", columns[9])
        for key, kind, head, closed, ended in _MARK.findall(entity.group(1) if entity else ""):
            if key and closed:
                phrases.append((here, here, here, kind))
            elif key:
                opened.append((key, here, here + int(head) - 1, kind))
            else:
                at = max(i for i, one in enumerate(opened) if one[0] == ended)
                _, first, middle, sort = opened.pop(at)
                phrases.append((first, here, middle, sort))
    names: set[Name] = set()
    others: set[tuple[int, int]] = set()
    for first, last, head, kind in phrases:
        place = _name(words, (first, last, head), person=kind == "person")
        if place and kind in KINDS:
            names.add((*place, KINDS[kind]))
        elif place:
            others.add(place)
    every = {(start, end) for start, end, _ in names} | others
    inner = {
        one
        for one in every
        for out in every
        if out != one and out[0] <= one[0] and one[1] <= out[1]
    }
    return text, {name for name in names if name[:2] not in inner}, others | inner


def _name(
    words: Sequence[Word], phrase: tuple[int, int, int], *, person: bool
) -> tuple[int, int] | None:
    """The run of proper nouns around the head of a phrase, or behind it, in characters."""
    first, last, head = phrase
    if not words[head].proper:
        if head == last or not words[head + 1].proper:
            return None
        first = head = head + 1

    def runs(at: int) -> bool:
        inside = words[at].form == "-" or not person
        return words[at].proper or (inside and _joins(words, at, last))

    low = high = head
    while high < last and runs(high + 1):
        high += 1
    while low > first and runs(low - 1):
        low -= 1
    titled = [at for at in range(low, high) if _is_title(words[at])]
    low = titled[-1] + 1 if person and titled else low
    if low == high and _is_title(words[low]):
        return None
    return words[low].start, words[high].end


def _is_title(word: Word) -> bool:
    return word.form.lower().rstrip(".") in _TITLES


def _joins(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether a small word stands between two proper nouns: "Bank of Orvane"."""
    return (
        words[at].form in _INSIDE
        and 0 < at < last
        and words[at - 1].proper
        and words[at + 1].proper
    )
