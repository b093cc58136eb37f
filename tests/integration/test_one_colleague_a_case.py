"""Whoever answers a conversation has its case: one truth, whichever page it was begun on."""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa

from frontdesk.notices import load_notices
from store.cases.lines import find_case
from store.database import Database
from store.tables import Case, Claim
from store.takeover.claims import find_claim
from tests.integration.colleagues import StaffBrowser
from tests.integration.rasa_stand_in import QUESTION
from tests.integration.takeovers import Scene, Writer, ask_for_person, put_to_work, scene
from tests.integration.test_staff_case_work import send

__all__ = ["scene"]

BACK = load_notices()["handed_back"].web.strip()


def holder_of(kept: Database, conversation_id: str) -> int | None:
    with kept.reading() as session:
        case = find_case(session, conversation_id)
        assert case is not None
        answers = session.execute(
            sa.select(Claim.staff_id, Case.held_by).join(
                Case, Case.conversation_id == Claim.conversation_id
            )
        )
        assert all(row.staff_id == row.held_by for row in answers)
        return case.held_by


def answers(kept: Database, conversation_id: str) -> int | None:
    with kept.reading() as session:
        claim = find_claim(session, conversation_id)
        return claim.staff_id if claim is not None else None


def sam_at(open_browser: Callable[[], StaffBrowser], scene: Scene) -> Writer:
    return put_to_work(open_browser(), scene.kept, scene.parent.conversation_id, "Sam Lee")


def test_taking_a_conversation_over_takes_the_case_too_whoever_had_it(
    scene: Scene, open_browser: Callable[[], StaffBrowser]
) -> None:
    sam, conversation = sam_at(open_browser, scene), scene.parent.conversation_id
    ask_for_person(scene.kept, conversation)
    send(sam.browser, f"/staff/cases/{conversation}/claim")
    assert holder_of(scene.kept, conversation) == sam.staff_id
    scene.priya.claim()
    assert holder_of(scene.kept, conversation) == scene.priya.staff_id
    sam.claim(instead_of=scene.priya.staff_id)
    assert holder_of(scene.kept, conversation) == sam.staff_id
    sam.hand_back()
    assert holder_of(scene.kept, conversation) == sam.staff_id


def test_case_that_comes_up_during_a_claim_is_the_colleagues_from_the_first_moment(
    scene: Scene,
) -> None:
    scene.bring_to("claimed")
    ask_for_person(scene.kept, scene.parent.conversation_id)
    assert holder_of(scene.kept, scene.parent.conversation_id) == scene.priya.staff_id


def test_giving_the_case_away_hands_its_conversation_back(
    scene: Scene, open_browser: Callable[[], StaffBrowser]
) -> None:
    sam, conversation = sam_at(open_browser, scene), scene.parent.conversation_id
    scene.bring_to("claimed")
    ask_for_person(scene.kept, conversation)
    path = f"/staff/cases/{conversation}/assign"
    priya, before = str(scene.priya.staff_id), scene.count
    assert send(sam.browser, path, to=priya, was_held_by=priya).status_code == 200
    assert answers(scene.kept, conversation) == scene.priya.staff_id
    assert send(sam.browser, path, to=str(sam.staff_id), was_held_by=priya).status_code == 200
    assert answers(scene.kept, conversation) is None
    assert holder_of(scene.kept, conversation) == sam.staff_id
    assert scene.said_since(before) == [("assistant", BACK), ("assistant", QUESTION)]
    assert scene.parent.read()["mode"] == "assistant"
    assert scene.priya.write("Are you there?").status_code == 409


def test_giving_the_case_back_to_the_queue_hands_its_conversation_back(scene: Scene) -> None:
    conversation = scene.parent.conversation_id
    scene.bring_to("claimed")
    ask_for_person(scene.kept, conversation)
    path, priya = f"/staff/cases/{conversation}/assign", str(scene.priya.staff_id)
    assert send(scene.priya.browser, path, to="", was_held_by=priya).status_code == 200
    assert answers(scene.kept, conversation) is None
    assert holder_of(scene.kept, conversation) is None
