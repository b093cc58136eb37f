"""A question that is answered beside a danger is not asked again, and no consent is heard there."""

from __future__ import annotations

import pytest

from casework.conversation.beside_danger import take_facts_beside_danger
from casework.message import Entity, Message
from casework.referral.draft import Unconfirmed
from casework.turn.state import Outcome
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, Parent, said


def found(text: str, **named: tuple[str, str]) -> Message:
    """A message with entities, each given as its value and the words that it stands in."""
    entities = tuple(
        Entity(name, value, start=text.index(words), end=text.index(words) + len(words))
        for name, (value, words) in named.items()
    )
    return Message(text, (("inform", 0.9),), entities)


def tell(parent: Parent, message: Message) -> Outcome:
    outcome = take_facts_beside_danger(parent.draft, message, today=TODAY, now=NOW)
    parent.draft = outcome.draft
    assert not outcome.says
    return outcome


def carry_on(parent: Parent) -> str | None:
    parent.say("carry on", intent="carry_on")
    return parent.asked


@pytest.mark.parametrize(
    "text",
    [
        "no, and i want to die",
        "no. my husband hits me",
        "not yet, my ex beats us",
        "no not got one, he tried to kill himself",
    ],
)
def test_a_parent_who_says_no_and_tells_of_danger_is_not_asked_again(text: str) -> None:
    parent = at("certificate_held")
    tell(parent, said(text))
    assert parent.draft.referral.certificate.held is False
    assert carry_on(parent) == "route_wanted"


def test_the_date_that_was_asked_for_is_kept() -> None:
    parent = at("decision_date")
    text = "3 november 2026. he tried to kill himself that night"
    tell(parent, found(text, date=("2026-11-03", "3 november 2026")))
    assert str(parent.draft.referral.decision.letter_date) == "2026-11-03"
    assert carry_on(parent) == "certificate_held"


def test_a_name_before_the_danger_is_kept() -> None:
    parent = at("name")
    tell(parent, found("Karen Holt. he hits me", person_name=("Karen Holt", "Karen Holt")))
    assert parent.draft.referral.referrer.name == "Karen Holt"
    assert carry_on(parent) == "child_name"


def test_an_age_is_no_number_of_times() -> None:
    parent = at("child_age")
    tell(parent, said("hes tried to kill himself 3 times"))
    assert parent.draft.referral.child.age is None
    tell(parent, said("9. he wants to die"))
    assert parent.draft.referral.child.age == 9


def test_needs_named_beside_danger_are_kept_with_their_words_and_nothing_of_the_danger() -> None:
    parent = at("access_needs")
    text = "breaks every half hour please. he hits me at home"
    tell(parent, found(text, access_need=("breaks", "breaks")))
    access = parent.draft.referral.access
    assert access.needs == ["breaks"]
    assert access.details is not None
    assert "half hour" in access.details
    assert "hits" not in access.details
    assert carry_on(parent) != "access_needs"


def test_words_that_raise_the_alarm_again_are_not_asked_for_a_third_time() -> None:
    parent = at("access_needs")
    again = said("i stop breathing at times")
    assert not tell(parent, again).handovers
    assert carry_on(parent) == "access_needs"
    [asked] = tell(parent, again).handovers
    assert "record" in (asked.note or "")
    assert carry_on(parent) != "access_needs"
    assert parent.draft.referral.access.needs == ["other"]
    assert parent.draft.referral.access.details is None


@pytest.mark.parametrize("text", ["yes. my ex hits me", "ok, i want to die", "no. he beats me"])
@pytest.mark.parametrize("question", ["consent", "share_with_council", "summary"])
def test_no_consent_is_heard_beside_a_danger(question: str, text: str) -> None:
    parent = at(question)
    before = parent.draft.referral.consent.model_copy(deep=True)
    outcome = tell(parent, said(text, intent="affirm"))
    assert parent.draft.referral.consent == before
    assert not outcome.consents
    assert not outcome.must_submit


def test_what_tells_of_the_case_is_kept_and_what_happened_is_not() -> None:
    parent = at("name")
    text = "the plan named the wrong place. she is cutting herself. his dad has PR and weekends"
    tell(parent, found(text, dispute=("i_named_only", "named the wrong place")))
    kept = parent.draft.referral.dispute.in_own_words or ""
    assert "the plan named the wrong place" in kept
    assert "his dad has PR" in kept
    assert "cutting" not in kept


def test_a_dispute_read_from_words_of_danger_is_asked_about() -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.agree()
    text = "she is cutting herself, the plan makes no odds"
    tell(parent, found(text, dispute=("cease_plan", "cutting herself, the plan")))
    assert parent.draft.referral.dispute.kinds != ["cease_plan"]


@pytest.mark.parametrize(
    "text",
    [
        "dont tell the council any more. he wants to kill himself",
        "i want to die. please do not tell the council",
    ],
)
def test_a_no_to_telling_the_council_counts_beside_a_danger(text: str) -> None:
    parent = at("decision_date")
    assert parent.draft.referral.consent.share_with_council.given is True
    tell(parent, said(text))
    assert parent.draft.referral.consent.share_with_council.given is False


def test_permission_of_the_family_is_not_given_by_a_yes_beside_a_danger() -> None:
    parent = at("certificate_held")
    parent.draft.progress.unconfirmed = Unconfirmed(
        field="permission", value={"given": True}, shown="yes"
    )
    tell(parent, said("yes. he wants to kill himself"))
    permission = parent.draft.referral.referrer.permission
    assert permission is None or permission.given is not True
