"""What is taken from a message without having been asked for is said back, in plain words."""

from __future__ import annotations

from casework.people.family_view import heard_list
from casework.referral.draft import Draft
from casework.referral.fields import put
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, Parent, fact


def noted(parent: Parent) -> str:
    assert parent.outcome is not None
    said = [say for say in parent.outcome.says if say.response == "utter_heard"]
    return said[0].values["facts"] if said else ""


def test_way_to_be_reached_told_beside_an_answer_is_acknowledged() -> None:
    parent = at("access_needs")
    parent.say(
        "large print. and please dont ring me, email me instead ann@example.com",
        fact("access_need", "large_print"),
        fact("contact_ok", "no", "call"),
        fact("contact_ok", "yes", "email"),
        fact("contact_preferred", "email"),
        fact("email", "ann@example.com"),
    )
    assert parent.draft.referral.contact.email == "ann@example.com"
    assert "ann@example.com" in noted(parent)
    assert "no to calls" in noted(parent)


def test_way_to_be_reached_told_beside_a_found_answer_is_acknowledged() -> None:
    parent = at("decision_date")
    parent.say(
        "16 October 2026, my email is ann@example.com",
        fact("date", "2026-10-16", "decision"),
        fact("email", "ann@example.com"),
    )
    assert noted(parent) == "email: ann@example.com"


def test_email_told_beside_a_not_sure_is_acknowledged() -> None:
    parent = at("decision_date")
    parent.say("not sure, ann@example.com is my email", fact("email", "ann@example.com"))
    assert noted(parent) == "email: ann@example.com"


def test_what_an_answer_implies_goes_without_saying() -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.agree()
    while parent.asked != "issue":
        parent.say(
            {"role": "mum", "council": "Stockport"}[parent.asked or ""],
            *([fact("council", "Stockport")] if parent.asked == "council" else []),
        )
    parent.say("they wont give the help in section F", fact("dispute", "section_f"))
    assert parent.draft.referral.dispute.sections == ["F"]
    assert noted(parent) == ""


def test_heard_facts_read_as_words_and_not_as_a_form() -> None:
    draft = Draft()
    put(draft, "plan", "none", today=TODAY)
    put(draft, "issue", ["refuse_assess"], today=TODAY)
    put(draft, "child_age", {"age": 1}, today=TODAY)
    put(draft, "child_name", "Levi", today=TODAY)
    fields = ["child_name", "child_age", "plan", "issue"]
    assert heard_list(draft, fields) == "child: Levi; 1 year old; no plan; refused to assess"


def test_not_sure_says_of_what() -> None:
    draft = Draft()
    put(draft, "plan", "unsure", today=TODAY)
    assert heard_list(draft, ["plan"]) == "EHC plan: not sure"


def test_parent_can_give_name_and_age_in_one_breath() -> None:
    parent = at("child_name")
    parent.say("levi hes 15", fact("person_name", "Levi", "child"), fact("age", 15, "child"))
    child = parent.draft.referral.child
    assert (child.name, child.age) == ("Levi", 15)
    assert noted(parent) == "15 years old"


def test_need_told_later_is_repeated_so_that_the_parent_knows_it_was_heard() -> None:
    parent = at("access_needs")
    parent.say("large print please", fact("access_need", "large_print"))
    parent.say("I use a wheelchair so step free", fact("access_need", "step_free"))
    assert "utter_heard" in parent.heard
    assert set(parent.draft.referral.access.needs) == {"large_print", "step_free"}
