"""An earlier answer is put right while another question is asked, and that question comes again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


@pytest.mark.parametrize(
    "words",
    [
        "9 not 8 sorry",
        "no wait 9",
        "sorry its 9",
        "i meant 9",
        "*9",
        "scrap that, nine",
        "not 8, 9",
        "should say 9",
        "make that 9",
        "8 is wrong its 9",
        "I put 8 but I meant 9",
    ],
)
def test_parent_can_put_the_age_right_where_the_number_is_asked_for(words: str) -> None:
    parent = at("phone")
    parent.say(words)
    assert parent.draft.referral.child.age == 9
    assert parent.heard[0] == "utter_changed"
    assert parent.asked == "phone"
    assert parent.draft.progress.misses == 0


def test_parent_can_put_the_age_right_many_questions_later_by_the_old_one() -> None:
    parent = at("interpreter")
    parent.say("by the way its 9 not 8")
    assert parent.draft.referral.child.age == 9
    assert parent.asked == "interpreter"


def test_number_beside_the_corrected_age_is_heard_too() -> None:
    parent = at("phone")
    parent.say("9 not 8 sorry. 07700 900212", fact("phone", "+447700900212"))
    assert parent.draft.referral.child.age == 9
    assert parent.draft.referral.contact.phone == "+447700900212"


@pytest.mark.parametrize(
    "words",
    [
        "sorry 2 secs",
        "hang on",
        "no wait",
        "sorry he needs 1 to 1",
        "not 7, 9",
        "sorry i dont want to give it",
    ],
)
def test_words_that_put_nothing_right_leave_the_age(words: str) -> None:
    parent = at("phone")
    parent.say(words)
    assert parent.draft.referral.child.age == 8


@pytest.mark.parametrize("words", ["sorry 9", "no wait 9", "typo 9"])
def test_bare_number_is_no_age_once_something_else_was_answered(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert parent.draft.referral.child.age == 8


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Sorry, autocorrect! It's Hollie with an ie", "Hollie"),
        ("typo! Hollie", "Hollie"),
        ("its Hollie with an ie not a y", "Hollie"),
        ("*Hollie", "Hollie"),
        ("I meant Bertie", "Bertie"),
        ("soz Bertie", "Bertie"),
        ("sorry its bertie", "Bertie"),
    ],
)
def test_parent_can_put_the_childs_name_right_where_the_age_is_asked_for(
    words: str, name: str
) -> None:
    parent = at("child_age")
    parent.say(words)
    assert parent.draft.referral.child.name == name
    assert parent.draft.referral.referrer.name == "Craig Sumner"
    assert parent.asked == "child_age"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Summer not Sumner sorry", "Craig Summer"),
        ("*Sumnor", "Craig Sumnor"),
        ("my surname is spelt Sumnor", "Craig Sumnor"),
        ("oh put Craig Sumner-Hale, thats my full name on the letter", "Craig Sumner-Hale"),
        ("sorry Craig Sumnor", "Craig Sumnor"),
        ("i spelt my name wrong, Kraig", "Kraig Sumner"),
    ],
)
def test_parent_can_put_their_own_name_right_where_the_childs_is_asked_for(
    words: str, name: str
) -> None:
    parent = at("child_name")
    parent.say(words)
    assert parent.draft.referral.referrer.name == name
    assert parent.draft.referral.child.name is None
    assert parent.asked == "child_name"


@pytest.mark.parametrize("words", ["Cara Sumner", "Leo Sumner sorry for the delay", "put Craigan"])
def test_child_with_a_like_name_is_no_correction_of_the_parents(words: str) -> None:
    parent = at("child_name")
    parent.say(words)
    assert parent.draft.referral.referrer.name == "Craig Sumner"
    assert parent.draft.referral.child.name is not None


@pytest.mark.parametrize(
    ("question", "words", "facts"),
    [
        ("access_needs", "sorry Holli cant do stairs", []),
        ("interpreter", "actually my sister Hollie needs one", []),
        ("certificate_held", "sorry, 2 minutes", []),
    ],
)
def test_somebody_who_is_told_of_takes_nobodys_place(
    question: str, words: str, facts: list[Any]
) -> None:
    parent = at(question)
    before = parent.draft.referral.child.name
    parent.say(words, *facts)
    assert parent.draft.referral.child.name == before


@pytest.mark.parametrize(
    "words", ["15th not 16th sorry", "sorry the 15th", "not the 16th, the 15th"]
)
def test_parent_can_put_the_day_of_the_letter_right(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words)
    assert str(parent.draft.referral.decision.letter_date) == "2026-10-15"
    assert parent.asked == "certificate_held"


@pytest.mark.parametrize("words", ["actually yes, 10 november", "sorry the 32nd", "year 9 not 8"])
def test_other_days_leave_that_of_the_letter(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words)
    assert str(parent.draft.referral.decision.letter_date) == "2026-10-16"


@pytest.mark.parametrize(
    "words", ["his brother is 9 not 8", "hes in year 9 not 8", "9 hours not 8 hours a week"]
)
def test_number_of_somebody_or_something_else_is_no_age(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert parent.draft.referral.child.age == 8


@pytest.mark.parametrize("words", ["sorry I meant yes", "oops wrong button, yes", "yes not no"])
def test_parent_can_turn_a_no_to_the_certificate_into_a_yes(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words)
    assert parent.draft.referral.certificate.held is True


@pytest.mark.parametrize("words", ["sorry i mean foster carer", "oops, carer"])
def test_parent_can_put_right_who_they_are_right_after_it(words: str) -> None:
    parent = after_sharing("yes")
    parent.say("mum", fact("referrer_role", "parent"))
    assert parent.asked == "council"
    parent.say(words)
    assert parent.draft.referral.referrer.role == "carer"
    assert parent.asked == "council"


def after_sharing(answer: str) -> Parent:
    parent = Parent()
    parent.say("hello")
    parent.say("yes", intent="affirm")
    assert parent.asked == "share_with_council"
    parent.say(answer)
    assert parent.asked == "role"
    return parent


def test_no_to_sharing_counts_at_once_where_the_yes_was_a_slip() -> None:
    parent = after_sharing("yes")
    parent.say("sorry I meant no")
    assert parent.draft.referral.consent.share_with_council.given is False
    assert parent.asked == "role"


def test_yes_to_sharing_is_asked_for_again_where_the_no_was_a_slip() -> None:
    parent = after_sharing("no")
    parent.say("sorry I meant yes")
    assert parent.draft.referral.consent.share_with_council.given is False
    assert parent.asked == "share_with_council"


@pytest.mark.parametrize(
    ("words", "name", "childs"),
    [
        ("The name's wrong, she spells it Holli with an i", "Craig Sumner", "Holli"),
        ("My surname is double barrelled, should be Craig Sumner-Low", "Craig Sumner-Low", "Holly"),
        ("my surname is hyphenated: Craig Sumner-Low", "Craig Sumner-Low", "Holly"),
        ("you've spelt my name wrong, it's Kraig Sumner", "Kraig Sumner", "Holly"),
        ("its Hollie with an ie", "Craig Sumner", "Hollie"),
    ],
)
def test_parent_can_spell_a_name_anew_at_the_review(words: str, name: str, childs: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.draft.referral.referrer.name == name
    assert parent.draft.referral.child.name == childs
    assert parent.heard[0] == "utter_changed"
    assert parent.asked == "summary"


def test_half_of_a_double_name_can_be_left_out_at_the_review() -> None:
    parent = at("summary")
    parent.draft.referral.child.name = "Summer-Rose"
    parent.say("her name has no hyphen and no Rose on official things, it's just Summer")
    assert parent.draft.referral.child.name == "Summer"


def test_age_told_beside_a_name_spelt_anew_is_not_lost_at_the_review() -> None:
    parent = at("summary")
    parent.say("its Hollie with an ie, and she is 9", fact("age", 9, "child"))
    assert parent.draft.referral.child.name == "Hollie"
    assert parent.draft.referral.child.age == 9


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("14 is wrong", ()),
        ("no, sorry, he is 10", (fact("age", 10, "child"),)),
        ("sorry he is 10", (fact("age", 10, "child"),)),
    ],
)
def test_number_that_is_wrong_or_an_age_moves_no_letter(words: str, facts: tuple[Any, ...]) -> None:
    parent = at("certificate_held")
    before = parent.draft.referral.decision.letter_date
    parent.say(words, *facts)
    assert before is not None
    assert parent.draft.referral.decision.letter_date == before
