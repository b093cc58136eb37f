"""The power goes while a conversation changes hands: all of a step has happened, or nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
import sqlalchemy as sa

from frontdesk.inbox import receive_message
from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from store.database import Database
from store.tables import Claim, Conversation, Message
from tests.integration.front_desk import FrontDeskProcess, Parent, wait_until
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn
from tests.integration.takeovers import Scene, edges, let_minutes_pass, mode_of, scene

__all__ = ["scene"]

ROOT = Path(__file__).resolve().parents[2]
RAN_OUT = load_notices()["claim_ran_out"].web.strip()
CLOSED = load_notices()["closed"].web.strip()


def claim(scene: Scene) -> int:
    return scene.priya.claim().status_code


def write(scene: Scene) -> int:
    return scene.priya.write("Hello").status_code


def hand_back(scene: Scene) -> int:
    return scene.priya.hand_back().status_code


def close(scene: Scene) -> int:
    return scene.priya.close().status_code


@pytest.mark.parametrize(
    ("state", "act"),
    [("waiting", claim), ("claimed", write), ("claimed", hand_back), ("claimed", close)],
)
def test_a_crash_before_the_last_line_leaves_everything_as_it_was(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, state: str, act: Callable[[Scene], int]
) -> None:
    scene.bring_to(state)
    before, kept = scene.count, what_is_kept(scene.kept)
    with monkeypatch.context() as crash:
        crash.setattr("frontdesk.takeover._record", stop_here)
        assert act(scene) == 500
        assert what_is_kept(scene.kept) == kept and scene.count == before
    assert act(scene) == 303
    assert scene.count > before


def test_a_crash_while_a_claim_runs_out_leaves_it_to_the_next_sweep(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.bring_to("claimed")
    tried = threading.Event()

    def fail(*_args: object) -> None:
        tried.set()
        stop_here()

    with monkeypatch.context() as crash:
        crash.setattr("frontdesk.takeover._record", fail)
        let_minutes_pass(scene.kept, 16)
        assert tried.wait(30)
        assert mode_of(scene.kept, scene.parent.conversation_id) == "staff"
        assert RAN_OUT not in scene.parent.texts()
    wait_until(lambda: mode_of(scene.kept, scene.parent.conversation_id) == "waiting")
    assert scene.parent.texts().count(RAN_OUT) == 1


@edges("killed in between")
def test_a_crash_while_a_parent_writes_keeps_nothing_and_the_message_sent_again_is_answered_once(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    scene.bring_to(state)
    kept, before, turns = what_is_kept(scene.kept), scene.count, len(scene.rasa.turns)
    sent_as = str(uuid4())

    def take_and_die(*taken: object, **more: object) -> None:
        receive_message(*taken, **more)  # type: ignore[arg-type]
        stop_here()

    with monkeypatch.context() as crash:
        crash.setattr("frontdesk.chat.receive_message", take_and_die)
        assert scene.parent.send("and now?", sent_as).status_code == 500
        assert what_is_kept(scene.kept) == kept and len(scene.rasa.turns) == turns
    for _ in range(2):
        assert scene.parent.send("and now?", sent_as).status_code == 200
    answers = {"claimed": [], "closed": [("assistant", CLOSED)]}
    expected = answers.get(state, [("assistant", QUESTION)])
    assert scene.said_since(before) == [("parent", "and now?"), *expected]


def stop_here(*_args: object) -> None:
    raise RuntimeError("the power is gone")


def what_is_kept(kept: Database) -> tuple[object, ...]:
    with kept.reading() as session:
        return (
            session.execute(sa.select(Conversation.mode, Conversation.last_seq)).all(),
            session.execute(sa.select(Claim.staff_id, Claim.waits_since)).all(),
            session.scalars(sa.select(Message.text)).all(),
        )


def test_after_a_kill_in_the_middle_of_a_turn_the_colleague_answers_and_nobody_else(
    scene: Scene,
    rasa: RasaStandIn,
    free_port: int,
    processes: list[FrontDeskProcess],
    desk_settings: FrontDeskSettings,
) -> None:
    scene.parent.send("hello")
    before = scene.count
    rasa.seconds = 0.8
    environment = {
        "INTAKE_VAR": str(desk_settings.var),
        "INTAKE_RASA_URL": rasa.url,
        "INTAKE_ACTIONS_URL": rasa.url,
        "INTAKE_ENV": "test",
        "PYTHONPATH": str(ROOT),
    }
    log = desk_settings.var / "other_desk.log"
    processes.append(FrontDeskProcess(free_port, environment, log))
    with httpx.Client(base_url=processes[0].url, timeout=30, trust_env=False) as client:
        there = Parent(client, scene.parent.conversation_id, scene.parent.token, {})

        def send_and_lose_the_connection() -> None:
            with pytest.raises(httpx.HTTPError):
                there.send("my son is nine")

        sending = threading.Thread(target=send_and_lose_the_connection)
        sending.start()
        wait_until(lambda: len(rasa.turns) == 2)
        processes[0].kill()
        sending.join(30)
    assert scene.priya.claim().status_code == 303
    scene.parent.send("are you there?")
    scene.priya.write("Yes.")
    # Longer than the lease of the killed front desk: its message is not taken up any more.
    wait_until(lambda: not waiting_messages(scene.kept))
    assert len(rasa.turns) == 2
    assert [who for who, _ in scene.said_since(before)] == ["parent", "staff", "parent", "staff"]


def waiting_messages(kept: Database) -> list[str]:
    with kept.reading() as session:
        return list(session.scalars(sa.select(Message.id).where(Message.status == "waiting")))
