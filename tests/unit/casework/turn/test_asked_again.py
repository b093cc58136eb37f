"""What a miss says: one message that asks again with one list, then an offer that stands alone."""

from __future__ import annotations

import pytest

from casework.conversation.order import take_turn
from casework.message import Message
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, Parent, fact

QUESTIONS = ["consent", "share_with_council", "phone", "access_needs", "decision_date"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_parent_who_is_not_understood_gets_one_message_that_asks_again(question: str) -> None:
    parent = at(question)
    for explained in ("error", "help"):
        outcome = parent.say("?" if question == "access_needs" else "zz9")
        assert parent.heard == [f"utter_{explained}_{question}"]
        assert outcome.says[-1].asks == question


@pytest.mark.parametrize("question", QUESTIONS)
def test_parent_who_asks_for_help_gets_one_list_of_choices(question: str) -> None:
    parent = at(question)
    outcome = parent.say("what do you mean")
    assert [say.asks for say in outcome.says] == [question]


def test_parent_who_gives_a_date_to_come_is_asked_in_one_message() -> None:
    parent = at("decision_date")
    outcome = parent.say("3 march 2027", fact("date", "2027-03-03"))
    assert [(say.response, say.asks) for say in outcome.says] == [
        ("utter_date_future", "decision_date")
    ]


def offered_a_person(question: str) -> Parent:
    parent = at(question)
    for _ in range(3):
        parent.say("zz9")
    return parent


@pytest.mark.parametrize("question", ["consent", "phone", "decision_date"])
def test_offer_of_a_person_is_said_last_and_alone(question: str) -> None:
    parent = offered_a_person(question)
    assert parent.heard[-1].startswith("utter_offer_person")
    assert parent.outcome is not None and parent.outcome.says[-1].asks == "want_callback"
    assert parent.asked == question


@pytest.mark.parametrize("words", ["yes", "yes please", "I would like a person to help"])
def test_yes_to_the_offer_is_no_consent(words: str) -> None:
    parent = offered_a_person("consent")
    outcome = parent.say(words, intent="affirm")
    assert not outcome.consents
    assert parent.draft.referral.consent.store.given is None
    assert parent.draft.progress.callback_wanted
    assert parent.asked == "consent"


@pytest.mark.parametrize("words", ["carry on", "no", "no thanks"])
def test_parent_who_declines_the_offer_is_asked_the_question_again(words: str) -> None:
    parent = offered_a_person("consent")
    parent.say(words, intent="deny")
    assert parent.heard == ["utter_ask_consent"]
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.consent.store.given is True


def test_yes_to_the_offer_at_the_review_does_not_send_the_referral() -> None:
    parent = offered_a_person("summary")
    assert not parent.say("yes", intent="affirm").must_submit


def test_parent_may_answer_the_question_instead_of_the_offer() -> None:
    parent = offered_a_person("phone")
    parent.say("07700 900701", fact("phone", "+447700900701"))
    assert parent.draft.referral.contact.phone == "+447700900701"


def unsure_of_the_letter() -> Parent:
    parent = at("decision_date")
    parent.say("17th i think", fact("date", "2026-11-17", sure=False))
    assert parent.draft.progress.unconfirmed is not None
    return parent


def test_parent_asked_whether_a_date_is_right_is_asked_for_a_yes_or_no() -> None:
    parent = unsure_of_the_letter()
    outcome = parent.say("zz9")
    assert [(say.response, say.asks) for say in outcome.says] == [
        ("utter_error_confirm", "decision_date")
    ]


@pytest.mark.parametrize("words", ["not got one", "havent had one", "no letter yet"])
def test_only_a_yes_a_no_or_a_date_settles_a_date(words: str) -> None:
    parent = unsure_of_the_letter()
    plan = parent.draft.referral.plan
    parent.say(words, fact("plan_status", "none"), fact("no_date", "no_letter"))
    assert parent.draft.referral.plan == plan
    assert parent.draft.referral.decision.made is None
    assert parent.asked == "decision_date"
    assert parent.heard == ["utter_ask_decision_date"]


def test_greeting_in_the_middle_brings_the_question_and_no_second_welcome() -> None:
    parent = at("phone")
    parent.say("hello", intent="greet")
    assert parent.heard == ["utter_ask_phone"]


def test_no_thanks_at_consent_is_a_no() -> None:
    parent = at("consent")
    parent.say("No thanks", intent="deny")
    assert parent.heard == ["utter_no_consent"]


def test_thumbs_down_is_a_no_and_consent_is_not_asked_again() -> None:
    parent = at("consent")
    parent.say("\U0001f44e", intent="affirm")
    assert parent.heard == ["utter_no_consent"]
    assert parent.draft.progress.has_declined


def sent() -> Parent:
    parent = at("summary")
    parent.say("yes, send it")
    assert parent.asked == "anything_else"
    return parent


@pytest.mark.parametrize("words", ["thats all", "That's it thanks", "no that's everything", "done"])
def test_that_is_all_ends_the_conversation(words: str) -> None:
    parent = sent()
    parent.say(words)
    assert parent.heard == ["utter_goodbye"]


def test_correction_of_an_age_is_no_access_need() -> None:
    parent = at("access_needs")
    parent.say("hang on wrong. shes 9", fact("age", 9, "child"))
    assert parent.draft.referral.child.age == 9
    assert not parent.draft.referral.access.asked
    assert parent.asked == "access_needs"


def test_access_needs_can_be_taken_back_at_the_review() -> None:
    parent = at("access_needs")
    parent.say("i cant do stairs at the moment")
    assert parent.draft.referral.access.details == "i cant do stairs at the moment"
    while parent.asked != "summary":
        parent.say("no")
    parent.say("change my access needs")
    parent.say("none")
    access = parent.draft.referral.access
    assert (access.asked, access.needs, access.details) == (True, [], None)
    assert "utter_changed" in parent.heard


def test_no_to_the_certificate_takes_back_the_doubt_about_its_date() -> None:
    parent = at("certificate_held")
    parent.say("yes")
    parent.say("dont know")
    assert "unsure_certificate_date" in parent.draft.referral.handover.reasons
    parent.say("change the certificate")
    parent.say("no")
    assert parent.draft.referral.certificate.held is False
    assert "unsure_certificate_date" not in parent.draft.referral.handover.reasons


@pytest.mark.parametrize("age", ["1", "2"])
def test_a_bare_small_figure_is_asked_back_before_it_is_an_age(age: str) -> None:
    parent = at("child_age")
    parent.say(age)
    assert parent.draft.referral.child.age is None
    assert parent.heard == ["utter_confirm_child_age"]
    parent.say(age)
    assert parent.draft.referral.child.age == int(age)


def test_consent_to_tell_the_council_is_in_the_review_and_can_be_changed() -> None:
    parent = at("summary")
    assert parent.outcome is not None
    lines = parent.outcome.says[-1].values["summary"].splitlines()
    [row] = [line for line in lines if line.endswith("We may tell the council: yes")]
    parent.say(row.split(".")[0])
    assert parent.asked == "share_with_council"
    parent.say("no", intent="deny")
    assert parent.draft.referral.consent.share_with_council.given is False
    assert parent.asked == "summary"
    parent.say("Change: We may tell the council")
    assert parent.asked == "share_with_council"


def texting_at(question: str) -> Parent:
    parent = at(question)
    parent.draft.progress.by_text = True
    return parent


def test_parent_who_texts_is_asked_once_how_it_is_safe_to_reach_them() -> None:
    parent = texting_at("phone")
    parent.say("07700 900701", fact("phone", "+447700900701"))
    assert parent.asked == "safe_contact"
    parent.say("yes all fine")
    assert parent.draft.referral.contact.safe_to_text is True
    assert parent.asked == "access_needs"


def test_parent_who_has_said_that_texts_are_fine_is_not_asked() -> None:
    parent = texting_at("phone")
    parent.say(
        "07700 900701 txt is fine",
        fact("phone", "+447700900701"),
        fact("contact_ok", "yes", "text"),
    )
    assert parent.draft.referral.contact.safe_to_text is True
    assert parent.asked == "access_needs"


def test_parent_on_the_page_is_asked_no_further_question() -> None:
    parent = at("phone")
    parent.say("07700 900701", fact("phone", "+447700900701"))
    assert parent.asked == "access_needs"


def test_a_text_marks_the_referral_as_one_by_text() -> None:
    by_text = Message("hello", (("greet", 0.9),), channel="sms")
    assert take_turn(Parent().draft, by_text, today=TODAY, now=NOW).draft.progress.by_text


def test_childs_name_and_age_are_not_taken_for_the_parents_name() -> None:
    parent = at("name")
    parent.say("levi hes 15", fact("person_name", "Levi", "child"), fact("age", 15, "child"))
    referral = parent.draft.referral
    assert (referral.referrer.name, referral.child.name, referral.child.age) == (None, "Levi", 15)
    assert parent.asked == "name"


def test_childs_name_is_kept_with_the_age_in_one_answer() -> None:
    parent = at("child_name")
    parent.say("levi hes 15", fact("person_name", "Levi", "child"), fact("age", 15, "child"))
    assert (parent.draft.referral.child.name, parent.draft.referral.child.age) == ("Levi", 15)
