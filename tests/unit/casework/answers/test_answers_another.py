"""Who answers another question than the one asked is heard, and the one asked stays open."""

from __future__ import annotations

from typing import Any

import pytest

from casework.answers import READERS, read_answer
from casework.answers.elsewhere import answers_another
from casework.message import Entity
from casework.referral.draft import Draft
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, Parent, fact, said


def told(text: str, words: str, name: str, value: Any, role: str | None = None) -> tuple[Any, ...]:
    """A message and the fact in it, with the words that tell it."""
    start = text.index(words)
    return text, Entity(name, value, role=role, start=start, end=start + len(words))


TOLD = {
    "certificate_held": told("no certificate", "no certificate", "certificate", "no"),
    "appeal_lodged": told("not appealed yet", "not appealed", "appeal", "no"),
    "interpreter": told("no interpreter needed thanks", "no interpreter", "interpreter", "no"),
    "access_needs": told("I use a wheelchair", "wheelchair", "access_need", "step_free"),
    "meeting_format": told("face to face please", "face to face", "meeting", "in_person"),
    "plan": told("he has a final plan", "final plan", "plan_status", "final"),
    "safe_contact": told("it's fine to call", "fine to call", "contact_ok", "yes", role="call"),
    "best_time": told("mornings are best", "mornings", "best_time", "mornings"),
    "phone": told("my number is 07700 900212", "07700 900212", "phone", "+447700900212"),
    "email": told("my email is a.b@example.org", "a.b@example.org", "email", "a.b@example.org"),
    "supporters": told("my mum will come with me", "my mum", "supporter", "mum"),
    "child_age": told("she is 10", "10", "age", 10, role="child"),
    "role": told("im his mum", "his mum", "referrer_role", "parent"),
    "route_wanted": told("mediation please", "mediation", "route", "mediation"),
}
ASKED_IN_ANY_WORDS = {"in_own_words", "best_time", "supporters"}
SAME_ANSWER = {
    ("phone", "email"),
    ("email", "phone"),
    ("safe_contact", "phone"),
    ("safe_contact", "email"),
    ("phone", "safe_contact"),
    ("email", "safe_contact"),
    ("access_needs", "supporters"),
    ("want_callback", "phone"),
    ("want_callback", "best_time"),
    ("want_callback", "safe_contact"),
}


@pytest.mark.parametrize("asked", sorted(set(READERS) - ASKED_IN_ANY_WORDS))
@pytest.mark.parametrize("answered", TOLD)
def test_answer_to_another_question_is_none_to_this(asked: str, answered: str) -> None:
    if asked == answered or (asked, answered) in SAME_ANSWER:
        return
    text, entity = TOLD[answered]
    assert read_answer(asked, said(text, entity), Draft(), TODAY) is None


@pytest.mark.parametrize("asked", ["certificate_held", "appeal_lodged", "plan"])
def test_yes_to_being_rung_is_no_yes_to_a_paper(asked: str) -> None:
    text, entity = told("yes fine to ring", "ring", "contact_ok", "yes", role="call")
    assert read_answer(asked, said(text, entity), Draft(), TODAY) is None


@pytest.mark.parametrize("answered", ["meeting_format", "plan", "phone", "role", "child_age"])
def test_parent_who_answers_another_question_is_heard_and_asked_again(answered: str) -> None:
    parent = at("name")
    parent.say(*TOLD[answered])
    assert parent.draft.referral.referrer.name is None
    assert parent.asked == "name"


@pytest.mark.parametrize(
    "words",
    [
        "His Mum",
        "she likes horses",
        "im at work brb",
        "no appeal yet",
        "fine to call or text",
        "both",
        "lol",
        "it depends",
        "after",
        "step free please",
        "all of them",
    ],
)
@pytest.mark.parametrize("asked", ["name", "child_name"])
def test_words_that_name_nobody_are_nobodys_name(asked: str, words: str) -> None:
    assert read_answer(asked, said(words), Draft(), TODAY) is None


@pytest.mark.parametrize(
    "words",
    ["Grace Long", "My Linh Tran", "Mark Stop", "Ann Plan", "Sunny Day", "Long Nguyen", "Jo"],
)
def test_names_with_ordinary_words_are_names(words: str) -> None:
    answer = read_answer("name", said(words), Draft(), TODAY)
    assert answer is not None


def test_parent_who_insists_on_an_odd_name_is_called_so() -> None:
    parent = at("name")
    parent.say("Always")
    assert parent.draft.referral.referrer.name is None
    parent.say("Always")
    assert parent.draft.referral.referrer.name == "Always"


def test_childs_name_is_not_the_parents() -> None:
    parent = at("name")
    parent.say("her name is Aisha", fact("person_name", "Aisha", "child"))
    assert parent.draft.referral.referrer.name is None
    assert parent.draft.referral.child.name == "Aisha"
    assert parent.asked == "name"


def test_own_name_is_not_the_childs() -> None:
    parent = at("child_name")
    parent.say("Im Tracey McGinn", fact("person_name", "Tracey McGinn", "self"))
    assert parent.draft.referral.child.name is None


def test_name_within_an_address_is_nobodys() -> None:
    parent = at("name")
    text = "email is fatima.n@example.org"
    parent.say(
        text,
        Entity("email", "fatima.n@example.org", start=9, end=29),
        Entity("person_name", "Fatima", start=9, end=15),
    )
    assert parent.draft.referral.referrer.name is None
    assert parent.draft.referral.contact.email == "fatima.n@example.org"


def test_full_name_before_it_is_asked_for_is_asked_about() -> None:
    parent = at("decision_date")
    parent.say("Tracey McGinn", fact("person_name", "Tracey McGinn"))
    waiting = [one.field for one in parent.draft.progress.to_confirm]
    assert waiting == ["name"]


@pytest.mark.parametrize("asked", ["plan", "route_wanted", "phone", "name"])
def test_date_of_the_letter_before_it_is_asked_for_is_asked_about(asked: str) -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.agree()
    parent.draft.progress.pending = asked
    parent.say("4th November 2026", fact("date", "2026-11-04"))
    waiting = [(one.field, one.value) for one in parent.draft.progress.to_confirm]
    assert ("decision_date", "2026-11-04") in waiting
    assert parent.draft.referral.decision.letter_date is None


def test_date_of_the_letter_is_not_a_newborns_birthday() -> None:
    parent = at("child_age")
    parent.say("the letter is dated 4 November", fact("date", "2026-11-04", "decision"))
    assert parent.draft.referral.child.age is None


def test_birthday_of_this_year_is_asked_about() -> None:
    parent = at("child_age")
    parent.say("4 November 2026", fact("date", "2026-11-04"))
    assert parent.draft.referral.child.date_of_birth is None
    assert parent.heard[-1] == "utter_confirm_child_age"


@pytest.mark.parametrize("asked", ["certificate_held", "appeal_lodged", "interpreter"])
@pytest.mark.parametrize("words", ["ok", "\U0001f44d", "fine"])
def test_ok_tells_nothing_that_is_so(asked: str, words: str) -> None:
    assert read_answer(asked, said(words), Draft(), TODAY) is None


@pytest.mark.parametrize("words", ["english is fine", "not got one yet"])
def test_nothing_is_safe_or_unsafe_by_a_word_about_something_else(words: str) -> None:
    assert read_answer("safe_contact", said(words), Draft(), TODAY) is None


def test_yes_to_only_the_school_or_more_is_asked_in_plainer_words() -> None:
    parent = Parent()
    parent.say("the school is wrong", fact("dispute", "i_named_only"))
    parent.agree()
    for _ in range(6):
        if parent.asked == "school_only_check":
            break
        parent.say("parent" if parent.asked == "role" else "not sure")
    parent.say("yes", intent="affirm")
    assert parent.draft.progress.school_only is None
    assert parent.heard[-1] == "utter_help_school_only_check"
    parent.say("yes", intent="affirm")
    assert parent.draft.progress.school_only == "only_school"


@pytest.mark.parametrize("words", ["she's been out of school since easter", "ok"])
def test_exemption_never_hangs_on_words_about_something_else(words: str) -> None:
    answer = read_answer("school_only_check", said(words), Draft(), TODAY)
    assert answer is None or answer.problem is not None


@pytest.mark.parametrize(
    "words", ["its bristol council", "ask the school", "my mum will come", "out of school now"]
)
def test_place_of_work_is_told_and_not_overheard(words: str) -> None:
    assert read_answer("role", said(words), Draft(), TODAY) is None


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("School or college", "school"),
        ("I work for the council", "local_authority"),
        ("from his school", "school"),
        ("Council", "local_authority"),
        ("the school", "school"),
    ],
)
def test_place_of_work_is_heard(words: str, role: str) -> None:
    answer = read_answer("role", said(words), Draft(), TODAY)
    assert answer is not None
    assert answer.facts[0].value == role


@pytest.mark.parametrize(
    "words",
    [
        "07700 900212, they wont give him the help",
        "07700 900212 but ring soon they wont assess",
    ],
)
def test_answer_stands_though_the_whole_message_was_heard_as_the_dispute(words: str) -> None:
    heard = Entity("dispute", "refuse_assess", start=0, end=len(words))
    assert not answers_another("child_age", said(words, heard))
