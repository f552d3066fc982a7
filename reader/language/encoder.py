"""Runs the encoder over the windows of a text: for each word the scores of its tags, and the vectors that point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from reader.language.features import CHANNELS, Features
from reader.language.heads import HEADS, POINTERS, WIDTH
from reader.language.pieces import Pieces, Window, laid_out, windows
from reader.language.sentences import Sentences
from reader.language.tokens import Tokens

if TYPE_CHECKING:
    from pathlib import Path

Scores = npt.NDArray[np.float32]
_HARDLY = 7.0
"""Scores that far below the best are a thousandth of its probability."""
_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder says of a text.

    ``tags`` holds for each head words × tags, as logarithms of probabilities; ``vectors`` rows × 2·pointers × width for
    the words that may begin something, ``row_of`` the row of each word or -1: most words point at nothing, and a long
    text would fill the memory with their vectors. ``window_of`` is the number of each word's window: what points stays
    inside one.
    """

    tags: dict[str, Scores]
    vectors: npt.NDArray[np.float16]
    row_of: npt.NDArray[np.int32]
    windows: list[Window]
    window_of: list[int]

    def chances(self, pointer: str, asking: int, answering: list[int], nobody: float) -> Scores:
        """How probable each answering word is, and before them nobody; sums to 1. All in one window."""
        k = POINTERS.index(pointer)
        rows = self.row_of[answering]
        if self.row_of[asking] < 0:
            return np.array([1.0, *([0.0] * len(answering))], dtype=np.float32)
        answers = self.vectors[rows, len(POINTERS) + k].astype(np.float32)
        scores = answers @ self.vectors[self.row_of[asking], k].astype(np.float32) * WIDTH**-0.5
        scores[rows < 0] = _NEVER
        whole = np.concatenate((np.array([nobody], dtype=np.float32), scores))
        whole = np.exp(whole - whole.max())
        found: Scores = whole / whole.sum()
        return found


@dataclass(frozen=True, slots=True)
class Encoder:
    """The session and its tokenizer, loaded once. ``nobody`` is the score of each pointer for pointing at nothing."""

    session: Any
    pieces: Pieces
    nobody: tuple[float, ...]

    @staticmethod
    def load(folder: Path, nobody: tuple[float, ...]) -> Encoder:
        """Raises what onnxruntime raises when a file is damaged, OSError or ValueError for the vocabulary."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # windows differ in length: remembered patterns only take memory
        options.log_severity_level = 3
        options.add_session_config_entry("optimization.enable_gelu_approximation", "1")  # 1.5 % faster
        file = str(folder / "encoder.onnx")
        session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
        return Encoder(session, Pieces.load(folder / "vocab.txt"), nobody)

    def read(self, tokens: Tokens, sentences: Sentences, features: Features) -> Reading:
        """Reads a whole text, window by window. Time and memory grow with its length alone."""
        numbers = self.pieces.of(tokens.words)
        cut = windows(tokens, sentences, [len(n) for n in numbers])
        table = np.array(features, dtype=np.int64).reshape(len(CHANNELS), len(tokens))
        tags = np.zeros((len(tokens), sum(HEADS.values())), dtype=np.float32)
        row_of = np.full(len(tokens), -1, dtype=np.int32)
        kept: list[npt.NDArray[np.float16]] = [np.zeros((0, 2 * len(POINTERS), WIDTH), dtype=np.float16)]
        window_of: list[int] = []
        rows = 0
        for number, window in enumerate(cut):
            found, pointing = self._window(window, numbers, table)
            tags[window.first : window.last] = found
            begins = _may_begin(found)
            row_of[window.first + begins] = np.arange(rows, rows + len(begins))
            rows += len(begins)
            kept.append(pointing[begins].reshape(-1, 2 * len(POINTERS), WIDTH).astype(np.float16))
            window_of += [number] * (window.last - window.first)
        return Reading(_by_head(tags), np.concatenate(kept), row_of, cut, window_of)

    def _window(
        self, window: Window, numbers: list[tuple[int, ...]], table: npt.NDArray[np.int64]
    ) -> tuple[Scores, Scores]:
        flat, firsts, owners = laid_out(numbers, window)
        columns = np.zeros((1, len(CHANNELS), len(flat)), dtype=np.int64)
        columns[0, :, 1:-1] = table[:, owners]
        inputs = {
            "pieces": np.array([flat], dtype=np.int64),
            "features": columns,
            "firsts": np.array([firsts], dtype=np.int64),
        }
        tags, pointers = self.session.run(None, inputs)
        return tags[0], pointers[0]


def _may_begin(tags: Scores) -> npt.NDArray[np.intp]:
    """The words that begin something with a probability above one in a thousand."""
    able = np.zeros(len(tags), dtype=bool)
    at = 0
    for head, size in HEADS.items():
        part = tags[:, at : at + size]
        begins = part[:, 1:] if head == "pronoun" else part[:, 1::2]
        able |= begins.max(axis=1) > part.max(axis=1) - _HARDLY
        at += size
    return able.nonzero()[0]


def _by_head(tags: Scores) -> dict[str, Scores]:
    found: dict[str, Scores] = {}
    at = 0
    for head, size in HEADS.items():
        part = tags[:, at : at + size]
        part = part - part.max(axis=1, keepdims=True) if len(part) else part
        found[head] = part - np.log(np.exp(part).sum(axis=1, keepdims=True))
        at += size
    return found
