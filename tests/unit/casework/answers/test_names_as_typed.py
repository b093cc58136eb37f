"""A name is kept as it is typed, without what is said around it."""

from __future__ import annotations

import pytest

from casework.answers.name_words import clean_name, tells_a_letter
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.answers.test_whose_name_it_is import asked_for_the_child
from tests.unit.casework.parents import fact
from tests.unit.casework.people.test_names_of_others import named


@pytest.mark.parametrize(
    ("words", "heard", "name"),
    [
        ("Kelly x", "Kelly x", "Kelly"),
        ("this is Kelly Dawes speaking", "Kelly Dawes speaking", "Kelly Dawes"),
        ("it's Kelly again", "Kelly again", "Kelly"),
        ("K. L. Marsh", "L. Marsh", "K. L. Marsh"),
        ("Jo M", "Jo", "Jo M"),
        ("Malcolm X", "Malcolm X", "Malcolm X"),
        ("Jo Marsh from Stockport", "Jo Marsh", "Jo Marsh"),
        ("first name: Jo last name: Marsh", "Jo", "Jo Marsh"),
        ("Fatima mother of Ali", "Fatima", "Fatima"),
        ("Ms Jo Marsh she/her", "Ms Jo Marsh", "Ms Jo Marsh"),
    ],
)
def test_own_name_is_all_of_it_and_no_more(words: str, heard: str, name: str) -> None:
    parent = at("name")
    parent.say(words, named(words, heard, "self", sure=False))
    assert parent.draft.referral.referrer.name == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("you can put Kim", "Kim"),
        ("name jo", "Jo"),
        ("mine is Ruth", "Ruth"),
        ("Jo Marsh / Sam Marsh", "Jo Marsh"),
        ("first name Jo surname Marsh", "Jo Marsh"),
    ],
)
def test_own_name_is_found_behind_what_leads_to_it(words: str, name: str) -> None:
    parent = at("name")
    parent.say(words)
    assert parent.draft.referral.referrer.name == name


def test_father_who_is_named_is_not_taken_for_the_child() -> None:
    parent = at("name")
    words = "Kelly, dad is Paul"
    parent.say(
        words, named(words, "Kelly", "self", sure=True), named(words, "Paul", "child", sure=False)
    )
    assert parent.draft.referral.child.name is None
    assert parent.asked == "child_name"


@pytest.mark.parametrize("words", ["no h in Jon", "no h", "with a K"])
def test_letter_of_ones_own_name_is_not_the_child(words: str) -> None:
    parent = at("name")
    parent.say("John Hall")
    parent.say(words)
    assert parent.draft.referral.child.name is None
    assert parent.asked == "name"


@pytest.mark.parametrize(
    "words", ["Jo Marsh", "its Jo Marsh", "surname Marsh", "Marsh is my surname"]
)
def test_own_surname_told_after_the_first_name_is_ones_own(words: str) -> None:
    parent = at("name")
    parent.say("Jo")
    parent.say(words)
    assert parent.draft.referral.referrer.name == "Jo Marsh"
    assert parent.draft.referral.child.name is None
    assert parent.asked == "child_name"


def test_own_name_spelt_anew_is_asked_about_and_not_the_childs() -> None:
    parent = at("name")
    parent.say("Catherine Hall")
    parent.say("sorry its Katharine", fact("person_name", "Katharine", "self"))
    assert parent.draft.referral.child.name is None
    assert parent.outcome is not None
    assert parent.outcome.says[-1].values["value"] == "Katharine Hall (not Catherine Hall)"


@pytest.mark.parametrize("words", ["Mrs Penrose", "its Ms Penrose"])
def test_who_has_a_title_is_not_the_child(words: str) -> None:
    parent = asked_for_the_child()
    parent.say(words)
    assert parent.draft.referral.child.name is None


@pytest.mark.parametrize("words", ["Sam, he uses makaton", "Sam, she signs"])
def test_what_a_child_does_is_no_second_child(words: str) -> None:
    parent = asked_for_the_child()
    parent.say(words)
    assert parent.draft.referral.child.name == "Sam"
    assert "utter_one_child_at_a_time" not in parent.heard


@pytest.mark.parametrize("words", ["its Jo not Joe", "Jo not Joe"])
def test_name_that_is_denied_is_never_taken(words: str) -> None:
    parent = at("summary")
    parent.draft.referral.referrer.name = "Jo Marsh"
    parent.say(words)
    assert parent.draft.referral.referrer.name == "Jo Marsh"


@pytest.mark.parametrize("words", ["no i didnt", "no i do not have a certificate", "no u said"])
def test_no_before_a_short_word_spells_nothing(words: str) -> None:
    assert not tells_a_letter(words)


@pytest.mark.parametrize("words", ["no h in Jon", "sorry with a K", "no e at the end", "no h"])
def test_letter_of_a_name_is_told(words: str) -> None:
    assert tells_a_letter(words)


@pytest.mark.parametrize(
    "words", ["bruised knees from football as usual", "non verbal so he wont be speaking at it"]
)
def test_words_before_what_somebody_does_are_no_name(words: str) -> None:
    assert clean_name(words) is None
