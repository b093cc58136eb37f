"""Says the next question, and before it what has just become known: result, coverage, rights."""

from __future__ import annotations

from casework.dispute.result import explain_result, update_result
from casework.people.capacity import KIND
from casework.people.family_view import rows_for_family
from casework.places.councils import council_by_gss
from casework.referral.draft import may_be_kept, may_be_kept_whole
from casework.referral.fields import is_given
from casework.referral.record import THIRD_PARTIES
from casework.referral.summary import summarise
from casework.say import Choice, topic_of
from casework.turn.own_case import (
    OF_TIME,
    TIME_IS_SHORT,
    is_short_of_time,
    note_time_told,
    tell_own_time,
)
from casework.turn.questions import QUESTION_OF, dispute_questions_are_done, next_question
from casework.turn.state import Turn

YOUNGEST_USER = 16
_RING_US = "utter_route_dates_urgent"
TIME_ASKED = "time_asked"
"""Among what was told: they asked for their time, and the date they told is confirmed first."""
UNSURE_CHOICE = Choice("I'm not sure", "I'm not sure")


def ask_next(turn: Turn) -> None:
    """Tell what is new, then ask the one question that is next."""
    progress = turn.draft.progress
    if progress.is_stopped or progress.has_declined:
        progress.pending = None
        return
    if progress.outside_england:
        _tell_once(turn, "coverage:outside", "utter_outside_england")
    if may_be_kept_whole(turn.draft):
        _tell_rights(turn)
        _tell_coverage(turn)
    if _is_child(turn):
        return
    _tell_time(turn)
    _tell_result(turn)
    if progress.changing is None and progress.unconfirmed is None and progress.to_change:
        progress.changing = progress.to_change.pop(0)
    question = next_question(turn.draft, turn.today)
    _take_up_unsure_reading(turn, question)
    question = next_question(turn.draft, turn.today)
    if question != progress.pending:
        progress.misses = 0
    progress.pending = question
    say_question(turn, question)


def _take_up_unsure_reading(turn: Turn, question: str) -> None:
    """When the question is due whose answer was half heard, confirm that instead of asking."""
    progress = turn.draft.progress
    if progress.unconfirmed is not None:
        return
    if progress.to_confirm_first:
        progress.unconfirmed = progress.to_confirm_first.pop(0)
        return
    is_of_time = progress.last_topic in OF_TIME and may_be_kept(turn.draft)
    due = ("decision_date", question) if is_of_time else (question,)
    also = {"interpreter": ("interpreter", "language"), "issue": ("issue", "sections")}
    for waiting in progress.to_confirm:
        if waiting.field in also.get(question, due):
            progress.to_confirm.remove(waiting)
            progress.unconfirmed = waiting
            if is_of_time and waiting.field == "decision_date":
                progress.told.append(TIME_ASKED)
            return
    if question == "summary":
        _take_up_what_no_question_asks(turn)


def _take_up_what_no_question_asks(turn: Turn) -> None:
    """Before the review: a half-heard answer to no question of its own, unless it came since."""
    progress = turn.draft.progress
    open_still = [w for w in progress.to_confirm if not is_given(turn.draft, w.field)]
    progress.to_confirm = open_still[1:]
    progress.unconfirmed = open_still[0] if open_still else None


def say_question(turn: Turn, question: str) -> None:
    """Say the question in the wording that fits: plain, confirming, or a choice of councils."""
    progress = turn.draft.progress
    asks = None if question == "start_again" else question
    waiting = progress.unconfirmed
    if waiting is not None and waiting.field == question:
        turn.say(
            f"utter_confirm_{question}",
            {"value": waiting.shown},
            asks=asks,
            choices=turn.offers,
        )
    elif question == "council" and progress.candidates:
        names = [c.name for gss in progress.candidates if (c := council_by_gss(gss)) is not None]
        choices = tuple(Choice(name, name) for name in names)
        turn.say(
            "utter_council_ambiguous",
            asks=asks,
            topic="coverage",
            choices=(*choices, UNSURE_CHOICE, *turn.offers),
        )
    elif question == "summary":
        turn.say(
            "utter_ask_summary",
            {"summary": summarise(rows_for_family(turn.draft))},
            asks=asks,
            topic="summary",
            choices=turn.offers,
        )
    elif question in QUESTION_OF.values() and progress.changing in QUESTION_OF:
        turn.say(f"utter_ask_{progress.changing}", asks=asks)
    else:
        if question == "consent" and "notice" not in progress.told:
            turn.say("utter_privacy_notice")
            progress.told.append("notice")
        turn.say(f"utter_ask_{question}", asks=asks, choices=turn.offers)


def _tell_once(turn: Turn, key: str, response: str, values: dict[str, str] | None = None) -> None:
    if key not in turn.draft.progress.told:
        turn.draft.progress.told.append(key)
        turn.say(response, values, topic=topic_of(response))


def _tell_rights(turn: Turn) -> None:
    child, role = turn.draft.referral.child, turn.draft.referral.referrer.role
    if child.age is not None and child.age >= 25:
        _tell_once(turn, "age_over", "utter_age_over")
    if child.past_school_leaving_age is not True or role is None:
        return
    if role == "young_person":
        _tell_once(turn, "young_person", "utter_young_person_right")
    elif KIND in turn.draft.progress.stated_kinds:
        _tell_once(turn, "capacity", "utter_parent_for_who_cannot_choose")
    elif role not in THIRD_PARTIES or not turn.draft.referral.has_permission:
        _tell_once(turn, "young_person", "utter_parent_for_young_person")


def _is_child(turn: Turn) -> bool:
    """A referral is not taken from somebody under 16: a trusted adult is needed (docs/rules.md)."""
    draft = turn.draft
    age = draft.referral.child.age
    if draft.referral.referrer.role != "young_person" or age is None or age >= YOUNGEST_USER:
        return False
    turn.say("utter_child_too_young_user", topic="young_person")
    turn.ask_person("child_is_user", "urgent")
    draft.progress.is_stopped = True
    draft.progress.pending = None
    return True


def _tell_coverage(turn: Turn) -> None:
    """What the list says of the council: never a promise, never a refusal."""
    council = turn.draft.referral.council
    if council.gss is not None and council.coverage not in ("listed", "unknown"):
        values = {"council": council.name or "", "provider": council.provider or ""}
        _tell_once(turn, f"coverage:{council.gss}", f"utter_coverage_{council.coverage}", values)


def _tell_time(turn: Turn) -> None:
    """The dates as soon as the letter's day is known, where time is short or was asked about.

    Later they come again with the whole result, which tells them itself where it is due now; the
    call to ring us does not.
    """
    draft = turn.draft
    if dispute_questions_are_done(draft, turn.today):
        return
    was_asked = draft.progress.last_topic in OF_TIME or TIME_ASKED in draft.progress.told
    # Before the yes to keeping nothing is worked out unasked.
    is_new = bool({"decision_date", "consent"} & set(turn.changed))
    is_new &= draft.progress.unconfirmed is None
    if not is_new or not (was_asked or may_be_kept_whole(draft)):
        return
    is_of_a_decision = bool(draft.progress.stated_kinds or draft.referral.dispute.sections)
    if not was_asked and not (is_of_a_decision and is_short_of_time(draft, turn.today)):
        return
    if TIME_ASKED in draft.progress.told:
        draft.progress.told.remove(TIME_ASKED)
    told = tell_own_time(draft, turn.today)
    turn.says += [said for said in told if said not in turn.says]
    note_time_told(draft, told)


def _tell_result(turn: Turn) -> None:
    """The result of the check, when all of its questions are done and it is new or changed."""
    found = update_result(turn.draft, turn.today)
    if not may_be_kept_whole(turn.draft):
        return
    if not dispute_questions_are_done(turn.draft, turn.today):
        return
    if turn.draft.progress.unconfirmed is not None:
        return
    key = f"result:{'+'.join(found.kinds)}:{found.certificate}:{found.deadlines.appeal_by}"
    if key in turn.draft.progress.told:
        return
    # Dates that are put right and back again are told each time.
    told = [before for before in turn.draft.progress.told if not before.startswith("result:")]
    turn.draft.progress.told = [*told, key]
    was_told = TIME_IS_SHORT in turn.draft.progress.told
    is_said = {said.response for said in turn.says}
    for said in explain_result(found):
        if said.response not in is_said and not (was_told and said.response == _RING_US):
            turn.says.append(said)
