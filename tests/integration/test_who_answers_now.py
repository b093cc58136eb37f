"""Who answers now: each state of the handover × what happens in it, an edge a test.

The table is that of docs/decisions/0011-who-answers-now.md. On the real front desk, with a stand-in
for Rasa: in no state do both answer, and in none does nobody.
"""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from frontdesk.notices import load_notices
from store.database import Database
from store.tables import Claim
from tests.integration.front_desk import wait_until
from tests.integration.rasa_stand_in import QUESTION
from tests.integration.takeovers import (
    MODES,
    STATES,
    Scene,
    ask_for_person,
    edges,
    let_minutes_pass,
    mode_of,
    open_reasons,
    scene,
)

__all__ = ["scene"]

NOTICES = load_notices()
ROOT = Path(__file__).resolve().parents[2]
HERE = NOTICES["person_here"].web.strip().format(value="Priya")
BACK = NOTICES["handed_back"].web.strip()
RAN_OUT = NOTICES["claim_ran_out"].web.strip()
CLOSED = NOTICES["closed"].web.strip()
CLOSED_BY_PERSON = NOTICES["closed_by_person"].web.strip()
DANGER = "I want to kill myself"
# state: who answers a parent's words, and what becomes of a colleague's.
TABLE = {
    "assistant": ("assistant", 409),
    "waiting": ("assistant", 409),
    "claimed": ("staff", 303),
    "staff silent": ("assistant", 409),
    "handed back": ("assistant", 409),
    "closed": ("notice", 409),
}


@edges("a parent writes")
def test_parent_who_writes_is_answered_by_one_and_only_one(scene: Scene, state: str) -> None:
    scene.bring_to(state)
    before, turns = scene.count, len(scene.rasa.turns)
    response = scene.parent.send("and what now?")
    assert response.status_code == 200
    replies = [message["text"] for message in response.json()["messages"]]
    match TABLE[state][0]:
        case "assistant":
            assert replies == [QUESTION] and len(scene.rasa.turns) == turns + 1
        case "notice":
            assert replies == [CLOSED] and len(scene.rasa.turns) == turns
        case "staff":
            assert replies == [] and len(scene.rasa.turns) == turns
            assert "and what now?" in scene.priya.look()
            assert scene.priya.write("I am reading.").status_code == 303
            assert scene.said_since(before)[1:] == [("staff", "I am reading.")]


@edges("a colleague writes")
def test_only_the_colleague_who_has_the_conversation_can_write(scene: Scene, state: str) -> None:
    scene.bring_to(state)
    before, status = scene.count, TABLE[state][1]
    response = scene.priya.write("Hello, how can I help?")
    assert response.status_code == status
    sent = [("staff", "Hello, how can I help?")] if status == 303 else []
    assert scene.said_since(before) == sent
    if status != 303:
        assert "Hello, how can I help?" in response.text


@pytest.mark.parametrize("state", STATES)
def test_words_about_danger_are_answered_in_every_state(scene: Scene, state: str) -> None:
    scene.bring_to(state)
    [reply] = scene.parent.send(DANGER).json()["messages"]
    assert reply["topic"].startswith("safety:")
    assert any(reason.startswith("safety:") for reason in open_reasons(scene.kept))
    expected = {"assistant": "waiting"}.get(MODES[state], MODES[state])
    assert scene.parent.read()["mode"] == expected


@pytest.mark.parametrize("state", [state for state in STATES if state != "closed"])
def test_a_conversation_in_any_open_state_can_be_taken_over(scene: Scene, state: str) -> None:
    scene.bring_to(state)
    before = scene.count
    assert scene.priya.claim().status_code == 303
    said = [] if state == "claimed" else [("staff", HERE)]
    assert scene.said_since(before) == said
    assert mode_of(scene.kept, scene.parent.conversation_id) == "staff"


def test_a_closed_chat_cannot_be_taken_over(scene: Scene) -> None:
    scene.bring_to("closed")
    assert scene.priya.claim().status_code == 409
    assert scene.parent.read()["mode"] == "closed"
    assert scene.said_since(scene.count - 1) == [("assistant", CLOSED_BY_PERSON)]


def test_a_turn_under_way_does_not_answer_after_the_claim(scene: Scene) -> None:
    scene.parent.send("hello")
    before = scene.count
    scene.rasa.seconds = 0.6
    sending = threading.Thread(target=lambda: scene.parent.send("my son is nine"))
    sending.start()
    wait_until(lambda: len(scene.rasa.turns) == 2)
    scene.rasa.messages = [{"text": "Where do you live?", "asks": "council"}]
    assert scene.priya.claim().status_code == 303
    sending.join(8)
    wait_until(lambda: question_is_kept(scene.kept))
    assert scene.said_since(before) == [("parent", "my son is nine"), ("staff", HERE)]
    scene.priya.hand_back()
    assert scene.said_since(before + 2) == [
        ("assistant", BACK),
        ("assistant", "Where do you live?"),
    ]
    assert scene.parent.read()["messages"][-1]["asks"] == "council"


def question_is_kept(kept: Database) -> bool:
    with kept.reading() as session:
        return session.scalars(sa.select(Claim.question)).one() is not None


def test_a_danger_that_only_the_assistant_hears_is_answered_after_the_claim_too(
    scene: Scene,
) -> None:
    scene.parent.send("hello")
    scene.rasa.seconds, scene.rasa.danger = 0.6, "suicidal_adult"
    sending = threading.Thread(target=lambda: scene.parent.send("I cannot see a way on"))
    sending.start()
    wait_until(lambda: len(scene.rasa.turns) == 2)
    assert scene.priya.claim().status_code == 303
    sending.join(8)
    wait_until(lambda: "safety:suicidal_adult" in open_reasons(scene.kept))
    topics = [message["topic"] for message in scene.parent.read()["messages"]]
    assert topics.count("safety:suicidal_adult") == 1


@edges("out of hours")
def test_out_of_hours_somebody_who_asks_for_a_person_hears_when_one_is_there(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    scene.bring_to(state)
    monkeypatch.setattr("frontdesk.out_of_hours.is_open", lambda _now: False)
    monkeypatch.setattr(
        "frontdesk.out_of_hours.describe_opening", lambda _now: "We open Monday at 9am."
    )
    scene.rasa.messages = [
        {"text": "I have asked our team.", "topic": "handover"},
        {"text": QUESTION, "asks": "child_age"},
    ]
    replies = scene.parent.send("a person please").json()["messages"]
    expected = {
        "assistant": ["I have asked our team.", "We open Monday at 9am.", QUESTION],
        "notice": [CLOSED],
        "staff": [],
    }
    assert [reply["text"] for reply in replies] == expected[TABLE[state][0]]


@pytest.mark.parametrize("is_open", [True, False])
def test_a_parent_who_was_left_waiting_is_told_once_and_when_somebody_is_there(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, is_open: bool
) -> None:
    monkeypatch.setattr("frontdesk.takeover.is_open", lambda _now: is_open)
    monkeypatch.setattr(
        "frontdesk.takeover.describe_opening", lambda _now: "We open Monday at 9am."
    )
    scene.bring_to("claimed")
    before = scene.count
    let_minutes_pass(scene.kept, 16)
    wait_until(lambda: mode_of(scene.kept, scene.parent.conversation_id) == "waiting")
    opening = [] if is_open else [("assistant", "We open Monday at 9am.")]
    expected = [("assistant", RAN_OUT), *opening, ("assistant", QUESTION)]
    assert scene.said_since(before) == expected
    assert "claim ran out" in open_reasons(scene.kept)
    let_minutes_pass(scene.kept, 60)
    scene.parent.send("nine")
    assert scene.said_since(before) == [*expected, ("parent", "nine"), ("assistant", QUESTION)]


def test_a_claim_runs_out_only_while_the_parent_waits(scene: Scene) -> None:
    scene.bring_to("claimed")
    scene.priya.write("How can I help?")
    let_minutes_pass(scene.kept, 60)
    with scene.kept.reading() as session:
        assert session.scalars(sa.select(Claim.waits_since)).one() is None
    assert mode_of(scene.kept, scene.parent.conversation_id) == "staff"
    scene.parent.send("one more thing")
    let_minutes_pass(scene.kept, 14)
    assert mode_of(scene.kept, scene.parent.conversation_id) == "staff"
    let_minutes_pass(scene.kept, 2)
    wait_until(lambda: mode_of(scene.kept, scene.parent.conversation_id) == "waiting")


def test_handed_back_the_assistant_asks_what_waits_once_and_nothing_else_again(
    scene: Scene,
) -> None:
    scene.bring_to("claimed")
    scene.priya.write("Is it about the letter?")
    scene.parent.send("yes")
    before = scene.count
    scene.priya.hand_back()
    assert scene.said_since(before) == [("assistant", BACK), ("assistant", QUESTION)]
    assert scene.priya.hand_back().status_code == 409
    assert scene.said_since(before) == [("assistant", BACK), ("assistant", QUESTION)]


def test_who_asks_for_a_person_after_the_handing_back_waits_for_one_again(scene: Scene) -> None:
    scene.bring_to("waiting")
    scene.priya.claim()
    scene.priya.hand_back()
    assert open_reasons(scene.kept) == set()
    ask_for_person(scene.kept, scene.parent.conversation_id)
    assert scene.parent.read()["mode"] == "waiting"
