"""The date of a letter, and the days, drafts and proposals that are easily taken for it."""

from __future__ import annotations

from datetime import date

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact

LETTER = date(2026, 10, 16)


def day(text: str, words: str, value: str, role: str | None = None) -> Entity:
    """The date that stands at these words."""
    start = text.index(words)
    return Entity("date", value, role, True, start, start + len(words))


def letter_of(parent: Parent) -> date | None:
    return parent.draft.referral.decision.letter_date


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sure. and 10 november was when i actually opened it", "10 november"),
        ("actually 10 november is the day it came", "10 november"),
        ("sorry, i only opened it on 10 november", "10 november"),
        ("wait, it didn't come until the 10 november", "10 november"),
        ("oh and we got it on 10 november actually", "10 november"),
        ("actually my husband found it on the mat 10 november", "10 november"),
    ],
)
@pytest.mark.parametrize("role", [None, "decision"])
@pytest.mark.parametrize("question", ["share_with_council", "certificate_held", "name", "summary"])
def test_day_a_letter_was_opened_never_moves_its_date(
    text: str, words: str, role: str | None, question: str
) -> None:
    parent = at(question)
    parent.say("the letter is dated 16 october 2026", fact("date", "2026-10-16", "decision"))
    parent.say(text, day(text, words, "2026-11-10", role))
    assert letter_of(parent) == LETTER
    waiting = parent.draft.progress.unconfirmed
    assert waiting is None or waiting.field == "certificate_date"
    assert parent.draft.referral.certificate.date is None
    assert text in (parent.draft.referral.dispute.in_own_words or "")


@pytest.mark.parametrize(
    "text", ["sorry, it is dated 3 october", "no it says 3 october", "actually its the 3 october"]
)
def test_letter_date_can_still_be_put_right(text: str) -> None:
    parent = at("certificate_held")
    parent.say(text, day(text, "3 october", "2026-10-03"))
    assert letter_of(parent) == date(2026, 10, 3)


def test_day_it_was_opened_is_asked_about_where_nothing_else_is_known() -> None:
    text = "13 october was when i opened it"
    parent = at("decision_date")
    parent.say(text, day(text, "13 october", "2026-10-13"))
    assert letter_of(parent) is None
    assert "utter_confirm_decision_date" in parent.heard


def test_day_of_a_meeting_is_not_taken_for_the_letters() -> None:
    text = "they never sent anything, meeting was 12 March"
    parent = at("decision_date")
    parent.say(text, day(text, "12 March", "2026-03-12"))
    assert parent.draft.referral.decision.made is False


def ending_plan() -> Parent:
    parent = Parent()
    parent.say(
        "mum of Mia, 14, kent intend to stop her plan",
        fact("referrer_role", "parent"),
        fact("council", "kent"),
        fact("dispute", "cease_plan"),
    )
    parent.agree()
    return parent


UNDECIDED = [
    "its not a proper decision letter yet. they are consulting me i got 15 days",
    "its a proposal",
    "they havent decided yet",
    "it's only a proposal at the moment",
    "the council are just consulting us",
    "no they have not made a decision",
    "its not a decision yet",
    "nothing has been decided",
    "they are still proposing to cease it",
]


@pytest.mark.parametrize("words", UNDECIDED)
def test_a_proposal_to_end_a_plan_is_no_decision(words: str) -> None:
    parent = ending_plan()
    parent.say(words)
    assert parent.draft.referral.decision.made is False
    assert letter_of(parent) is None
    assert parent.draft.referral.deadlines.appeal_by is None
    assert "utter_route_cease_plan" not in parent.heard
    assert parent.draft.progress.stated_kinds == ["cease_plan"]


@pytest.mark.parametrize("words", UNDECIDED)
def test_who_dated_a_letter_and_says_that_it_decides_nothing_is_asked_for_its_date(
    words: str,
) -> None:
    parent = ending_plan()
    parent.say("1 november 2026", fact("date", "2026-11-01"))
    parent.say(words)
    assert letter_of(parent) == date(2026, 11, 1)
    assert parent.asked == "decision_date"
    parent.say(words)
    assert parent.draft.referral.decision.made is False
    assert letter_of(parent) is None
    assert "utter_route_cease_plan" not in parent.heard
    assert parent.draft.progress.stated_kinds == ["cease_plan"]


def test_who_is_asked_for_the_date_again_keeps_it_with_a_bare_no() -> None:
    parent = ending_plan()
    parent.say("1 november 2026", fact("date", "2026-11-01"))
    parent.say("its a proposal")
    parent.say("no, its final")
    assert letter_of(parent) == date(2026, 11, 1)


@pytest.mark.parametrize(
    "words",
    [
        "i have not decided about mediation yet",
        "is it a proposal?",
        "it was a proposal but now they have decided",
        "they never consulted me",
        "they are consulting schools",
        "we haven't decided yet",
    ],
)
def test_who_has_not_decided_and_who_was_not_asked_keep_their_letter(words: str) -> None:
    parent = ending_plan()
    parent.say("1 november 2026", fact("date", "2026-11-01"))
    parent.say(words)
    assert letter_of(parent) == date(2026, 11, 1)


def test_a_refusal_that_is_no_proper_letter_is_a_decision_all_the_same() -> None:
    parent = at("certificate_held")
    parent.say("its not a proper decision letter, just an email")
    assert letter_of(parent) == LETTER


def asked_for_the_letter_about(plan: str) -> Parent:
    parent = Parent()
    parent.say(
        f"mum of Mia, 12, kent. {plan}",
        fact("referrer_role", "parent"),
        fact("council", "kent"),
        fact("section", "F"),
        fact("dispute", "section_f"),
        fact("plan_status", "final"),
    )
    parent.agree()
    assert parent.asked == "decision_date"
    return parent


def test_who_thinks_that_it_is_a_draft_is_asked_before_any_law_is_told() -> None:
    parent = asked_for_the_letter_about("section F is not right")
    parent.say(
        "it isnt a letter they emailed it, draft i think it says draft",
        fact("dispute", "draft_plan"),
        fact("plan_status", "draft", sure=False),
    )
    assert "utter_confirm_plan" in parent.heard
    assert not any(said.startswith("utter_route") for said in parent.heard)
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.plan == "draft"
    assert parent.draft.referral.decision.made is False
    assert "utter_route_draft_plan" in parent.heard


def test_who_waits_for_the_amended_plan_is_told_of_no_letter_to_appeal_from() -> None:
    parent = asked_for_the_letter_about("review was in march, section F is wrong")
    parent.say(
        "both things, the amended one never came",
        fact("dispute", "section_f"),
        fact("dispute", "annual_review_late"),
        fact("no_date", "no_letter"),
    )
    assert "annual_review_late" in parent.draft.progress.stated_kinds
    assert "utter_route_annual_review_late" in parent.heard
    assert "utter_route_section_f" not in parent.heard
    assert "utter_route_no_date" not in parent.heard


CERTIFICATE = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("so the letter came and yes we have the certificate, dated 18 November", "18 November"),
        ("yes we have the certificate, dated 18 November", "18 November"),
        ("18 November is the certificate. the letter is 16th", "18 November"),
        ("the refusal letter came first, then a certificate 18 November", "18 November"),
        ("yes, with the letter. the certificate says 18 November", "18 November"),
    ],
)
@pytest.mark.parametrize("question", ["certificate_held", "certificate_date", "name"])
def test_day_of_the_certificate_never_moves_that_of_the_letter(
    text: str, words: str, question: str
) -> None:
    parent = at("certificate_held")
    while parent.asked != question:
        parent.say("yes" if question == "certificate_date" else "no")
    parent.say(text, day(text, words, "2026-11-18", "decision"))
    assert letter_of(parent) == LETTER
    assert parent.draft.referral.certificate.date == CERTIFICATE
    assert parent.draft.progress.unconfirmed is None


def test_day_of_the_letter_beside_the_certificates_is_asked_about_where_it_is_another() -> None:
    text = "18 November is the certificate. the letter is 10th"
    parent = at("certificate_held")
    parent.say(text, day(text, "18 November", "2026-11-18", "decision"))
    assert "utter_confirm_decision_date" in parent.heard
    parent.say("yes")
    assert letter_of(parent) == date(2026, 11, 10)


@pytest.mark.parametrize(
    "text",
    [
        "got the letter 3rd november",
        "just got it 3rd november",
        "received 3rd november",
        "it was 3rd november i got it",
    ],
)
def test_day_a_letter_came_is_asked_about_whoever_is_left_unsaid(text: str) -> None:
    parent = at("decision_date")
    parent.say(text, day(text, "3rd november", "2026-11-03", "decision"))
    assert letter_of(parent) is None
    assert "utter_confirm_decision_date" in parent.heard


@pytest.mark.parametrize(
    "text",
    [
        "got the letter, its dated 3rd november",
        "the letter i got says 3rd november",
        "sorry ive just found the letter its the 3rd november not the 2nd",
    ],
)
def test_date_a_letter_bears_is_taken_though_it_also_came(text: str) -> None:
    parent = at("decision_date")
    parent.say(text, day(text, "3rd november", "2026-11-03", "decision"))
    assert letter_of(parent) == date(2026, 11, 3)
