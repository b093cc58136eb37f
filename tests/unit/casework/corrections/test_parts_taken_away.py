"""Parents who say which part of the plan it is not about: it is taken away, and nothing else."""

from __future__ import annotations

import pytest

from casework.dispute.parts_denied import parts_denied
from casework.referral.fields import put
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, Parent, fact


def disputing(*sections: str, question: str = "summary") -> Parent:
    """A parent whose dispute is about these parts of a final plan, at that question."""
    parent = at(question)
    put(parent.draft, "plan", "final", today=TODAY)
    put(parent.draft, "issue", ["plan_content"], today=TODAY)
    if sections:
        put(parent.draft, "sections", list(sections), today=TODAY)
    return parent


def asked_for_parts(*sections: str, question: str = "sections") -> Parent:
    parent = disputing(*sections, question="decision_date")
    parent.draft.progress.pending = question
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "no its not section B",
        "no it's not B",
        "its not section b",
        "section B is fine actually",
        "B is ok",
        "take section B off",
        "remove section B please",
        "I want section B taken out",
        "nothing wrong with section B",
        "sorry, I don't mean section B",
        "no problem with B",
        "no, not the needs",
        "section B isn't the problem",
    ],
)
@pytest.mark.parametrize("question", ["summary", "certificate_held", "route_wanted", "phone"])
def test_parent_can_take_a_part_away_at_any_question(words: str, question: str) -> None:
    parent = disputing("B", "F", "I", question=question)
    held = parent.draft.referral.certificate.held
    outcome = parent.say(words)
    assert parent.draft.referral.dispute.sections == ["F", "I"]
    assert parent.draft.referral.certificate.held == held
    assert "utter_changed" in parent.heard
    assert parent.asked == question
    assert not outcome.must_submit


@pytest.mark.parametrize(
    "words",
    [
        "it's not in section F",
        "not happy with B",
        "not just B",
        "they took section F out",
        "the council says its not section B",
        "is it not section B?",
        "he is not getting section F",
        "they did not change section B",
        "F is not specific",
        "section B is not right",
        "there is no section F",
        "i dont want a meeting",
        "nothing about section F is right",
        "nothing in section F is right",
        "i don't think section F is right",
        "i would be happy with section F if it said 20 hours",
        "we're happy with B until they change it",
        "section F is ok but it needs more detail",
        "they don't want section F changed",
        "we dont want section F cut",
        "all fine except section F",
        "section F only says 10 hours",
    ],
)
def test_complaint_about_a_part_takes_nothing_away(words: str) -> None:
    assert parts_denied(words) == frozenset()
    parent = disputing("B", "F", "I")
    parent.say(words)
    assert parent.draft.referral.dispute.sections == ["B", "F", "I"]


def test_parent_asked_for_parts_who_says_which_it_is_not_is_asked_again() -> None:
    parent = asked_for_parts()
    parent.say("no its not section B")
    assert parent.draft.referral.dispute.sections == []
    assert parent.heard == ["utter_part_left_out", "utter_ask_sections"]


def test_parent_who_goes_on_saying_what_it_is_not_is_offered_a_person() -> None:
    parent = asked_for_parts()
    for _ in range(3):
        parent.say("no its not section B")
    assert "utter_offer_person" in parent.heard


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("everything except section B", ["F", "I"]),
        ("not B but F and I", ["F", "I"]),
        ("F, not B", ["F"]),
        ("its not the needs its the help", ["F"]),
    ],
)
def test_parent_can_say_which_parts_by_what_they_are_not(words: str, parts: list[str]) -> None:
    parent = asked_for_parts()
    parent.say(words)
    assert parent.draft.referral.dispute.sections == parts


def test_one_part_takes_the_place_of_another() -> None:
    parent = disputing("F", question="decision_date")
    parent.say("hang on its not F its the needs")
    assert parent.draft.referral.dispute.sections == ["B"]


def test_part_heard_beside_the_denial_is_not_put_back() -> None:
    parent = disputing("B", "F")
    parent.say("no take section F off as well", fact("section", "F"), fact("dispute", "section_f"))
    assert parent.draft.referral.dispute.sections == ["B"]


def test_with_the_last_part_taken_away_the_parts_are_asked_for() -> None:
    parent = disputing("B")
    parent.say("no its not section B")
    assert parent.asked == "sections"


def test_where_only_the_school_is_left_it_is_asked_whether_it_is_only_that() -> None:
    parent = disputing("B", "I")
    parent.say("no its not section B")
    assert parent.asked == "school_only_check"
    assert parent.draft.referral.requirement.certificate != "not_required"


def test_parts_denied_do_not_tell_that_it_is_only_the_school() -> None:
    parent = asked_for_parts("I", question="school_only_check")
    parent.say("no not section B or F", fact("section", "F"))
    assert parent.draft.referral.dispute.sections == ["I"]
    assert parent.asked == "school_only_check"


def test_part_that_was_half_heard_waits_for_no_yes_once_it_is_denied() -> None:
    parent = asked_for_parts(question="issue")
    parent.say("its the needs i think", fact("dispute", "section_b", sure=False))
    parent.say("its not section B")
    waiting = [parent.draft.progress.unconfirmed, *parent.draft.progress.to_confirm]
    assert not any(one is not None and one.value == ["section_b"] for one in waiting)


def test_after_sending_nothing_is_taken_away() -> None:
    parent = disputing("B", "F")
    parent.say("yes", intent="affirm")
    assert parent.draft.progress.is_submitted
    parent.say("its not section B")
    assert parent.draft.referral.dispute.sections == ["B", "F"]


def test_other_answer_that_is_being_changed_is_still_asked_for() -> None:
    parent = disputing("B", "F")
    parent.draft.progress.changing = parent.draft.progress.pending = "phone"
    parent.say("no its not section B")
    assert parent.draft.referral.dispute.sections == ["F"]
    assert parent.asked == "phone"


ALONE_WRONG = [
    ("all fine except section F", ["F"]),
    ("all fine except F and I", ["F", "I"]),
    ("everything is fine except the help", ["F"]),
    ("all of it except the school is fine", ["I"]),
    ("everything except the school is fine", ["I"]),
    ("we agree with B but not F", ["F"]),
    ("its fine apart from F", ["F"]),
    ("nothing wrong with it apart from section f", ["F"]),
    ("happy with it all other than section I", ["I"]),
    ("the plan is right except for the needs bit and the school", ["B", "I"]),
]


@pytest.mark.parametrize(("words", "parts"), ALONE_WRONG)
@pytest.mark.parametrize("question", ["sections", "issue"])
def test_part_that_alone_is_wrong_is_in_dispute(
    words: str, parts: list[str], question: str
) -> None:
    parent = asked_for_parts(question=question)
    parent.say(words)
    assert parent.draft.referral.dispute.sections == parts


@pytest.mark.parametrize(
    "words",
    ["everything is wrong except the needs", "we disagree with all of it apart from B"],
)
def test_part_that_alone_is_right_is_not_in_dispute(words: str) -> None:
    parent = asked_for_parts()
    parent.say(words)
    assert parent.draft.referral.dispute.sections == ["F", "I"]
    parent = asked_for_parts(question="issue")
    parent.say(words)
    assert "B" not in parent.draft.referral.dispute.sections


def test_parent_with_one_part_right_and_another_wrong_keeps_the_one_that_is_wrong() -> None:
    assert parts_denied("B is fine except F") == {"B"}
    assert parts_denied("B is fine except it doesnt mention his anxiety") == frozenset()
    assert parts_denied("not happy with anything except B") == {"B"}
