"""Kinds of dispute that only repeat, less surely, what another fact of the message tells."""

from __future__ import annotations

from casework.answers.fact import Fact
from casework.law.disputes import SCHOOL_ONLY_KINDS
from casework.referral.draft import Draft
from casework.turn.compared import may_be_a_draft


def without_readings(facts: list[Fact], draft: Draft) -> list[Fact]:
    """The facts less the kinds that hang on another of them.

    "Section I" names the school by its letter, so that nothing is left to ask; whether a plan is
    a draft is asked about the plan first.
    """
    letters = {each for fact in facts if fact.field == "sections" for each in fact.value}
    in_doubt = any(not one.is_sure and may_be_a_draft(draft, one) for one in facts)
    return [
        fact
        for fact in facts
        if fact.field != "issue"
        or not (
            ("I" in letters and not fact.is_sure and set(fact.value) <= SCHOOL_ONLY_KINDS)
            or (in_doubt and set(fact.value) == {"draft_plan"})
        )
    ]
