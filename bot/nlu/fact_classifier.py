"""Rasa component: facts of a few values, learnt from messages that are labelled with them.

Rules come first (bot/nlu/reader.py) and read what is said in the ways that were thought of. This
one hears what is said in other words, and doubts what a rule read where nobody said so. Fields and
values are those of the examples.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.build_encoder import ENCODERS, ensure_encoder
from bot.nlu.dispute_classifier import only_asks
from bot.nlu.fact_examples import FACTS, LEFT_OPEN
from bot.nlu.facts import Fact
from bot.nlu.learning_component import LearningComponent
from bot.nlu.minilm import TUNING
from bot.nlu.parts import PART_OF_MESSAGE, split_into_parts
from bot.nlu.sentence_encoder import Encoder, open_encoder
from bot.nlu.softmax import read_words
from bot.nlu.strongest_word import (
    Lesson,
    StrongestWord,
    collect_values,
    learn_strongest_word,
    load_strongest_word,
)

WORDS_FILE = "words.json"
LONGER_THAN_IS_ENCODED = 400
"""Characters: of a longer message the encoder may not read the end, so its parts are read too."""
ROLE_AFTER = "."
"""Stands between entity and role in the name of a field."""


@dataclass(frozen=True)
class Learnt:
    """What training leaves: the weights, and the words that were met more than once."""

    values: StrongestWord
    words: frozenset[str]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class FactClassifier(LearningComponent[Learnt]):
    """Adds the facts that no rule read, and settles how sure those are that one did.

    Comes after the component that reads the rules. Without examples it changes nothing.
    """

    shares = ("sure", "likely", "agreed", "doubted", "fewest_known")

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """From which likelihood on a value counts.

        `sure`: no rule read the field; `likely`: the same, to be confirmed; `agreed`: a rule that
        was not sure read it too; `doubted`: below, what a rule was sure of is to be confirmed.
        `only_asked`: fields that only a rule makes sure; `not_added`, `not_doubted`: fields that
        are left to the rules where none or one read them.
        Messages of fewer than `fewest_words` words are left to the rules, and so are those of whose
        words a smaller share than `fewest_known` was met in training.
        `intents_that_tell_nothing`, `intent_examples`: so many examples of these intents and of
        plain questions teach what tells no fact.
        """
        return {
            "sure": 0.9,
            "likely": 0.4,
            "agreed": 0.6,
            "doubted": 0.03,
            "fewest_words": 4,
            "fewest_known": 0.4,
            "only_asked": [],
            "not_added": [],
            "not_doubted": [],
            "intents_that_tell_nothing": [],
            "intent_examples": 300,
        }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._encoder = open_encoder(ensure_encoder(ENCODERS, TUNING))

    @classmethod
    def read_learnt(cls, folder: Path) -> Learnt | None:
        """The weights, and the words met in training."""
        values = load_strongest_word(folder)
        if values is None:
            return None
        words = json.loads((folder / WORDS_FILE).read_text(encoding="utf-8"))
        return Learnt(values, frozenset(words))

    @staticmethod
    def write_learnt(folder: Path, learnt: Learnt) -> None:
        """The weights, and the words beside them."""
        learnt.values.save(folder)
        words = json.dumps(sorted(learnt.words))
        (folder / WORDS_FILE).write_text(words, encoding="utf-8")

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the labelled messages and, as what tells no fact, from examples of intents."""
        examples = select_examples(training_data, self._config)
        return self.keep(learn_facts(examples, self._encoder) if examples else None)

    def process(self, messages: list[Message]) -> list[Message]:
        """Settle the facts of each message; a part of one has none of its own."""
        for message in messages:
            is_part = (message.get(METADATA) or {}).get(PART_OF_MESSAGE, False)
            if not is_part and self._can_be_judged(message.get(TEXT)):
                self._settle(message)
        return messages

    def _can_be_judged(self, text: str | None) -> bool:
        if self._learnt is None or not text or only_asks(text):
            return False
        words = read_words(text)
        if len(words) < self._config["fewest_words"]:
            return False
        known = sum(word in self._learnt.words for word in words)
        return known >= self._config["fewest_known"] * len(words)

    def _settle(self, message: Message) -> None:
        assert self._learnt is not None
        likely = self._learnt.values.weigh(read_vectors(message.get(TEXT), self._encoder))
        whole = Fact("", "", 0, len(message.get(TEXT))).as_entity(type(self).__name__)
        settled = settle_facts(message.get(ENTITIES, []), likely, self._config, whole)
        message.set(ENTITIES, settled, add_to_output=True)


def settle_facts(
    entities: Sequence[dict[str, Any]],
    likely: Mapping[str, Mapping[str, float]],
    config: Mapping[str, Any],
    whole: Mapping[str, Any],
) -> list[dict[str, Any]]:
    """The entities with what was learnt. `likely`: of each value of each field.

    `whole`: what an entity has that was heard in the message as a whole.
    """
    settled = [dict(entity) for entity in entities]
    for field, shares in likely.items():
        name, _, role = field.partition(ROLE_AFTER)
        read = find_entities_of(field, settled, likely)
        best = max(shares, key=shares.__getitem__)
        if not read and field not in config["not_added"] and shares[best] >= config["likely"]:
            is_sure = shares[best] >= config["sure"] and field not in config["only_asked"]
            heard = {**whole, "entity": name, "value": best, "sure": is_sure}
            settled.append({**heard, "role": role} if role else heard)
        elif len(read) == 1:
            share = shares.get(read[0]["value"], 0.0)
            if not read[0]["sure"] and field not in config["only_asked"]:
                read[0]["sure"] = share >= config["agreed"]
            elif share < config["doubted"] and field not in config["not_doubted"]:
                read[0]["sure"] = False
    return settled


def find_entities_of(
    field: str, entities: Sequence[dict[str, Any]], fields: Collection[str]
) -> list[dict[str, Any]]:
    """The entities of a field; one with a role that is no field's is of all of its name."""
    name, _, role = field.partition(ROLE_AFTER)
    found = []
    for entity in entities:
        said = entity.get("role") or ""
        is_of_another = said != role and f"{name}{ROLE_AFTER}{said}" in fields
        if entity["entity"] == name and not is_of_another:
            found.append(entity)
    return found


def read_vectors(text: str, encoder: Encoder) -> np.ndarray:
    """The vectors of the words of a message; of a long one those of its parts too."""
    read = [encoder.encode_words(text)]
    if len(text) > LONGER_THAN_IS_ENCODED:
        read += [encoder.encode_words(part.text) for part in split_into_parts(text)]
    return np.vstack(read)


def learn_facts(examples: Sequence[Message], encoder: Encoder) -> Learnt:
    """Learn from labelled messages; one without a label tells nothing. There must be labels."""
    texts = [example.get(TEXT) for example in examples]
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        vectors = list(cores.map(lambda text: read_vectors(text, encoder), texts))
    lessons = [
        Lesson(words, example.get(FACTS) or {}, frozenset(example.get(LEFT_OPEN) or ()))
        for words, example in zip(vectors, examples, strict=True)
    ]
    met = Counter(word for text in texts for word in set(read_words(text)))
    values = learn_strongest_word(lessons, collect_values([lesson.told for lesson in lessons]))
    return Learnt(values, frozenset(word for word, times in met.items() if times > 1))


def select_examples(training_data: TrainingData, config: Mapping[str, Any]) -> list[Message]:
    """The labelled messages, and some of intents that tell nothing; none where none is labelled."""
    labelled, untold = [], []
    for message in training_data.training_examples:
        if message.get(FACTS) is not None:
            labelled.append(message)
        elif message.get(INTENT) is not None and message.get(TEXT):
            is_nothing = message.get(INTENT) in config["intents_that_tell_nothing"]
            if is_nothing or only_asks(message.get(TEXT)):
                untold.append(message)
    if not labelled:
        return []
    return labelled + untold[:: max(1, len(untold) // config["intent_examples"])]
