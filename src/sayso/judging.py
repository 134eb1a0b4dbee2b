"""What reads the words of claims to tie them, with ONNX Runtime: sentence vectors, and the judge of
pairs.

The weights lie in `link/weights`: sentences.onnx, the base model as it comes, over one content;
judge.onnx, a small encoder over both claims, which beside the words is told what the features
measure. They share the tokenizer of `parse/weights`. How a pair is put before the judge:
`link/wording.py`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from sayso.link.features import FEATURES
from sayso.link.features.meaning import STEPS
from sayso.link.frame import Frame
from sayso.link.judge import CLASSES, Probabilities, card, measured
from sayso.link.wording import lines
from sayso.parse.pieces import Pieces, load_tokenizer, to_pieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

CLS, SEP = 101, 102
ENTAILMENT = ("entailment", "neutral", "contradiction")
_READERS = 4  # at most
_MOST = 20_000  # answers that are kept, about 1 KB each

Asked = tuple[str, str, tuple[float, ...]]
"""Both sides as they are put before the judge, and what the features measure."""

Arrays = dict[str, npt.NDArray[Any]]


class LearnedJudge:
    """The judge that ships. Pairs are read side by side, one a core.

    Each pair is read alone: with int8 weights what stands beside it would change its answer, and so
    the order of adding. Reports that copy each other ask the same again and again, so that answers
    are kept.
    """

    def __init__(self) -> None:
        self._session = _session("judge.onnx")
        self._pieces = lru_cache(maxsize=8192)(_cut)
        self._answer = lru_cache(maxsize=_MOST)(self._read)

    def __call__(self, pairs: Sequence[tuple[Frame, Frame]]) -> Iterable[Probabilities]:
        """The probabilities of each pair, whatever stands beside it. The reading begins at once and
        goes on beside whatever its caller does until it takes them."""
        asked = [(*lines(*pair), tuple(measured(*pair).values())) for pair in pairs]
        return _readers().map(self._answer, asked)

    def entails(self, texts: Sequence[tuple[str, str]]) -> list[dict[str, float]]:
        """How likely each second text follows from the first, or cannot hold beside it."""
        return [self._entails(*pair) for pair in texts]

    def _entails(self, premise: str, hypothesis: str) -> dict[str, float]:
        feed = together([(self._pieces(premise), self._pieces(hypothesis))])
        feed["features"] = np.zeros((1, len(FEATURES)), np.float32)
        (row,) = self._session.run(["entails"], feed)[0]
        return dict(zip(ENTAILMENT, row.tolist(), strict=True))

    def _read(self, asked: Asked) -> Probabilities:
        left, right, values = asked
        feed = together([(self._pieces(left), self._pieces(right))])
        feed["features"] = np.array([values], dtype=np.float32)
        (row,) = self._session.run(["chances"], feed)[0]
        return dict(zip(CLASSES, row.tolist(), strict=True))


class Sentences:
    """Texts → vectors of their meaning, as `link/features/meaning.py` compares them. Texts are read
    side by side, one a core."""

    def __init__(self) -> None:
        self._session = _session("sentences.onnx")

    def __call__(self, texts: Sequence[str]) -> list[bytes]:
        """One vector a text; b"" for a text without words."""
        return list(_readers().map(self._vector, texts))

    def _vector(self, text: str) -> bytes:
        pieces = _cut(text)
        if not len(pieces):
            return b""
        ids = np.concatenate([[CLS], pieces.ids, [SEP]])[None]
        feed = {"ids": ids, "mask": np.ones(ids.shape, np.float32)}
        (vector,) = self._session.run(["vectors"], feed)[0]
        return bytes(np.clip(np.rint(vector * STEPS), -127, 127).astype(np.int8).tobytes())


@cache
def _readers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(min(_READERS, os.cpu_count() or 1))


def _session(name: str) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # several texts side by side are quicker than one in parts
    options.log_severity_level = 3
    raw = (files("sayso.link") / "weights" / name).read_bytes()
    return onnxruntime.InferenceSession(raw, options, providers=["CPUExecutionProvider"])


def _cut(text: str) -> Pieces:
    return to_pieces(text, _tokenizer()).cut(0, int(card()["length"]))


@cache
def _tokenizer() -> Tokenizer:
    definition = files("sayso.parse") / "weights" / "tokenizer.json"
    return load_tokenizer(definition.read_text(encoding="utf-8"))


@cache
def load_judge() -> LearnedJudge:
    """The judge that ships, loaded once."""
    return LearnedJudge()


def together(sides: Sequence[tuple[Pieces, ...]]) -> Arrays:
    """Pairs of sides as arrays [pairs, pieces], padded on the right: [CLS] left [SEP] right [SEP].

    place: 1 on the second side. mask: 1 where there is a piece.
    """
    width = max(sum(map(len, pair)) for pair in sides) + 3
    shape = (len(sides), width)
    found: Arrays = {name: np.zeros(shape, np.int64) for name in ("ids", "case", "quote", "place")}
    found["mask"] = np.zeros(shape, np.float32)
    for row, (left, right) in enumerate(sides):
        middle = len(left) + 1
        end = middle + len(right) + 1
        for name in ("ids", "case", "quote"):
            found[name][row, 1:middle] = getattr(left, name)
            found[name][row, middle + 1 : end] = getattr(right, name)
        found["ids"][row, [0, middle, end]] = CLS, SEP, SEP
        found["place"][row, middle + 1 : end + 1] = 1
        found["mask"][row, : end + 1] = 1
    return found


@cache
def load_sentences() -> Sentences:
    """The sentence vectors that ship, loaded once."""
    return Sentences()
