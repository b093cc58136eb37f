"""How many questions there are still: it goes down with the answers, and ends at the review."""

from __future__ import annotations

from casework.referral.draft import Draft
from casework.turn.questions import count_questions_left
from tests.unit.casework.parents import TODAY, Parent, fact


def left(parent: Parent) -> int:
    return count_questions_left(parent.draft, TODAY)


def test_count_goes_down_with_each_answer_and_ends_with_the_review() -> None:
    parent = Parent()
    parent.say("they refused to assess", fact("dispute", "refuse_assess"))
    parent.say("yes")
    counts = [left(parent)]
    for answer in (
        ("yes",),
        ("I am his mum", fact("referrer_role", "parent")),
        ("Stockport", fact("council", "Stockport")),
        ("there is no plan", fact("plan_status", "none")),
        ("16 October 2026", fact("date", "2026-10-16", "decision")),
        ("no",),
        ("mediation", fact("route", "mediation")),
        ("Craig Sumner", fact("person_name", "Craig Sumner", "self")),
        ("Holly", fact("person_name", "Holly", "child")),
        ("8",),
        ("07700 900701", fact("phone", "+447700900701")),
        ("no",),
        ("no",),
    ):
        parent.say(*answer)
        counts.append(left(parent))
    assert parent.asked == "summary"
    assert counts == sorted(counts, reverse=True)
    assert counts[-2:] == [1, 0]


def test_phone_and_email_count_as_one() -> None:
    draft = Draft()
    before = count_questions_left(draft, TODAY)
    draft.progress.asked_email = True
    assert count_questions_left(draft, TODAY) == before


def test_question_that_was_passed_over_is_not_counted() -> None:
    draft = Draft()
    before = count_questions_left(draft, TODAY)
    draft.progress.skipped = ["access_needs"]
    draft.progress.unsure = ["council"]
    assert count_questions_left(draft, TODAY) == before - 2


def test_nothing_is_left_once_it_is_sent_or_stopped() -> None:
    for state in ("is_submitted", "is_stopped", "has_declined"):
        draft = Draft()
        setattr(draft.progress, state, True)
        assert count_questions_left(draft, TODAY) == 0
