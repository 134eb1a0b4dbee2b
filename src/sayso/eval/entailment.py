"""What the judge of pairs makes of sets that were made for other ends: entailment, stance, nuance.

They tell how much of reading it has learned, not how well it ties claims: their sentences have no
speakers. The head that learned from such sets answers, without what the features measure. Beside
each score stands that of always giving the commonest answer.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sayso.eval.report import Report, Row
from sayso.link.features.meaning import cosine

ENTAILED, NEUTRAL, CONTRADICTED = "entailment", "neutral", "contradiction"
HELD = 8  # every eighth row of MNLI dev is never trained on
STRIDE = 100  # every so many rows of FNC-1 are scored: 500
RELATED = 0.45  # cosine of headline and the nearest sentence: less has nothing to do with it

Text = tuple[str, str]
Entail = Callable[[Sequence[Text]], Sequence[dict[str, float]]]
"""Pairs of premise and hypothesis → the chance of each of the three answers."""
Vectors = Callable[[Sequence[str]], Sequence[bytes]]


def mnli(path: Path, entail: Entail) -> Report:
    """path: nli_small/mnli/dev.csv."""
    rows = [row for n, row in enumerate(_table(path)) if not n % HELD and row["label"] in _LABELS]
    asked = [(row["premise"], row["hypothesis"]) for row in rows]
    given = [_best(found) for found in entail(asked)]
    return _report("mnli", given, [row["label"] for row in rows])


def sick(path: Path, entail: Entail) -> Report:
    """path: SICK_test_annotated.txt."""
    rows = list(_table(path, "\t"))
    given = [_best(found) for found in entail([(r["sentence_A"], r["sentence_B"]) for r in rows])]
    return _report("sick", given, [row["entailment_judgment"].lower() for row in rows])


def claimdiff(path: Path, entail: Entail) -> Report:
    """path: the folder with ClaimDiff-S and ClaimDiff-W. Whether the first claim strengthens the
    second is asked of entailment, whether it weakens it of contradiction, each being likelier than
    the other two answers."""
    reports = []
    for name, part, answer in (
        ("strengthens", "ClaimDiff-S", ENTAILED),
        ("weakens", "ClaimDiff-W", CONTRADICTED),
    ):
        file = next(iter(sorted((path / part).glob("*.json"))), path / part / "*.json")
        rows = json.loads(file.read_text(encoding="utf-8"))["data"]
        found = entail([(row["claim_a"], row["claim_b"]) for row in rows])
        given = [name if _best(one) == answer else _OTHER for one in found]
        reports.append(_report(name, given, [name if row["relation"] else _OTHER for row in rows]))
    return Report("claimdiff", tuple(row for one in reports for row in one.measures))


def fnc1(path: Path, entail: Entail, vectors: Vectors) -> Report:
    """path: the folder with train_bodies.csv and stances/. Each headline against the sentence of
    the body that is nearest in meaning; of the rows one in STRIDE."""
    bodies = {row["Body ID"]: row["articleBody"] for row in _table(path / "train_bodies.csv")}
    rows = [r for n, r in enumerate(_table(path / "stances/train_stances.csv")) if not n % STRIDE]
    given = list[str]()
    for row in rows:
        sentence, near = _nearest(row["Headline"], bodies[row["Body_ID"]], vectors)
        if near < RELATED:
            given.append("unrelated")
            continue
        (found,) = entail([(sentence, row["Headline"])])
        given.append(_STANCES[_best(found)])
    gold = [_CODES[int(row["Stance"])] for row in rows]
    return _report("fnc1", given, gold)


_OTHER = "neither"
_CODES = ("agree", "disagree", "discuss", "unrelated")
_STANCES = {ENTAILED: "agree", CONTRADICTED: "disagree", NEUTRAL: "discuss"}
_LABELS = frozenset(_STANCES)


def _nearest(headline: str, body: str, vectors: Vectors) -> tuple[str, float]:
    """The sentence of a body that is nearest to a headline, and its cosine."""
    from sayso.parse.sentences import sentences

    first = body[:6000]
    parts = [cut for span in sentences(first) if (cut := span.cut(first).strip())][:40]
    if not parts:
        return "", 0.0
    head, *others = vectors([headline, *parts])
    nearness = [cosine(head, other) if head and other else 0.0 for other in others]
    near = max(nearness)
    return parts[nearness.index(near)], near


def _report(name: str, given: Sequence[str], gold: Sequence[str]) -> Report:
    hits = Counter(a for a, b in zip(given, gold, strict=True) if a == b)
    got, there = Counter(given), Counter(gold)
    labels = sorted(there.keys() - {_OTHER})
    rows = [Row(label, hits[label], got[label], there[label]) for label in labels]
    total = len(gold)
    right = Row(f"{name}: right", sum(hits.values()), total, total)
    label, most = there.most_common(1)[0]
    return Report(name, (right, Row(f"{name}: always {label}", most, total, total), *rows))


def _best(found: dict[str, float]) -> str:
    return max(found, key=lambda answer: found[answer])


def _table(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as table:
        yield from csv.DictReader(table, delimiter=delimiter)
