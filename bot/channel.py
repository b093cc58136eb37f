"""The one door of the Rasa server: takes a turn from the front desk and answers it once.

Rasa's own REST channel answers 200 with an empty list whatever went wrong, and always calls
itself `collector`, so that no `channel: sms` response is ever chosen (rasa-facts B2, B3).
"""

from __future__ import annotations

import hmac
import logging
import re
import traceback
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import EventVerbosity
from sanic import Blueprint, response
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.engine import TurnNotTaken, prepare
from bot.settings import read_settings
from bot.tracker_store import TrackerChangedElsewhere

CHANNELS = ("web", "sms")
LONGEST_TEXT = 4000
LONGEST_ID = 64
SAYS_NOTHING = "."
_EMPTY = re.compile(r"\s{3,}")

logger = logging.getLogger(__name__)

Handler = Callable[[Request], Awaitable[HTTPResponse]]


@dataclass(frozen=True)
class Turn:
    """One message of a person, as the front desk sends it."""

    conversation: str
    channel: str
    message_id: str
    text: str
    pending: Any = None
    only_facts: bool = False
    suspected: str | None = None
    answered: tuple[str, ...] = ()
    after_notice: str | None = None
    sent_before_asked: bool = False


class BadTurn(ValueError):
    """A turn that cannot be read. The message names the field, never its content."""


class IntakeOutput(CollectingOutputChannel):
    """Collects the replies under the person's channel, so that `channel: sms` variants apply."""

    def __init__(self, channel: str) -> None:
        super().__init__()
        self._channel = channel
        self.repeated = False
        self.dangers: list[str] = []

    def name(self) -> str:
        """The person's channel; every caller in Rasa asks the instance (rasa-facts B3)."""
        return self._channel

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep text, buttons and what the message is about together, as one reply."""
        about = message.get("metadata") or {}
        self.messages.append(
            {
                "text": message.get("text") or "",
                "buttons": [
                    {"title": button["title"], "payload": button["payload"]}
                    for button in message.get("buttons") or []
                ],
                "asks": about.get("asks"),
                "topic": about.get("topic"),
            }
        )

    async def repeat(self, said: Iterable[BotUttered]) -> None:
        """Say again what was said before."""
        self.repeated = True
        for utterance in said:
            await self.send_response("", utterance.message())


class IntakeInput(InputChannel):
    """POST turns, GET health, GET and DELETE conversations/ID, below /webhooks/intake."""

    @classmethod
    def name(cls) -> str:
        """The channel's place in the address."""
        return "intake"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes. `on_new_message` takes a turn under the conversation's lock."""
        routes = Blueprint("intake", __name__)
        key = read_settings().internal_key

        @routes.listener("after_server_start")
        async def cure_the_engine(app: Any, _loop: Any) -> None:
            prepare(app.ctx.agent)

        @routes.get("/health")
        async def tell_health(request: Request) -> HTTPResponse:
            agent = request.app.ctx.agent
            if not agent.is_ready():
                return _problem(503, "no model is loaded")
            return response.json({"status": "ready", "model": agent.processor.model_filename})

        @routes.post("/turns")
        @_only_with(key)
        async def take_turn(request: Request) -> HTTPResponse:
            turn = read_turn(request.json)
            if not request.app.ctx.agent.is_ready():
                return _problem(503, "no model is loaded")
            said = IntakeOutput(turn.channel)
            await on_new_message(
                UserMessage(
                    neutralise(turn.text),
                    said,
                    turn.conversation,
                    input_channel=turn.channel,
                    message_id=turn.message_id,
                    metadata={
                        "conversation": turn.conversation,
                        "channel": turn.channel,
                        "message_id": turn.message_id,
                        "pending": turn.pending,
                        "only_facts": turn.only_facts,
                        "suspected": turn.suspected,
                        "answered": turn.answered,
                        "after_notice": turn.after_notice,
                        "sent_before_asked": turn.sent_before_asked,
                    },
                )
            )
            return response.json(
                {"messages": said.messages, "dangers": said.dangers, "repeated": said.repeated}
            )

        @routes.get("/conversations/<conversation:str>")
        @_only_with(key)
        async def read_conversation(request: Request, conversation: str) -> HTTPResponse:
            tracker = await request.app.ctx.agent.tracker_store.retrieve(conversation)
            if tracker is None:
                return _problem(404, "nothing is kept of it")
            return response.json(tracker.current_state(EventVerbosity.ALL))

        @routes.delete("/conversations/<conversation:str>")
        @_only_with(key)
        async def erase_conversation(request: Request, conversation: str) -> HTTPResponse:
            agent = request.app.ctx.agent
            async with agent.lock_store.lock(conversation):
                await agent.tracker_store.delete(conversation)
            return response.empty(204)

        return routes


def read_turn(body: Any) -> Turn:
    """Check what the front desk sent. Raises BadTurn, naming the first field that is wrong."""
    if not isinstance(body, dict):
        raise BadTurn("the body must be an object")
    for field, longest in (
        ("conversation", LONGEST_ID),
        ("message_id", LONGEST_ID),
        ("text", LONGEST_TEXT),
    ):
        if not isinstance(body.get(field), str) or len(body[field]) > longest:
            raise BadTurn(f"{field} must be text of at most {longest} characters")
    if not body["conversation"] or not body["message_id"]:
        raise BadTurn("conversation and message_id must not be empty")
    if body.get("channel") not in CHANNELS:
        raise BadTurn(f"channel must be one of {', '.join(CHANNELS)}")
    for field in ("suspected", "after_notice"):
        if not (body.get(field) is None or isinstance(body[field], str)):
            raise BadTurn(f"{field} must be text or null")
    answered = body.get("answered") or []
    if not (isinstance(answered, list) and all(isinstance(type_, str) for type_ in answered)):
        raise BadTurn("answered must be a list of texts")
    return Turn(
        conversation=body["conversation"],
        channel=body["channel"],
        message_id=body["message_id"],
        text=body["text"],
        pending=body.get("pending"),
        only_facts=body.get("only_facts") is True,
        suspected=body.get("suspected"),
        answered=tuple(answered),
        after_notice=body.get("after_notice"),
        sent_before_asked=body.get("sent_before_asked") is True,
    )


def neutralise(text: str) -> str:
    """The text without leading slashes: Rasa takes `/restart` or `/inform{...}` as a command.

    A leading space is not enough, since UserMessage strips it (channel.py:60; rasa-facts B11).
    Empty lines, of which somebody may paste hundreds, are cut to one: readers look across them.
    """
    said = _EMPTY.sub(lambda gap: "\n\n" if "\n" in gap[0] else " ", text)
    return re.sub(r"^[\s/]+", "", said).strip() or SAYS_NOTHING


def _only_with(key: str) -> Callable[[Callable[..., Awaitable[HTTPResponse]]], Handler]:
    """Refuse callers without the shared secret and turn every failure into an honest status."""

    def wrap(handle: Callable[..., Awaitable[HTTPResponse]]) -> Handler:
        @wraps(handle)
        async def guarded(request: Request, **parts: str) -> HTTPResponse:
            given = request.headers.get("X-Intake-Key", "")
            if not hmac.compare_digest(given.encode(errors="surrogateescape"), key.encode()):
                return _problem(401, "wrong or missing X-Intake-Key")
            try:
                return await handle(request, **parts)
            except InvalidUsage:
                return _problem(422, "the body must be JSON")
            except BadTurn as error:
                return _problem(422, str(error))
            except (TurnNotTaken, TrackerChangedElsewhere) as error:
                logger.warning("A turn was not taken: %s.", error)
                return _problem(503, "the turn was not taken")
            except Exception as error:
                logger.error("A request failed: %s.", describe_failure(error))
                return _problem(500, "the request failed")

        return guarded

    return wrap


def describe_failure(error: Exception) -> str:
    """The kind of an error and where it was raised, without its message (rasa-facts B12)."""
    steps = traceback.extract_tb(error.__traceback__)
    place = f"{steps[-1].filename}:{steps[-1].lineno}" if steps else "an unknown place"
    return f"{type(error).__name__} at {place}"


def _problem(status: int, title: str) -> HTTPResponse:
    return response.json(
        {"status": status, "title": title},
        status=status,
        content_type="application/problem+json",
    )
