"""Makes Rasa's engine fit for people: a turn is answered whole or fails, in order, and quickly.

Every class names the fact about Rasa 3.6.21 that it cures (rasa-facts number, rasa file:line).
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from weakref import WeakValueDictionary

import aiohttp
import ujson
from rasa.core.actions.action import Action, ActionExecutionRejection, RemoteAction
from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.lock_store import LockStore
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.graph import StraightRunner
from bot.hearing import HearingProcessor, heard_dangers
from bot.tracker_store import SnapshotTrackerStore

ACTION_SECONDS = 10.0
MESSAGE_ANSWERED_SLOT = "turn_done"


class TurnNotTaken(RuntimeError):
    """The turn was not completed and nothing of it was kept; it can be taken again."""


class ActionServer(EndpointConfig):
    """The action server: a connection kept open, only this turn's events, no body in errors.

    Rasa opens a connection for each call, waits 300 s, posts every event of the conversation
    and puts the answer's body into the exception it logs (rasa/utils/endpoints.py:141-180,226;
    core/constants.py:21; rasa-facts B7, B12). A form's validation is always sent the whole
    domain too, 160 KB here, which our action server does not read (action.py:667-671).
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._connections: aiohttp.ClientSession | None = None

    async def request(self, *_args: Any, json: dict[str, Any], **_options: Any) -> Any:
        """Run an action. Raises TurnNotTaken unless the answer is 200 with an object in it."""
        if self._connections is None:
            self._connections = aiohttp.ClientSession(
                headers={**self.headers, "Content-Type": "application/json"},
                timeout=aiohttp.ClientTimeout(total=ACTION_SECONDS),
            )
        tracker = json["tracker"]
        body = {**json, "tracker": {**tracker, "events": _last_turn(tracker["events"])}}
        body.pop("domain", None)
        try:
            async with self._connections.post(self.url, data=ujson.dumps(body)) as answer:
                if answer.status != 200:
                    raise TurnNotTaken(f"the action server answered {answer.status}")
                result = ujson.loads(await answer.read())
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as error:
            raise TurnNotTaken(f"the action server failed: {type(error).__name__}") from None
        if not isinstance(result, dict):
            raise TurnNotTaken("the action server sent no object")
        return result

    async def close(self) -> None:
        """Close the connections."""
        if self._connections is not None:
            await self._connections.close()


class ConversationLocks(LockStore):
    """One turn at a time in a conversation, first come, first served.

    Rasa's lock polls once a second and drops the second message if the first turn is slow
    (lock_store.py:94,137; rasa-facts B6).
    """

    def __init__(self, endpoint_config: EndpointConfig | None = None) -> None:
        super().__init__()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, *_ticket: float, **_options: float
    ) -> AsyncIterator[asyncio.Lock]:
        """Hold the conversation until the block ends."""
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        async with lock:
            yield lock


class TurnProcessor(HearingProcessor):
    """Takes a turn whole or not at all.

    Rasa counts an action that failed as executed, carries on without its events and saves that
    (processor.py:993-1002; rasa-facts 0.1, B7). Here any failure ends the turn before anything
    is saved, and a turn that the action did not mark as done is a failure.
    """

    def __init__(self, loaded: MessageProcessor, agent: Agent) -> None:
        """Take over a processor that Rasa has loaded; the model is not read again."""
        self.__dict__.update(vars(loaded))
        self.tracker_store = agent.tracker_store
        self.lock_store = agent.lock_store
        self.action_endpoint = agent.action_endpoint
        self.graph_runner = StraightRunner.take_over(loaded.graph_runner)

    async def handle_message(self, message: UserMessage) -> list[dict[str, Any]]:
        """Answer a message, or answer it again from the tracker if it was answered before.

        A message that speaks of danger is no turn: the channel is told which danger, nothing is
        said and nothing is saved. Where that danger is answered already, only facts are taken.
        Raises TurnNotTaken when the action did not complete the turn.
        """
        channel = message.output_channel
        tracker = await self.fetch_tracker_and_update_session(message.sender_id, channel)
        said_before = replies_to(tracker, message.message_id)
        if said_before is not None:
            await channel.repeat(said_before)
            return channel.messages
        await self._handle_message_with_tracker(message, tracker)
        if not (message.metadata or {}).get("only_facts"):
            channel.dangers = heard_dangers(tracker)
        if channel.dangers:
            return []
        tracker = await self.run_action_extract_slots(channel, tracker)
        await self._run_prediction_loop(channel, tracker)
        if tracker.get_slot(MESSAGE_ANSWERED_SLOT) != message.message_id:
            raise TurnNotTaken("no action marked the turn as done")
        await self.save_tracker(tracker)
        return channel.messages

    async def _run_action(
        self,
        action: Action,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        prediction: PolicyPrediction,
    ) -> bool:
        """Run an action on the tracker itself: a turn that fails is thrown away as a whole."""
        tracker.update_with_events(prediction.events, self.domain)
        try:
            events = await action.run(output_channel, nlg, tracker, self.domain)
        except ActionExecutionRejection:
            raise TurnNotTaken("the action set no slot") from None
        tracker.update(action.event_for_successful_execution(prediction))
        tracker.update_with_events(events, self.domain)
        await self._send_bot_messages(events, tracker, output_channel)
        return self.should_predict_another_action(action.name())


def prepare(agent: Agent) -> None:
    """Put the cures into an agent that Rasa has loaded. Raises RuntimeError if it cannot be.

    Rasa wraps every tracker store in one that hides its errors (agent.py:528; B5), and quietly
    uses a store in memory when ours cannot be imported (tracker_store.py:1563).
    """
    store = agent.tracker_store
    if isinstance(store, FailSafeTrackerStore):
        store = store._tracker_store
    if not isinstance(store, SnapshotTrackerStore):
        raise RuntimeError("endpoints.yml must name bot.tracker_store.SnapshotTrackerStore")
    if isinstance(agent.processor, TurnProcessor):
        return
    agent.tracker_store = store
    agent.lock_store = ConversationLocks()
    if agent.processor is None:
        return
    actions = agent.action_endpoint
    if type(actions) is EndpointConfig:
        actions = ActionServer(url=actions.url, headers=actions.headers, **actions.kwargs)
        agent.action_endpoint = actions
    agent.processor = TurnProcessor(agent.processor, agent)
    RemoteAction._validate_action_result = _check_action_result
    # TensorFlow and Rasa leave millions of objects that the collector need not visit again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def replies_to(tracker: DialogueStateTracker, message_id: str) -> list[BotUttered] | None:
    """What was said in answer to a message, or None if the tracker has no such message."""
    said: list[BotUttered] = []
    for event in reversed(tracker.events):
        if isinstance(event, BotUttered):
            said.append(event)
        elif isinstance(event, UserUttered):
            if event.message_id == message_id:
                return said[::-1]
            said.clear()
    return None


def _last_turn(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for at in range(len(events) - 1, -1, -1):
        if events[at]["event"] == "user":
            return events[at:]
    return events


def _check_action_result(_action: RemoteAction, result: Any) -> bool:
    """Check the shape of an action's answer: lists of events, each named, and of responses.

    Rasa re-checks its JSON schema itself on every call, most of a turn's time
    (action.py:699-713; rasa-facts B16); with the schema checked once, walking it still took a
    sixteenth. Raises TurnNotTaken, naming the place, never the value.
    """
    if not isinstance(result, dict):
        raise TurnNotTaken("the action server sent a wrong answer at the top")
    for part in ("events", "responses"):
        items = result.get(part, [])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise TurnNotTaken(f"the action server sent a wrong answer at {part}")
    if not all(isinstance(event.get("event"), str) for event in result.get("events", [])):
        raise TurnNotTaken("the action server sent a wrong answer at events")
    return True
