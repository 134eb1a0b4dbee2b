"""OntoGUM: what the resolver takes for one in news, by the CoNLL-2012 metrics.

The places that people marked are given. Those whose words the resolver looks up are resolved in
reading order, each as in a report that names it there: pronouns of the third person, names, titles
("the minister") and short names ("the ministry"). What it takes for one is a chain. The rest ("a
man", "the city") is left out on both sides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sayso.eval.coref import Chain, Place, rows
from sayso.eval.report import Report, Row
from sayso.model.attribution import CueClass
from sayso.model.claim import EntityKind
from sayso.model.document import Document
from sayso.model.ids import document_id, sha256
from sayso.model.span import Span
from sayso.resolve.form import Form

Marked = tuple[Place, str]
GENRES = ("news",)
_THIRD = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves who"
    " whom whose which".split()
)
_FORMS = {
    Form.PERSON: "names of people", Form.BODY: "names of bodies", Form.COUNTRY: "countries",
    Form.TITLE: "titles", Form.SHORT: "short names", Form.PRONOUN: "pronouns",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What the resolver says of a place. form: how its words name somebody. who: the same for all
    that are taken for one; None where it is left open."""

    form: str
    who: Hashable | None


Resolve = Callable[[str, Sequence[Place]], Sequence[Answer | None]]
"""(text, places in order) → an answer for each; None for words that are not looked up."""


def score(folder: Path, resolve: Resolve) -> Report:
    """folder: of GUM, with coref/ontogum/conllu and splits.md. Scores its news in dev and test."""
    documents: list[tuple[list[Chain], list[Chain]]] = []
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    paths = _held(folder)
    for path in paths:
        text, marked = mentions(path)
        answers = resolve(text, [place for place, _ in marked])
        known = [(m, a) for m, a in zip(marked, answers, strict=True) if a is not None]
        documents.append(_chains(known))
        for name, figures in _links(known).items():
            counts[name] = [a + b for a, b in zip(counts[name], figures, strict=True)]
    links = [Row(f"links of {name}", *figures) for name, figures in sorted(counts.items())]
    every = Row("links", *(sum(part) for part in zip(*counts.values(), strict=True)))
    notes = (f"{len(paths)} documents; the places are given.",)
    return Report("ontogum news", (every, *links, *rows(documents)), notes)


def _held(folder: Path) -> list[Path]:
    held = held_back(folder / "splits.md")
    found = sorted((folder / "coref" / "ontogum" / "conllu").glob("GUM_*.conllu"))
    return [path for path in found if path.stem in held and path.stem.split("_")[1] in GENRES]


def _chains(known: Sequence[tuple[Marked, Answer]]) -> tuple[list[Chain], list[Chain]]:
    """What was found, and what people marked; chains of two and more."""
    found: dict[Hashable, set[Place]] = defaultdict(set)
    gold: dict[Hashable, set[Place]] = defaultdict(set)
    for (place, key), answer in known:
        gold[key].add(place)
        if answer.who is not None:
            found[answer.who].add(place)
    return _long(found), _long(gold)


def _long(groups: dict[Hashable, set[Place]]) -> list[Chain]:
    return sorted((frozenset(group) for group in groups.values() if len(group) > 1), key=min)


def _links(known: Sequence[tuple[Marked, Answer]]) -> dict[str, list[int]]:
    """By form: links to the place before of the same one that are right, made, and to be made."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    last: dict[Hashable, str] = {}
    seen: set[str] = set()
    for (_, key), answer in known:
        row = counts[answer.form]
        row[2] += key in seen
        seen.add(key)
        if answer.who is not None:
            row[1] += answer.who in last
            row[0] += last.get(answer.who) == key
            last[answer.who] = key
    return counts


# -------------------------------------------------------------------- the real steps


def steps() -> Resolve:
    """The steps of the pipeline, and its resolver asked for every place."""
    from sayso.attribute.tagger import Settings, attribute
    from sayso.parse import parse
    from sayso.parse.encoder import Encoder
    from sayso.parse.names import mentions as names
    from sayso.resolve import claims
    from sayso.resolve.anaphora import Place as Where

    encoder = Encoder()
    settings = Settings.of(encoder.card)

    def resolve(text: str, places: Sequence[Place]) -> list[Answer | None]:
        fingerprint = sha256(text.encode("utf-8"))
        document = Document(document_id(fingerprint, text), "gum", fingerprint, text)
        encoding = encoder.encode(text)
        parsed = parse(document, names(encoding))
        ties = attribute(parsed, encoding, partial(encoder.ties, encoding), settings)
        made = claims.Document(parsed, ties, partial(encoder.same, encoding))
        made.claims(ties, [(CueClass.SAY, False)] * len(ties))
        return [answer(made, Where(Span(*place), place[0])) for place in places]

    def answer(made: claims.Document, where: Where) -> Answer | None:
        head = made.register.read(where.span)
        if head is None or head.form not in _FORMS:
            return None
        if head.form is Form.PRONOUN and where.span.cut(made.register.text).lower() not in _THIRD:
            return None
        known = made.finder.whom(where).known
        nobody = known.kind is EntityKind.UNNAMED
        return Answer(_FORMS[head.form], None if nobody else id(known))

    return resolve


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
