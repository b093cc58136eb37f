"""A yes to the ways that were read agrees to them and adds what is said, and grants no more."""

from __future__ import annotations

from typing import Any

import pytest

from casework.message import Entity
from casework.referral.draft import Unconfirmed
from casework.referral.show import show_value
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact

CALLS = {"safe_to_call": True, "preferred": "phone"}


@pytest.mark.parametrize(
    ("words", "heard", "added"),
    [
        ("yes", [], {}),
        ("Yes that's right", [], {}),
        ("yes thanks, all good", [], {}),
        (
            "Yes. And voicemail fine",
            [fact("contact_ok", "yes", "voicemail")],
            {"safe_to_leave_voicemail": True},
        ),
        ("yes, and email me", [fact("contact_ok", "yes", "email")], {"safe_to_email": True}),
        ("yes but no texts", [fact("contact_ok", "no", "text")], {"safe_to_text": False}),
        ("yeah. mornings are best", [fact("best_time", "mornings")], {}),
    ],
)
def test_yes_to_the_ways_read_grants_no_other(
    words: str, heard: list[Entity], added: dict[str, Any]
) -> None:
    parent = at("access_needs")
    progress = parent.draft.progress
    parent.draft.referral.contact.phone = "+447700900345"
    shown = show_value("safe_contact", CALLS)
    progress.unconfirmed = Unconfirmed(field="safe_contact", value=CALLS, shown=shown)
    progress.pending = "safe_contact"
    parent.say(words, *heard)
    contact = parent.draft.referral.contact.model_dump(exclude_none=True)
    ways = {name: value for name, value in contact.items() if name.startswith("safe_to")}
    assert ways == {"safe_to_call": True} | added
    assert parent.asked != "safe_contact"


@pytest.mark.parametrize("words", ["yes texts are safe", "yes you can text me"])
def test_yes_that_names_a_way_makes_no_other_safe(words: str) -> None:
    parent = at("access_needs")
    parent.draft.referral.contact.phone = "+447700900345"
    parent.draft.progress.pending = "safe_contact"
    parent.say(words, fact("contact_ok", "yes", "text"))
    contact = parent.draft.referral.contact
    assert contact.safe_to_text is True
    assert contact.safe_to_email is None
    assert contact.safe_to_leave_voicemail is None
