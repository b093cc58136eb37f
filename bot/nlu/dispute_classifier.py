"""Rasa component: which kinds of dispute an account tells, learnt from examples.

Word patterns come first (bot/nlu/disputes.py) and hear what is said in words of the field. This
one hears what is told in other words, and doubts a pattern whose words stand in another account.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.dispute_examples import DISPUTES
from bot.nlu.disputes import (
    CIRCUMSTANCES,
    NEED_A_PLAN,
    NEED_NO_PLAN,
    PART_IN_DISPUTE,
)
from bot.nlu.facts import Fact
from bot.nlu.features import stack_sentence_features
from bot.nlu.learning_component import LearningComponent
from bot.nlu.message import ParentMessage
from bot.nlu.parts import PART_OF_MESSAGE
from bot.nlu.ruled_out import ruled_out_by_words
from bot.nlu.softmax import Example, Softmax, learn, load_softmax, read_words

NO_DISPUTE = "none"
ONE_QUESTION_TAKEN_OF = 4
ONE_TELLING_NOTHING_TAKEN_OF = 2
"""Examples of intents are many: so few teach enough, and keep training quick."""


@dataclass(frozen=True)
class Told:
    """Kinds of dispute that a message tells for sure, and kinds to ask about."""

    sure: frozenset[str]
    unsure: frozenset[str]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class DisputeClassifier(LearningComponent[Softmax]):
    """Settles the entities `dispute` of a message with what was learnt.

    Comes after the component that reads the patterns. Without examples it changes nothing.
    """

    shares = ("sure", "agreed", "likely", "doubted", "doubted_by_none", "hardly", "fewest_known")

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """From which likelihood on a kind counts, and how much each sort of example counts.

        `sure`: no pattern says it; `agreed`: a pattern that is not sure says it too; `likely`: it
        is asked about; `doubted`: another kind makes a sure pattern's one a question, if it is
        twice as likely, and `doubted_by_none`: no dispute at all does, which the other facts of a
        message look like; `hardly`: below, a pattern's unsure kind is dropped beside a likely one.
        Messages of fewer than `fewest_words` words are left to the patterns, and so are those of
        whose words a smaller share than `fewest_known` was met in training.
        `always_asked`: kinds that only a pattern makes sure; a wrong one of these would tell people
        that they need no certificate (law L08).
        `intents_that_tell_nothing`: their examples tell no dispute, even where they state things.
        """
        return {
            "sure": 0.8,
            "agreed": 0.6,
            "likely": 0.3,
            "doubted": 0.8,
            "doubted_by_none": 0.98,
            "hardly": 0.05,
            "fewest_words": 3,
            "fewest_known": 0.4,
            "account_counts": 10.0,
            "question_counts": 5.0,
            "intents_that_tell_nothing": [],
            "always_asked": ["i_named_only", "i_type_only", "i_none_named"],
        }

    @classmethod
    def read_learnt(cls, folder: Path) -> Softmax | None:
        """The softmax over the kinds."""
        return load_softmax(folder)

    @staticmethod
    def write_learnt(folder: Path, learnt: Softmax) -> None:
        """The softmax over the kinds."""
        learnt.save(folder)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the accounts and, as what tells no dispute, from examples of intents."""
        examples = select_examples(training_data, self._config)
        if len({example.type for example in examples}) <= 1:
            return self.keep(None)
        return self.keep(learn(examples, stack_sentence_features([e.message for e in examples])))

    def process(self, messages: list[Message]) -> list[Message]:
        """Settle the kinds of each message; a part of one has none of its own."""
        for message in messages:
            is_part = (message.get(METADATA) or {}).get(PART_OF_MESSAGE, False)
            if not is_part and self._can_be_judged(message.get(TEXT)):
                self._settle(message)
        return messages

    def _can_be_judged(self, text: str | None) -> bool:
        if self._learnt is None or not text or only_asks(text):
            return False
        words = read_words(text)
        return (
            len(words) >= self._config["fewest_words"]
            and self._learnt.share_of_known(words) >= self._config["fewest_known"]
        )

    def _settle(self, message: Message) -> None:
        entities: list[dict[str, Any]] = message.get(ENTITIES, [])
        heard = {found["value"]: found for found in entities if found["entity"] == "dispute"}
        patterns = Told(
            frozenset(kind for kind, found in heard.items() if found["sure"]),
            frozenset(kind for kind, found in heard.items() if not found["sure"]),
        )
        assert self._learnt is not None
        likely = self._learnt.weigh_types(stack_sentence_features([message]))
        ruled_out = _ruled_out_by_plan(entities) | ruled_out_by_words(
            ParentMessage(message.get(TEXT))
        )
        patterns = Told(patterns.sure, patterns.unsure - ruled_out)
        likely = {kind: share for kind, share in likely.items() if kind not in ruled_out}
        told = combine(patterns, likely, self._config)
        doubted = {PART_IN_DISPUTE.get(kind) for kind in patterns.sure - told.sure}
        others = [
            found
            for found in entities
            if found["entity"] != "dispute"
            and not (
                found["entity"] == "section"
                and found["value"] in doubted
                and not _is_a_letter(message, found)
            )
        ]
        whole = len(message.get(TEXT))
        kinds = [
            {
                **Fact("dispute", kind, 0, whole).as_entity(self.__class__.__name__),
                **heard.get(kind, {}),
                "sure": kind in told.sure,
            }
            for kind in sorted(told.sure | told.unsure, key=lambda kind: -likely.get(kind, 1.0))
        ]
        message.set(ENTITIES, others + kinds, add_to_output=True)


def _ruled_out_by_plan(entities: list[dict[str, Any]]) -> frozenset[str]:
    """The kinds that nobody has whose plan, or lack of one, is told for sure."""
    plans = {
        (found["value"], found["sure"]) for found in entities if found["entity"] == "plan_status"
    }
    if plans == {("none", True)}:
        return NEED_A_PLAN
    return NEED_NO_PLAN if plans == {("final", True)} else frozenset()


def _is_a_letter(message: Message, section: dict[str, Any]) -> bool:
    """Whether a section was named by its letter, which stands whatever the account is about."""
    words = message.get(TEXT)[section["start"] : section["end"]]
    return words.rstrip("12").upper() == section["value"]


def combine(patterns: Told, likely: dict[str, float], config: dict[str, Any]) -> Told:
    """What patterns and examples tell together. `likely`: of each kind and of no dispute."""
    surest = max(likely, key=likely.__getitem__)
    about = patterns.sure - CIRCUMSTANCES
    if about:
        most_of_sure = max(likely.get(kind, 1.0) for kind in about)
        # Words of the field stand where all around them tells other facts: that looks like none.
        from_here = config["doubted_by_none" if surest == NO_DISPUTE else "doubted"]
        if likely[surest] < from_here or most_of_sure * 2 > likely[surest]:
            return patterns
        return Told(frozenset(), (patterns.sure | {surest}) - {NO_DISPUTE})
    told = {kind for kind, share in likely.items() if share >= config["likely"]} - {NO_DISPUTE}
    if not told:
        return patterns
    surest = max(told, key=likely.__getitem__)
    may_be_sure = surest not in config["always_asked"]
    if patterns.unsure - CIRCUMSTANCES:
        if told <= patterns.unsure and may_be_sure and likely[surest] >= config["agreed"]:
            return Told(patterns.sure | {surest}, frozenset())
        kept = {kind for kind in patterns.unsure if likely.get(kind, 1.0) >= config["hardly"]}
        return Told(patterns.sure, frozenset((kept | told) - patterns.sure))
    if may_be_sure and likely[surest] >= config["sure"]:
        return Told(patterns.sure | {surest}, patterns.unsure - {surest})
    return Told(patterns.sure, frozenset((patterns.unsure | told) - patterns.sure))


def select_examples(training_data: TrainingData, config: dict[str, Any]) -> list[Example]:
    """The accounts, one of several kinds shared among them, and intents that tell none."""
    examples = []
    asked: list[Message] = []
    nothing: list[Message] = []
    for message in training_data.training_examples:
        kinds = message.get(DISPUTES)
        if kinds is not None:
            counts = config["account_counts"] / max(1, len(kinds))
            examples += [Example(message, kind, counts) for kind in kinds or [NO_DISPUTE]]
        elif message.get(INTENT) in config["intents_that_tell_nothing"]:
            nothing.append(message)
        elif message.get(INTENT) is not None:
            asked.append(message)
    if not examples:
        return []
    nothing = nothing[::ONE_TELLING_NOTHING_TAKEN_OF] + [
        message for message in asked[::ONE_QUESTION_TAKEN_OF] if only_asks(message.get(TEXT) or "")
    ]
    return examples + [
        Example(message, NO_DISPUTE, config["question_counts"])
        for message in nothing
        if message.get(TEXT)
    ]


def only_asks(text: str) -> bool:
    """Whether nothing is stated in it: "can they refuse to assess?" tells no dispute."""
    return not any(character.isalnum() for character in ParentMessage(text).asserted)
