"""The result of the exemption check: from the draft to the law, and back into the referral."""

from __future__ import annotations

from datetime import date
from typing import Any

from casework.dispute.hearing_near import HEARING_IS_NEAR
from casework.law.deadlines import Deadlines, urgency_of
from casework.law.routes import Assessment, Dispute, Priority, assess
from casework.people.responsibility import NO_RESPONSIBILITY
from casework.people.writing_instead import in_writing
from casework.referral.draft import Draft
from casework.referral.record import DeadlineRecord, HandoverRecord, Referral, Requirement
from casework.say import Say, topic_of, words_of

TIME_MAY_BE_SHORT = "time_may_be_short"
"""Among what was told: the letter's day is known roughly, and may leave 14 days or less."""
_PRIORITIES: tuple[Priority, ...] = ("immediate", "urgent", "soon", "routine")


def dispute_of(draft: Draft) -> Dispute:
    """What the draft tells about the dispute, in the terms of the law."""
    referral, progress = draft.referral, draft.progress
    unsure = set(progress.unsure)
    if "school_only_check" in unsure or progress.school_only == "unsure":
        unsure.add("school_only")
    if referral.plan == "unsure":
        unsure.add("plan")
    if referral.certificate.held is False:
        unsure.discard("certificate_date")
    return Dispute(
        plan=referral.plan,
        stated_kinds=frozenset(progress.stated_kinds) - {"plan_content"},
        sections=frozenset(referral.dispute.sections),
        school_only=progress.school_only,
        decision_made=referral.decision.made,
        letter_date=referral.decision.letter_date,
        certificate_held=referral.certificate.held,
        certificate_date=referral.certificate.date,
        appeal_lodged=referral.appeal.lodged,
        age=referral.child.age,
        role=referral.referrer.role,
        outside_england=progress.outside_england,
        unsure=frozenset(unsure),
    )


def update_result(draft: Draft, today: date) -> Assessment:
    """Work the check out anew and put it into the referral: kinds, requirement, dates, handover."""
    found = assess(dispute_of(draft), today)
    referral = draft.referral
    referral.dispute.kinds = list(found.kinds)
    referral.requirement = Requirement(
        certificate=found.certificate,
        mediation=found.mediation,
        disagreement_resolution=found.disagreement_resolution,
        rule=found.rule,
        rule_version=found.rule_version,
        reasons=[words_of(say) for say in in_writing(explain_result(found), draft)],
        sources=list(found.sources),
        confirmed_by=referral.requirement.confirmed_by,
    )
    referral.deadlines = deadline_record(found.deadlines)
    referral.handover = _handover(draft, found)
    return found


def is_confirmed_still(before: Draft, after: Draft) -> bool:
    """Whether what a colleague confirmed of the law still holds after answers have changed.

    It was confirmed for one dispute and for what the law said of it: with another of either a
    person has to look again.
    """
    asked = {"certificate", "mediation", "disagreement_resolution", "rule"}
    dates = {"contact_by", "appeal_by_unadjusted", "appeal_by"}
    was, now = before.referral, after.referral
    return (
        dispute_of(before) == dispute_of(after)
        and was.requirement.model_dump(include=asked) == now.requirement.model_dump(include=asked)
        and was.deadlines.model_dump(include=dates) == now.deadlines.model_dump(include=dates)
    )


def date_to_act_by(referral: Referral) -> date | None:
    """The earliest legal date that binds.

    The date to contact the adviser while a certificate is required and none is held, else the
    date to appeal (contract, referral.schema.json "deadlines").
    """
    needs_certificate = referral.requirement.certificate == "required"
    if needs_certificate and referral.certificate.held is not True:
        return referral.deadlines.contact_by
    return referral.deadlines.appeal_by_unadjusted


def deadline_record(deadlines: Deadlines) -> DeadlineRecord:
    """The dates as the referral keeps them."""
    return DeadlineRecord(
        contact_by=deadlines.contact_by,
        appeal_by_unadjusted=deadlines.appeal_by_unadjusted,
        appeal_by=deadlines.appeal_by,
        days_left=deadlines.days_left,
        urgency=deadlines.urgency,
    )


def count_from_today(document: dict[str, Any], today: date) -> dict[str, Any]:
    """A stored referral with the days left and the urgency as they are today.

    What binds is the date to contact the adviser while a certificate is required and none is
    held, else the date to appeal (contract, referral.schema.json "deadlines").
    """
    deadlines = document["deadlines"]
    needs_certificate = document["requirement"]["certificate"] == "required"
    is_for_contact = needs_certificate and not document["certificate"]["held"]
    binding = deadlines["contact_by" if is_for_contact else "appeal_by_unadjusted"]
    if binding is None or deadlines["days_left"] is None:
        return document
    days_left = (date.fromisoformat(binding) - today).days
    counted = {**deadlines, "days_left": days_left, "urgency": urgency_of(days_left)}
    return {**document, "deadlines": counted}


def _handover(draft: Draft, found: Assessment) -> HandoverRecord:
    referral, progress = draft.referral, draft.progress
    reasons = list(found.handover_reasons)
    priority = found.priority
    is_dated = referral.decision.letter_date is not None or referral.decision.made is False
    if TIME_MAY_BE_SHORT in progress.told and not is_dated:
        reasons.append("deadline_urgent")
        priority = most_urgent(priority, "urgent")
    if progress.callback_wanted:
        reasons.append("callback_wanted")
        priority = most_urgent(priority, "soon")
    if referral.safety.flagged:
        reasons.append("safety")
        priority = most_urgent(priority, "immediate")
    if referral.council.coverage in {"contested", "other_provider", "not_listed", "unknown"}:
        reasons.append(f"coverage_{referral.council.coverage}")
    if referral.is_third_party and not referral.has_permission:
        reasons.append("permission_missing")
    if HEARING_IS_NEAR in progress.told:
        reasons.append(HEARING_IS_NEAR)
        priority = most_urgent(priority, "soon")
    if NO_RESPONSIBILITY in progress.told:
        reasons.append(NO_RESPONSIBILITY)
        priority = most_urgent(priority, "soon")
    return HandoverRecord(
        needed=bool(reasons) or found.human,
        priority=priority,
        reasons=list(dict.fromkeys(reasons)),
    )


def most_urgent(first: Priority, second: Priority) -> Priority:
    """The more urgent of two priorities."""
    return min(first, second, key=_PRIORITIES.index)


def explain_result(found: Assessment) -> list[Say]:
    """What applies, why, what it does not mean, the dates that drive it, who confirms it."""
    main = f"route:{found.kinds[0]}"
    return [
        Say(response, dict(found.values), topic=topic_of(response) or main)
        for response in found.reasons
    ]
