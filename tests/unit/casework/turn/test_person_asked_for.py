"""What is told in the message that asks for a person is kept; who comes along is confirmed."""

from __future__ import annotations

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def test_what_is_not_safe_is_kept_when_a_person_is_asked_for() -> None:
    parent = at("child_name")
    parent.say(
        "can someone ring me? do NOT text, he reads them",
        fact("contact_ok", "yes", "call"),
        fact("contact_ok", "no", "text"),
        intent="want_person",
    )
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (True, False)
    assert "utter_handover" in parent.heard


def test_answer_beside_the_wish_for_a_person_is_not_asked_again() -> None:
    parent = at("child_name")
    parent.say(
        "I'd rather talk to a person about Nell",
        fact("person_name", "Nell", "child"),
        intent="want_person",
    )
    assert parent.draft.referral.child.name == "Nell"
    assert parent.asked != "child_name"


def test_supporter_heard_loosely_waits_for_a_yes() -> None:
    parent = at("child_name")
    parent.say("Nell, my aunt who is here comes", fact("supporter", "aunt", sure=False))
    assert parent.draft.referral.supporters == []
    waiting = [*parent.draft.progress.to_confirm, parent.draft.progress.unconfirmed]
    assert [reading.field for reading in waiting if reading] == ["supporters"]


def test_supporter_named_when_asked_needs_no_yes() -> None:
    parent = Parent()
    parent.draft = at("child_name").draft
    parent.draft.progress.pending = "supporters"
    parent.say("my aunt who lives near comes along", fact("supporter", "aunt", sure=False))
    assert parent.draft.referral.supporters == ["aunt"]
