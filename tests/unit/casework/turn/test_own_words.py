"""The story is kept: what went wrong in the family's words, and what they say at the end."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact
from tests.unit.casework.turn.test_asked_again import sent

STORY = (
    "My son has been out of school since March. The council refused to assess him and I have "
    "begged them for help"
)


def kept(parent: Parent) -> str:
    return parent.draft.referral.dispute.in_own_words or ""


def test_opening_account_is_kept_word_for_word_once_the_parent_agrees() -> None:
    parent = Parent()
    parent.say(STORY, fact("referrer_role", "parent"), fact("dispute", "refuse_assess"))
    parent.agree()
    assert kept(parent) == STORY


def test_opening_account_is_forgotten_with_a_no() -> None:
    parent = Parent()
    parent.say(STORY, fact("referrer_role", "parent"), fact("dispute", "refuse_assess"))
    outcome = parent.say("no", intent="deny")
    assert outcome.must_delete
    assert kept(parent) == ""


def test_the_story_is_not_read_back_whole_at_the_consent() -> None:
    parent = Parent()
    parent.say(STORY, fact("referrer_role", "parent"), fact("dispute", "refuse_assess"))
    outcome = parent.say("yes", intent="affirm")
    assert all("March" not in say.values.get("facts", "") for say in outcome.says)


@pytest.mark.parametrize(
    "words",
    [
        "they cut 8 hours a week of her 1:1 and nobody told us",
        "he is not coping and they just dont listen to us",
        "the head says he is fine but he is in bits every night",
    ],
)
def test_long_answer_to_what_has_gone_wrong_is_kept(words: str) -> None:
    parent = Parent()
    parent.say("mum here", fact("referrer_role", "parent"), fact("council", "York"))
    parent.agree()
    assert parent.asked == "issue"
    parent.say(words, fact("dispute", "section_f"))
    assert kept(parent) == words


def test_account_told_later_is_added_on_a_line_of_its_own() -> None:
    parent = at("route_wanted")
    before = kept(parent)
    later = "they also cut his speech therapy in June and the school let him go home at noon"
    parent.say(later)
    assert kept(parent) == f"{before}\n{later}".strip()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("issue", "there is no plan and the school is not helping"),
        ("decision_date", "it was the 16th of october"),
        ("certificate_held", "no not got one from the council"),
        ("phone", "07700 900701"),
        ("name", "Craig Sumner"),
    ],
)
def test_what_tells_no_story_is_not_kept_as_one(question: str, words: str) -> None:
    parent = Parent()
    parent.say("mum here", fact("referrer_role", "parent"), fact("council", "York"))
    parent.agree()
    if question != "issue":
        parent = at(question)
    before = kept(parent)
    facts = {
        "issue": [fact("dispute", "sen_support")],
        "decision_date": [fact("date", "2026-10-16")],
    }
    parent.say(words, *facts.get(question, []))
    assert kept(parent) == before


def test_a_mere_question_is_no_story() -> None:
    parent = Parent()
    parent.say("can the council refuse to assess my son if he has autism?")
    assert kept(parent) == ""


def test_story_longer_than_there_is_room_for_is_cut_and_breaks_nothing() -> None:
    parent = at("route_wanted")
    for day in range(40):
        parent.say(
            f"on day {day} the school sent him home and the council did not answer at all, again"
        )
    assert len(kept(parent)) <= 2000


LAST_WORDS = [
    "son has severe learning difficulties, cannot read or decide for himself",
    "council cut 8 hours a week of her 1:1",
    "Poppy's dad is not to be told",
    "he reads my old email",
    "Yes: my son starts his new school in May",
    "yes my son starts his new school in May",
    "head of SEN at school backed us",
    "we have been waiting for a year",
    "no but he has a hospital stay in June",
    "my husband will come too and he is deaf",
]


@pytest.mark.parametrize("words", LAST_WORDS)
def test_last_word_is_kept_for_the_team_and_not_answered_by_the_same_question(words: str) -> None:
    parent = sent()
    outcome = parent.say(words)
    assert words in kept(parent)
    assert "in_own_words" in outcome.changed
    assert parent.heard[-1] == "utter_added_for_team"
    assert "utter_ask_anything_else" not in parent.heard
    assert [(asked.reason, asked.is_awaited) for asked in outcome.handovers] == [
        ("told_more", False)
    ]


def test_last_word_about_the_school_does_not_make_a_parent_a_teacher() -> None:
    parent = sent()
    parent.say("head of SEN at school backed us", fact("referrer_role", "school"))
    assert parent.draft.referral.referrer.role == "parent"
    assert parent.draft.progress.unconfirmed is None


def test_section_of_another_childs_plan_is_not_added_to_a_sent_referral() -> None:
    parent = sent()
    before = parent.draft.referral.dispute.model_copy(deep=True)
    parent.say(
        "my daughter's section F is wrong too",
        fact("dispute", "section_f"),
        fact("section", "F"),
    )
    assert parent.draft.referral.dispute.sections == before.sections
    assert parent.draft.referral.dispute.kinds == before.kinds


def test_number_of_the_other_parent_is_kept_in_words_and_not_as_the_parents_own() -> None:
    parent = sent()
    parent.say("his dad's number is 07700 900555", fact("phone", "+447700900555"))
    assert parent.draft.referral.contact.phone == "+447700900701"
    assert parent.draft.progress.unconfirmed is None
    assert "07700 900555" in kept(parent)


def test_new_number_said_as_such_replaces_the_old_one() -> None:
    parent = sent()
    parent.say("my new number is 07700 900555", fact("phone", "+447700900555"))
    assert parent.draft.referral.contact.phone == "+447700900555"


def test_parent_who_may_not_be_rung_any_more_is_not_rung() -> None:
    parent = sent()
    parent.say("please dont ring me any more", fact("contact_ok", "no", "call"))
    assert parent.draft.referral.contact.safe_to_call is False


def test_age_put_right_at_the_end_is_put_right() -> None:
    parent = sent()
    parent.say("sorry his age is wrong, he is 10", fact("age", 10, "child"))
    assert parent.draft.referral.child.age == 10
    assert "10" in kept(parent)


@pytest.mark.parametrize(
    "words",
    [
        "no",
        "no thanks",
        "no thank you",
        "that's all",
        "no that's everything thank you",
        "not at the moment",
        "no that covers it",
        "i dont know",
        "no but thanks",
        "Nothing else, thank you for your help",
        "can't think of anything else",
    ],
)
def test_plain_no_ends_it_and_nothing_is_kept(words: str) -> None:
    parent = sent()
    before = kept(parent)
    outcome = parent.say(words, intent="deny")
    assert parent.heard == ["utter_goodbye"]
    assert kept(parent) == before
    assert not outcome.handovers


@pytest.mark.parametrize("words", ["yes", "yes please", "yeah"])
def test_plain_yes_is_asked_what_it_is(words: str) -> None:
    parent = sent()
    parent.say(words, intent="affirm")
    assert parent.heard == ["utter_help_anything_else"]


def test_thanks_in_many_words_are_no_remark() -> None:
    parent = sent()
    outcome = parent.say("no thank you so much for all your help today you have been great")
    assert not outcome.handovers


def test_question_after_sending_that_nobody_can_answer_is_left_to_the_team() -> None:
    parent = sent()
    outcome = parent.say("did you change BSL to no?")
    assert [asked.reason for asked in outcome.handovers] == ["told_more"]
    assert "utter_error_anything_else" not in parent.heard


def test_nothing_is_kept_after_the_consent_was_withdrawn() -> None:
    parent = sent()
    parent.say("withdraw")
    before = kept(parent)
    parent.say("he has severe learning difficulties and cannot read")
    assert kept(parent) == before


@pytest.mark.parametrize(
    "words",
    [
        "his dad cant know",
        "her dad must not be told",
        "please dont tell my ex",
        "ask for rita only",
        "he cannot decide for himself",
        "its my wife's phone",
        "my son cannot speak",
    ],
)
@pytest.mark.parametrize("question", ["decision_date", "phone", "child_age"])
def test_what_the_team_must_know_is_kept_however_short(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words)
    assert words in kept(parent)


@pytest.mark.parametrize(
    "words", ["i dont know", "dont know sorry mate", "we do not know that yet"]
)
def test_not_knowing_an_answer_is_no_account(words: str) -> None:
    parent = at("decision_date")
    before = kept(parent)
    parent.say(words)
    assert kept(parent) == before


def test_statement_that_nobody_understood_is_kept_all_the_same() -> None:
    parent = at("decision_date")
    words = "gran had him all summer and it went wrong there"
    parent.say(words)
    assert words in kept(parent)


def test_no_to_telling_the_council_is_an_answer_and_no_account() -> None:
    parent = at("share_with_council")
    before = kept(parent)
    parent.say("no dont tell them", intent="deny")
    assert kept(parent) == before


def test_what_the_team_must_know_is_thanked_for_at_the_review_which_comes_again() -> None:
    parent = at("summary")
    parent.say("her dad must not be told please")
    assert "her dad must not be told please" in kept(parent)
    assert parent.heard[0] == "utter_added_for_team"
    assert parent.asked == "summary"
    parent.say("asdf qwer")
    assert parent.heard[0] == "utter_error_summary"
