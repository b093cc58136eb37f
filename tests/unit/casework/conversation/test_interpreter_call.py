"""Parents with little English, turn by turn: offered an interpreter, asked for a number, rung."""

from __future__ import annotations

import pytest

from casework.conversation.other_languages import language_of
from casework.turn.state import HandoverRequest
from tests.unit.casework.parents import Parent, fact

POLISH = fact("written_language", "pol")
NUMBER = fact("phone", "+447700900123")
OPENING = "Dzień dobry, nie mówię po angielsku"
KEYS = ["pol", "urd", "pan", "ben", "ara", "tam", "zho", "ckb", "kmr", "cym", "vie", "som"]


@pytest.fixture
def parent() -> Parent:
    return Parent()


def words(parent: Parent) -> list[str]:
    assert parent.outcome is not None
    return [say.values["words"] for say in parent.outcome.says if "words" in say.values]


def labels(parent: Parent) -> list[str]:
    assert parent.outcome is not None
    return [choice.label for choice in parent.outcome.says[-1].choices]


def test_parent_who_writes_in_polish_is_offered_an_interpreter_in_polish(parent: Parent) -> None:
    parent.say(OPENING, POLISH)
    polish = language_of("pol")
    assert words(parent) == [polish.text_for("offer", "web")]
    assert parent.topics == ["interpreter_or_bsl"]
    assert parent.asked == "want_callback"
    assert labels(parent) == [polish.choices["call"], polish.choices["english"]]


@pytest.mark.parametrize("key", KEYS)
def test_parent_can_leave_a_number_for_a_call_with_an_interpreter(parent: Parent, key: str) -> None:
    language = language_of(key)
    parent.say("…", fact("written_language", key))
    parent.say(language.choices["call"])
    assert parent.asked == "consent"
    assert parent.draft.referral.interpreter.asked is False
    parent.say(language.choices["yes"])
    assert parent.asked == "phone"
    outcome = parent.say("07700 900123", NUMBER)
    assert words(parent) == [language.text_for("thanks", "web")]
    assert [(h.reason, h.priority) for h in outcome.handovers] == [("callback_wanted", "soon")]
    assert key in str(outcome.handovers[0].note)
    referral = parent.draft.referral
    assert referral.contact.phone == "+447700900123"
    assert referral.interpreter.needed is True
    assert referral.interpreter.language is not None
    assert referral.interpreter.language.code == key
    assert referral.consent.store.given is True
    assert referral.consent.notice_version.endswith(key)
    assert "callback_wanted" in referral.handover.reasons


def test_nothing_is_kept_before_the_parent_agrees_in_their_language(parent: Parent) -> None:
    parent.say(OPENING, POLISH)
    outcome = parent.say("Proszę zadzwonić")
    assert outcome.consents == ()
    outcome = parent.say("tak, proszę")
    assert [(c.kind, c.given) for c in outcome.consents] == [
        ("store", True),
        ("special_category", True),
    ]


def test_parent_who_does_not_agree_is_told_the_number_to_ring(parent: Parent) -> None:
    parent.say("nie mówię 07700 900123", POLISH, NUMBER)
    outcome = parent.say("Nie")
    assert outcome.must_delete
    assert parent.draft.referral.contact.phone is None
    assert words(parent) == [language_of("pol").text_for("ring", "web")]
    assert outcome.handovers == ()


@pytest.mark.parametrize("wish", ["tak", "Proszę zadzwonić", "07700 900123"])
def test_parent_who_said_no_can_still_ask_for_a_call(parent: Parent, wish: str) -> None:
    for said_and_facts in ((OPENING, POLISH), ("tak",), ("nie",)):
        parent.say(*said_and_facts)
    assert parent.asked is None
    parent.say(wish, *([NUMBER] if wish[0] == "0" else []))
    assert parent.asked == "consent"
    parent.say("tak")
    assert parent.asked == "phone"
    outcome = parent.say("07700 900123", NUMBER)
    assert "Polish" in str(outcome.handovers[0].note)


def test_parent_who_was_not_understood_can_still_ask_for_a_call(parent: Parent) -> None:
    parent.say(OPENING, POLISH)
    for _ in range(3):
        outcome = parent.say("Gdzie jest wasze biuro", POLISH)
    assert "Polish" in str(outcome.handovers[0].note)
    parent.say("tak")
    assert parent.asked == "consent"


@pytest.mark.parametrize("change", ["In English", "they have refused to assess my son"])
def test_parent_who_agreed_in_polish_reads_the_whole_notice_in_english(
    parent: Parent, change: str
) -> None:
    for said_and_facts in ((OPENING, POLISH), ("tak",), ("tak",), ("07700 900123", NUMBER)):
        parent.say(*said_and_facts)
    parent.say(change, *([] if "English" in change else [fact("dispute", "refuse_assess")]))
    assert parent.heard.count("utter_privacy_notice") == 1
    parent.say("yes", intent="affirm")
    assert "utter_privacy_notice" not in parent.heard


def test_parent_can_go_on_in_english_and_is_then_asked_whether_they_want_it(
    parent: Parent,
) -> None:
    parent.say(OPENING, POLISH)
    parent.say(language_of("pol").choices["english"])
    assert parent.asked == "consent"
    assert "utter_privacy_notice" in parent.heard
    assert [w.field for w in parent.draft.progress.to_confirm] == ["language"]


def test_english_goes_on_after_the_call_is_arranged_without_the_interpreter_question(
    parent: Parent,
) -> None:
    for said_and_facts in (
        (OPENING, POLISH),
        ("tak",),
        ("tak",),
        ("07700 900123", NUMBER),
        ("they have refused to assess my son", fact("dispute", "refuse_assess")),
    ):
        parent.say(*said_and_facts)
    assert parent.asked == "share_with_council"
    assert parent.draft.progress.stated_kinds == ["refuse_assess"]
    assert parent.draft.referral.interpreter.asked is True


def test_thanks_in_their_language_after_the_call_is_arranged_begins_nothing_new(
    parent: Parent,
) -> None:
    for said_and_facts in ((OPENING, POLISH), ("tak",), ("tak",), ("07700 900123", NUMBER)):
        parent.say(*said_and_facts)
    outcome = parent.say("dziękuję bardzo za pomoc", POLISH)
    assert outcome.handovers == ()
    assert parent.asked is None
    assert words(parent) == [language_of("pol").text_for("thanks", "web")]


def test_parent_who_answers_nothing_readable_gets_a_person_and_no_loop(parent: Parent) -> None:
    parent.say(OPENING, POLISH)
    reasons: list[HandoverRequest] = []
    for _ in range(3):
        reasons += parent.say("Gdzie jest wasze biuro", POLISH).handovers
    assert [one.reason for one in reasons] == ["assistant_not_understood"]
    assert parent.asked is None


def test_parent_who_has_little_english_and_names_the_language_gets_it_likewise(
    parent: Parent,
) -> None:
    parent.say(
        "I speak Tamil, little english. Son is 7",
        fact("language", "tam"),
        fact("age", 7, "child"),
    )
    assert words(parent) == [language_of("tam").text_for("offer", "web")]
    assert parent.draft.referral.child.age == 7
    parent.say("no")
    assert parent.asked == "consent"
    parent.say("I speak Tamil, little english", fact("language", "tam"))
    assert words(parent) == []


def test_parent_with_good_english_who_speaks_another_language_goes_on_in_english(
    parent: Parent,
) -> None:
    parent.say("I need help for my daughter. I speak Romanian", fact("language", "ron"))
    assert parent.asked == "consent"
    assert words(parent) == []


def test_name_in_another_script_is_a_name(parent: Parent) -> None:
    parent.agree()
    parent.draft.progress.pending = "name"
    parent.say("Олена Шевченко", fact("written_language", "ukr"))
    assert parent.draft.referral.referrer.name == "Олена Шевченко"


def test_language_that_we_have_no_words_in_is_offered_an_interpreter_in_english(
    parent: Parent,
) -> None:
    parent.say("मुझे मदद चाहिए", fact("written_language", "und"))
    assert words(parent) == [language_of("eng").text_for("offer", "web")]
    for said_and_facts in (("yes",), ("yes",), ("07700 900123", NUMBER)):
        parent.say(*said_and_facts)
    assert parent.draft.referral.interpreter.needed is True
    assert parent.draft.referral.interpreter.language is None


def test_parent_can_stop_in_the_middle(parent: Parent) -> None:
    parent.say(OPENING, POLISH)
    parent.say("stop")
    assert parent.draft.progress.is_stopped
    parent.say(OPENING, POLISH)
    assert parent.asked == "want_callback"


@pytest.mark.parametrize(
    "opening",
    [
        "Vietnamese speaker here, cannot read english. 07700 900123",
        "I speak Vietnamese, I don't speak English well. my phone 07700 900123",
    ],
)
def test_parent_who_asked_in_english_goes_on_with_the_form_after_the_call(
    parent: Parent, opening: str
) -> None:
    parent.say(opening, fact("language", "vie"), NUMBER)
    while parent.asked in ("want_callback", "consent", "phone"):
        parent.say("yes")
        if parent.asked == "phone":
            parent.say("07700 900123", NUMBER)
    assert parent.draft.progress.callback_wanted is True
    assert parent.draft.progress.speaks is None
    assert parent.asked is not None


def test_parent_who_wrote_in_their_language_is_asked_nothing_in_english(parent: Parent) -> None:
    parent.say(OPENING, POLISH, NUMBER)
    parent.say("tak")
    parent.say("tak")
    assert parent.draft.progress.callback_wanted is True
    assert parent.asked is None


@pytest.mark.parametrize("key", KEYS)
def test_second_tap_on_ring_me_is_no_consent(parent: Parent, key: str) -> None:
    language = language_of(key)
    parent.say("…", fact("written_language", key))
    parent.say(language.choices["call"])
    for _ in range(4):
        outcome = parent.say(language.choices["call"])
        assert outcome.consents == ()
        assert outcome.handovers == ()
        assert parent.asked == "consent"
    assert parent.draft.referral.consent.store.given is None
    outcome = parent.say(language.choices["yes"])
    assert [one.given for one in outcome.consents] == [True, True]
