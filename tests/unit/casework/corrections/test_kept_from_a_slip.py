"""A name or an age is not overwritten by words of somebody or something else."""

from __future__ import annotations

import pytest

from casework.corrections.names_put_right import name_put_right
from casework.referral.draft import Draft
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent


def who_is_called(name: str, childs: str, question: str) -> Parent:
    parent = at("phone")
    parent.draft.referral.referrer.name = name
    parent.draft.referral.child.name = childs
    parent.draft.progress.pending = question
    return parent


def names_of(draft: Draft) -> tuple[str | None, str | None]:
    return draft.referral.referrer.name, draft.referral.child.name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Jane Smith", "sorry my mum is Janet"),
        ("Sarah Hale", "sorry, his brother is Len"),
        ("Sarah Hale", "sorry Len"),
        ("Sarah Hale", "sorry, the senco is Sara Hall"),
        ("Sarah Hale", "school is Benton, sorry"),
        ("Sarah Hale", "the teacher is called Miss Hall not Hale"),
        ("Sarah Hale", "actually Sara and me"),
        ("Clara Hale", "oh sorry its Clare, my sister"),
        ("Clara Hale", "oh sorry its Clare. shes my sister"),
    ],
)
@pytest.mark.parametrize("question", ["supporters", "in_own_words"])
def test_name_of_somebody_else_takes_no_known_ones_place(
    name: str, words: str, question: str
) -> None:
    parent = who_is_called(name, "Ben Hale", question)
    parent.say(words)
    assert names_of(parent.draft) == (name, "Ben Hale")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("sorry its Sara", "Sara Hale"),
        ("Sara not Sarah. her dad must never know about this", "Sara Hale"),
        ("my surname is spelt Hall", "Sarah Hall"),
        ("im his mum, Sara not Sarah", "Sara Hale"),
    ],
)
def test_own_name_is_put_right_later_on(words: str, name: str) -> None:
    parent = who_is_called("Sarah Hale", "Ben Hall", "interpreter")
    fact = name_put_right(words, parent.draft)
    assert fact is not None
    assert (fact.field, fact.value) == ("name", name)


@pytest.mark.parametrize(
    "words",
    ["sorry withheld", "sorry brb", "hang on charging", "sorry vodafone", "oops landline"],
)
def test_what_comes_after_a_sorry_is_no_name(words: str) -> None:
    parent = at("phone")
    parent.draft.progress.answered.append("name")
    before = names_of(parent.draft)
    parent.say(words)
    assert names_of(parent.draft) == before
    assert parent.asked == "phone"


@pytest.mark.parametrize(
    "words",
    ["he needs 20 not 8 a week", "i wanted 2 not 8", "20 not 8 a week", "there are 30 not 8 here"],
)
@pytest.mark.parametrize("question", ["phone", "issue", "interpreter"])
def test_amount_with_the_old_number_in_it_is_no_age(words: str, question: str) -> None:
    parent = at("phone")
    parent.draft.progress.pending = question
    parent.say(words)
    assert parent.draft.referral.child.age == 8


@pytest.mark.parametrize("words", ["it should be 15 not 8", "25 instead of 8"])
@pytest.mark.parametrize("question", ["issue", "sections", "in_own_words"])
def test_bare_numbers_beside_the_case_are_no_age(words: str, question: str) -> None:
    parent = at("phone")
    parent.draft.progress.pending = question
    parent.say(words)
    assert parent.draft.referral.child.age == 8


@pytest.mark.parametrize(
    "words",
    ["he is 9 not 8", "shes 9 not 8 sorry", "age 9 not 8", "i got his age wrong its 9 not 8"],
)
def test_age_that_is_called_one_is_put_right_later_on(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert parent.draft.referral.child.age == 9
    assert parent.asked == "interpreter"


@pytest.mark.parametrize(
    "words",
    [
        "He is 9 not 8. School excluded him in May and nobody rang us for six weeks.",
        "She is 9 not 8 now. They cut her hours and the council ignored every email.",
    ],
)
def test_account_beside_a_corrected_age_is_kept(words: str) -> None:
    parent = at("phone")
    parent.draft.referral.dispute.in_own_words = None
    parent.draft.progress.pending = "in_own_words"
    parent.say(words)
    assert parent.draft.referral.child.age == 9
    assert words in (parent.draft.referral.dispute.in_own_words or "")


def test_need_beside_a_corrected_age_is_kept_where_it_was_not_heard() -> None:
    parent = at("phone")
    parent.say("9 not 8 sorry and i need a bsl signer")
    assert parent.draft.referral.child.age == 9
    assert "bsl signer" in (parent.draft.referral.dispute.in_own_words or "")
    assert "utter_left_for_team" in parent.heard
