"""The shipped encoder, run with ONNX Runtime: one pass over a text serves all the learned parts.

The weights lie in the package, in `weights/`:
    encoder.onnx    word pieces → a vector, role scores and name scores for each
    ties.onnx       vectors of a window and the pieces that begin cues → role scores for each cue
    same.onnx       vectors of two mentions → whether they name one thing
    tokenizer.json  card.json
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from sayso.model.span import Span
from sayso.parse.pieces import FIRST, Pieces, load_tokenizer, to_pieces, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = npt.NDArray[np.float32]
CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Encoding:
    """A text as the encoder sees it; one row a word piece.

    pieces: where they stand. windows: the stretches that were read together.
    hidden: [n, width]. roles: [n, 7]. names: [n, 9], all raw scores.
    """

    text: str
    pieces: Pieces
    windows: tuple[tuple[int, int], ...]
    hidden: Floats
    roles: Floats
    names: Floats

    def __len__(self) -> int:
        return len(self.pieces)

    def covering(self, span: Span) -> tuple[int, int]:
        """The pieces that stand in a span, half-open; empty where none does."""
        first = int(np.searchsorted(self.pieces.ends, span.start, side="right"))
        last = int(np.searchsorted(self.pieces.starts, span.end, side="left"))
        return first, max(first, last)


class Encoder:
    """The sessions, loaded once.

    threads: of ONNX Runtime; 0 leaves the choice to it. weights: the folder that they lie in, if
    not what ships.
    """

    def __init__(self, threads: int = 0, weights: Path | None = None) -> None:
        self._threads = threads
        folder = weights or files("sayso.parse") / "weights"
        self.card: dict[str, Any] = json.loads((folder / "card.json").read_text(encoding="utf-8"))
        definition = (folder / "tokenizer.json").read_text(encoding="utf-8")
        self._tokenizer = load_tokenizer(definition)
        self._folder = folder

    @property
    def version(self) -> str:
        return str(self.card["version"])

    def _session(self, name: str) -> InferenceSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Threads that wait for work by spinning take the processor from those that have some.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        raw = (self._folder / name).read_bytes()
        return onnxruntime.InferenceSession(raw, options, providers=["CPUExecutionProvider"])

    @cached_property
    def _encoder(self) -> InferenceSession:
        return self._session("encoder.onnx")

    @cached_property
    def _ties(self) -> InferenceSession:
        return self._session("ties.onnx")

    @cached_property
    def _same(self) -> InferenceSession:
        return self._session("same.onnx")

    def encode(self, text: str) -> Encoding:
        """Read a text, window by window: time and memory grow with its length, no faster."""
        return self._read(text, to_pieces(text, self._tokenizer))

    def encode_part(self, encoding: Encoding, span: Span) -> Encoding:
        """Read a stretch of a text as if nothing stood around it. Places count in the whole."""
        pieces = encoding.pieces.cut(*encoding.covering(span))
        line = pieces.line.copy()
        line[:1] = FIRST
        return self._read(encoding.text, replace(pieces, line=line))

    def _read(self, text: str, pieces: Pieces) -> Encoding:
        cuts = tuple(windows(pieces, int(self.card["window"])))
        parts = [self._window(pieces.cut(start, end)) for start, end in cuts]
        if not parts:
            empty = np.zeros((0, 1), dtype=np.float32)
            return Encoding(text, pieces, cuts, empty, empty, empty)
        hidden, roles, names = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
        return Encoding(text, pieces, cuts, hidden, roles, names)

    def _window(self, pieces: Pieces) -> tuple[Floats, Floats, Floats]:
        feed = {
            "ids": np.concatenate([[CLS], pieces.ids, [SEP]])[None],
            "case": np.pad(pieces.case, 1)[None],
            "quote": np.pad(pieces.quote, 1)[None],
            "line": np.pad(pieces.line, 1)[None],
        }
        hidden, roles, names = self._encoder.run(["hidden", "roles", "names"], feed)
        return hidden[0, 1:-1], roles[0, 1:-1], names[0, 1:-1]

    def ties(self, encoding: Encoding, cues: Sequence[int]) -> list[tuple[int, Floats]]:
        """For each piece that begins a cue, the first piece of its window and, for each from there
        on, log-probabilities [m, 4] of the part that it plays: none, source, cue, content."""
        found: dict[int, tuple[int, Floats]] = {}
        for start, end, own in _by_window(encoding.windows, sorted(set(cues))):
            feed = {
                "hidden": encoding.hidden[start:end],
                "cues": np.array(own, dtype=np.int64) - start,
            }
            scores = self._ties.run(["ties"], feed)[0]
            found.update((cue, (start, row)) for cue, row in zip(own, scores, strict=True))
        return [found[cue] for cue in cues]

    def same(self, encoding: Encoding, pairs: Sequence[tuple[Span, Span]]) -> list[float]:
        """For each pair of spans the probability that both name one thing; 0 where one of them
        holds no word. The scorer saw pairs of one window only: far ones are its guess."""
        placed = [(encoding.covering(a), encoding.covering(b)) for a, b in pairs]
        fit = [i for i, ((a, b), (c, d)) in enumerate(placed) if a < b and c < d]
        found = [0.0] * len(pairs)
        if not fit:
            return found
        hidden = encoding.hidden

        def mean(first: int, last: int) -> Floats:
            vector: Floats = (hidden[first] + hidden[last - 1]) / 2
            return vector

        feed = {
            "left": np.stack([mean(*placed[i][0]) for i in fit]),
            "right": np.stack([mean(*placed[i][1]) for i in fit]),
            "offset": np.array([placed[i][1][0] - placed[i][0][0] for i in fit], dtype=np.int64),
        }
        for i, value in zip(fit, self._same.run(["same"], feed)[0].tolist(), strict=True):
            found[i] = value
        return found


def _by_window(
    windows: Sequence[tuple[int, int]], cues: Sequence[int]
) -> Iterator[tuple[int, int, Sequence[int]]]:
    """Each window that holds cues, with them. windows, cues: in order."""
    at = 0
    for start, end in windows:
        last = bisect_left(cues, end, lo=at)
        if last > at:
            yield start, end, cues[at:last]
        at = last
