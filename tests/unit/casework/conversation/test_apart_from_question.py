"""What is said right after a notice about a danger, or before the question, is no answer to it."""

from __future__ import annotations

import pytest

from casework.conversation.apart_from_question import take_turn_apart
from casework.message import Entity
from casework.turn.state import Outcome
from tests.unit.casework.parents import NOW, TODAY, Parent, fact, said


def after_notice(
    parent: Parent, text: str, *entities: Entity, notice: str | None = "distress"
) -> Outcome:
    """What becomes of the words that this parent says right after that notice."""
    outcome = take_turn_apart(
        parent.draft, said(text, *entities), notice=notice, today=TODAY, now=NOW
    )
    parent.draft = outcome.draft
    return outcome


def asked_at(question: str) -> Parent:
    """A parent who agreed to our keeping it, and of whom that is asked now."""
    parent = Parent()
    parent.say("the council refused to assess my son", fact("dispute", "refuse_assess"))
    if question != "consent":
        parent.say("yes", intent="affirm")
    if question not in ("consent", "share_with_council"):
        parent.say("yes", intent="affirm")
        parent.draft.progress.pending = question
    return parent


@pytest.mark.parametrize(
    "text",
    [
        "yes ring please",
        "yes someone to ring me would be good",
        "yes thank you so much",
        "yes i keep crying",
        "yes the council know about it",
        "yes im just so tired",
        "no but i have to do this",
        "not really",
        "i agree",
    ],
)
@pytest.mark.parametrize("notice", ["suicidal_adult", "distress", "domestic_abuse"])
@pytest.mark.parametrize("question", ["consent", "share_with_council"])
def test_no_consent_is_heard_in_an_answer_to_the_notice(
    question: str, notice: str, text: str
) -> None:
    parent = asked_at(question)
    before = parent.draft.referral.consent.model_copy(deep=True)
    outcome = after_notice(parent, text, notice=notice)
    assert outcome.consents == ()
    if not outcome.must_delete:
        assert parent.draft.referral.consent == before
    assert not outcome.must_submit


@pytest.mark.parametrize(
    ("question", "text", "field"),
    [
        ("consent", "yes you can keep it", "store"),
        ("share_with_council", "yes tell the council", "share_with_council"),
    ],
)
def test_a_yes_that_names_what_it_agrees_to_is_one(question: str, text: str, field: str) -> None:
    parent = asked_at(question)
    after_notice(parent, text)
    assert getattr(parent.draft.referral.consent, field).given is True


@pytest.mark.parametrize("text", ["yes ring please", "yes its fine", "yes found him", "yes"])
def test_nothing_is_sent_in_answer_to_the_notice(text: str) -> None:
    parent = asked_at("summary")
    assert not after_notice(parent, text, notice="suicidal_adult").must_submit


@pytest.mark.parametrize("question", ["certificate_held", "appeal_lodged", "interpreter", "plan"])
@pytest.mark.parametrize("text", ["yes found him", "yes thank you so much", "no im alright", "yes"])
def test_no_yes_or_no_is_taken_for_the_question_before(question: str, text: str) -> None:
    parent = asked_at(question)
    before = parent.draft.referral.model_dump()
    outcome = after_notice(parent, text)
    assert parent.draft.referral.model_dump() == before
    assert outcome.says[-1].asks is not None


@pytest.mark.parametrize(
    "text",
    ["just tired", "sorry just having a bad day", "he doesnt live here anymore", "thank you"],
)
@pytest.mark.parametrize("question", ["access_needs", "in_own_words", "supporters", "best_time"])
def test_a_remark_becomes_no_need(question: str, text: str) -> None:
    parent = asked_at(question)
    before = parent.draft.referral.model_dump()
    after_notice(parent, text)
    assert parent.draft.referral.model_dump() == before


def test_a_need_that_is_told_is_kept() -> None:
    parent = asked_at("access_needs")
    after_notice(parent, "I need breaks please", fact("access_need", "breaks"))
    assert parent.draft.referral.access.needs == ["breaks"]


def test_a_certificate_that_is_named_is_held() -> None:
    parent = asked_at("certificate_held")
    after_notice(parent, "yes I have a certificate", fact("certificate", "yes"))
    assert parent.draft.referral.certificate.held is True


@pytest.mark.parametrize("text", ["please ring me tonight", "yes ring me", "call me tomorrow pls"])
@pytest.mark.parametrize("question", ["consent", "council", "access_needs", "summary"])
def test_who_asks_to_be_rung_is_promised_a_person(question: str, text: str) -> None:
    parent = asked_at(question)
    outcome = after_notice(parent, text, notice="suicidal_adult")
    [request] = [each for each in outcome.handovers if each.reason == "asked_for_person"]
    assert request.note == (None if question == "consent" else text)
    assert "utter_handover" in [say.response for say in outcome.says]


@pytest.mark.parametrize("text", ["not really", "no hes in the next room", "no it isnt safe"])
@pytest.mark.parametrize("question", ["share_with_council", "certificate_held", "interpreter"])
def test_a_no_to_whether_it_is_safe_stops_for_now(question: str, text: str) -> None:
    parent = asked_at(question)
    before = parent.draft.referral.model_dump()
    outcome = after_notice(parent, text, notice="domestic_abuse")
    assert [say.response for say in outcome.says] == ["utter_stopped_draft_kept"]
    assert parent.draft.referral.model_dump() == before


def test_what_is_told_beside_it_is_not_lost() -> None:
    parent = asked_at("interpreter")
    told = fact("contact_ok", "no", "call")
    after_notice(parent, "no it isnt safe, dont ring me", told, notice="domestic_abuse")
    assert parent.draft.referral.contact.safe_to_call is False


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("child_age", "9", fact("age", 9)),
        ("council", "Luton", fact("council", "Luton")),
    ],
)
def test_what_only_the_question_asks_for_answers_it(question: str, text: str, told: Entity) -> None:
    parent = asked_at(question)
    before = parent.draft.referral.model_dump()
    after_notice(parent, text, told)
    assert parent.draft.referral.model_dump() != before


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("share_with_council", "yes. i share a house with him but hes at work"),
        ("share_with_council", "yes im safe the council can wait"),
        ("share_with_council", "yes i will tell the council myself"),
        ("consent", "yes please keep this secret"),
        ("consent", "yes i keep my kids safe"),
        ("plan", "yes i have a safety plan"),
        ("supporters", "yes im staying with a friend"),
        ("access_needs", "yes its quiet now"),
        ("safe_contact", "yes im ok my phone is nearly dead"),
    ],
)
def test_words_of_the_danger_name_no_question_before_it(question: str, text: str) -> None:
    parent = asked_at(question)
    before = parent.draft.referral.model_dump()
    after_notice(parent, text, notice="domestic_abuse")
    assert parent.draft.referral.model_dump() == before


def test_a_way_that_is_safe_after_the_notice_is_the_only_one() -> None:
    parent = asked_at("safe_contact")
    after_notice(parent, "yes texts are safe", fact("contact_ok", "yes", "text"))
    contact = parent.draft.referral.contact
    assert (contact.safe_to_text, contact.safe_to_call) == (True, None)


@pytest.mark.parametrize("question", ["consent", "certificate_held", "decision_date", "summary"])
@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("why are you asking", "utter_why_that_notice"),
        ("what do you mean", "utter_why_that_notice"),
        ("please dont tell anyone", "utter_no_secret_of_danger"),
        ("will they take my kids off me", "utter_no_secret_of_danger"),
    ],
)
def test_who_asks_about_the_notice_is_answered_and_asked_again(
    question: str, text: str, response: str
) -> None:
    parent = asked_at(question)
    before = parent.draft.referral.model_dump()
    outcome = after_notice(parent, text, notice="abuse_of_child")
    assert outcome.says[0].response == response
    assert outcome.says[-1].asks is not None
    assert parent.draft.referral.model_dump() == before


@pytest.mark.parametrize("text", ["not sure", "i dont know", "maybe"])
@pytest.mark.parametrize("question", ["council", "decision_date", "certificate_held", "child_age"])
def test_who_is_not_sure_after_the_notice_has_answered_nothing(question: str, text: str) -> None:
    parent = asked_at(question)
    before = parent.draft.referral.model_dump()
    outcome = after_notice(parent, text, notice="domestic_abuse")
    assert parent.draft.referral.model_dump() == before
    assert outcome.says[-1].asks is not None


@pytest.mark.parametrize("text", ["yes", "thats fine with me", "ok", "no thanks", "not sure"])
@pytest.mark.parametrize(
    "question", ["consent", "share_with_council", "certificate_held", "safe_contact", "summary"]
)
def test_what_was_sent_before_the_question_is_no_answer_to_it(question: str, text: str) -> None:
    parent = asked_at(question)
    before = parent.draft.referral.model_dump()
    outcome = after_notice(parent, text, notice=None)
    assert parent.draft.referral.model_dump() == before
    assert outcome.consents == () and not outcome.must_submit


def test_who_asks_for_a_person_before_the_question_is_heard() -> None:
    parent = asked_at("certificate_held")
    wish = said("i want to talk to a person", intent="ask_person")
    outcome = take_turn_apart(parent.draft, wish, notice=None, today=TODAY, now=NOW)
    assert "utter_handover" in [say.response for say in outcome.says]
