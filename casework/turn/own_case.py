"""What is said to a question that the family's own case answers better than the general rule.

Their dates once the day of the letter is known, whether they need a certificate, what a no would
mean, and what is kept of them. The general answers are those of `data/responses/faq.yml`.
"""

from __future__ import annotations

import re
from datetime import date

from casework.dispute.result import dispute_of
from casework.law.disputes import SCHOOL_ONLY_KINDS
from casework.law.routes import assess, needs_letter_questions
from casework.referral.draft import Draft
from casework.referral.fields import is_given
from casework.say import Say, topic_of
from casework.turn.asked_of_case import CERTIFICATE_NEEDED, HELD_AGAINST_US
from casework.turn.time_asked import asks_if_longer

OF_TIME = frozenset(
    {"appeal_deadline", "deadline_to_contact_you", "missed_deadline", "holiday_deadlines"}
)
"""Topics whose answer is a date, as soon as one can be worked out."""
_TELL_THE_LIMIT = frozenset({"refused_assessment", "refused_plan", "plan_stopped_or_not_changed"})
"""Topics whose general answer says "within 2 months", which helps nobody whose time has passed."""
_WITH_LIMITS_OF_THEIR_OWN = ("exclusion", "discrimination_school", "discrimination_other")
_OF_A_HOLIDAY = re.compile(
    r"\b(?:aug\w*|summer|christmas|xmas|chrimbo|crimbo|dec|december|jan|january|new year\w*|boxing|"
    r"holidays?|hols?|bank|easter|half[- ]?term|week ?ends?|saturday|sunday|"
    r"closed|closes|shuts?)\b",
    re.IGNORECASE,
)
_SUPPOSES = re.compile(
    r"\b(?:what|wot|wat)(?:'?s| happens?| would happen)?(?: to (?:me|us))? if\b|"
    r"\bif (?:i|we|he|she|you) (?:miss|run out|do ?n'?t|dont|leave)\b",
    re.IGNORECASE,
)
_OF_WHAT_IS_KEPT = re.compile(
    r"\b(?:still|old|gone|deleted?|lost|kept|before|earlier|already)\b", re.IGNORECASE
)
_IN_TIME = {
    "utter_route_dates": "utter_own_time",
    "utter_route_dates_with_certificate": "utter_own_time_with_certificate",
}
_SHORT = {
    "utter_route_dates": "utter_time_is_short",
    "utter_route_dates_with_certificate": "utter_time_is_short_with_certificate",
}
"""As an answer, the days left stand beside the date, and our number before both in one message."""
_RING_US = frozenset({*_SHORT.values(), "utter_time_may_be_over", "utter_route_dates_passed"})
_NO_APPEAL_NOW = "utter_no_appeal_now"
"""Not for who missed a time: there was a decision then, told here or not."""
TIME_IS_SHORT = "time_is_short"
"""Among what was told: that time is short, and our number."""
_ALWAYS = {
    HELD_AGAINST_US: "utter_held_against_us",
    "if_not_kept": "utter_if_not_kept",
    "if_council_not_told": "utter_if_council_not_told",
}


def answer_from_case(draft: Draft, words: str, topic: str, today: date) -> list[Say]:
    """The messages that answer the topic as the case stands; none where the general answer does."""
    if topic in OF_TIME:
        return _answer_of_time(draft, words, topic, today)
    if topic in _TELL_THE_LIMIT and _has_run_out(draft, today):
        return tell_own_time(draft, today)
    if topic == "plan_stopped_or_not_changed" and _is_only_proposed(draft):
        return [_say(_NO_APPEAL_NOW)]
    if topic == CERTIFICATE_NEEDED:
        return [_say(_certificate(draft, today))]
    if topic in _ALWAYS:
        return [_say(_ALWAYS[topic])]
    is_of_keeping = topic == "can_i_come_back" or (
        topic == "what_do_you_do_with_my_data" and _OF_WHAT_IS_KEPT.search(words)
    )
    if is_of_keeping and draft.progress.has_declined:
        is_sent = draft.progress.is_submitted
        return [_say("utter_withdrawn" if is_sent else "utter_nothing_is_kept")]
    return []


def tell_own_time(draft: Draft, today: date) -> list[Say]:
    """The dates of this case and, where time is short, our number first; empty without a date.

    Nobody is told that time is over before the certificate was asked about: it may give a month.
    """
    found = assess(dispute_of(draft), today)
    named = [
        reason
        for reason in found.reasons
        if reason.startswith("utter_route_dates") and reason != "utter_route_dates_urgent"
    ]
    instead = dict(_SHORT if found.deadlines.urgency == "urgent" else _IN_TIME)
    if found.certificate != "not_required" and draft.referral.certificate.held is None:
        instead["utter_route_dates_passed"] = "utter_time_may_be_over"
    return [_say(instead.get(reason, reason), dict(found.values)) for reason in named]


def note_time_told(draft: Draft, says: list[Say]) -> None:
    """Remember that somebody was asked to ring because time is short."""
    has_told = any(said.response in _RING_US for said in says)
    if has_told and TIME_IS_SHORT not in draft.progress.told:
        draft.progress.told.append(TIME_IS_SHORT)


def is_short_of_time(draft: Draft, today: date) -> bool:
    """True within 14 days of the date that binds, and past it."""
    return assess(dispute_of(draft), today).deadlines.urgency in ("urgent", "passed")


def _has_run_out(draft: Draft, today: date) -> bool:
    return assess(dispute_of(draft), today).deadlines.urgency == "passed"


def _answer_of_time(draft: Draft, words: str, topic: str, today: date) -> list[Say]:
    """Their own dates; what the general answer adds stays beside them where it is asked for."""
    own = tell_own_time(draft, today)
    is_of_holiday = topic == "holiday_deadlines" and _OF_A_HOLIDAY.search(words) is not None
    has_run_out = _has_run_out(draft, today)
    supposes = topic == "missed_deadline" and _SUPPOSES.search(words) is not None
    keeps_general = (
        is_of_holiday
        or asks_if_longer(words)
        or (not has_run_out and (supposes or topic == "deadline_to_contact_you"))
    )
    if own:
        return [_say(f"utter_faq_{topic}"), *own] if keeps_general else own
    told = None if is_of_holiday else _without_a_date(draft, today)
    if told is not None and not (topic == "missed_deadline" and told == _NO_APPEAL_NOW):
        return [_say(told)]
    is_misheard = topic == "holiday_deadlines" and not is_of_holiday
    general = _say("utter_faq_appeal_deadline" if is_misheard else f"utter_faq_{topic}")
    return [general, _say("utter_tell_letter_date")] if _may_be_asked(draft) else [general]


def _is_only_proposed(draft: Draft) -> bool:
    """True for a plan that is to be stopped, of which nothing has been decided yet (reg 31)."""
    is_told = "cease_plan" in draft.progress.stated_kinds
    is_open = draft.referral.decision.made is False and draft.referral.plan != "ended"
    return is_told and is_open and "refuse_amend" not in draft.progress.stated_kinds


def _without_a_date(draft: Draft, today: date) -> str | None:
    """The response that says which time runs, where it is not that of a council's letter."""
    dispute = dispute_of(draft)
    found = assess(dispute, today)
    if dispute.has_appealed:
        return "utter_route_already_appealed"
    own_limit = [kind for kind in found.kinds if kind in _WITH_LIMITS_OF_THEIR_OWN]
    if own_limit:
        return f"utter_route_{own_limit[0]}"
    is_told = bool(dispute.stated_kinds or dispute.sections or dispute.is_draft)
    is_none = is_told and not dispute.is_outside_england and found.certificate == "not_applicable"
    return _NO_APPEAL_NOW if is_none else None


def _may_be_asked(draft: Draft) -> bool:
    """True where the day of a letter may still be told, and is not what is asked next anyway."""
    if is_given(draft, "decision_date") or "decision_date" in draft.progress.unsure:
        return False
    if any(waiting.field == "decision_date" for waiting in draft.progress.to_confirm):
        return False
    return draft.progress.pending != "decision_date" and needs_letter_questions(dispute_of(draft))


def _certificate(draft: Draft, today: date) -> str:
    """The response to "do I need one?": by the dispute, as far as it was told."""
    dispute = dispute_of(draft)
    found = assess(dispute, today)
    is_told = bool(dispute.stated_kinds or dispute.sections or dispute.is_draft)
    if not is_told or dispute.has_appealed or dispute.is_outside_england:
        return "utter_faq_what_is_a_certificate"
    if dispute.holds_certificate:
        return "utter_faq_i_have_a_certificate"
    if found.certificate == "required":
        return "utter_certificate_needed"
    if SCHOOL_ONLY_KINDS & set(found.kinds):
        return "utter_faq_school_only"
    if found.certificate == "not_required":
        return "utter_faq_disability_discrimination"
    if found.certificate == "not_applicable":
        return "utter_certificate_not_now"
    return "utter_certificate_unsure"


def _say(response: str, values: dict[str, str] | None = None) -> Say:
    return Say(response, values or {}, topic=topic_of(response))
