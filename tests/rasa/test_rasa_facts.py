"""The traps of Rasa 3.6.21 that could lose or leak what a parent says, each with its cure.

The numbers are those of the project's list of Rasa facts, which bot/ names too.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from cryptography.fernet import InvalidToken
from rasa.shared.core.events import BotUttered, SessionStarted, UserUttered

import bot.engine
from bot.channel import IntakeOutput
from bot.engine import TurnNotTaken
from bot.settings import Settings
from bot.tracker_store import TURNS_BEFORE_FOLDING, SnapshotTrackerStore, TrackerChangedElsewhere

from .actions_server import ActionsServer
from .people import Assistant, turn

FAILURES = [
    "is broken",
    "rejects",
    "hangs",
    "breaks off",
    "sends nothing",
    "sends nonsense",
    "says nothing of the turn",
]


@pytest.fixture
def assistant(project: Path, settings: Settings) -> Iterator[Assistant]:
    assistant = Assistant(project, settings)
    yield assistant
    assistant.close()


@pytest.fixture
def conversation() -> str:
    return str(uuid4())


def test_first_message_starts_the_conversation_and_is_answered(
    assistant: Assistant, conversation: str
) -> None:
    said = assistant.tell(conversation, "hello, my son is nine")
    assert [message["asks"] for message in said.messages] == ["child_age"]
    assert assistant.tracker(conversation).active_loop_name == "referral_form"


def test_action_gets_one_call_a_turn_with_all_it_needs(
    assistant: Assistant, actions: ActionsServer, conversation: str
) -> None:
    assistant.tell(conversation, "hello", message_id="m-1")
    assistant.tell(conversation, "my son is nine", channel="sms", message_id="m-2")
    assert len(actions.calls) == 2
    call = actions.calls[1]
    latest = call["tracker"]["latest_message"]
    assert call["next_action"] == "validate_referral_form"
    assert latest["text"] == "my son is nine"
    assert latest["message_id"] == "m-2"
    assert latest["metadata"] == {
        "conversation": conversation,
        "channel": "sms",
        "message_id": "m-2",
        "pending": None,
        "only_facts": False,
        "suspected": None,
    }
    assert len(latest["intent_ranking"]) == 5
    assert call["tracker"]["slots"]["asking"] == "child_age"


def test_action_is_sent_this_turn_only_and_no_domain(
    assistant: Assistant, actions: ActionsServer, conversation: str
) -> None:
    for _ in range(4):
        assistant.tell(conversation, "yes")
    call = actions.calls[-1]
    assert sum(event["event"] == "user" for event in call["tracker"]["events"]) == 1
    assert "domain" not in call


def test_question_is_asked_once_though_its_response_has_the_name_forms_look_for(
    assistant: Assistant, actions: ActionsServer, conversation: str
) -> None:
    for _ in range(3):
        said = assistant.tell(conversation, "yes")
        assert len(said.messages) == 1
    assert len(actions.calls) == 3


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("turns_before", [0, 2])
def test_b7_failed_action_fails_the_turn_and_the_same_message_can_be_sent_again(
    assistant: Assistant,
    actions: ActionsServer,
    conversation: str,
    failure: str,
    turns_before: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bot.engine, "ACTION_SECONDS", 0.3)
    for _ in range(turns_before):
        assistant.tell(conversation, "yes")
    actions.behaviour = failure
    with pytest.raises(TurnNotTaken):
        assistant.tell(conversation, "my son is nine", message_id="m-1")
    actions.behave()
    said = assistant.tell(conversation, "my son is nine", message_id="m-1")
    assert not said.repeated
    assert [message["asks"] for message in said.messages] == ["child_age"]
    texts = [
        event.text
        for event in assistant.tracker(conversation).events
        if isinstance(event, UserUttered)
    ]
    assert texts.count("my son is nine") == 1


def test_b7_action_server_that_is_down_fails_the_turn(
    project: Path, environment: dict[str, str], conversation: str
) -> None:
    from bot.settings import read_settings

    nobody = read_settings({**environment, "INTAKE_ACTIONS_URL": "http://127.0.0.1:1"})
    assistant = Assistant(project, nobody)
    with pytest.raises(TurnNotTaken):
        assistant.tell(conversation, "hello")
    assert assistant.tracker(conversation) is None
    assistant.close()


def test_b3_text_messages_get_the_wording_for_texts(
    assistant: Assistant, actions: ActionsServer, conversation: str
) -> None:
    from rasa.shared.core.domain import Domain

    domain: Domain = assistant.agent.domain
    variants = domain.responses["utter_faq_is_it_free"]
    wording = {variant.get("channel", "web"): variant["text"] for variant in variants}
    actions.responses = [{"response": "utter_faq_is_it_free", "metadata": {"topic": "is_it_free"}}]
    for channel in ("web", "sms"):
        said = assistant.tell(conversation, "is it free", channel=channel)
        assert said.messages[0]["text"].strip() == wording[channel].strip()
        assert said.messages[0]["topic"] == "is_it_free"


def test_b2_reply_keeps_buttons_and_what_it_is_about_together(
    assistant: Assistant, actions: ActionsServer, conversation: str
) -> None:
    actions.responses = [
        {
            "text": "One.\n\nTwo.",
            "buttons": [{"title": "Yes", "payload": "yes"}],
            "metadata": {"asks": "summary", "topic": "summary"},
        },
    ]
    said = assistant.tell(conversation, "yes")
    assert said.messages == [
        {
            "text": "One.\n\nTwo.",
            "buttons": [{"title": "Yes", "payload": "yes"}],
            "asks": "summary",
            "topic": "summary",
        }
    ]


def test_repeated_message_is_answered_once_and_told_again(
    assistant: Assistant, actions: ActionsServer, settings: Settings, conversation: str
) -> None:
    first = assistant.tell(conversation, "hello", message_id="m-1")
    second = assistant.tell(conversation, "hello", message_id="m-1")
    assert second.repeated and not first.repeated
    assert second.messages == first.messages
    assert len(actions.calls) == 1
    assistant.store = SnapshotTrackerStore(assistant.agent.domain, settings=settings)
    assistant.agent.processor.tracker_store = assistant.store
    after_restart = assistant.tell(conversation, "hello", message_id="m-1")
    assert after_restart.repeated
    assert after_restart.messages == first.messages


@pytest.mark.parametrize(
    "typed",
    [
        "/restart",
        " //restart",
        "/session_start",
        "/back",
        '/inform{"child_age": "40"}',
        '/ /inform{"turn_done": "x"}',
        "EXTERNAL: restart",
        "/",
    ],
)
def test_b11_typed_commands_are_only_words(
    assistant: Assistant, actions: ActionsServer, conversation: str, typed: str
) -> None:
    assistant.tell(conversation, "hello")
    said = assistant.tell(conversation, typed)
    assert len(said.messages) == 1
    tracker = assistant.tracker(conversation)
    assert tracker.active_loop_name == "referral_form"
    assert sum(isinstance(event, UserUttered) for event in tracker.events) == 2
    latest = actions.calls[-1]["tracker"]["latest_message"]
    assert latest["intent_ranking"][0]["confidence"] < 1.0
    assert not latest["text"].startswith("/")


def test_b8_conversation_never_expires(
    assistant: Assistant, conversation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assistant.tell(conversation, "hello")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 400 * 24 * 3600)
    assistant.tell(conversation, "my son is nine")
    tracker = assistant.tracker(conversation)
    assert sum(isinstance(event, SessionStarted) for event in tracker.events) == 1
    assert tracker.active_loop_name == "referral_form"
    assert not assistant.agent.domain.session_config.are_sessions_enabled()


def test_b5_turn_200_costs_what_turn_10_costs(assistant: Assistant, conversation: str) -> None:
    sizes = []

    def take_turn(of: str) -> float:
        before = time.process_time()
        assistant.tell(of, "my son is nine")
        return time.process_time() - before

    for _ in range(180):
        take_turn(conversation)
        sizes.append(len(assistant.store._in_memory[conversation].events))
    # Turn about with a new conversation: what else the machine does slows both alike.
    young = str(uuid4())
    late, early = [], []
    for _ in range(22):
        late.append(take_turn(conversation))
        sizes.append(len(assistant.store._in_memory[conversation].events))
        early.append(take_turn(young))
    assert max(sizes[180:]) <= max(sizes[:20])
    # The least of each twenty: whatever else the machine does can only add.
    assert min(late[2:]) <= 1.5 * min(early[2:])


def test_b5_form_and_rules_carry_on_after_older_turns_are_folded(
    assistant: Assistant, actions: ActionsServer, settings: Settings, conversation: str
) -> None:
    actions.extra_events = [
        {"event": "slot", "name": "voice", "value": "young_person"},
        {"event": "slot", "name": "heard", "value": {"child_name": "Alex"}},
    ]
    assistant.tell(conversation, "hello")
    actions.extra_events = []
    for number in range(3 * TURNS_BEFORE_FOLDING):
        if number % 5 == 0:
            assistant.store._in_memory.clear()
        said = assistant.tell(conversation, "no" if number % 2 else "how much does it cost")
        assert [message["asks"] for message in said.messages] == ["child_age"]
        assert "your child" not in said.messages[0]["text"]
        slots = actions.calls[-1]["tracker"]["slots"]
        assert slots["voice"] == "young_person"
        assert slots["heard"] == {"child_name": "Alex"}
        tracker = assistant.tracker(conversation)
        assistant.store._in_memory[conversation] = tracker
        assert tracker.active_loop_name == "referral_form"
        assert tracker.get_slot("requested_slot") == "next_answer"
        assert tracker.latest_action_name == "action_listen"
    assert len(actions.calls) == 1 + 3 * TURNS_BEFORE_FOLDING


def test_b5_unreadable_tracker_fails_the_turn_rather_than_start_afresh(
    assistant: Assistant, conversation: str
) -> None:
    assistant.tell(conversation, "hello")
    assistant.store._in_memory.clear()
    with assistant.store._database.begin() as connection:
        connection.execute(sa.text("UPDATE trackers SET body = x'00'"))
    with pytest.raises(InvalidToken):
        assistant.tell(conversation, "my son is nine")


def test_b5_turn_that_cannot_be_saved_fails_and_leaves_no_trace(
    assistant: Assistant, conversation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assistant.tell(conversation, "hello")
    with monkeypatch.context() as broken:
        broken.setattr(assistant.store, "_write", _raise_full_disk)
        with pytest.raises(OSError):
            assistant.tell(conversation, "my son is nine", message_id="m-2")
    said = assistant.tell(conversation, "my son is nine", message_id="m-2")
    assert not said.repeated
    tracker = assistant.tracker(conversation)
    assert sum(isinstance(event, UserUttered) for event in tracker.events) == 2
    assert sum(isinstance(event, BotUttered) for event in tracker.events) == 2


def _raise_full_disk(*_args: object) -> None:
    raise OSError("no space left")


def test_b5_two_servers_cannot_overwrite_each_other(
    project: Path, settings: Settings, conversation: str
) -> None:
    one, other = Assistant(project, settings), Assistant(project, settings)
    one.tell(conversation, "hello")
    held = other.tracker(conversation)
    one.tell(conversation, "my son is nine")
    with pytest.raises(TrackerChangedElsewhere):
        asyncio.run(other.store.save(held))
    other.tell(conversation, "yes")
    one.tell(conversation, "no")
    tracker = other.tracker(conversation)
    assert sum(isinstance(event, UserUttered) for event in tracker.events) == 4
    one.close()
    other.close()


def test_b6_second_message_waits_for_the_first_and_not_a_second_longer(
    assistant: Assistant, actions: ActionsServer, conversation: str
) -> None:
    async def send_both() -> list[IntakeOutput]:
        outputs = [IntakeOutput("web"), IntakeOutput("web")]
        texts = ["my son is nine", "we live in Leeds"]
        await asyncio.gather(
            *(
                assistant.agent.handle_message(turn(conversation, text, said))
                for text, said in zip(texts, outputs, strict=True)
            )
        )
        return outputs

    started = time.monotonic()
    outputs = assistant.loop.run_until_complete(send_both())
    assert time.monotonic() - started < 0.9
    assert all(said.messages for said in outputs)
    heard = [call["tracker"]["latest_message"]["text"] for call in actions.calls]
    assert heard == ["my son is nine", "we live in Leeds"]


def test_erased_conversation_is_gone(assistant: Assistant, conversation: str) -> None:
    assistant.tell(conversation, "hello")
    assistant.loop.run_until_complete(assistant.store.delete(conversation))
    assert assistant.tracker(conversation) is None


def test_tracker_is_encrypted_where_it_is_kept(
    assistant: Assistant, conversation: str, tmp_path: Path
) -> None:
    assistant.tell(conversation, "my son Zebedee is nine")
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("tracker.db*"))
    assert conversation.encode() in kept
    assert b"Zebedee" not in kept
