"""Builds the sentence encoder: all-MiniLM-L6-v2 as an ONNX graph with 8-bit weights.

Its package asks for PyTorch; a BERT of six layers is few enough nodes to write out, so nothing of
that is needed. A tuning (`bot.nlu.tune_encoder`) makes an encoder of its own.
Run `python -m bot.nlu.build_encoder` to build it now; the server does so when it is missing.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from functools import lru_cache
from pathlib import Path

import numpy as np

from bot.nlu.minilm import CONFIG, SIZE, TUNING, WEIGHTS, Weights, load_weights, read_encoder_config

SHALLOW_LAYER = 3
"""Whose words are told beside those of the last layer: more of what each word says by itself."""
ENCODERS = Path(__file__).resolve().parents[2] / "models" / "encoder"
"""Beside the models: it belongs to the code, whatever folder of state a server runs with."""
RECIPE = "2"
OPSET = 17
CONTRIB = "com.microsoft"


@lru_cache
def name_encoder(tuning: Path | None = None) -> str:
    """The encoder's file name, which holds the hash of weights, tuning and recipe."""
    digest = hashlib.sha256(WEIGHTS.read_bytes() + CONFIG.read_bytes() + RECIPE.encode())
    if tuning is not None:
        digest.update(tuning.read_bytes())
    return f"minilm-{digest.hexdigest()[:16]}.onnx"


def ensure_encoder(folder: Path, tuning: Path | None = None) -> Path:
    """Return the encoder's file in this folder, building it (a few seconds) if it is missing."""
    path = folder / name_encoder(tuning)
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _build(path, load_weights(tuning))
    return path


def build_graph(path: Path, weights: Weights) -> None:
    """Write the encoder in 32 bits: token ids and mask in, two things out.

    The normalised mean of the tokens; and each token as it is understood in its place, after
    SHALLOW_LAYER and after the last layer, each normalised.
    """
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    settings = read_encoder_config()
    epsilon = settings["layer_norm_eps"]
    nodes: list[onnx.NodeProto] = []
    constants: list[onnx.TensorProto] = []

    def keep(name: str, values: np.ndarray) -> str:
        constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(operator: str, inputs: list[str], output: str, **attributes: object) -> str:
        nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    def weight(name: str) -> str:
        return keep(name, weights[name])

    def dense(name: str) -> str:
        return keep(f"{name}.weight", weights[f"{name}.weight"].T)

    word = add(
        "Gather", [weight("embeddings.word_embeddings.weight"), "input_ids"], "word_embedding"
    )
    shape = add("Shape", ["input_ids"], "shape")
    length = add("Slice", [shape, keep("one", np.array([1])), keep("two", np.array([2]))], "length")
    all_positions = (
        weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0]
    )
    position = add(
        "Slice",
        [keep("positions", all_positions), keep("zero", np.array([0])), length],
        "position_embedding",
    )
    summed = add("Add", [word, position], "embedding_sum")
    state = add(
        "LayerNormalization",
        [summed, weight("embeddings.LayerNorm.weight"), weight("embeddings.LayerNorm.bias")],
        "embedding",
        epsilon=epsilon,
    )
    mask = add("Cast", ["attention_mask"], "mask", to=TensorProto.INT32)
    shallow = state

    for number in range(int(settings["num_hidden_layers"])):
        layer = f"encoder.layer.{number}"
        attention = f"{layer}.attention"
        parts = [f"{attention}.self.{part}" for part in ("query", "key", "value")]
        joined = keep(
            f"{attention}.weight",
            np.concatenate([weights[f"{part}.weight"].T for part in parts], axis=1),
        )
        bias = keep(
            f"{attention}.bias", np.concatenate([weights[f"{part}.bias"] for part in parts])
        )
        attended = add(
            "Attention",
            [state, joined, bias, mask],
            f"{attention}.attended",
            domain=CONTRIB,
            num_heads=int(settings["num_attention_heads"]),
        )
        mixed = add("MatMul", [attended, dense(f"{attention}.output.dense")], f"{attention}.mixed")
        state = add(
            "SkipLayerNormalization",
            [
                mixed,
                state,
                weight(f"{attention}.output.LayerNorm.weight"),
                weight(f"{attention}.output.LayerNorm.bias"),
                weight(f"{attention}.output.dense.bias"),
            ],
            f"{attention}.state",
            domain=CONTRIB,
            epsilon=epsilon,
        )
        widened = add("MatMul", [state, dense(f"{layer}.intermediate.dense")], f"{layer}.widened")
        active = add(
            "BiasGelu",
            [widened, weight(f"{layer}.intermediate.dense.bias")],
            f"{layer}.active",
            domain=CONTRIB,
        )
        narrowed = add("MatMul", [active, dense(f"{layer}.output.dense")], f"{layer}.narrowed")
        state = add(
            "SkipLayerNormalization",
            [
                narrowed,
                state,
                weight(f"{layer}.output.LayerNorm.weight"),
                weight(f"{layer}.output.LayerNorm.bias"),
                weight(f"{layer}.output.dense.bias"),
            ],
            f"{layer}.state",
            domain=CONTRIB,
            epsilon=epsilon,
        )
        if number == SHALLOW_LAYER:
            shallow = state

    layers = [
        add("LpNormalization", [layer], f"{layer}.normalised", axis=2, p=2)
        for layer in (state, shallow)
    ]
    add("Concat", layers, "embedding_of_words", axis=2)
    counted = add("Cast", ["attention_mask"], "counted", to=TensorProto.FLOAT)
    column = add("Unsqueeze", [counted, keep("last", np.array([2]))], "column")
    masked = add("Mul", [state, column], "masked")
    total = add("ReduceSum", [masked, "one"], "total", keepdims=0)
    add("LpNormalization", [total], "embedding_of_sentence", axis=1, p=2)

    sentence = ["sentences", "tokens"]
    graph = helper.make_graph(
        nodes,
        "all-MiniLM-L6-v2",
        [
            helper.make_tensor_value_info("input_ids", TensorProto.INT64, sentence),
            helper.make_tensor_value_info("attention_mask", TensorProto.INT64, sentence),
        ],
        [
            helper.make_tensor_value_info(
                "embedding_of_sentence", TensorProto.FLOAT, ["sentences", SIZE]
            ),
            helper.make_tensor_value_info(
                "embedding_of_words", TensorProto.FLOAT, [*sentence, 2 * SIZE]
            ),
        ],
        constants,
    )
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=9), path)


def quantise(source: Path, target: Path) -> None:
    """Write the encoder with 8-bit weights, scaled per channel; sums stay in 32 bits."""
    from onnx import TensorProto
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Attention", "Gather"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )


def _build(path: Path, weights: Weights) -> None:
    """Build beside the target and rename: a half-written encoder is never read."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        whole, small = Path(folder, "whole.onnx"), Path(folder, "small.onnx")
        build_graph(whole, weights)
        quantise(whole, small)
        os.replace(small, path)


if __name__ == "__main__":
    print(f"The encoder is {ensure_encoder(ENCODERS)}.")
    print(f"The tuned encoder is {ensure_encoder(ENCODERS, TUNING)}.")
