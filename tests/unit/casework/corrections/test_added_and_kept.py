"""What is told beside an answer adds to it or stands beside it: nothing goes in silence."""

from __future__ import annotations

import pytest

from casework.answers.fact import Fact
from casework.answers.parts_of_names import of_whom_it_names, part_of_a_name_told
from casework.corrections.line_names import lines_to_look_at
from casework.message import Entity
from casework.people.shared_phone import is_shared
from casework.referral.fields import put
from casework.referral.summary import summary_fields
from casework.turn.compared import adds_to_answers
from casework.turn.wishes_to_change import (
    read_field_name,
    wants_an_answer_changed,
    wants_to_go_back,
)
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, Parent, fact


def with_parts() -> Parent:
    """A parent at the review, whose final plan is wrong in its sections B and F."""
    parent = at("summary")
    put(parent.draft, "plan", "final", today=TODAY)
    put(parent.draft, "issue", ["refuse_amend", "section_b", "section_f"], today=TODAY)
    put(parent.draft, "sections", ["B", "F"], today=TODAY)
    return parent


def parts_of(parent: Parent) -> list[str]:
    return parent.draft.referral.dispute.sections


@pytest.mark.parametrize("kind", ["looked_after", "already_appealed", "parents_disagree"])
def test_parts_and_kinds_stay_beside_what_takes_no_place_of_theirs(kind: str) -> None:
    parent = with_parts()
    parent.say("that is so, and an appeal was lodged", fact("dispute", kind))
    assert parts_of(parent) == ["B", "F"]
    assert {kind, "section_b", "section_f"} <= set(parent.draft.progress.stated_kinds)


def test_parts_of_a_draft_stay() -> None:
    parent = with_parts()
    parent.say("its a draft", fact("plan_status", "draft"), fact("dispute", "draft_plan"))
    assert (parent.draft.referral.plan, parts_of(parent)) == ("draft", ["B", "F"])


def test_doubt_about_a_draft_takes_nothing_before_it_is_confirmed() -> None:
    parent = with_parts()
    draft = (fact("plan_status", "draft", sure=False), fact("dispute", "draft_plan"))
    parent.say("its draft not final", *draft)
    assert parent.draft.progress.stated_kinds == ["refuse_amend", "section_b", "section_f"]
    parent.say("no", intent="deny")
    assert (parent.draft.referral.plan, parts_of(parent)) == ("final", ["B", "F"])


def test_it_is_said_which_parts_go_with_the_kinds() -> None:
    parent = with_parts()
    parent.say("they refused to assess him", fact("dispute", "refuse_assess"))
    assert "utter_part_left_out" in parent.heard


def test_who_has_no_plan_after_all_is_asked_what_it_is_about() -> None:
    parent = with_parts()
    parent.say("he hasnt got a plan", fact("plan_status", "none"))
    assert (parts_of(parent), parent.asked) == ([], "issue")
    assert "utter_part_left_out" in parent.heard


@pytest.mark.parametrize("words", ["add section I", "and section I", "please put section I in"])
def test_part_that_is_added_leaves_the_others(words: str) -> None:
    parent = with_parts()
    school = (fact("section", "I"), fact("dispute", "i_named_only", sure=False))
    parent.say(words, *school)
    assert parts_of(parent) == ["B", "F", "I"]
    assert parent.asked == "summary"


@pytest.mark.parametrize("words", ["I as well", "and the school", "also I", "section I too"])
def test_part_that_is_added_to_the_list_asked_anew_leaves_the_others(words: str) -> None:
    parent = with_parts()
    parent.say(str(summary_fields(parent.draft).index("sections") + 1))
    parent.say(words)
    assert parts_of(parent) == ["B", "F", "I"]


@pytest.mark.parametrize(
    ("words", "adds"),
    [
        *(("they also cut his OT", True), ("include section I", True), ("10 add I", True)),
        *(("it is too late", False), ("he has ADD", False), ("add I instead of F", False)),
    ],
)
def test_what_adds_is_told_from_what_takes_a_place(words: str, adds: bool) -> None:
    assert adds_to_answers(words) is adds


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        *(("numbers 6 and 11", [6, 11]), ("number 6 and number 11 are wrong", [6, 11])),
        *(("can you reword number 14", [14]), ("change numbers 6, 8 and 11 please", [6, 8, 11])),
        *(("he is 9 and 3 months", []), ("3 to 5pm", []), ("4 years old", []), ("16.10.26", [])),
    ],
)
def test_lines_of_the_review_are_known_by_their_numbers(words: str, lines: list[int]) -> None:
    assert lines_to_look_at(words) == lines


def test_number_of_a_line_is_neither_an_age_nor_a_phone() -> None:
    parent = at("summary")
    parent.say("I want to change something")
    parent.say("numbers 6 and 9", fact("age", 6))
    assert parent.draft.referral.child.age == 8
    assert read_field_name("number 14") is None
    assert read_field_name("my number") == "phone"


@pytest.mark.parametrize(
    "words",
    [
        *("go back i made a mistake", "can i go back to the last question", "wrong button sorry"),
        *("i pressed the wrong thing", "wrong answer on the last one sorry"),
    ],
)
def test_wish_to_go_back_is_no_access_need(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert wants_to_go_back(words)
    assert parent.draft.referral.access.details is None


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        *(("my phone number is wrong", "phone"), ("sorry i got his age wrong", "child_age")),
        *(("change the council", "council"), ("i need to change something", "change_what")),
    ],
)
def test_answer_said_to_be_wrong_is_asked_again_whatever_waits(words: str, asked: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert parent.asked == asked
    assert parent.draft.referral.access.details is None


@pytest.mark.parametrize(
    "words",
    [
        *("he wont go back to school", "they put the wrong thing in the plan", "the wrong school"),
        *("the council was wrong", "they got his name wrong in the plan"),
        "i need someone to go back over things slowly",
    ],
)
def test_what_tells_of_the_case_is_no_wish_to_change(words: str) -> None:
    assert not wants_to_go_back(words)
    assert not wants_an_answer_changed(words)


@pytest.mark.parametrize("words", ["no its right leave it", "its right sorry", "keep it"])
@pytest.mark.parametrize("field", ["name", "child_name", "issue", "decision_date", "council"])
def test_who_looks_again_and_finds_it_right_may_leave_it(words: str, field: str) -> None:
    parent = at("summary")
    parent.say(str(summary_fields(parent.draft).index(field) + 1))
    parent.say(words)
    assert parent.asked == "summary"


@pytest.mark.parametrize(
    "words",
    ["I want to remove mediation", "not sure about mediation now", "drop mediation please"],
)
def test_route_that_is_to_go_is_asked_about(words: str) -> None:
    parent = at("summary")
    parent.say(words, fact("route", "mediation"))
    assert parent.asked == "route_wanted"


@pytest.mark.parametrize(
    "words",
    ["we did get a certificate", "i said no to the certificate but we do have one"],
)
def test_certificate_that_they_have_after_all_is_taken(words: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.draft.referral.certificate.held is True


@pytest.mark.parametrize(
    "words",
    [
        "sorry we got it wrong, no certificate",
        "once we get the certificate we will appeal",
        "I thought we had a certificate but we dont",
    ],
)
def test_certificate_to_come_is_not_held(words: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.draft.referral.certificate.held is not True


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        *(("the phone number i gave is my husbands", True), ("it belongs to my ex", True)),
        *(("the number i gave is my own", False), ("it is my sons plan", False)),
    ],
)
def test_number_of_somebody_else_is_heard_in_other_words(words: str, is_so: bool) -> None:
    assert is_shared(words) is is_so


def test_middle_name_is_added_to_the_name_it_belongs_to() -> None:
    draft = at("summary").draft
    assert part_of_a_name_told("his middle name is James", draft) == Fact(
        "child_name", "Holly James"
    )
    assert part_of_a_name_told("my middle name is Lee", draft) == Fact("name", "Craig Lee Sumner")


def test_longer_form_of_the_childs_name_is_not_the_parents() -> None:
    draft = at("summary").draft
    told = of_whom_it_names(Fact("name", "Hollyanne"), "actually its Hollyanne", draft)
    assert told.field == "child_name"


def test_own_name_put_right_is_not_the_childs() -> None:
    parent = at("child_name")
    words = "not Craig its Craigory. And she is called Sam"
    named = Entity("person_name", "Sam", role="child", start=len(words) - 3, end=len(words))
    parent.say(words, named)
    referral = parent.draft.referral
    assert (referral.referrer.name, referral.child.name) == ("Craigory Sumner", "Sam")
