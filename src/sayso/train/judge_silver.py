"""Pairs of claims of real reports, for the judge to learn from: those whose label the words settle,
and those that somebody read.

In a case most candidates are none: two remarks of one speaker in one report, two speakers on one
topic. Those are taken where words and meaning are far apart; one utterance is taken where both
reports quote the same run of words. Of both about as many are taken: given far more of the former,
a judge learns to tell real reports from made-up ones instead, and finds no tie in real ones; given
far fewer, it takes two remarks of one speaker for one. Nothing of it is kept: the pairs are made
anew from a case of the `stories` corpus.

Between the two lie those that were read one by one: `pairs/read.jsonl` has the ids of both claims
and the label, and no word of theirs. Ids hang on what the tagger finds; what it no longer finds so
is passed over.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from sayso.eval.pairs import Pair
from sayso.link.candidates import fit
from sayso.link.features import claimer, overlap, polarity, quoted
from sayso.link.features.meaning import meaning
from sayso.link.features.reply import replies
from sayso.link.frame import Frame
from sayso.link.judge import NONE
from sayso.linking import Frames
from sayso.store import Store

LABELS = Path(__file__).parent / "pairs" / "read.jsonl"
READ = 3  # times that a pair which was read is seen each time round
WANTED = {"here": 250, "others here": 100, "quoted": 400, "elsewhere": 150, "others": 150}
"""How many of each sort, see `sort`."""


def silver(case: Path, seed: int = 1) -> list[Pair]:
    """Pairs from a linked case, the same for one seed."""
    store = Store.open(case)
    found = defaultdict[str, list[tuple[Frame, Frame]]](list)
    for left, right in _candidates(store):
        if name := sort(left, right):
            found[name].append((left, right))
    rng = random.Random(seed)
    sure = [
        Pair(f"{name}-{n}", name, "stories", _LABELS.get(name, NONE), *pair)
        for name, most in WANTED.items()
        for n, pair in enumerate(rng.sample(found[name], min(most, len(found[name]))))
    ]
    return sure + READ * read(store)


def read(store: Store, labels: Path = LABELS) -> list[Pair]:
    """The pairs of a case that somebody read."""
    rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    known = store.noted()
    kept = [row for row in rows if row["left"] in known and row["right"] in known]
    here = Frames(store).of(row[side] for row in kept for side in ("left", "right"))
    return [
        Pair(f"read-{n}", "read", "stories", row["kind"], here[row["left"]], here[row["right"]])
        for n, row in enumerate(kept)
    ]


_LABELS = {"quoted": "same_utterance"}


def sort(left: Frame, right: Frame) -> str | None:
    """Which sort of pair it is, where its label is beyond doubt.

    here, elsewhere: two remarks of one speaker, in one report or two. others here, others: of two
    speakers. quoted: one utterance.
    """
    if left.place.title or right.place.title or claimer.nobody(left) or claimer.nobody(right):
        return None
    here = left.place.document == right.place.document
    shared, near = overlap.jaccard(left, right), meaning(left, right)
    if claimer.same(left, right):
        if here:
            return "here" if shared < 0.25 and near < 0.7 else None
        if quoted.both_quoted(left, right) >= 0.6 and overlap.run(left, right) >= 0.5:
            return "quoted"
        return "elsewhere" if shared < 0.1 and near < 0.5 else None
    if any(polarity.denies(one) or replies(one) or one.refers for one in (left, right)):
        return None
    if claimer.speaks_for(left, right):
        return None
    if here:
        return "others here" if shared < 0.25 and near < 0.6 else None
    return "others" if shared < 0.2 and near < 0.58 else None


def _candidates(store: Store) -> Iterator[tuple[Frame, Frame]]:
    """All candidate pairs of a case, in a fixed order."""
    ids = sorted(store.noted())
    known = Frames(store)
    for at in range(0, len(ids), 400):
        named = [(a, b) for a, b in store.partners(ids[at : at + 400]) if b < a]
        here = known.of(made for pair in named for made in pair)
        yield from ((here[a], here[b]) for a, b in named if fit(here[a], here[b]))
