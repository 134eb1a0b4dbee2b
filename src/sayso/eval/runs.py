"""Which corpora there are scorers for, and how each is run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sayso.eval import (
    conll,
    cues,
    dates,
    entailment,
    gap,
    gum_names,
    ontogum,
    pairs,
    polnear,
    scrapinghub,
    sources,
    stories,
)
from sayso.eval.report import Report
from sayso.model.claim import Claim
from sayso.model.errors import UnknownNameError, UsageError
from sayso.model.parsed import Mention
from sayso.parse.encoder import Encoder
from sayso.parse.names import mentions
from sayso.pipeline import minilm
from sayso.read import read_text
from sayso.store import Findings

Scorer = Callable[[Path, str | None], Report]


def run(corpus: str, path: Path, split: str | None = None) -> Report:
    """Score what ships against a corpus.

    corpus: a name of CORPORA. path: its file, or its folder for those of FOLDERS. split: the part
    of it, where it has parts.
    Raises UnknownNameError for another corpus, UsageError where the file or folder is missing.
    """
    if corpus not in CORPORA:
        raise UnknownNameError(f"no scorer for {corpus!r}; there are {', '.join(sorted(CORPORA))}")
    if corpus in FOLDERS and not path.is_dir():
        raise UsageError(f"{path} is not a folder; give {FOLDERS[corpus]}")
    if corpus not in FOLDERS and not path.is_file():
        raise UsageError(f"{path} is not a file; give the corpus file to score against")
    return CORPORA[corpus](path, split)


def _polnear(path: Path, split: str | None) -> Report:
    findings = _findings()

    def claims(text: str) -> Sequence[Claim]:
        found = findings(text)
        return found.claims if found else ()

    return polnear.score(path, split or "dev", claims)


def _conll(path: Path, _split: str | None) -> Report:
    encoder = Encoder()

    def names(text: str) -> Sequence[Mention]:
        return mentions(encoder.encode(text))

    return conll.score(path, names)


def _gum_names(path: Path, _split: str | None) -> Report:
    encoder = Encoder()
    return gum_names.score(path, lambda text: mentions(encoder.encode(text)))


def _cues(path: Path, _split: str | None) -> Report:
    return cues.score(path)


def _dates(path: Path, _split: str | None) -> Report:
    return dates.score(path)


def _sources(path: Path, _split: str | None) -> Report:
    return sources.score(path, sources.steps())


def _gap(path: Path, _split: str | None) -> Report:
    encoder = Encoder()

    def same(text: str, pairs: gap.Pairs) -> list[float]:
        return encoder.same(encoder.encode(text), pairs)

    return gap.score(path, same)


def _ontogum(path: Path, _split: str | None) -> Report:
    return ontogum.score(path, ontogum.steps())


def _pairs(path: Path, split: str | None) -> Report:
    from sayso.judging import load_judge

    known = [pair for pair in pairs.read(path) if split == "all" or pairs.held_out(pair.quarrel)]
    return pairs.score(load_judge(), known)


def _entailment(score: Callable[[Path, entailment.Entail], Report]) -> Scorer:
    def scored(path: Path, _split: str | None) -> Report:
        from sayso.judging import load_judge

        return score(path, load_judge().entails)

    return scored


def _fnc1(path: Path, _split: str | None) -> Report:
    from sayso.judging import load_judge, load_sentences

    return entailment.fnc1(path, load_judge().entails, load_sentences())


def _scrapinghub(path: Path, _split: str | None) -> Report:
    return scrapinghub.score(path)


def _findings() -> Callable[[str], Findings | None]:
    analyse = minilm().load()

    def findings(text: str) -> Findings | None:
        document = read_text(text).document
        return analyse(document) if document else None

    return findings


CORPORA: dict[str, Scorer] = {
    "claimdiff": _entailment(entailment.claimdiff),
    "conll2003": _conll,
    "cues": _cues,
    "dates": _dates,
    "fnc1": _fnc1,
    "gap": _gap,
    "gum-names": _gum_names,
    "mnli": _entailment(entailment.mnli),
    "ontogum": _ontogum,
    "pairs": _pairs,
    "polnear": _polnear,
    "scrapinghub": _scrapinghub,
    "sick": _entailment(entailment.sick),
    "sources": _sources,
    "stories": stories.score,
}
"""Name of a corpus, and its scorer."""

FOLDERS = {
    "claimdiff": "the folder with ClaimDiff-S and ClaimDiff-W",
    "fnc1": "the folder with train_bodies.csv and stances/",
    "scrapinghub": "the folder with ground-truth.json and html/",
    "dates": "the folder that holds polnear/polnear.jsonl and stories/stories.jsonl",
    "gum-names": "GUM's folder, with dep/*.conllu",
    "pairs": "the folder of the hand-written pairs, with .txt files",
    "stories": "the folder of a story with gold.jsonl, or of several",
    "ontogum": "GUM's folder, with splits.md and coref/ontogum/conllu",
    "sources": "the folder that holds polnear/polnear.jsonl and stories/stories.jsonl",
}
"""Corpora that are a folder, and which one."""
