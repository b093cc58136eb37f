"""What a colleague sees and does in a conversation, beside who answers it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import sqlalchemy as sa

from frontdesk.notices import load_notices
from store.tables import AuditEntry, SafetyEvent
from tests.integration.colleagues import StaffBrowser
from tests.integration.takeovers import Scene, put_to_work, scene

__all__ = ["scene"]

HERE = load_notices()["person_here"].web.strip().format(value="Priya")
DANGER = "I want to kill myself"


def test_a_reply_sent_twice_is_one_message(scene: Scene) -> None:
    scene.bring_to("claimed")
    before, form_id = scene.count, str(uuid4())
    for _ in range(3):
        assert scene.priya.write("Hello", form_id).status_code == 303
    [message] = scene.parent.read(after=before)["messages"]
    assert (message["from"], message["by"], message["text"]) == ("staff", "Priya", "Hello")


def test_a_colleague_takes_over_from_another_knowingly_or_not_at_all(
    scene: Scene, open_browser: Callable[[], StaffBrowser]
) -> None:
    scene.bring_to("claimed")
    sam = put_to_work(open_browser(), scene.kept, scene.parent.conversation_id, "Sam Ali")
    refused = sam.claim()
    assert refused.status_code == 409 and "Priya Shah has this conversation" in refused.text
    assert sam.write("Hello").status_code == 409
    assert sam.claim(instead_of=scene.priya.staff_id).status_code == 303
    assert scene.parent.texts("staff") == [HERE, HERE.replace("Priya", "Sam")]
    assert scene.priya.write("Still me").status_code == 409
    assert sam.write("Hello").status_code == 303


def test_colleagues_see_who_looks_and_who_writes(
    scene: Scene, open_browser: Callable[[], StaffBrowser]
) -> None:
    scene.bring_to("claimed")
    sam = put_to_work(open_browser(), scene.kept, scene.parent.conversation_id, "Sam Ali")
    scene.priya.look()
    assert "Priya Shah is looking at this too." in sam.look()
    scene.priya.browser.look(f"{scene.priya.page}/live?after=0&replying=1")
    assert "Priya Shah is writing a reply." in sam.browser.look(f"{sam.page}/live?after=0")


def test_danger_is_shown_to_whoever_answers_while_it_comes_and_is_noted(
    scene: Scene, open_browser: Callable[[], StaffBrowser]
) -> None:
    scene.parent.send("He hits me and I am afraid of him")
    scene.priya.claim()
    scene.parent.send(DANGER)
    sam = put_to_work(open_browser(), scene.kept, scene.parent.conversation_id, "Sam Ali")
    lead = put_to_work(
        open_browser(), scene.kept, scene.parent.conversation_id, "Lee Lead", "safeguarding_lead"
    )
    mine, others, leads = scene.priya.look(), sam.look(), lead.look()
    assert DANGER in mine and "afraid of him" not in mine
    assert DANGER not in others and "afraid of him" not in others
    assert DANGER in leads and "afraid of him" in leads
    with scene.kept.reading() as session:
        entries = session.scalars(
            sa.select(AuditEntry.actor).where(AuditEntry.action == "danger seen in own claim")
        ).all()
        assert len(session.scalars(sa.select(SafetyEvent)).all()) == 2
    assert set(entries) == {f"staff {scene.priya.staff_id}"}


def test_notes_are_for_colleagues_and_ready_replies_go_into_the_box(scene: Scene) -> None:
    scene.bring_to("claimed")
    before, form_id = scene.count, str(uuid4())
    for _ in range(2):
        scene.priya.do("notes", note="Ring after 6 <b>only</b>", form_id=form_id)
    page = scene.priya.look()
    assert page.count("Ring after 6 <b>only</b>") == 1
    shown = scene.priya.do("preview", text="Hello.", reply="one_moment", put_in="1").text
    assert "Hello.\nThank you for waiting." in shown
    assert scene.count == before
