"""Tunes the sentence encoder on what families say: `make tune`.

The encoder learns together with three softmaxes, over the intents, over the types of danger with
none and over the kinds of dispute with none; they are thrown away and what the encoder learnt is
kept in `data/encoder/tuning.npz`. Several, as a message has an intent and may be in danger besides:
"he is 11" is both an answer and no danger.
Run it when many messages were added. A few more messages or a new topic need no tuning: `rasa
train` fits its classifiers in a minute. Five rounds, label smoothing, a rate that warms up and
falls: docs/decisions/0005 has the gains.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from bot.nlu.minilm import (
    LONGEST_IN_TOKENS,
    SIZE,
    TOKENIZER,
    TUNING,
    Weights,
    load_weights,
    read_encoder_config,
    write_tuning,
)
from bot.nlu.scuffing import Scuffer
from bot.nlu.tuning_lessons import Lesson, read_lessons

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
import tensorflow as tf

SEED = 7
ROUNDS = 5
BATCH = 32
RATE = 4e-5
HEAD_RATE = 1e-3
DECAY = 0.01
DROPPED = 0.1
SMOOTHING = 0.1
SHARPNESS = 20.0
"""What a sentence vector of length 1 is multiplied with before the softmax."""


class TunableEncoder:
    """The encoder as TensorFlow computes it; its layers can learn, its words stay as they are."""

    def __init__(self, weights: Weights) -> None:
        settings = read_encoder_config()
        self._layers = int(settings["num_hidden_layers"])
        self._heads = int(settings["num_attention_heads"])
        self._epsilon = settings["layer_norm_eps"]
        self._parts = {
            name: tf.Variable(values, name=name)
            if name.startswith("encoder.")
            else tf.constant(values)
            for name, values in weights.items()
        }

    @property
    def variables(self) -> list[tf.Variable]:
        """What learns."""
        return [part for part in self._parts.values() if isinstance(part, tf.Variable)]

    def weights(self) -> Weights:
        """The weights as they are now."""
        return {name: part.numpy() for name, part in self._parts.items()}

    def encode(self, ids: tf.Tensor, mask: tf.Tensor, dropped: float = 0.0) -> tf.Tensor:
        """Sentences × tokens in, sentences × 384 of length 1 out."""
        parts, shape = self._parts, tf.shape(ids)
        count, length = shape[0], shape[1]

        def normalise(state: tf.Tensor, name: str) -> tf.Tensor:
            mean, variance = tf.nn.moments(state, -1, keepdims=True)
            centred = (state - mean) * tf.math.rsqrt(variance + self._epsilon)
            return centred * parts[f"{name}.weight"] + parts[f"{name}.bias"]

        def dense(state: tf.Tensor, name: str) -> tf.Tensor:
            return tf.einsum("bsi,oi->bso", state, parts[f"{name}.weight"]) + parts[f"{name}.bias"]

        def drop(state: tf.Tensor) -> tf.Tensor:
            return tf.nn.dropout(state, dropped) if dropped else state

        def split(state: tf.Tensor) -> tf.Tensor:
            heads = tf.reshape(state, [count, length, self._heads, SIZE // self._heads])
            return tf.transpose(heads, [0, 2, 1, 3])

        words = tf.gather(parts["embeddings.word_embeddings.weight"], ids)
        places = parts["embeddings.position_embeddings.weight"][:length]
        kind = parts["embeddings.token_type_embeddings.weight"][0]
        state = normalise(words + places + kind, "embeddings.LayerNorm")
        unseen = (1.0 - mask)[:, None, None, :] * -1e9
        for number in range(self._layers):
            layer = f"encoder.layer.{number}"
            attention = f"{layer}.attention"
            query, key, value = (
                split(dense(state, f"{attention}.self.{part}"))
                for part in ("query", "key", "value")
            )
            scores = tf.matmul(query, key, transpose_b=True) / (SIZE // self._heads) ** 0.5
            mixed = tf.matmul(drop(tf.nn.softmax(scores + unseen)), value)
            mixed = tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [count, length, SIZE])
            mixed = drop(dense(mixed, f"{attention}.output.dense"))
            state = normalise(mixed + state, f"{attention}.output.LayerNorm")
            wide = tf.nn.gelu(dense(state, f"{layer}.intermediate.dense"))
            narrow = drop(dense(wide, f"{layer}.output.dense"))
            state = normalise(narrow + state, f"{layer}.output.LayerNorm")
        return tf.math.l2_normalize(tf.reduce_sum(state * mask[:, :, None], 1), -1)


class _WarmThenFalling(tf.keras.optimizers.schedules.LearningRateSchedule):
    """The rate climbs over a tenth of the steps and falls to nothing over the rest."""

    def __init__(self, rate: float, steps: int) -> None:
        self._rate, self._steps, self._warm = rate, float(steps), steps / 10

    def __call__(self, step: tf.Tensor) -> tf.Tensor:
        now = tf.cast(step, tf.float32)
        falling = (self._steps - now) / (self._steps - self._warm)
        return self._rate * tf.minimum((now + 1) / self._warm, tf.maximum(0.0, falling))


class _Head:
    """A softmax over the labels that the messages are told to have; some are told none."""

    def __init__(self, told: Sequence[str | None], counts: Sequence[float]) -> None:
        labels = sorted({label for label in told if label is not None})
        self._size = len(labels)
        self.targets = np.array([0 if label is None else labels.index(label) for label in told])
        self.counts = np.array(
            [0.0 if label is None else count for label, count in zip(told, counts, strict=True)],
            np.float32,
        )
        self.variables = [
            tf.Variable(tf.random.normal([SIZE, self._size], stddev=0.02)),
            tf.Variable(tf.zeros([self._size])),
        ]

    def lose(self, vectors: tf.Tensor, targets: tf.Tensor, counts: tf.Tensor) -> tf.Tensor:
        """How far off the labels are, an average over the whole batch."""
        weights, bias = self.variables
        losses = tf.keras.losses.categorical_crossentropy(
            tf.one_hot(targets, self._size),
            tf.matmul(vectors * SHARPNESS, weights) + bias,
            from_logits=True,
            label_smoothing=SMOOTHING,
        )
        return tf.reduce_mean(losses * counts)


def tune(
    lessons: Sequence[Lesson], scuff: Callable[[str], str], *, rounds: int = ROUNDS
) -> tuple[Weights, Weights]:
    """The weights before and after learning; prints how it goes.

    Each round sees each message once, as `scuff` spells it then.
    """
    random = np.random.default_rng(SEED)
    tf.random.set_seed(SEED)
    before = load_weights()
    encoder = TunableEncoder(before)
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    tokenizer.enable_truncation(LONGEST_IN_TOKENS)
    tokenizer.no_padding()
    intents = _Head([one.intent for one in lessons], [1.0] * len(lessons))
    dangers = _Head([one.danger for one in lessons], [one.danger_counts for one in lessons])
    disputes = _Head([one.dispute for one in lessons], [1.0] * len(lessons))
    heads = [*intents.variables, *dangers.variables, *disputes.variables]
    steps = rounds * -(-len(lessons) // BATCH)
    slow = tf.keras.optimizers.AdamW(_WarmThenFalling(RATE, steps), weight_decay=DECAY)
    fast = tf.keras.optimizers.AdamW(_WarmThenFalling(HEAD_RATE, steps), weight_decay=0.0)

    @tf.function(
        input_signature=[
            tf.TensorSpec([None, None], tf.int32),
            tf.TensorSpec([None, None], tf.float32),
            *[tf.TensorSpec([None], tf.int64), tf.TensorSpec([None], tf.float32)] * 3,
        ],
        autograph=False,
    )
    def learn(
        ids: tf.Tensor,
        mask: tf.Tensor,
        intent: tf.Tensor,
        intent_counts: tf.Tensor,
        danger: tf.Tensor,
        danger_counts: tf.Tensor,
        dispute: tf.Tensor,
        dispute_counts: tf.Tensor,
    ) -> tf.Tensor:
        with tf.GradientTape() as tape:
            vectors = encoder.encode(ids, mask, DROPPED)
            loss = intents.lose(vectors, intent, intent_counts)
            loss += dangers.lose(vectors, danger, danger_counts)
            loss += disputes.lose(vectors, dispute, dispute_counts)
        inner = encoder.variables
        gradients = tape.gradient(loss, [*inner, *heads])
        clipped, _length = tf.clip_by_global_norm(gradients[: len(inner)], 1.0)
        slow.apply_gradients(zip(clipped, inner, strict=True))
        fast.apply_gradients(zip(gradients[len(inner) :], heads, strict=True))
        return loss

    for number in range(1, rounds + 1):
        started, losses = time.monotonic(), []
        sentences = [tokenizer.encode(scuff(lesson.text)).ids for lesson in lessons]
        for rows in _batches(sentences, random):
            ids, mask = _pad([sentences[row] for row in rows])
            told = [
                column[rows]
                for head in (intents, dangers, disputes)
                for column in (head.targets, head.counts)
            ]
            losses.append(float(learn(ids, mask, *told)))
        took = time.monotonic() - started
        print(f"  round {number} of {rounds}: loss {np.mean(losses):.3f}, {took:.0f} s", flush=True)
    return before, encoder.weights()


def _batches(sentences: list[list[int]], random: np.random.Generator) -> Iterator[list[int]]:
    """Batches of sentences of about one length, in random order: little padding, little order."""
    order = random.permutation(len(sentences))
    batches = []
    for start in range(0, len(order), BATCH * 16):
        alike = sorted(order[start : start + BATCH * 16], key=lambda row: len(sentences[row]))
        batches += [alike[at : at + BATCH] for at in range(0, len(alike), BATCH)]
    for at in random.permutation(len(batches)):
        yield batches[at]


def _pad(sentences: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    longest = max(map(len, sentences))
    ids = np.zeros((len(sentences), longest), np.int32)
    mask = np.zeros((len(sentences), longest), np.float32)
    for row, sentence in enumerate(sentences):
        ids[row, : len(sentence)] = sentence
        mask[row, : len(sentence)] = 1
    return ids, mask


def main() -> None:
    """Tune on the project's own content and keep the tuning beside it."""
    lessons = read_lessons(Path.cwd())
    if not lessons:
        sys.exit("Tuning stopped: there are no messages in data/nlu.")
    print(f"Tuning on {len(lessons)} messages; this takes several minutes.", flush=True)
    before, after = tune(lessons, Scuffer(Path.cwd(), np.random.default_rng(SEED)).scuff)
    write_tuning(TUNING, before, after)
    print(f"Kept in {TUNING.name} ({TUNING.stat().st_size / 1e6:.1f} MB).")


if __name__ == "__main__":
    main()
