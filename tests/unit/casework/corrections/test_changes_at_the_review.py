"""Several answers put right at the review, by their numbers, their names or what they were."""

from __future__ import annotations

import pytest

from casework.message import Entity
from casework.referral.summary import summary_fields
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def number_of(field: str) -> int:
    """The number that the answer has in the review."""
    return summary_fields(at("summary").draft).index(field) + 1


def told(words: str, *facts: Entity, intent: str = "inform") -> Parent:
    """A parent at the review who said this; "{name}" is the number of the name there."""
    parent = at("summary")
    numbers = {field: number_of(field) for field in summary_fields(parent.draft)}
    parent.say(words.format(**numbers), *facts, intent=intent)
    return parent


@pytest.mark.parametrize(
    "words",
    ["{name}. dave whittle", "{name} dave whittle", "no, {name} should be dave whittle"],
)
def test_parent_can_put_a_name_right_by_its_number(words: str) -> None:
    parent = told(words)
    assert parent.draft.referral.referrer.name == "Dave Whittle"
    assert parent.asked == "summary"


def test_parent_can_put_several_right_by_their_numbers() -> None:
    parent = told("{child_age}. 9. {child_name}. toby bloom, {name} is Rob Lee")
    referral = parent.draft.referral
    assert (referral.child.age, referral.child.name) == (9, "Toby Bloom")
    assert referral.referrer.name == "Rob Lee"


def test_parent_can_put_the_dispute_right_in_the_words_of_the_review() -> None:
    parent = told("{issue} should be help not given")
    assert parent.draft.progress.stated_kinds == ["not_delivered"]


def test_also_adds_to_what_the_dispute_is_about() -> None:
    parent = told("{issue} is also the school named", fact("dispute", "i_named_only"))
    assert parent.draft.progress.stated_kinds == ["refuse_assess", "i_named_only"]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("{issue} is also they cut his OT", "issue"),
        ("{child_age} is wrong", "child_age"),
        ("{plan} and {issue} are wrong", "plan"),
        ("all right apart from {child_age}", "child_age"),
        ("{name} - not right", "name"),
    ],
)
def test_answer_that_is_only_said_to_be_wrong_is_asked_again(words: str, field: str) -> None:
    assert told(words).asked == field


def test_no_to_telling_the_council_by_its_number_is_on_record() -> None:
    parent = told("{share_with_council}. no")
    assert parent.draft.referral.consent.share_with_council.given is False
    assert parent.outcome is not None
    assert [given.given for given in parent.outcome.consents] == [False]


@pytest.mark.parametrize(
    "words",
    [
        *("4 years old", "3 weeks ago", "2 children", "1. yes 2. yes", "99. Rob", "3 to 5pm"),
        *("5 - 6pm", "9:30", "2 things", "16.10.26", "07700 900"),
    ],
)
def test_figures_that_number_nothing_change_nothing(words: str) -> None:
    parent = told(words)
    assert parent.asked == "summary"
    assert parent.outcome is not None
    assert parent.outcome.changed == ()


def test_parent_can_put_names_right_by_saying_all_of_them() -> None:
    parent = told(
        "name is Rita Lowe, niece is Skye, shes 10",
        fact("person_name", "Rita Lowe", "self"),
        fact("person_name", "Skye", "child"),
        fact("age", 10, "child"),
    )
    referral = parent.draft.referral
    assert referral.referrer.name == "Rita Lowe"
    assert (referral.child.name, referral.child.age) == ("Skye", 10)


def parent_of_ines() -> Parent:
    parent = at("summary")
    parent.draft.referral.child.name = "Ines Costa"
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "child is wrong, its Rui not Ines",
        "its Rui not Ines",
        "not Ines, Rui",
        "Ines should be Rui",
        "change Ines to Rui",
        "rui not ines",
        "Rui Costa not Ines Costa",
    ],
)
def test_one_name_takes_anothers_place_and_keeps_the_surname(words: str) -> None:
    parent = parent_of_ines()
    rui = fact("person_name", "Rui", "self")
    parent.say(words, rui, fact("dispute", "section_b"))
    assert parent.draft.referral.child.name == "Rui Costa"
    assert parent.draft.referral.referrer.name == "Craig Sumner"
    assert parent.draft.progress.stated_kinds == ["refuse_assess"]


@pytest.mark.parametrize("words", ["not Ines's fault", "Ines is not well", "its for Ines not me"])
def test_talk_of_the_child_changes_no_name(words: str) -> None:
    parent = parent_of_ines()
    parent.say(words)
    assert parent.draft.referral.child.name == "Ines Costa"


@pytest.mark.parametrize("words", ["change 16 oct to 17 oct", "its 17 oct not 16 oct"])
def test_one_date_takes_anothers_place(words: str) -> None:
    first, second = (f"2026-10-{day}" for day in words.split() if day.isdigit())
    parent = told(words, fact("date", first), fact("date", second), intent="change_answer")
    assert str(parent.draft.referral.decision.letter_date) == "2026-10-17"


def test_date_of_another_paper_takes_no_place() -> None:
    parent = told(
        "no, the letter is 16 oct and the certificate 17 oct",
        fact("date", "2026-10-16", "decision"),
        fact("date", "2026-10-17", "certificate"),
    )
    assert str(parent.draft.referral.decision.letter_date) == "2026-10-16"


@pytest.mark.parametrize(
    "words",
    ["the date is right, the name isnt", "the name is wrong but the date is right"],
)
def test_what_is_said_to_be_wrong_is_asked_and_not_what_is_right(words: str) -> None:
    assert told(words, intent="change_answer").asked == "name"


def test_surname_can_be_put_right_beside_a_no() -> None:
    parent = at("summary")
    parent.draft.referral.referrer.name = "Kelly"
    parent.say("no kelly dawes")
    assert parent.draft.referral.referrer.name == "Kelly Dawes"


def test_what_is_wrong_is_asked_beside_what_was_put_right() -> None:
    parent = told("2 things: the name is wrong and hes 9", fact("age", 9, "child"))
    assert parent.draft.referral.child.age == 9
    assert parent.asked == "name"


def test_parent_can_say_what_an_answer_should_be() -> None:
    parent = told("the age should be 9")
    assert parent.draft.referral.child.age == 9
    assert parent.asked == "summary"


def test_name_that_was_only_perhaps_heard_is_asked_about_at_once() -> None:
    parent = told("No. Felix.", fact("person_name", "Felix", "child", sure=False))
    assert parent.heard[-1] == "utter_confirm_child_name"


def test_name_that_is_right_is_not_asked_again() -> None:
    parent = told("Craig is my name", fact("person_name", "Craig", "self"))
    assert parent.draft.referral.referrer.name == "Craig Sumner"
    assert parent.asked == "summary"


@pytest.mark.parametrize("words", ["put that", "ok put that then", "thats right"])
def test_put_that_sends(words: str) -> None:
    parent = told(words)
    assert parent.draft.progress.is_submitted


@pytest.mark.parametrize("words", ["put that back", "put that my son is 9 too", "dont put that"])
def test_put_that_with_more_sends_nothing(words: str) -> None:
    assert not told(words).draft.progress.is_submitted


def test_parent_can_send_and_ask_for_a_call_at_once() -> None:
    parent = told(
        "yes send. oh and can someone ring me about oakwood",
        fact("person_name", "Oakwood", "child", sure=False),
        fact("contact_ok", "yes", "call"),
    )
    assert parent.draft.progress.is_submitted
    assert parent.draft.referral.child.name == "Holly"
    assert "utter_handover" in parent.heard
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize(
    "words",
    ["yes. no wait, can someone ring me", "no. can someone ring me", "can someone ring me"],
)
def test_asking_for_a_call_without_a_yes_sends_nothing(words: str) -> None:
    assert not told(words).draft.progress.is_submitted


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("line {council} is wrong", "council"),
        ("change {council}", "council"),
        ("can you change {council}", "council"),
        ("{council} isnt right", "council"),
        ("{interpreter} needs changing", "interpreter"),
        ("{decision_date} wrong", "decision_date"),
    ],
)
def test_number_said_to_be_wrong_in_other_words_is_asked_again(words: str, field: str) -> None:
    assert told(words).asked == field


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("{share_with_council} yes they agree", ()),
        ("{council}: stockport", (fact("council", "stockport"),)),
        ("{access_needs} he needs breaks", (fact("access_need", "breaks"),)),
        ("{phone} ring after 5", (fact("best_time", "after 5"),)),
        ("{certificate_held}: no", ()),
    ],
)
def test_parent_who_tells_a_number_hears_what_stands(words: str, found: tuple[Entity, ...]) -> None:
    parent = told(words, *found)
    assert parent.heard == ["utter_heard", "utter_ask_summary"]


@pytest.mark.parametrize(
    ("words", "found", "kinds"),
    [
        ("{issue} help not given", (), ["not_delivered"]),
        ("{issue} refused a plan", (fact("dispute", "refuse_plan"),), ["refuse_plan"]),
        ("{issue} wrong. its help not given", (), ["not_delivered"]),
    ],
)
def test_parent_can_name_the_dispute_after_its_bare_number(
    words: str, found: tuple[Entity, ...], kinds: list[str]
) -> None:
    assert told(words, *found).draft.progress.stated_kinds == kinds


def test_parent_can_tell_the_date_after_its_bare_number() -> None:
    parent = told("{decision_date} 17 october 2026", fact("date", "2026-10-17"))
    assert str(parent.draft.referral.decision.letter_date) == "2026-10-17"


def test_language_is_put_in_by_the_number_of_the_interpreter() -> None:
    parent = told(
        "{interpreter} is wrong. Interpreter needed Tigrinya",
        fact("language", "tir"),
        fact("interpreter", "yes"),
    )
    interpreter = parent.draft.referral.interpreter
    assert interpreter.needed is True
    assert interpreter.language is not None
    assert interpreter.language.code == "tir"
