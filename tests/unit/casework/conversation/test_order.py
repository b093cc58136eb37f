"""The conversation, turn by turn, in milliseconds: what is asked, kept, repeated and offered."""

from __future__ import annotations

from datetime import date

import pytest

from casework.referral.draft import may_be_kept
from casework.turn.consents import may_tell_council
from casework.turn.questions import QUESTIONS
from tests.unit.casework.parents import Parent, fact


@pytest.fixture
def parent() -> Parent:
    return Parent()


@pytest.fixture
def parent_of_mason() -> Parent:
    """Has consented; told role, child, council and a refusal to assess in one message."""
    parent = Parent()
    parent.say(
        "im mum, Mason is 9, stockport wont assess him",
        fact("referrer_role", "parent"),
        fact("person_name", "Mason", "child"),
        fact("age", 9, "child"),
        fact("council", "stockport"),
        fact("dispute", "refuse_assess"),
    )
    parent.agree()
    return parent


def answer_everything(parent: Parent, **instead: str) -> None:
    """Answer whatever is asked, plainly, until the review."""
    answers = {
        "role": ("mum", fact("referrer_role", "parent")),
        "council": ("Stockport", fact("council", "Stockport")),
        "issue": ("refused to assess", fact("dispute", "refuse_assess")),
        "plan": ("no plan", fact("plan_status", "none")),
        "decision_date": ("16 october 2026", fact("date", "2026-10-16")),
        "certificate_held": ("no",),
        "appeal_lodged": ("no",),
        "route_wanted": ("mediation", fact("route", "mediation")),
        "name": ("Craig Sumner",),
        "child_name": ("Holly",),
        "child_age": ("8",),
        "phone": ("07700 900701", fact("phone", "+447700900701")),
        "access_needs": ("no",),
        "interpreter": ("no",),
    }
    for _ in range(25):
        if parent.asked in (None, "summary", "anything_else", "safe_contact"):
            return
        words, *facts = answers[parent.asked]
        parent.say(instead.get(parent.asked, words), *facts)


def test_parent_who_says_hello_sees_the_notice_and_is_asked_for_consent(parent: Parent) -> None:
    parent.say("hello", intent="greet")
    assert parent.heard == ["utter_greet", "utter_privacy_notice", "utter_ask_consent"]
    assert parent.asked == "consent"


def test_facts_told_at_once_are_read_back_after_consent_and_never_asked(
    parent_of_mason: Parent,
) -> None:
    answer_everything(parent_of_mason)
    assert parent_of_mason.asked == "summary"
    for known in ("role", "child_name", "child_age", "council", "issue"):
        assert known not in parent_of_mason.questions


def test_parent_reaches_a_submitted_referral(parent_of_mason: Parent) -> None:
    answer_everything(parent_of_mason)
    outcome = parent_of_mason.say("yes", intent="affirm")
    assert outcome.must_submit
    referral = outcome.draft.referral
    assert referral.requirement.certificate == "required"
    assert referral.deadlines.contact_by is not None
    assert "utter_submitted" in parent_of_mason.heard
    assert parent_of_mason.asked == "anything_else"


def test_parent_who_says_no_to_consent_has_nothing_kept(parent: Parent) -> None:
    parent.say("my son Max is 8", fact("person_name", "Max", "child"), fact("age", 8, "child"))
    outcome = parent.say("no", intent="deny")
    assert outcome.must_delete
    assert outcome.draft.referral.child.name is None
    assert parent.heard == ["utter_no_consent"]


def test_parent_who_declined_can_still_begin_later(parent: Parent) -> None:
    parent.say("hello", intent="greet")
    parent.say("no", intent="deny")
    parent.say("ok i want to make a referral", intent="start_referral")
    assert parent.asked == "consent"


def test_parent_can_correct_the_age_while_being_asked_for_another_thing(
    parent_of_mason: Parent,
) -> None:
    pending = parent_of_mason.asked
    parent_of_mason.say("oh hang on he turned 10 on tuesday", fact("age", 10, "child"))
    assert parent_of_mason.draft.referral.child.age == 10
    assert "utter_changed" in parent_of_mason.heard
    assert parent_of_mason.asked == pending


def test_a_contradiction_without_a_word_of_correction_is_confirmed(
    parent_of_mason: Parent,
) -> None:
    pending = parent_of_mason.asked
    parent_of_mason.say("a boy of 12", fact("age", 12, "child"))
    assert parent_of_mason.draft.referral.child.age == 9
    assert parent_of_mason.asked == "child_age"
    parent_of_mason.say("no", intent="deny")
    assert parent_of_mason.draft.referral.child.age == 9
    assert parent_of_mason.asked == pending


ASKED = [q.id for q in QUESTIONS if q.id not in ("email", "safe_contact", "want_callback")]


@pytest.mark.parametrize("words", ["why", "why do you ask?", "help", "what do you mean"])
def test_parent_can_ask_why_and_for_help_at_every_question(parent: Parent, words: str) -> None:
    parent.say("mum here", fact("referrer_role", "parent"))
    for _ in range(20):
        asked = parent.asked
        if asked in (None, "anything_else"):
            break
        parent.say(words)
        kind = "why" if words.startswith("why") else "help"
        assert parent.heard[0] == f"utter_{kind}_{asked}"
        assert parent.asked == asked
        assert [say.asks for say in parent.outcome.says].count(asked) == 1  # type: ignore[union-attr]
        if asked in ("consent", "share_with_council"):
            parent.say("yes", intent="affirm")
        elif asked == "summary":
            break
        else:
            answer_one(parent)


def answer_one(parent: Parent) -> None:
    asked = parent.asked
    for _ in range(3):
        if parent.asked != asked:
            return
        before = parent.draft
        answer_everything_once(parent)
        if parent.draft == before:
            return


def answer_everything_once(parent: Parent) -> None:
    answers = {
        "role": ("mum", fact("referrer_role", "parent")),
        "council": ("Stockport", fact("council", "Stockport")),
        "issue": ("refused to assess", fact("dispute", "refuse_assess")),
        "decision_date": ("16 october 2026", fact("date", "2026-10-16")),
        "route_wanted": ("mediation", fact("route", "mediation")),
        "name": ("Craig Sumner",),
        "child_name": ("Holly",),
        "child_age": ("8",),
        "phone": ("07700 900701", fact("phone", "+447700900701")),
    }
    words, *facts = answers.get(parent.asked or "", ("no",))
    parent.say(words, *facts)


def test_a_question_is_answered_and_the_pending_one_comes_again_once(
    parent_of_mason: Parent,
) -> None:
    pending = parent_of_mason.asked
    parent_of_mason.say("do i have to pay", intent="ask_is_it_free", confidence=0.8)
    assert parent_of_mason.topics == ["is_it_free"]
    assert parent_of_mason.asked == pending
    assert parent_of_mason.heard == ["utter_faq_is_it_free", f"utter_ask_{pending}"]


def test_a_question_beside_an_answer_gets_both(parent_of_mason: Parent) -> None:
    while parent_of_mason.asked != "certificate_held":
        answer_everything_once(parent_of_mason)
    parent_of_mason.say(
        "no, what is a certificate?", intent="ask_what_is_a_certificate", confidence=0.8
    )
    assert parent_of_mason.draft.referral.certificate.held is False
    assert "what_is_a_certificate" in parent_of_mason.topics


def test_parent_can_go_back_and_answer_again(parent_of_mason: Parent) -> None:
    parent_of_mason.say("16 october 2026", fact("date", "2026-10-16"))
    assert parent_of_mason.asked == "certificate_held"
    parent_of_mason.say("go back")
    assert parent_of_mason.asked == "decision_date"
    parent_of_mason.say("17 october 2026", fact("date", "2026-10-17"))
    assert parent_of_mason.draft.referral.decision.letter_date == date(2026, 10, 17)


def test_parent_who_does_not_know_the_letter_date_goes_on_and_gets_no_date(
    parent_of_mason: Parent,
) -> None:
    assert parent_of_mason.asked == "decision_date"
    parent_of_mason.say("not sure", intent="unsure")
    answer_everything(parent_of_mason)
    referral = parent_of_mason.draft.referral
    assert referral.deadlines.appeal_by is None
    assert referral.handover.needed
    assert parent_of_mason.asked == "summary"


def test_required_questions_cannot_be_skipped_but_never_trap(parent_of_mason: Parent) -> None:
    while parent_of_mason.asked != "name":
        answer_everything_once(parent_of_mason)
    parent_of_mason.say("skip")
    assert parent_of_mason.heard[0] == "utter_cannot_skip"
    assert parent_of_mason.asked == "name"


def test_three_misses_offer_a_person(parent_of_mason: Parent) -> None:
    heard = []
    for words in ("blah blah", "qwerty", "zzz"):
        parent_of_mason.say(words)
        heard.append(parent_of_mason.heard[0])
    assert heard == [
        "utter_error_decision_date",
        "utter_help_decision_date",
        "utter_offer_person",
    ]


def test_a_question_that_is_missed_again_and_again_is_passed_over(parent_of_mason: Parent) -> None:
    for words in ("blah blah", "qwerty", "zzz", "asdf"):
        parent_of_mason.say(words)
    assert parent_of_mason.asked != "decision_date"


def test_parent_can_ask_for_a_person_at_any_question(parent_of_mason: Parent) -> None:
    pending = parent_of_mason.asked
    outcome = parent_of_mason.say("can i speak to a real person please")
    assert parent_of_mason.topics[0] == "handover"
    assert [request.reason for request in outcome.handovers] == ["asked_for_person"]
    assert parent_of_mason.asked == "phone"
    parent_of_mason.say("07700 900123", fact("phone", "+447700900123"))
    assert parent_of_mason.asked == pending


def test_parent_can_stop_and_carry_on_where_she_was(parent_of_mason: Parent) -> None:
    pending = parent_of_mason.asked
    parent_of_mason.say("stop")
    assert parent_of_mason.heard == ["utter_stopped_draft_kept"]
    parent_of_mason.say("carry on")
    assert parent_of_mason.heard[0] == "utter_welcome_back"
    assert parent_of_mason.asked == pending


def test_starting_again_is_confirmed_first(parent_of_mason: Parent) -> None:
    parent_of_mason.say("start again")
    assert parent_of_mason.draft.referral.child.name == "Mason"
    outcome = parent_of_mason.say("yes", intent="affirm")
    assert outcome.must_delete
    assert parent_of_mason.draft.referral.child.name is None
    assert parent_of_mason.asked == "consent"


def test_parent_who_withdraws_has_the_draft_deleted(parent_of_mason: Parent) -> None:
    outcome = parent_of_mason.say("withdraw")
    assert outcome.must_delete
    assert outcome.draft.referral.consent.store.given is None


def test_ambiguous_council_is_asked_about_with_choices(parent: Parent) -> None:
    parent.say("mum here", fact("referrer_role", "parent"))
    parent.agree()
    assert parent.asked == "council"
    parent.say("kingston", fact("council", "kingston"))
    assert parent.asked == "council"
    choices = [choice.label for choice in parent.outcome.says[-1].choices]  # type: ignore[union-attr]
    assert "Kingston upon Thames" in choices
    parent.say("Kingston upon Thames", fact("council", "Kingston upon Thames"))
    assert parent.draft.referral.council.gss == "E09000021"


def test_fuzzy_council_is_confirmed_and_saying_it_right_is_as_good_as_yes(parent: Parent) -> None:
    parent.say("mum here", fact("referrer_role", "parent"))
    parent.agree()
    parent.say("Enfeild")
    assert parent.heard[-1] == "utter_confirm_council"
    assert parent.asked == "council"
    parent.say("Enfield", fact("council", "Enfield"))
    assert parent.draft.referral.council.gss == "E09000010"


def test_school_without_permission_has_no_family_details_kept(parent: Parent) -> None:
    parent.say(
        "I am a teacher, pupil Sam is 8",
        fact("referrer_role", "school"),
        fact("person_name", "Sam", "child"),
        fact("age", 8, "child"),
    )
    parent.agree()
    assert parent.asked == "permission"
    parent.say("no not yet", intent="deny")
    assert "utter_permission_needed" in parent.heard


def test_young_person_is_not_asked_for_the_childs_name(parent: Parent) -> None:
    parent.say(
        "I am 18 and my plan is being stopped",
        fact("referrer_role", "young_person"),
        fact("age", 18, "self"),
        fact("dispute", "cease_plan"),
    )
    parent.agree()
    answer_everything(parent)
    assert "child_name" not in parent.questions
    assert parent.draft.referral.child.name == parent.draft.referral.referrer.name


def test_school_only_is_never_exempt_before_the_follow_up_question(parent: Parent) -> None:
    parent.say(
        "section I is the wrong school",
        fact("referrer_role", "parent"),
        fact("section", "I"),
        fact("dispute", "i_named_only"),
        fact("council", "York"),
    )
    parent.agree()
    assert parent.asked == "school_only_check"
    assert parent.draft.referral.requirement.certificate != "not_required"
    parent.say("only the school, nothing else", fact("only", "school"))
    assert parent.draft.referral.requirement.certificate == "not_required"
    assert parent.draft.referral.requirement.mediation == "right"


def test_an_answer_can_be_changed_at_the_review_by_its_number(parent_of_mason: Parent) -> None:
    answer_everything(parent_of_mason)
    summary = parent_of_mason.outcome.says[-1].values["summary"]  # type: ignore[union-attr]
    line = next(line for line in summary.splitlines() if "Phone" in line)
    parent_of_mason.say(line.split(".")[0])
    assert parent_of_mason.asked == "phone"
    parent_of_mason.say("07700 900999", fact("phone", "+447700900999"))
    assert parent_of_mason.asked == "summary"
    assert parent_of_mason.draft.referral.contact.phone == "+447700900999"


def test_a_correction_at_the_review_is_made_and_the_review_comes_again(
    parent_of_mason: Parent,
) -> None:
    answer_everything(parent_of_mason)
    parent_of_mason.say("no his age is 10", fact("age", 10, "child"))
    assert parent_of_mason.draft.referral.child.age == 10
    assert parent_of_mason.asked == "summary"


def test_a_turn_taken_twice_has_the_same_outcome(parent_of_mason: Parent) -> None:
    first = Parent()
    second = Parent()
    first.draft = parent_of_mason.draft.copy_deep()
    second.draft = parent_of_mason.draft.copy_deep()
    assert first.say("16 october", fact("date", "2026-10-16")) == second.say(
        "16 october", fact("date", "2026-10-16")
    )


def test_parent_outside_england_is_told_and_may_end_there(parent: Parent) -> None:
    parent.say("we live in Swansea", fact("council", "Swansea"), fact("referrer_role", "parent"))
    assert "coverage" in parent.topics
    parent.say("yes", intent="affirm")
    assert parent.asked == "want_callback"
    parent.say("no", intent="deny")
    assert parent.asked == "anything_else"


def test_parent_who_stopped_can_answer_straight_away(parent_of_mason: Parent) -> None:
    assert parent_of_mason.asked == "decision_date"
    parent_of_mason.say("stop")
    parent_of_mason.say("16 october 2026", fact("date", "2026-10-16"))
    assert parent_of_mason.draft.referral.decision.letter_date is not None
    assert parent_of_mason.asked == "certificate_held"


def test_a_fact_that_nobody_asked_for_is_acknowledged(parent_of_mason: Parent) -> None:
    parent_of_mason.say("my email is k@example.org", fact("email", "k@example.org"))
    assert "utter_heard" in parent_of_mason.heard
    assert parent_of_mason.draft.referral.contact.email == "k@example.org"


def test_worker_may_tell_of_the_permission_in_her_own_words(parent: Parent) -> None:
    parent.say("I am a social worker", fact("referrer_role", "other_professional"))
    parent.agree()
    parent.say("mum agreed on the phone yesterday", fact("date", "2026-11-20"))
    permission = parent.draft.referral.referrer.permission
    assert permission is not None
    assert permission.given is True
    assert permission.on is not None


def test_nothing_is_submitted_that_is_not_complete(parent_of_mason: Parent) -> None:
    answer_everything(parent_of_mason)
    parent_of_mason.draft.referral.contact.phone = None
    outcome = parent_of_mason.say("yes", intent="affirm")
    assert not outcome.must_submit
    assert parent_of_mason.asked == "phone"


def test_an_answer_stands_until_the_new_one_is_there(parent_of_mason: Parent) -> None:
    answer_everything(parent_of_mason)
    parent_of_mason.say("yes", intent="affirm")
    parent_of_mason.say("I want to change my number")
    assert parent_of_mason.asked == "phone"
    assert parent_of_mason.draft.referral.contact.phone == "+447700900701"
    parent_of_mason.say("hmm")
    assert parent_of_mason.draft.referral.contact.phone == "+447700900701"
    parent_of_mason.say("07700 900999", fact("phone", "+447700900999"))
    assert parent_of_mason.draft.referral.contact.phone == "+447700900999"
    assert parent_of_mason.asked == "anything_else"


def test_wanting_the_council_to_change_the_plan_is_no_wish_to_change_an_answer(
    parent: Parent,
) -> None:
    parent.say("mum here", fact("referrer_role", "parent"), fact("council", "York"))
    parent.agree()
    parent.say("I want the council to change the school on his plan, he cannot cope there")
    assert parent.draft.referral.council.name == "York"
    assert "utter_went_back" not in parent.heard


def test_withdrawing_after_the_referral_is_on_record_and_nothing_is_lost(
    parent_of_mason: Parent,
) -> None:
    answer_everything(parent_of_mason)
    parent_of_mason.say("yes", intent="affirm")
    outcome = parent_of_mason.say("withdraw")
    assert ("store", False) in [(c.kind, c.given) for c in outcome.consents]
    assert [request.priority for request in outcome.handovers] == ["urgent"]
    assert not outcome.must_delete
    assert may_be_kept(outcome.draft)
    assert outcome.draft.referral.consent.store.given is False


def test_withdrawing_takes_the_yes_to_telling_the_council_back(parent_of_mason: Parent) -> None:
    answer_everything(parent_of_mason)
    parent_of_mason.say("yes", intent="affirm")
    consent = parent_of_mason.draft.referral.consent
    consent.share_with_council.given = True
    assert may_tell_council(consent, is_sent=True)
    assert not may_tell_council(consent, is_sent=False)
    outcome = parent_of_mason.say("withdraw")
    assert ("share_with_council", False) in [(c.kind, c.given) for c in outcome.consents]
    consent = outcome.draft.referral.consent
    assert consent.share_with_council.given is False
    assert not may_tell_council(consent, is_sent=True)


def test_a_grown_ups_birthday_is_not_the_childs(parent_of_mason: Parent) -> None:
    parent_of_mason.say("my dob is 01/02/1990", fact("date_of_birth", "1990-02-01", "child"))
    assert parent_of_mason.draft.referral.child.age == 9


@pytest.mark.parametrize("words", ["skip", "go back", "why", "help", "no", "blah"])
def test_starting_again_can_be_left_in_any_way(parent_of_mason: Parent, words: str) -> None:
    parent_of_mason.say("start again")
    parent_of_mason.say(words)
    parent_of_mason.say("go back")
    assert parent_of_mason.draft.referral.child.name == "Mason"


def test_somebody_who_declined_always_gets_an_answer(parent: Parent) -> None:
    parent.say("hello", intent="greet")
    parent.say("no", intent="deny")
    for words in ("it is all so hard at the moment", "they never listen to us at all", "hmm"):
        outcome = parent.say(words)
        assert outcome.says


def test_a_number_given_in_fear_is_not_taken_for_safe(parent_of_mason: Parent) -> None:
    parent_of_mason.draft.referral.safety.categories = ["domestic_abuse"]
    answer_everything(parent_of_mason)
    assert parent_of_mason.asked == "safe_contact"
    assert parent_of_mason.draft.referral.contact.safe_to_call is None


def test_not_knowing_whether_there_is_a_plan_leads_to_a_person(parent: Parent) -> None:
    parent.say("mum", fact("referrer_role", "parent"), fact("council", "York"))
    parent.agree()
    parent.say("they suspended him", fact("dispute", "exclusion"))
    assert parent.asked == "plan"
    parent.say("not sure", intent="unsure")
    assert parent.draft.referral.handover.needed


def test_after_a_withdrawal_nothing_more_is_taken_down(parent_of_mason: Parent) -> None:
    answer_everything(parent_of_mason)
    parent_of_mason.say("yes", intent="affirm")
    parent_of_mason.say("withdraw")
    before = parent_of_mason.draft.referral
    parent_of_mason.say("my email is k@example.org", fact("email", "k@example.org"))
    assert parent_of_mason.draft.referral == before
    assert parent_of_mason.heard == ["utter_withdrawn"]
    parent_of_mason.say("is it free?", intent="ask_is_it_free", confidence=0.8)
    assert parent_of_mason.topics == ["is_it_free"]
