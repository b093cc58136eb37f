"""A name that was asked for is kept, whatever is told in the same breath."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.turn.test_never_a_loop import at_child_name


def found(text: str, words: str, name: str, value: object, role: str | None = None) -> Entity:
    start = text.index(words)
    return Entity(name=name, value=value, role=role, start=start, end=start + len(words))


@pytest.mark.parametrize(
    "words", ["Clare, and my son is Josh", "Clare. my lad is Josh", "Clare and my boy's Josh"]
)
def test_parent_who_goes_on_about_the_child_is_called_as_they_said(words: str) -> None:
    parent = at("name")
    parent.say(words, found(words, "Josh", "person_name", "Josh", "child"))
    assert parent.draft.referral.referrer.name == "Clare"
    assert parent.draft.referral.child.name == "Josh"


def test_parent_who_goes_on_about_their_number_is_called_as_they_said() -> None:
    parent = at("name")
    words = "Clare, and you can get me on 07700 900111"
    parent.say(words, found(words, "07700 900111", "phone", "+447700900111"))
    assert parent.draft.referral.referrer.name == "Clare"
    assert parent.draft.referral.contact.phone == "+447700900111"


def test_childs_name_is_kept_beside_a_yes_to_texts() -> None:
    parent = at_child_name()
    words = "Josh. and yes you can text me"
    parent.say(words, found(words, "yes you can text", "contact_ok", "yes", "text"))
    assert parent.draft.referral.child.name == "Josh"


def test_word_that_is_no_known_name_is_asked_about() -> None:
    parent = at("name")
    words = "Zorvane, and my son is Josh"
    parent.say(words, found(words, "Josh", "person_name", "Josh", "child"))
    assert parent.draft.referral.referrer.name is None
    assert parent.heard[-1] == "utter_confirm_name"


@pytest.mark.parametrize("words", ["Hi, my son is Josh", "Well, he is Josh", "Yes and hes Josh"])
def test_what_is_only_said_before_is_no_name(words: str) -> None:
    parent = at("name")
    parent.say(words, found(words, "Josh", "person_name", "Josh", "child"))
    assert parent.draft.referral.referrer.name is None
    waiting = parent.draft.progress.unconfirmed
    assert waiting is None or waiting.field != "name"
