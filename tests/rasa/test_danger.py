"""A message that speaks of danger is no turn: the channel says which, and nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from bot.nlu.danger_examples import DANGER
from bot.settings import Settings

from .actions_server import ActionsServer
from .people import Assistant

DANGEROUS = "i do not want to be here and i have said goodbye to my daughter"
HIDDEN = f"We have the letter from the council. {DANGEROUS}. The meeting is on Monday."


@pytest.fixture
def assistant(project: Path, settings: Settings) -> Iterator[Assistant]:
    assistant = Assistant(project, settings)
    yield assistant
    assistant.close()


@pytest.fixture
def conversation() -> str:
    return str(uuid4())


def events_of(assistant: Assistant, conversation: str) -> list[str]:
    return [event.type_name for event in assistant.tracker(conversation).events]


@pytest.mark.parametrize("text", [DANGEROUS, HIDDEN])
def test_danger_is_told_and_nothing_of_the_turn_is_kept(
    assistant: Assistant, actions: ActionsServer, conversation: str, text: str
) -> None:
    assistant.tell(conversation, "hello")
    before = events_of(assistant, conversation)
    said = assistant.tell(conversation, text, message_id="m-2")
    assert (said.dangers, said.messages, said.repeated) == (["suicidal_adult"], [], False)
    assert len(actions.calls) == 1
    assert events_of(assistant, conversation) == before


@pytest.mark.parametrize(
    "text",
    [
        "i look after her shes my grandaughter",
        "i look after them both theyre my grandkids",
        "hes my grandson, i look after him now",
        "theyre mine now, im their nan",
    ],
)
def test_who_looks_after_a_relatives_child_is_in_no_danger(
    assistant: Assistant, conversation: str, text: str
) -> None:
    assert assistant.tell(conversation, text).dangers == []


def test_what_the_front_desk_suspects_is_heard_unless_it_is_surely_harmless(
    assistant: Assistant, conversation: str
) -> None:
    harmless = "we cannot find the letter from the council"
    assert assistant.tell(conversation, harmless, suspected="distress").dangers == []
    foreign = "Mój mąż mnie bije i bardzo się boję"
    assert assistant.tell(conversation, foreign, suspected="domestic_abuse").dangers == [
        "domestic_abuse"
    ]
    heard = assistant.tell(conversation, DANGEROUS, suspected="missing_child").dangers
    assert heard == ["suicidal_adult", "missing_child"]


def test_danger_that_is_answered_already_is_a_turn_for_its_facts(
    assistant: Assistant, actions: ActionsServer, conversation: str
) -> None:
    said = assistant.tell(conversation, DANGEROUS, only_facts=True)
    assert said.dangers == []
    [call] = actions.calls
    assert call["tracker"]["latest_message"]["metadata"]["only_facts"] is True


def test_danger_in_the_first_message_starts_no_conversation(
    assistant: Assistant, actions: ActionsServer, conversation: str
) -> None:
    assert assistant.tell(conversation, DANGEROUS).dangers == ["suicidal_adult"]
    assert actions.calls == []
    assert assistant.tracker(conversation) is None


def test_the_same_message_again_is_the_same_danger(
    assistant: Assistant, actions: ActionsServer, conversation: str
) -> None:
    for _ in range(2):
        said = assistant.tell(conversation, DANGEROUS, message_id="m-1")
        assert (said.dangers, said.repeated) == (["suicidal_adult"], False)


def test_conversation_goes_on_after_danger(
    assistant: Assistant, actions: ActionsServer, conversation: str
) -> None:
    assistant.tell(conversation, DANGEROUS)
    said = assistant.tell(conversation, "hello")
    assert said.dangers == []
    assert [message["asks"] for message in said.messages] == ["child_age"]


def test_answer_that_was_offered_is_never_danger(
    assistant: Assistant, actions: ActionsServer, conversation: str
) -> None:
    actions.responses = [
        {"text": "Which is it?", "buttons": [{"title": "This one", "payload": DANGEROUS}]}
    ]
    assistant.tell(conversation, "hello")
    said = assistant.tell(conversation, DANGEROUS)
    assert said.dangers == []
    assert said.messages


def test_nothing_of_what_was_heard_stays_in_the_tracker(
    assistant: Assistant, actions: ActionsServer, conversation: str
) -> None:
    assistant.tell(conversation, "hello")
    assistant.store._in_memory.clear()
    assert DANGER not in assistant.tracker(conversation).latest_message.parse_data
