"""Ordinary answers to a form: taken as they are meant, with nothing else read into them."""

from __future__ import annotations

from typing import Any

import pytest

from casework.message import Entity
from casework.referral.fields import clear, put, value_of
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, Parent, fact

NO_CALLS = fact("contact_ok", "no", "call")
CALLS = fact("contact_ok", "yes", "call")


def asked(question: str) -> Parent:
    """A parent who answered all else and is asked that."""
    parent = at("summary")
    clear(parent.draft, question)
    if question == "sections":
        put(parent.draft, "plan", "final", today=TODAY)
        put(parent.draft, "issue", ["plan_content"], today=TODAY)
    parent.draft.progress.pending = question
    return parent


@pytest.mark.parametrize(
    ("question", "words", "facts", "value"),
    [
        ("best_time", "can you not ring between 12 and 1", (), None),
        ("best_time", "don't ring when im at work 9 to 3", (NO_CALLS,), None),
        ("best_time", "please dont call before 9.30", (), None),
        (
            "best_time",
            "can u ring after 5pm please",
            (CALLS, fact("contact_preferred", "phone"), fact("best_time", "after 5pm")),
            None,
        ),
        (
            "safe_contact",
            "all fine except voicemail",
            (),
            {
                "safe_to_call": True,
                "safe_to_text": True,
                "safe_to_email": True,
                "safe_to_leave_voicemail": False,
            },
        ),
        ("supporters", "his grandad", (fact("referrer_role", "carer"),), ["his grandad"]),
        ("certificate_held", "dont think so", (), False),
        ("appeal_lodged", "thinking about it", (), False),
        ("route_wanted", "dont mind", (fact("meeting", "no_preference"),), "unsure"),
        ("interpreter", "we speak Welsh at home but english is fine", (), False),
        (
            "certificate_date",
            "they emailed it 3 november 2026",
            (fact("date", "2026-11-03", "decision"),),
            "2026-11-03",
        ),
    ],
)
def test_ordinary_answer_is_taken_and_nothing_else(
    question: str, words: str, facts: tuple[Entity, ...], value: Any
) -> None:
    parent = asked(question)
    outcome = parent.say(words, *facts)
    assert value_of(parent.draft, question) == (words if value is None else value)
    assert set(outcome.changed) <= {question, "certificate_held", "in_own_words"}
    assert not {"utter_heard", "utter_faq_opening_hours"} & set(parent.heard)


def test_the_school_is_a_part_of_the_plan_where_parts_are_asked_for() -> None:
    parent = asked("sections")
    parent.say("school", Entity("referrer_role", "school", start=0, end=6))
    assert parent.draft.referral.dispute.sections == ["I"]
    assert parent.draft.referral.referrer.role == "parent"


def test_they_emailed_it_is_said_of_the_certificate_that_was_asked_about() -> None:
    parent = asked("certificate_held")
    parent.say("they emailed it 3 november 2026", fact("date", "2026-11-03", "decision"))
    certificate = parent.draft.referral.certificate
    assert (certificate.held, str(certificate.date)) == (True, "2026-11-03")
    assert str(parent.draft.referral.decision.letter_date) == "2026-10-16"


def test_no_do_i_need_one_is_no_wish_for_one() -> None:
    parent = asked("certificate_held")
    parent.say("no, do I need one?")
    assert parent.draft.referral.certificate.held is False
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("dont ring when im at work", "dont ring when im at work"),
        ("please don't call before 9", "don't call before 9"),
        ("can you not ring between 12 and 1", "not ring between 12 and 1"),
        ("no calls on a friday please", "no calls on a friday please"),
        ("don't phone me during school run", "don't phone me during school run"),
    ],
)
@pytest.mark.parametrize("question", ["child_age", "access_needs", "name"])
def test_time_told_at_another_question_refuses_no_calls(
    words: str, time: str, question: str
) -> None:
    parent = asked(question)
    parent.say(words, NO_CALLS)
    contact = parent.draft.referral.contact
    assert contact.safe_to_call is True
    assert contact.best_time == time
    if question == "child_age":
        assert parent.draft.referral.child.age is None


@pytest.mark.parametrize(
    "words",
    [
        "dont ring me",
        "don't ring when he is home",
        "never call me on this number",
        "please do not ring at all",
        "dont ring, text me after 5",
    ],
)
def test_calls_that_are_refused_stay_refused(words: str) -> None:
    parent = asked("best_time")
    parent.say(words, NO_CALLS)
    assert parent.draft.referral.contact.safe_to_call is False


def test_when_a_call_is_unsafe_is_kept_beside_the_refusal() -> None:
    parent = asked("name")
    parent.say("don't ring when he is home", NO_CALLS)
    contact = parent.draft.referral.contact
    assert contact.safe_to_call is False
    assert contact.best_time == "don't ring when he is home"


@pytest.mark.parametrize(
    ("words", "needs", "facts"),
    [
        ("I need my daughter with me to help me", ["carer_attends"], ("supporter", "daughter")),
        ("I'd need it on zoom as I cant leave him", ["other"], ("meeting", "online")),
    ],
)
def test_need_that_tells_of_the_meeting_too_is_asked_once(
    words: str, needs: list[str], facts: tuple[str, str]
) -> None:
    parent = asked("access_needs")
    parent.say(words, fact(*facts))
    assert parent.draft.referral.access.needs == needs
    assert parent.asked != "access_needs"


@pytest.mark.parametrize("words", ["my english isnt good", "english is not fine"])
def test_who_has_little_english_is_not_taken_to_need_no_interpreter(words: str) -> None:
    parent = asked("interpreter")
    parent.say(words, fact("language", "pol"))
    assert parent.draft.referral.interpreter.needed is not False
