"""People who write to an agent in this process, and what they get back."""

from __future__ import annotations

import asyncio
import copy
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.utils.endpoints import EndpointConfig

from bot.channel import IntakeOutput, neutralise
from bot.engine import prepare
from bot.quick_start import read_domains_quickly
from bot.settings import Settings
from bot.tracker_store import SnapshotTrackerStore
from bot.train import model_for_present_content

read_domains_quickly()


class Assistant:
    """An agent with the product's cures, its own tracker database and an event loop."""

    def __init__(self, project: Path, settings: Settings) -> None:
        self.loop = asyncio.new_event_loop()
        self.store = SnapshotTrackerStore(settings=settings)
        self.agent = copy.copy(_load(project))
        self.store.domain = self.agent.domain
        self.agent.tracker_store = self.store
        self.agent.action_endpoint = EndpointConfig(
            url=f"{settings.actions_url}/webhook", headers={"X-Intake-Key": settings.internal_key}
        )
        prepare(self.agent)

    def close(self) -> None:
        self.loop.run_until_complete(self.agent.action_endpoint.close())
        self.store.close()
        self.loop.close()

    def tell(
        self,
        conversation: str,
        text: str,
        channel: str = "web",
        message_id: str | None = None,
        *,
        only_facts: bool = False,
        suspected: str | None = None,
    ) -> IntakeOutput:
        """Send a message as the channel does. Raises what the channel would turn into a 5xx."""
        said = IntakeOutput(channel)
        message = turn(conversation, text, said, message_id)
        message.metadata |= {"only_facts": only_facts, "suspected": suspected}
        self.loop.run_until_complete(self.agent.handle_message(message))
        return said

    def tracker(self, conversation: str) -> Any:
        return self.loop.run_until_complete(self.store.retrieve(conversation))


@lru_cache
def _load(project: Path) -> Agent:
    return Agent.load(model_for_present_content(project))


def turn(
    conversation: str, text: str, said: IntakeOutput, message_id: str | None = None
) -> UserMessage:
    message_id = message_id or str(uuid4())
    return UserMessage(
        neutralise(text),
        said,
        conversation,
        input_channel=said.name(),
        message_id=message_id,
        metadata={
            "conversation": conversation,
            "channel": said.name(),
            "message_id": message_id,
            "pending": None,
        },
    )
