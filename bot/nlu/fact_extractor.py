"""The Rasa component that adds the facts of a message to its entities."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.parts import PART_OF_MESSAGE
from bot.nlu.reader import FactReader


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class FactExtractor(GraphComponent, EntityExtractorMixin):
    """Finds facts by rules and word lists; nothing is learned, nothing stored."""

    def __init__(self, config: dict[str, Any]) -> None:
        """Load the word lists from the folder `data` of the config."""
        self._reader = FactReader(Path(config["data"]))

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the folder the word lists are read from, relative to where the server runs."""
        return {"data": "data/knowledge"}

    @staticmethod
    def required_packages() -> list[str]:
        """Return the packages that must be importable."""
        return ["spacy", "phonenumbers", "rapidfuzz"]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FactExtractor:
        """Make the component; see the parent class."""
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the facts of each message to its entities; of a part, the message has them."""
        for message in messages:
            text = message.get(TEXT)
            is_part = (message.get("metadata") or {}).get(PART_OF_MESSAGE, False)
            if text and not is_part:
                found = [
                    fact.as_entity(self.__class__.__name__) for fact in self._reader.read(text)
                ]
                message.set(ENTITIES, message.get(ENTITIES, []) + found, add_to_output=True)
        return messages
