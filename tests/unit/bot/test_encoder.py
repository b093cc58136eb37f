"""The encoder against a forward pass written out in numpy from the BERT paper."""

from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from safetensors.numpy import load_file
from scipy.special import erf
from tokenizers import Tokenizer

from bot.nlu.build_encoder import build_graph, ensure_encoder
from bot.nlu.minilm import TOKENIZER, WEIGHTS
from bot.nlu.sentence_encoder import Encoder

SENTENCES = ["is it free", "My son is nine and we live in Leeds.", "what if they say no?"]


@pytest.fixture(scope="module")
def weights() -> dict[str, np.ndarray]:
    return load_file(WEIGHTS)


def tokens(text: str) -> np.ndarray:
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    tokenizer.no_padding()
    return np.array(tokenizer.encode(text).ids)


def encode_by_hand(ids: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    def dense(x: np.ndarray, name: str) -> np.ndarray:
        return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]

    def normalise(x: np.ndarray, name: str) -> np.ndarray:
        spread = np.sqrt(x.var(-1, keepdims=True) + 1e-12)
        centred = (x - x.mean(-1, keepdims=True)) / spread
        return centred * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def heads(x: np.ndarray) -> np.ndarray:
        return x.reshape(len(ids), 12, 32).transpose(1, 0, 2)

    state = weights["embeddings.word_embeddings.weight"][ids]
    state = state + weights["embeddings.position_embeddings.weight"][: len(ids)]
    state = state + weights["embeddings.token_type_embeddings.weight"][0]
    state = normalise(state, "embeddings.LayerNorm")
    for number in range(6):
        layer = f"encoder.layer.{number}"
        query, key, value = (
            heads(dense(state, f"{layer}.attention.self.{part}"))
            for part in ("query", "key", "value")
        )
        scores = np.exp(query @ key.transpose(0, 2, 1) / np.sqrt(32))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ value
        mixed = mixed.transpose(1, 0, 2).reshape(len(ids), 384)
        attended = dense(mixed, f"{layer}.attention.output.dense") + state
        state = normalise(attended, f"{layer}.attention.output.LayerNorm")
        wide = dense(state, f"{layer}.intermediate.dense")
        wide = wide * 0.5 * (1 + erf(wide / np.sqrt(2)))
        state = normalise(dense(wide, f"{layer}.output.dense") + state, f"{layer}.output.LayerNorm")
    mean = state.mean(0)
    return mean / np.linalg.norm(mean)


def test_graph_computes_what_the_paper_says(tmp_path: Path, weights: dict[str, np.ndarray]) -> None:
    build_graph(tmp_path / "whole.onnx", weights)
    session = onnxruntime.InferenceSession(
        str(tmp_path / "whole.onnx"), providers=["CPUExecutionProvider"]
    )
    for sentence in SENTENCES:
        ids = tokens(sentence)
        inputs = {"input_ids": ids[np.newaxis], "attention_mask": np.ones((1, len(ids)), np.int64)}
        np.testing.assert_allclose(
            session.run(None, inputs)[0][0], encode_by_hand(ids, weights), atol=1e-5
        )


def test_eight_bits_lose_next_to_nothing(weights: dict[str, np.ndarray]) -> None:
    encoder = Encoder(ensure_encoder(Path("var", "encoder")))
    for sentence in SENTENCES:
        vector = encoder.encode(sentence)
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
        assert vector @ encode_by_hand(tokens(sentence), weights) > 0.97


def test_very_long_message_is_read_from_its_start() -> None:
    encoder = Encoder(ensure_encoder(Path("var", "encoder")))
    start = "my son is nine and the council will not listen " * 20
    np.testing.assert_array_equal(
        encoder.encode(start + "is it free"), encoder.encode(start + "who are you")
    )
